"""The day, or the month of an issue, that the text itself gives anchors its dates."""

import pytest

from entente.dates import read_dates


def values(text: str) -> list[str | None]:
    return [mention.edtf for mention in read_dates(text)]


@pytest.mark.parametrize(
    "masthead",
    [
        "LA LETTRE DE NOGENT - n° 12 - mars 2017",
        "Bulletin du comité | mars 2017",
        "Nogent Magazine no 45, mars 2017 | page 3",
        "Vivre à Nogent (mensuel) – mars 2017",
        "Mars 2017",
    ],
)
def test_the_month_of_an_issue_sets_the_years(masthead: str) -> None:
    text = f"{masthead}\n\nLa charte a été signée le 9 février. Les élèves partiront le 24 avril. Mardi, marché."
    assert values(text) == ["2017-03", "2017-02-09", "2017-04-24", None]


@pytest.mark.parametrize(
    "text",
    [
        "La délégation est venue en mars 2017\n\nLa charte a été signée le 9 février.",
        "Un accord conclu en mars 2017 par la Ville, et renouvelé le 9 février, reste en vigueur.",
    ],
)
def test_a_month_inside_a_sentence_is_no_issue(text: str) -> None:
    assert values(text)[-1] == "XXXX-02-09"


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        ("(Mis à jour le mardi 26 avril 2022)", "2022-08-19"),
        ("Par Anne Le Goff, envoyée spéciale. Publié le 15 février 2022", "2022-08-19"),
    ],
)
def test_a_notice_after_a_bracket_or_a_sentence_dates_the_text(notice: str, day: str) -> None:
    assert day in values(f"Deux villes\nLe texte sera signé le 19 août.\n{notice}\n")
