"""The words of `lexicons/fr/evenements.yml`, one compiled pattern a section."""

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache

from entente.lexicons import load_lexicon
from entente.lexicons.alternation import alternation
from entente.lexicons.sieve import Sieve


class Words:
    """A section's forms, as whole words, whatever their case.

    A text without the words of one form is not searched at all; the others are searched in lower case, where an
    alternation skips by first letter, and the match is then read from the text as it stands.
    """

    def __init__(self, section: str) -> None:
        forms = sorted(load_lexicon("evenements")[section]["formes"], key=len, reverse=True)
        self._section = section
        self._passing = _sieve().passing
        self._lower = re.compile(_alternation([form.lower() for form in forms]))
        self._pattern = re.compile(_alternation(forms), re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first form in a text, or in a part of it."""
        if self._section not in self._passing(text):
            return None
        lower = _lower(text)
        if len(lower) != len(text):
            return self._pattern.search(text, start, end)
        found = self._lower.search(lower, start, end)
        while found is not None:
            match = self._pattern.match(text, found.start(), end)
            if match is not None:
                return match
            found = self._lower.search(lower, found.end(), end)
        return None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All forms in a text, or in a part of it."""
        return self._found(text, start, end) if self._section in self._passing(text) else iter(())

    def _found(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        lower = _lower(text)
        if len(lower) != len(text):
            yield from self._pattern.finditer(text, start, end)
            return
        for found in self._lower.finditer(lower, start, end):
            match = self._pattern.match(text, found.start(), end)
            if match is not None:
                yield match

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The form that a text is."""
        return self._pattern.fullmatch(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The form that a text goes on with."""
        return self._pattern.match(text, start)


@lru_cache(maxsize=64)
def _lower(text: str) -> str:
    """Lower case, kept while one sentence goes through all the rules."""
    return text.lower()


@cache
def words(section: str) -> Words:
    """Finds any form of a section: `words("voyager")` finds «s'est rendue»."""
    return Words(section)


class AnyOf:
    """The forms of several sections, to see at once that a short text, as those before a date, has none of them."""

    def __init__(self, sections: tuple[str, ...]) -> None:
        forms = [form.lower() for section in sections for form in load_lexicon("evenements")[section]["formes"]]
        self._lower = re.compile(_alternation(forms))

    def occurs(self, text: str) -> bool:
        """False for a text in which no form stands."""
        lower = text.lower()
        return len(lower) != len(text) or self._lower.search(lower) is not None


@cache
def any_of(*sections: str) -> AnyOf:
    """Finds that none of some sections occurs."""
    return AnyOf(sections)


def sections_in(text: str) -> frozenset[str]:
    """The sections of which a form may occur in a text; its words rule the others out."""
    return _sieve().passing(text)


@cache
def _sieve() -> Sieve:
    lexicon = load_lexicon("evenements")
    return Sieve({section: entry["formes"] for section, entry in lexicon.items() if "formes" in entry})


def _alternation(forms: list[str]) -> str:
    return alternation(map(_pattern, forms), r"\w")


def _pattern(form: str) -> str:
    """«s'est rendu*» → any ending, either apostrophe, any white space; «en présence d'» may run on into a word."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"
