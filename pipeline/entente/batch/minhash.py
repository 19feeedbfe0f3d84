"""MinHash signatures, to the value those of `datasketch.MinHash(hashfunc=zlib.crc32, scheme="affine32")`.

A test compares them. Importing datasketch brings SciPy along, 0.4 s and 40 MB a process, for nothing that a signature
needs, and its values changed with its version 2.
"""

import zlib
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

SEED = 1
"""Of the permutations, as datasketch has it."""

SLICE = 2_000
"""Items hashed at once: memory grows with items times values of the signature, 1 MB here."""

Words = NDArray[np.uint32]


def minhash(items: Sequence[bytes], size: int) -> Words:
    """The signature of a set of items: `size` values of 32 bits; the highest value everywhere when there is no item.

    Two sets agree in as many values as they share of their items (Broder, On the resemblance and containment of
    documents, 1997).
    """
    least = np.full(size, np.uint32(0xFFFFFFFF))
    factors, terms = _permutations(size)
    for start in range(0, len(items), SLICE):
        hashed = _hashed(items[start : start + SLICE])
        np.minimum(least, (factors * hashed + terms).min(axis=1), out=least)
    return least


@cache
def _permutations(size: int) -> tuple[Words, Words]:
    """Factors and terms of `factor * hash + term` modulo 2³², two columns; an odd factor makes it a permutation."""
    draw = np.random.RandomState(SEED)
    factors = draw.randint(0, 1 << 31, size, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    terms = draw.randint(0, 1 << 32, size, dtype=np.uint32)
    return factors[:, None], terms[:, None]


def _hashed(items: Sequence[bytes]) -> Words:
    """The CRC-32 of each item, a tenth of the time of a SHA-1, mixed by the end of MurmurHash3."""
    values = np.fromiter(map(zlib.crc32, items), np.uint32, len(items))
    values = (values ^ values >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    values = (values ^ values >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return values ^ values >> np.uint32(16)
