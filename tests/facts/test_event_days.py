"""On what days an event is: labels of programmes, both ends of a stay, lists of dates, dates that belong to something else."""

import pytest
from told import rendered


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "Arrivée <date edtf=2024-03-06>mercredi</date> à <city>Dinan</city>, la délégation de <city>Lomé</city> repart "
            "<date edtf=2024-03-09>samedi</date>.",
            ["mission 2024-03-06/2024-03-09 @ Dinan"],
        ),
        (
            "Une délégation de <city>Bonn</city> est arrivée <date edtf=2024-03-06>mercredi</date> à <city>Dinan</city>. Elle "
            "repartira <date edtf=2024-03-09>samedi</date>.",
            ["mission 2024-03-06/2024-03-09 @ Dinan"],
        ),
        (
            "L'exposition est visible jusqu'au <date edtf=../2024-06-30>30 juin</date> à la <venue>médiathèque</venue>.",
            ["festival ../2024-06-30 @ médiathèque"],
        ),
        (
            "Dès <date edtf=2024-09/..>septembre</date>, les deux villes organiseront un camp d'été commun.",
            ["exchange planned 2024-09/.."],
        ),
    ],
)
def test_both_ends_of_a_stay_or_the_one_that_is_told(markup: str, expected: list[str]) -> None:
    assert rendered(markup, "2024-03-08") == expected


def test_the_days_of_a_programme_hold_for_the_lines_below() -> None:
    assert rendered(
        "<date edtf=2024-05-14>Mardi 14 mai</date>\n10 h : accueil des élus de <city>Bonn</city> à l'<venue>hôtel de "
        "ville</venue>\n\n<date edtf=2024-05-15>Mercredi 15 mai</date>\n9 h : signature de la convention de coopération",
        "2024-05-02",
    ) == ["reception planned 2024-05-14 @ hôtel de ville with Bonn", "signing planned 2024-05-15"]


def test_a_bullet_is_labelled_with_its_town_and_day() -> None:
    assert rendered(
        "Déplacements à venir\n\n"
        "- <city>Pise</city> (<country>Italie</country>), <date edtf=2024-06-08>8 juin</date> : salon des métiers\n"
        "- <city>Gand</city>, <date edtf=2024-06-24>24 juin</date> : visite du port",
        "2024-05-02",
    ) == ["festival planned 2024-06-08 @ Pise", "mission planned 2024-06-24 @ Gand"]


def test_a_line_that_names_a_feast_and_its_day_is_no_date_line() -> None:
    assert rendered(
        "La fête des jumelages, <date edtf=2024-06-22>samedi 22 juin</date>\n\nEntrée libre.", "2024-05-01"
    ) == ["festival planned 2024-06-22"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "Des techniciens sont venus à <city>Taza</city> en <date edtf=2019-11>novembre 2019</date>, puis en "
            "<date edtf=2020-03>mars</date>.",
            ["mission 2019-11 @ Taza", "mission 2020-03 @ Taza"],
        ),
        (
            "Vingt élèves ont séjourné à <city>Gap</city> du <date edtf=2024-04-09/2024-04-13>9 au 13 avril</date> ; leurs "
            "correspondants avaient fait le trajet inverse en <date edtf=2023-05>mai 2023</date>.",
            ["exchange 2024-04-09/2024-04-13 @ Gap", "exchange 2023-05"],
        ),
        (
            "Les quarante visiteurs, arrivés <date edtf=2024-05-02>la veille</date>, ont fêté les vingt ans du jumelage "
            "<date edtf=2024-05-03>vendredi</date> à <city>Gap</city>.",
            ["mission 2024-05-02 @ Gap", "ceremony 2024-05-03 @ Gap"],
        ),
    ],
)
def test_a_sentence_tells_several_with_a_day_each(markup: str, expected: list[str]) -> None:
    assert rendered(markup) == expected


def test_a_relative_clause_keeps_its_own_date_and_place() -> None:
    assert rendered(
        "La présidence passera <date edtf=2024-01-01>le 1er janvier</date> à la <region>Bavière</region>, qui prépare un congrès "
        "à <city>Ulm</city> en <date edtf=2024-06>juin</date>."
    ) == ["conference 2024-06 @ Ulm"]


def test_the_sentence_behind_goes_on_with_a_single_day_only() -> None:
    one = "Le maire est arrivé <date edtf=2024-05-03>vendredi</date> à <city>Gap</city>. Une gerbe a été déposée au monument."
    two = (
        "Le maire est arrivé <date edtf=2024-05-03>vendredi</date> à <city>Gap</city> et repart <date edtf=2024-05-06>lundi</date>. "
        "Une gerbe a été déposée à <city>Gap</city>."
    )
    assert rendered(one) == ["mission 2024-05-03 @ Gap", "ceremony 2024-05-03"]
    assert rendered(two) == ["mission 2024-05-03/2024-05-06 @ Gap", "ceremony @ Gap"]
