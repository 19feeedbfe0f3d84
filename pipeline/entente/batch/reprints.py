"""Is this text another one again? Only when nothing that it tells would be lost with it."""

from difflib import Match, SequenceMatcher
from itertools import pairwise

import numpy as np

from entente.batch.fingerprint import DECIDING, NONE, Fingerprint

ALIKE = 0.55
"""Estimated share of common shingles from which two texts are compared word by word. Of the reprints that
`benchmarks/reprints.py` makes from the corpus, those with a header, a footer, another title or a last paragraph less
share 0.60 to 1.0; two different releases never more than 0.03."""

EDGE = 30
"""Words that a reprint may add before and after: the paper, the day, «lire aussi», a copyright. A paragraph that tells
something more is longer."""

ANCHOR = 8
"""Common words in a row where the body of a text begins and ends: shorter runs are common between any two texts."""

REWORDED = 0.03
"""Share of words that a reprint may reword inside: none of them a name, a figure, a negation or the like."""


def similarity(signature: bytes, other: bytes) -> float:
    """The share of shingles that two texts have in common, as their signatures estimate it (standard error 0.04)."""
    return float(np.mean(np.frombuffer(signature, "<u4") == np.frombuffer(other, "<u4")))


SWAP = 3
"""Words in the place of as many others, «le 13 mars» for «le 12 mars», that are another version of the same line; a
title or header in the place of another is longer."""


AROUND = 4
"""Common words on the two sides of a swap: any two headers have a «mars» or a «de» in common."""


def is_reprint(new: Fingerprint, read: Fingerprint) -> bool:
    """True when `new` tells nothing that `read` does not: cuts, other lines around it and a few reworded words apart.

    The same release with another name, figure or «pas» is no reprint, however alike: its facts are others.
    """
    if NONE in (new, read) or similarity(new.signature, read.signature) < ALIKE:
        return False
    words, known = _words(new), _words(read)
    blocks = _common_blocks([word >> 1 for word in known], [word >> 1 for word in words])
    anchors = [block for block in blocks if block.size >= ANCHOR]
    if not anchors or anchors[0].b > EDGE or len(words) - anchors[-1].b - anchors[-1].size > EDGE:
        return False
    gaps = list(pairwise([Match(0, 0, 0), *blocks, Match(len(known), len(words), 0)]))
    if any(_decides(words, *gap) for gap in gaps if _is_swap(*gap)):
        return False
    body = [gap for gap in gaps if anchors[0].b <= gap[0].b and gap[1].b <= anchors[-1].b]
    return not any(_decides(words, *gap) for gap in body) and sum(_added(*gap) for gap in body) <= REWORDED * len(words)


def _words(fingerprint: Fingerprint) -> list[int]:
    words: list[int] = np.frombuffer(fingerprint.words, "<u4").tolist()
    return words


def _common_blocks(known: list[int], words: list[int]) -> list[Match]:
    """Runs of words that are in both, in the same order."""
    return [block for block in SequenceMatcher(None, known, words).get_matching_blocks() if block.size]


def _added(before: Match, after: Match) -> int:
    """How many new words stand between two common runs."""
    return after.b - before.b - before.size


def _is_swap(before: Match, after: Match) -> bool:
    small = 0 < _added(before, after) <= SWAP and 0 < after.a - before.a - before.size <= SWAP
    return small and before.size + after.size >= AROUND


def _decides(words: list[int], before: Match, after: Match) -> bool:
    """True when a new word between two common runs is a name or a figure, or changes what is said."""
    return any(word & DECIDING for word in words[before.b + before.size : after.b])
