"""Which lists of forms can occur in a text at all: one look at its words instead of one search a list."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\w+")
KEPT = 128
"""Texts whose answer is kept: many rules ask for the same sentence in turn."""

WORDS_KEPT = 10_000
"""Words noted, as having forms or none: the same few thousand make up most of any text."""


class Form(NamedTuple):
    """A form of a list, without its longest word."""

    list: str
    others: frozenset[str]
    """Its other whole words."""


class Sieve:
    """Lets a list pass when all the words of one of its forms are in the text; never stops a list that occurs.

    A form is words, `*` at the end of one for any ending: «s'est rendu*» passes where «s» and «est» stand and a word
    begins with «rendu». A list with a form without words always passes.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._always: set[str] = set()
        whole: dict[str, list[Form]] = defaultdict(list)
        beginnings: dict[int, dict[str, list[Form]]] = defaultdict(lambda: defaultdict(list))
        for name, forms in lists.items():
            for text in forms:
                if WORD.search(text) is None:
                    self._always.add(name)
                    continue
                key, open_ended, others = _words_of(text.lower())
                if open_ended:
                    beginnings[len(key)][key].append(Form(name, others))
                else:
                    whole[key].append(Form(name, others))
        self._whole = dict(whole)
        self._beginnings = [(length, dict(words)) for length, words in beginnings.items()]
        self._silent: set[str] = set()
        self._forms = lru_cache(maxsize=WORDS_KEPT)(self._of_word)
        self.passing = lru_cache(maxsize=KEPT)(self._passing)
        """The names of the lists that may occur in a text."""

    def _passing(self, text: str) -> frozenset[str]:
        words = _words(text)
        found = set(self._always)
        if len(self._silent) > WORDS_KEPT:
            self._silent.clear()
        for word in words - self._silent:
            forms = self._forms(word)
            if not forms:
                self._silent.add(word)
            for form in forms:
                if form.others <= words:
                    found.add(form.list)
        return frozenset(found)

    def _of_word(self, word: str) -> list[Form]:
        """The forms whose longest word a word of the text is."""
        found = list(self._whole.get(word, ()))
        for length, keys in self._beginnings:
            found += keys.get(word[:length], ())
        return found


@lru_cache(maxsize=KEPT)
def _words(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(WORD.findall(text.lower()))


def _words_of(form: str) -> tuple[str, bool, frozenset[str]]:
    """The longest word of a form, whether any ending may follow it, and the other words that no ending follows."""
    words = [(match.group(), form[match.end() : match.end() + 1] == "*") for match in WORD.finditer(form)]
    key, star = max(words, key=lambda item: len(item[0]))
    return key, star, frozenset(word for word, open_ended in words if not open_ended) - {key}
