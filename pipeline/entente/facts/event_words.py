"""The words of `lexicons/fr/evenements.yml`, one compiled pattern a section."""

import re
import sys
from collections.abc import Iterator
from functools import cache

from entente.lexicons import load_lexicon
from entente.lexicons.sieve import Sieve


class Words:
    """A section's forms, as whole words, whatever their case; a text without a word of them is not searched."""

    def __init__(self, section: str) -> None:
        forms = sorted(load_lexicon("evenements")[section]["formes"], key=len, reverse=True)
        self._section = section
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, forms))})", re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first form in a text, or in a part of it."""
        return self._pattern.search(text, start, end) if self._section in _sieve().passing(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All forms in a text."""
        return self._pattern.finditer(text) if self._section in _sieve().passing(text) else iter(())

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The form that a text is."""
        return self._pattern.fullmatch(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The form that a text goes on with."""
        return self._pattern.match(text, start)


@cache
def words(section: str) -> Words:
    """Finds any form of a section: `words("voyager")` finds «s'est rendue»."""
    return Words(section)


@cache
def _sieve() -> Sieve:
    lexicon = load_lexicon("evenements")
    return Sieve({section: entry["formes"] for section, entry in lexicon.items() if "formes" in entry})


def _pattern(form: str) -> str:
    """«s'est rendu*» → any ending, either apostrophe, any white space; «en présence d'» may run on into a word."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("'", "['’]")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"
