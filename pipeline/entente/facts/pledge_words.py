"""The words of a sentence that some rule of pledges reads something in; most have none."""

import re
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from entente.facts.pledge import WORD
from entente.facts.verbs import KEPT

Reading = TypeVar("Reading")


class _Readings(dict[str, Reading | None]):
    """Word as written → what it reads as in lower case, worked out once."""

    def __init__(self, read: Callable[[str], Reading | None]) -> None:
        self._read = read

    def __missing__(self, word: str) -> Reading | None:
        if len(self) >= KEPT:
            self.clear()
        reading = self[word] = self._read(word.lower())
        return reading


class Readable(Generic[Reading]):
    """Finds the words that `read`, given one in lower case, makes something of: anything that is true."""

    def __init__(self, read: Callable[[str], Reading | None]) -> None:
        self._readings = _Readings(read)

    def any_in(self, words: list[str]) -> bool:
        """Whether one of some words, cut as `words_of` cuts them, is such a word."""
        return any(map(self._readings.__getitem__, words))

    def find(self, sentence: str) -> Iterator[tuple[re.Match[str], Reading]]:
        """Each such word with its reading, in the order of the sentence."""
        for found in WORD.finditer(sentence):
            reading = self._readings[found.group()]
            if reading:
                yield found, reading


def words_of(sentence: str) -> list[str]:
    """The words of a sentence as written."""
    return WORD.findall(sentence)
