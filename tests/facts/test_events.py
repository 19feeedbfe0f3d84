"""Events read out of marked releases; the whole rendering is compared, so that an extra event or filler fails."""

import pytest
import spacy
from told import events, rendered

from entente.annotations import get_events
from entente.facts.event_edition import edition_of
from entente.facts.events import EventsStage
from entente.text.component import LayoutStage

ONE_SENTENCE = [
    (
        "<person>Awa Diop</person>, présidente du conseil, a conduit du <date edtf=2024-05-03/2024-05-07>3 au 7 mai 2024</date> "
        "une délégation de douze élus à <city>Kaolack</city>.",
        "mission 2024-05-03/2024-05-07 @ Kaolack led Awa Diop",
    ),
    (
        "Emmenée par le maire, <person>Paul Roy</person>, une délégation de vingt personnes s'est rendue à <city>Bonn</city>.",
        "mission @ Bonn led Paul Roy",
    ),
    (
        "<person>Lise Caron</person> est attendue <date edtf=2025-03-03>le 3 mars</date> à <city>Sfax</city> à la tête d'une "
        "délégation d'entrepreneurs.",
        "mission planned 2025-03-03 @ Sfax led Lise Caron",
    ),
    (
        "<date edtf=2023-04-20>Jeudi 20 avril</date>, la maire, <person>Ana Costa</person>, a reçu à l'hôtel de ville de "
        "<city>Namur</city> l'ambassadeur <person>Kim Lee</person>.",
        "reception 2023-04-20 @ Namur led Kim Lee by Ana Costa",
    ),
    (
        "Les lycéens de <city>Brive</city> ont été reçus par le proviseur, <person>Jan Vos</person>, à <city>Gand</city>.",
        "reception @ Gand by Jan Vos",
    ),
    (
        "Le quatrième Forum franco-marocain se réunira à <city>Agadir</city> en <date edtf=2025-03>mars 2025</date>.",
        "conference planned 2025-03 @ Agadir",
    ),
    (
        "La fête de l'amitié, prévue le <date edtf=2020-06-13>13 juin</date>, est reportée au <date edtf=2020-10-03>3 octobre</date>.",
        "festival postponed 2020-10-03 was 2020-06-13",
    ),
    (
        "Le voyage prévu en <date edtf=2020-05>mai 2020</date> à <city>Sintra</city> n'aura pas lieu.",
        "mission cancelled 2020-05 @ Sintra",
    ),
    (
        "<person>Luc Blanc</person> et <person>Omar Fall</person> ont signé <date edtf=2022-06-01>le 1er juin</date> à "
        "<city>Thiès</city> une convention de coopération, en présence de <person>Eva Roux</person>.",
        "signing 2022-06-01 @ Thiès with Luc Blanc, Omar Fall, Eva Roux",
    ),
    (
        "Une trentaine d'élèves s'envoleront pour <city>Montréal</city> en <date edtf=2025-04>avril 2025</date>.",
        "exchange planned 2025-04 @ Montréal",
    ),
    (
        "L'inauguration de l'exposition se fera <date edtf=2024-09-14>le 14 septembre</date> à <city>Vannes</city>.",
        "ceremony planned 2024-09-14 @ Vannes",
    ),
    (
        "Le sommet, qui a eu lieu <date edtf=2021-09-30>le 30 septembre</date>, réunissait <city>Metz</city>, "
        "<city>Trèves</city> et <city>Sarrebruck</city>.",
        "conference 2021-09-30 with Metz, Trèves, Sarrebruck",
    ),
]


@pytest.mark.parametrize(("markup", "expected"), ONE_SENTENCE)
def test_one_sentence_tells_one_event(markup: str, expected: str) -> None:
    assert rendered(markup) == [expected]


@pytest.mark.parametrize(
    "markup",
    [
        "L'agence a pour mission d'aider <city>Dakar</city> depuis <date edtf=2013/..>2013</date>.",
        "<city>Kaolack</city> et <city>Cahors</city> sont jumelées depuis <date edtf=1998/..>1998</date>.",
        "Le consul général d'Italie à <city>Lyon</city> suit le dossier.",
        "Le marché public sera attribué en <date edtf=2025-05>mai</date> à <city>Tunis</city>.",
        "La salle des fêtes a été rénovée en <date edtf=2019>2019</date>.",
    ],
)
def test_no_event(markup: str) -> None:
    assert rendered(markup) == []


def test_headline_lead_and_detail_are_one_visit() -> None:
    assert rendered(
        "Une délégation de <city>Fulda</city> accueillie à <city>Arles</city>\n\n"
        "Du <date edtf=2024-06-10/2024-06-13>10 au 13 juin</date>, <person>Rita Klein</person>, bourgmestre, a séjourné à "
        "<city>Arles</city>. Ce déplacement a permis de préparer la suite.\n\n"
        "<person>Max Bauer</person>, son adjoint, était du voyage."
    ) == ["mission 2024-06-10/2024-06-13 @ Arles led Rita Klein with Max Bauer"]


def test_list_of_those_present_goes_on_in_bullets() -> None:
    assert rendered(
        "Le colloque s'est tenu à <city>Lomé</city> <date edtf=2023-11-08>le 8 novembre</date>.\n\n"
        "Étaient présents :\n- <person>Anne Petit</person>, maire ;\n- <person>Kofi Sow</person>, préfet."
    ) == ["conference 2023-11-08 @ Lomé with Anne Petit, Kofi Sow"]


