"""Which lists of forms can occur in a text at all: one look at its words instead of one search a list."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

WORD = re.compile(r"\w+")
KEPT = 128
"""Texts whose answer is kept: many rules ask for the same sentence in turn."""


class Sieve:
    """Lets a list pass when the longest word of one of its forms is in the text; never stops a list that occurs.

    A form is words, `*` at the end of one for any ending: «s'est rendu*» passes where a word begins with «rendu».
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        whole: dict[str, set[str]] = defaultdict(set)
        beginnings: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name, forms in lists.items():
            for form in forms:
                word, open_ended = _longest(form.lower())
                if open_ended:
                    beginnings[len(word)][word].add(name)
                else:
                    whole[word].add(name)
        self._whole = {word: frozenset(names) for word, names in whole.items()}
        self._beginnings = [
            (length, {word: frozenset(names) for word, names in words.items()}) for length, words in beginnings.items()
        ]
        self.passing = lru_cache(maxsize=KEPT)(self._passing)
        """The names of the lists that may occur in a text."""

    def _passing(self, text: str) -> frozenset[str]:
        found: set[str] = set()
        for word in set(WORD.findall(text.lower())):
            if word in self._whole:
                found |= self._whole[word]
            for length, words in self._beginnings:
                names = words.get(word[:length])
                if names is not None:
                    found |= names
        return frozenset(found)


def _longest(form: str) -> tuple[str, bool]:
    """The longest word of a form, and whether any ending may follow it."""
    words = [(match.group(), form[match.end() : match.end() + 1] == "*") for match in WORD.finditer(form)]
    word, star = max(words, key=lambda item: len(item[0]))
    return word, star
