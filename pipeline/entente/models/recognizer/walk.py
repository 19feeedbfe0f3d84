"""Entities that are open in all sentences at once, one in each, and the tokens that they have come to."""

from typing import Any, NamedTuple

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


class Tokens(NamedTuple):
    """What the transitions ask of the tokens, all documents in one row."""

    places: Ints
    """Their rows among the encoded ones, where documents stand apart."""
    lasts: Flags
    """Whether a token ends its sentence or document, which no entity crosses."""
    spaces: Flags
    """Whether it is white space, which begins no entity."""


class Walk:
    """From where an entity may begin to where it ends, in step over sentences; begins inside an entity are passed."""

    def __init__(self, tokens: Tokens, begins: Ints) -> None:
        self._lasts = tokens.lasts
        self._begins = begins
        self._sentences = np.searchsorted(np.flatnonzero(tokens.lasts), begins)
        self._spans: list[tuple[Ints, Ints]] = [(begins[:0], begins[:0])]
        self.open: Ints = np.unique(self._sentences, return_index=True)[1]
        """The entities that are open, by their number among the begins."""
        self.here: Ints = begins[self.open] + 1
        """The token that each has come to."""

    def step(self, goes_on: Flags) -> None:
        """Take the tokens that the entities have come to into them, as their last where they do not go on."""
        closing = ~goes_on | self._lasts[self.here]
        self.here += 1
        self._spans.append((self._begins[self.open[closing]], self.here[closing]))
        following = np.where(closing, np.searchsorted(self._begins, self.here), self.open)
        kept = following < len(self._begins)
        kept[kept] = self._sentences[following[kept]] == self._sentences[self.open[kept]]
        following = following[kept]
        self.here = np.where(closing[kept], self._begins[following] + 1, self.here[kept])
        self.open = following

    def spans(self) -> tuple[Ints, Ints]:
        """First tokens, and those after the last, of the entities closed so far."""
        starts, ends = zip(*self._spans, strict=True)
        return np.concatenate(starts), np.concatenate(ends)
