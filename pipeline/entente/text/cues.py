"""Cues of cooperation between countries in raw text, found by one automaton over the project's own word lists.

The automaton holds every spelling of a form (case, accents, apostrophes, spaces): the text is searched as it is.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import inflected
from entente.lexicons.gazetteer import fold, load_gazetteer

HOME = "FR"
"""The country that is not abroad for most releases; its name is a weak cue of its own (group `france`)."""

TOWN_POPULATION = 100_000
"""Inhabitants from which a town abroad is a cue."""

OVERSHADOWED = 10
"""Times as many inhabitants as the French commune of that name from which a town abroad is meant: Cologne and Vienne,
not Tours or Nancy."""

TOWN_LENGTH = 5
"""Characters from which a town's name is a cue: «Pau», «Man» or «Bath» are words and names of persons too."""

SIGNS = {"’": "'", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\n": " "}
"""Signs that are written in several ways, one character for one, so that offsets hold."""

REMADE = re.compile("[\u0300\u0301\u0302\u0308\u0327\u00ad]")
"""Accents that stand as characters of their own, and hyphens that are only shown at the end of a line."""


class Cue(NamedTuple):
    """A form of the lexicons, and what it adds to a window of text."""

    form: str
    group: str
    cooperation: int
    abroad: int


Hit = tuple[int, Cue]
"""Where a cue stands in a text, and which."""


class Finder:
    """Finds the cues of a text; built once a process, by `load_finder`."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        meanings: dict[str, tuple[Cue, bool]] = {}
        for cue in cues:
            open_ended = cue.form.endswith("*")
            for spelling in _spellings(cue):
                meanings.setdefault(spelling, (cue, open_ended))
        self._meanings = list(meanings.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(meanings), store_patterns=False, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def find(self, text: str) -> list[Hit]:
        """The cues of a text, in its order: «une délégation de Bavière» → `délégation*` at 4, `Bavière` at 18."""
        if REMADE.search(text):
            text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
        for sign, usual in SIGNS.items():
            text = text.replace(sign, usual)
        hits: list[Hit] = []
        length = len(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            cue, open_ended = self._meanings[pattern]
            if start and text[start - 1].isalnum():
                continue
            if open_ended or end == length or not text[end].isalnum():
                hits.append((start, cue))
        return hits


@cache
def load_finder() -> Finder:
    """The finder of the package's lexicons."""
    return Finder(_cues())


def _cues() -> Iterator[Cue]:
    for group, entry in load_lexicon("pertinence").items():
        forms = entry["mots"] if "mots" in entry else DERIVED[group]()
        yield from (Cue(form, group, *entry["points"]) for form in forms)


def _instruments() -> list[str]:
    """Names of instruments in several words: «accord de coopération»."""
    return [form for forms in load_lexicon("accords")["instruments"].values() for form in forms if " " in form]


def _networks(kind: str) -> list[str]:
    entries = [entry for entry in load_lexicon("entities_networks") if entry["type"] == kind]
    return [form for entry in entries for form in (entry["nom"], *entry.get("sigles", ()), *entry.get("formes", ()))]


def _countries() -> list[str]:
    return [
        name for code, entry in load_lexicon("entities_countries").items() if code != HOME for name in entry["noms"]
    ]


def _demonyms() -> list[str]:
    """Adjectives of nationality with any ending, and the feminines that are formed otherwise («turque»)."""
    bases = [
        base for code, entry in load_lexicon("entities_countries").items() if code != HOME for base in entry["gentiles"]
    ]
    others = [form for base in bases for form in inflected(fold(base)) if not form.startswith(fold(base))]
    return [f"{base}*" for base in bases] + others


def _regions() -> list[str]:
    return [
        name
        for country, names in load_lexicon("entities_regions")["regions"].items()
        if country != HOME
        for name in names
    ]


def _towns() -> list[str]:
    """Names of towns abroad that no French commune bears, or one beside which they are large."""
    names = load_gazetteer().towns_beyond(HOME, TOWN_POPULATION, OVERSHADOWED)
    return [name for name in names if len(name) >= TOWN_LENGTH]


DERIVED: dict[str, Callable[[], list[str]]] = {
    "instruments": _instruments,
    "reseaux": lambda: _networks("network"),
    "organisations": lambda: _networks("international_organization"),
    "pays": _countries,
    "gentiles": _demonyms,
    "regions": _regions,
    "villes": _towns,
}
"""The groups whose words stand in other lexicons."""

TOWNS = "villes"
NAMES = frozenset({"reseaux", "organisations", "pays", "regions", TOWNS})
"""The groups of proper names, which keep their capitals; towns are too many to be looked for in capitals as well."""


def _spellings(cue: Cue) -> set[str]:
    """Every way to write a form: with its accents or without, in lower case, with a first capital, in capitals."""
    form = cue.form.removesuffix("*")
    words = {form, form.replace("œ", "oe"), _unaccented(form)}
    if cue.group == TOWNS:
        return words
    if cue.group not in NAMES:
        words |= {word[:1].upper() + word[1:] for word in words}
    return words | {word.upper() for word in words}


def _unaccented(form: str) -> str:
    if form.isascii():
        return form
    return unicodedata.normalize("NFKD", form.replace("œ", "oe")).encode("ascii", "ignore").decode()
