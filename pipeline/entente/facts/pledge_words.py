"""The words of a sentence that some rule of pledges reads something in; most have none."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
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

    def find(self, sentence: str) -> Iterator[tuple[re.Match[str], Reading]]:
        """Each such word with its reading, in the order of the sentence, which is passed over when it has none."""
        if not any(map(self._readings.__getitem__, _words(sentence))):
            return
        for found in WORD.finditer(sentence):
            reading = self._readings[found.group()]
            if reading:
                yield found, reading


@lru_cache(maxsize=8)
def _words(sentence: str) -> list[str]:
    """The words of a sentence, kept while the rules ask for it in turn."""
    return WORD.findall(sentence)
