"""Offices in the text: «maire», «première vice-présidente», «ancien consul général», with their title codes."""

import re
from functools import cache
from typing import NamedTuple

from entente.lexicons import load_lexicon
from entente.lexicons.alternation import branched

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


QUALIFIED = 60
"""Characters before a form in which the words that qualify it begin."""


def find_offices(text: str, start: int, end: int) -> list[Office]:
    """Offices in `start:end`, in the order of the text: «l'ancien maire» → one, former."""
    offices: list[Office] = []
    lowered = text[start:end].lower()
    if len(lowered) != end - start:
        lowered = text[start:end]
    position = start
    while head := _heads().search(lowered, position - start):
        found = _openings().search(text, max(position, start + head.start() - QUALIFIED), end)
        if found is None:
            break
        office = _office(text, found, end)
        position = office.end if office else found.start("head") + 1
        if office:
            offices.append(office)
    return offices


def _office(text: str, found: re.Match[str], end: int) -> Office | None:
    """The longest form at this place, with the adjectives around it."""
    titles = _titles().get(found["head"][0].lower(), _titles()[""])
    matches = [(match.end(), title) for title, form in titles if (match := form.match(text, found.start("head"), end))]
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
def _titles() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """The forms of each title by their first letter, with those that may begin otherwise under every letter and ""."""
    forms = [(title, form) for title, entry in load_lexicon("offices")["titres"].items() for form in entry["formes"]]
    patterns = {form: re.compile(rf"(?:{form})(?![\w-])", re.IGNORECASE) for _, form in forms}
    return {
        letter: [(title, patterns[form]) for title, form in forms if _initial(form) in ("", letter)]
        for letter in {"", *(_initial(form) for _, form in forms)}
    }


@cache
def _heads() -> re.Pattern[str]:
    """Any form in lower case: cheaper than `_openings`, and most sentences hold none."""
    forms = [form.lower() for entry in load_lexicon("offices")["titres"].values() for form in entry["formes"]]
    return re.compile(rf"(?<![^\W_])(?:{_by_initial(forms)})")


def _by_initial(forms: list[str]) -> str:
    """An alternation that looks at the first letter once for all the forms that begin with it."""
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(_initial(form), []).append(form[len(_initial(form)) :])
    return "|".join(f"{initial}(?:{branched(group)})" for initial, group in groups.items())


def _initial(form: str) -> str:
    """The letter or digit that an expression always begins with, small; none before a group or one that may lack."""
    return form[0].lower() if form[:1].isalnum() and form[1:2] not in {"?", "*", "{"} else ""


@cache
def _openings() -> re.Pattern[str]:
    """Where any form may begin, with the words that qualify it before."""
    lexicon = load_lexicon("offices")
    forms = _by_initial([form for entry in lexicon["titres"].values() for form in entry["formes"]])
    before = "|".join(lexicon["avant"])
    return re.compile(rf"(?<![\w-])(?P<before>(?:(?:{before})\s*){{0,2}})(?<![^\W_])(?P<head>{forms})", re.IGNORECASE)