def test_those_who_wait_for_the_visitors_are_hosts() -> None:
    assert rendered(
        "Les élèves ont été reçus <date edtf=2022-03-08>mardi 8 mars</date> à la mairie de <city>Dole</city>. "
        "Les y attendaient le maire, <person>Guy Morel</person>, et <person>Ida Berg</person>, adjointe."
    ) == ["reception 2022-03-08 @ Dole by Guy Morel, Ida Berg"]


def test_bare_town_hall_is_in_the_town_told_before() -> None:
    _, found = events(
        "Le festival se tiendra à <city>Dinan</city> en <date edtf=2025-07>juillet</date>. La cérémonie de clôture aura lieu "
        "<date edtf=2025-07-12>le 12 juillet</date> à l'<venue>hôtel de ville</venue>."
    )
    town = found[1]["places"][1]
    assert (town["name"], town["inferred"]) == ("Dinan", True)
    assert found[1]["part_of"] is None or found[1]["part_of"] == 0


def test_the_date_line_dates_no_event_but_tells_planned_from_held() -> None:
    visit = (
        " Une délégation de <city>Gap</city> est en visite à <city>Oran</city> <date edtf=2024-05-05>le 5 mai</date>."
    )
    before = "<city>Oran</city>, <date edtf=2024-05-01>le 1er mai 2024</date> –"
    after = "<city>Oran</city>, <date edtf=2024-05-09>le 9 mai 2024</date> –"
    assert rendered(before + visit, "2024-05-01") == ["mission planned 2024-05-05 @ Oran"]
    assert rendered(after + visit, "2024-05-09") == ["mission 2024-05-05 @ Oran"]


def test_several_editions_in_one_sentence() -> None:
    assert rendered(
        "Le forum s'est tenu à <city>Liège</city> en <date edtf=2015>2015</date>, à <city>Tunis</city> en "
        "<date edtf=2017>2017</date>. La prochaine édition aura lieu à <city>Sfax</city> en <date edtf=2026>2026</date>."
    ) == ["conference 2015 @ Liège", "conference 2017 @ Tunis", "conference planned 2026 @ Sfax"]


def test_a_day_within_a_visit_is_part_of_it() -> None:
    _, found = events(
        "La délégation a séjourné à <city>Bonn</city> <date edtf=2024-06-03/2024-06-07>du 3 au 7 juin</date>.\n\n"
        "Une réception a été donnée <date edtf=2024-06-05>le 5 juin</date> au <venue>château de Poppelsdorf</venue>."
    )
    assert [event["part_of"] for event in found] == [None, 0]


def test_hosts_leaders_and_organizers_are_no_participants() -> None:
    assert rendered(
        "<person>Ana Costa</person>, maire, a reçu <person>Kim Lee</person>, ambassadeur, à <city>Namur</city>. "
        "<person>Kim Lee</person> et <person>Jo Roux</person> ont pris la parole, <person>Ana Costa</person> aussi."
    ) == ["reception @ Namur led Kim Lee by Ana Costa with Jo Roux"]


def test_whoever_organizes_is_told_in_a_later_sentence() -> None:
    assert rendered(
        "Emmenée par <person>Paul Roy</person>, une délégation s'est rendue à <city>Bonn</city>. C'est tout l'intérêt de la "
        "mission organisée par la <organization>CCI du Jura</organization> et la <region>Région Est</region>."
    ) == ["mission @ Bonn led Paul Roy org CCI du Jura, Région Est"]


def test_towns_around_a_town_hall_in_a_title_are_places() -> None:
    assert rendered(
        "Aux côtés de l'adjointe à la Ville de <city>Gap</city>, une délégation part pour <city>Ivrée</city>."
    ) == ["mission @ Ivrée"]


def test_edition_counts_and_domains() -> None:
    _, [event] = events(
        "Les 9es Assises de la culture ont réuni trois cents participants à <city>Brest</city> "
        "<date edtf=2013-06-09>le 9 juin</date>."
    )
    assert event["edition"] == 9
    assert [count["value"] for count in event["headcounts"]] == [300]
    assert [domain["code"] for domain in event["domains"]] == ["culture"]


def test_every_event_shows_its_words() -> None:
    doc, found = events(ONE_SENTENCE[0][0])
    assert found[0]["cues"] == ["a conduit", "délégation"]
    assert all(doc.text[start:end] for start, end in found[0]["evidence"])
    assert found[0]["rule"] == "delegation_taken"


@pytest.mark.parametrize("text", ["", "LA MAIRE S'EST RENDUE A LOME LE 3 MAI", "(*)", "visite " * 3000, "a:\n- b\n- c"])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert get_events(EventsStage()(LayoutStage()(spacy.blank("fr")(text)))) == []


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("les 31e Entretiens", 31),
        ("la troisième édition du salon", 3),
        ("Le XIVe Sommet", 14),
        ("Le 3e grand forum", 3),
        ("Le 12ème congrès", 12),
        ("Le 20e anniversaire", None),
        ("Le congrès", None),
    ],
)
def test_number_of_an_edition(text: str, edition: int | None) -> None:
    assert edition_of(text, len(text.split()[0]) + 1) == edition
