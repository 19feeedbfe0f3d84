"""Every title of the lexicon fires on its example and not on its trap."""

import pytest

from entente.entities.offices import find_offices
from entente.lexicons import load_lexicon
from entente.records.codes import ROLE_TITLES

TITLES = load_lexicon("offices")["titres"]


def titles(text: str) -> list[str]:
    return [office.title for office in find_offices(text, 0, len(text))]


@pytest.mark.parametrize("title", TITLES)
def test_example(title: str) -> None:
    assert title in titles(TITLES[title]["exemple"])


@pytest.mark.parametrize("title", [title for title in TITLES if "piege" in TITLES[title]])
def test_trap(title: str) -> None:
    assert title not in titles(TITLES[title]["piege"])


def test_titles_are_those_of_the_contract() -> None:
    assert set(TITLES) - {"counterpart"} <= set(ROLE_TITLES)


@pytest.mark.parametrize(
    ("text", "words", "former", "plural"),
    [
        ("l'ancien maire de Nirac", "ancien maire", True, False),
        ("l'ex-préfète", "ex-préfète", True, False),
        ("les premiers vice-présidents", "premiers vice-présidents", False, True),
        ("la directrice générale adjointe des services", "directrice générale adjointe", False, False),
        ("le président-directeur général", "président-directeur général", False, False),
    ],
)
def test_words_of_an_office(text: str, words: str, former: bool, plural: bool) -> None:
    (office,) = find_offices(text, 0, len(text))
    assert (text[office.start : office.end], office.former, office.plural) == (words, former, plural)


@pytest.mark.parametrize(
    "text", ["le principal syndicat", "la mairie", "la commission permanente", "le conseil consulaire"]
)
def test_no_office(text: str) -> None:
    assert titles(text) == []
