"""What became of an event: put off, called off, denied, to come or over."""

import pytest
from told import rendered


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "Reportée en <date edtf=2020-05>mai 2020</date> en raison de la pandémie, la visite des élus se tiendra "
            "<date edtf=2024-06-04>le 4 juin</date> à <city>Pise</city>.",
            ["mission postponed 2024-06-04 was 2020-05 @ Pise"],
        ),
        (
            "Six instructeurs viendront à <city>Pau</city> en <date edtf=2024-06>juin</date> ; leur venue était initialement "
            "programmée en <date edtf=2024-01>janvier</date>.",
            ["mission postponed 2024-06 was 2024-01 @ Pau"],
        ),
        (
            "La rencontre, initialement programmée <date edtf=2024-04-13>le 13 avril</date> à <city>Breil</city>, est reportée. "
            "Elle aura lieu <date edtf=2024-06-24>le 24 juin</date>.",
            ["meeting postponed 2024-06-24 was 2024-04-13 @ Breil"],
        ),
        (
            "La mission à <city>Djilor</city>, prévue en <date edtf=2024-02>février</date>, est reportée au "
            "<date edtf=2025-01-15/2025-01-29>15 janvier</date>.",
            ["mission postponed 2025-01-15/2025-01-29 was 2024-02 @ Djilor"],
        ),
        (
            "Un forum se tiendra à <city>Gap</city> <date edtf=2024-09-03>le 3 septembre</date>. La mission prévue en "
            "<date edtf=2024-01>janvier</date> est reportée.",
            ["conference planned 2024-09-03 @ Gap", "mission postponed was 2024-01"],
        ),
        (
            "Le voyage envisagé à <city>Pise</city> en <date edtf=2024-06>juin</date> est suspendu en raison de l'épidémie.",
            ["mission cancelled 2024-06 @ Pise"],
        ),
        (
            "Le forum s'était tenu à <city>Lomé</city> en <date edtf=2019>2019</date> ; celui de <date edtf=2020>2020</date>, à "
            "<city>Sousse</city>, a été annulé.",
            ["conference 2019 @ Lomé", "conference cancelled 2020 @ Sousse"],
        ),
    ],
)
def test_put_off_or_called_off(markup: str, expected: list[str]) -> None:
    assert rendered(markup, "2024-05-01") == expected


def test_whoever_moved_put_nothing_off() -> None:
    assert rendered(
        "Le maire, <person>Paul Roy</person>, s'est déplacé à <city>Pise</city> <date edtf=2024-05-03>le 3 mai</date>."
    ) == ["mission 2024-05-03 @ Pise led Paul Roy"]


@pytest.mark.parametrize(
    "markup",
    [
        "Aucune délégation ne se rendra à <city>Pise</city> en <date edtf=2024-06>juin</date>.",
        "Le maire n'a pas prévu de voyage à <city>Pise</city> en <date edtf=2024-06>juin</date>.",
        "<person>Ida Berg</person> a souhaité que des étudiants puissent séjourner à <city>Pise</city>.",
    ],
)
def test_what_is_denied_or_wished_is_no_event(markup: str) -> None:
    assert rendered(markup) == []


def test_not_to_exclude_is_no_denial() -> None:
    assert rendered(
        "Il n'exclut pas de se rendre à <city>Pise</city> en <date edtf=2024-06>juin</date>, a dit <person>Jan Vos</person>."
    ) == ["mission planned 2024-06 @ Pise"]


def test_an_undated_text_says_when_it_speaks() -> None:
    told = (
        "Les élus se sont rendus à <city>Pise</city> <date edtf=2024-03-02>le 2 mars</date>.\n\n"
        "Une réunion aura lieu <date edtf=2024-05-04>le 4 mai</date> à <city>Gap</city>.\n\n"
        "{line}"
    )
    before = told.format(line="<date edtf=2024-03-01>1er mars</date> : dîner à <city>Ulm</city>.")
    behind = told.format(line="<date edtf=2024-06-05>5 juin</date> : dîner à <city>Ulm</city>.")
    assert rendered(before)[2] == "reception 2024-03-01 @ Ulm"
    assert rendered(behind)[2] == "reception planned 2024-06-05 @ Ulm"


def test_the_month_of_an_issue_tells_past_from_planned() -> None:
    issue = "Bulletin du comité – <date edtf=2025-01>janvier 2025</date>\n\n{item} : dîner à <city>Gap</city>."
    assert rendered(issue.format(item="<date edtf=2025-03-14>14 mars</date>")) == ["reception planned 2025-03-14 @ Gap"]
    assert rendered(issue.format(item="<date edtf=2024-11-14>14 novembre</date>")) == ["reception 2024-11-14 @ Gap"]


def test_an_item_with_its_hour_is_to_come() -> None:
    item = "<date edtf=2024-03-21>Jeudi 21 mars</date>{hour} : signature d'une convention à <city>Gap</city>."
    assert rendered(item.format(hour=", 11 h")) == ["signing planned 2024-03-21 @ Gap"]
    assert rendered(item.format(hour="")) == ["signing 2024-03-21 @ Gap"]
