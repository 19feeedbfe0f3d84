"""The words of `lexicons/fr/evenements.yml`, one compiled pattern a section."""

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache

from entente.lexicons import load_lexicon


class Words:
    """A section's forms, as whole words, whatever their case.

    An alternation without regard to case is tried form by form at every character; the same one in lower case skips by
    first letter. So the lower-case text is asked first, and the few texts that hold a form are searched as they stand.
    """

    def __init__(self, forms: list[str]) -> None:
        self._sieve = re.compile(_alternation([form.lower() for form in forms]))
        self._pattern = re.compile(_alternation(forms), re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first form in a text, or in a part of it."""
        return self._pattern.search(text, start, end) if self._sieve.search(_lower(text)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All forms in a text."""
        return self._pattern.finditer(text) if self._sieve.search(_lower(text)) else iter(())

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
    return Words(sorted(load_lexicon("evenements")[section]["formes"], key=len, reverse=True))


def _alternation(forms: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(_pattern, forms))})"


def _pattern(form: str) -> str:
    """«s'est rendu*» → any ending, either apostrophe, any white space; «en présence d'» may run on into a word."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"
