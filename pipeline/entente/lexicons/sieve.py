"""Which lists of forms can occur in a text at all: one look at its words instead of one search a list."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\w+")
KEPT = 128
"""Texts whose answer is kept: many rules ask for the same sentence in turn."""

SPLIT_KEPT = 1024
"""Texts whose words are kept: several stages, with a sieve of their own each, ask for the sentences of one batch."""

OPENING = 3
"""Letters by which the beginnings of words are filed: few words of a text share them with one."""

WORDS_KEPT = 10_000
"""Words noted, as having forms or none: the same few thousand make up most of any text."""


class Form(NamedTuple):
    """A form of a list, without its longest word."""

    list: str
    others: frozenset[str]
    """Its other whole words."""


class Word(NamedTuple):
    """What a word of a text lets pass."""

    alone: frozenset[str]
    """The lists that have a form of this one word."""
    together: tuple[Form, ...]
    """Those that have a form with other words besides."""


SILENT = Word(frozenset(), ())
"""What most words let pass."""


class Sieve:
    """Lets a list pass when all the words of one of its forms are in the text; never stops a list that occurs.

    A form is words, `*` at the end of one for any ending: «s'est rendu*» passes where «s» and «est» stand and a word
    begins with «rendu». A list with a form without words always passes.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._always: set[str] = set()
        whole: dict[str, list[Form]] = defaultdict(list)
        beginnings: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        for name, forms in lists.items():
            for text in forms:
                if WORD.search(text) is None:
                    self._always.add(name)
                    continue
                key, open_ended, others = _words_of(text.lower())
                if open_ended:
                    beginnings[key[:OPENING]].append((key, Form(name, others)))
                else:
                    whole[key].append(Form(name, others))
        self._whole = dict(whole)
        self._beginnings = dict(beginnings)
        self._silent: set[str] = set()
        self._word = lru_cache(maxsize=WORDS_KEPT)(self._of_word)
        self.passing = lru_cache(maxsize=KEPT)(self._passing)
        """The names of the lists that may occur in a text."""

    def _passing(self, text: str) -> frozenset[str]:
        words = _words(text)
        found = set(self._always)
        for word in words - self._silent:
            alone, together = told = self._word(word)
            if told is SILENT:
                self._pass_over(word)
                continue
            found |= alone
            for name, others in together:
                if name not in found and others <= words:
                    found.add(name)
        return frozenset(found)

    def _pass_over(self, word: str) -> None:
        if len(self._silent) >= WORDS_KEPT:
            self._silent.clear()
        self._silent.add(word)

    def _of_word(self, word: str) -> Word:
        """What a word lets pass: the forms whose longest word it is."""
        forms = list(self._whole.get(word, ()))
        for length in range(1, min(OPENING, len(word)) + 1):
            for key, form in self._beginnings.get(word[:length], ()):
                if word.startswith(key):
                    forms.append(form)
        if not forms:
            return SILENT
        return Word(frozenset(form.list for form in forms if not form.others), tuple(f for f in forms if f.others))


@lru_cache(maxsize=SPLIT_KEPT)
def _words(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(WORD.findall(text.lower()))


def _words_of(form: str) -> tuple[str, bool, frozenset[str]]:
    """The longest word of a form, whether any ending may follow it, and the other words that no ending follows."""
    words = [(match.group(), form[match.end() : match.end() + 1] == "*") for match in WORD.finditer(form)]
    key, star = max(words, key=lambda item: len(item[0]))
    return key, star, frozenset(word for word, open_ended in words if not open_ended) - {key}
