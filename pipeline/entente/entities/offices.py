"""Offices in the text: «maire», «première vice-présidente», «ancien consul général», with their title codes."""

import re
from functools import cache
from typing import NamedTuple

from entente.lexicons import load_lexicon

ADJECTIVES = re.compile(
    r"(?:\s+(?:actuel(?:le)?|sortante?|honoraire|délégué(?:e|s|es)?|par intérim"
    r"|intérimaire|élu(?:e|s|es)?|en exercice|d['’]honneur"
    r"|respecti(?:f|ve)s?|écologistes?|socialistes?|communistes?|centristes?|nationa(?:l|le|ux|les)|exécuti(?:f|ve)))*"
)


class Office(NamedTuple):
    """The words of an office, without article and complement."""

    start: int
    end: int
    title: str
    former: bool
    plural: bool
    head: str
    """Its words, lower case, without what qualifies them."""


def find_offices(text: str, start: int, end: int) -> list[Office]:
    """Offices in `start:end`, in the order of the text: «l'ancien maire» → one, former."""
    offices: list[Office] = []
    if _heads().search(text[start:end].lower()) is None:
        return offices
    position = start
    while found := _openings().search(text, position, end):
        office = _office(text, found, end)
        position = office.end if office else found.start("head") + 1
        if office:
            offices.append(office)
    return offices


def _office(text: str, found: re.Match[str], end: int) -> Office | None:
    """The longest form at this place, with the adjectives around it."""
    matches = [
        (match.end(), title) for title, form in _titles() if (match := form.match(text, found.start("head"), end))
    ]
    if not matches:
        return None
    stop = max(matches)[0]
    title = next(title for match_end, title in matches if match_end == stop)
    head = text[found.start("head") : stop].lower()
    former = found["before"].lower().startswith(tuple(load_lexicon("offices")["passe"]))
    adjectives = ADJECTIVES.match(text, stop, end)
    return Office(
        found.start(),
        adjectives.end() if adjectives else stop,
        title,
        former,
        head.split()[0].endswith(("s", "x")),
        head,
    )


@cache
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    titles = load_lexicon("offices")["titres"]
    return tuple(
        (title, re.compile(rf"(?:{form})(?![\w-])", re.IGNORECASE))
        for title, entry in titles.items()
        for form in entry["formes"]
    )


@cache
def _heads() -> re.Pattern[str]:
    """Any form in lower case: cheaper than `_openings`, and most sentences hold none."""
    forms = "|".join(form.lower() for entry in load_lexicon("offices")["titres"].values() for form in entry["formes"])
    return re.compile(rf"(?<![^\W_])(?:{forms})")


@cache
def _openings() -> re.Pattern[str]:
    """Where any form may begin, with the words that qualify it before."""
    lexicon = load_lexicon("offices")
    forms = "|".join(form for entry in lexicon["titres"].values() for form in entry["formes"])
    before = "|".join(lexicon["avant"])
    return re.compile(rf"(?<![\w-])(?P<before>(?:(?:{before})\s*){{0,2}})(?<![^\W_])(?P<head>{forms})", re.IGNORECASE)
