"""The fingerprint of a text: what finds its reprints among millions, without the texts."""

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from entente.lexicons import load_lexicon

if TYPE_CHECKING:
    from datasketch import MinHash

SHINGLE = 3
"""Words a shingle: two different releases of the corpus never share more than 3 % of theirs; with single words it is 20
%."""

BANDS, ROWS = 25, 5
"""Bands of the signature, and values a band: two texts that share 70 % of their shingles meet in a band with a
probability of 0.99, 60 % of 0.87, 30 % of 0.06 (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, §3.4)."""

SHORTEST, LONGEST = 40, 20_000
"""Words between which a text has a fingerprint. Shorter ones share most shingles by chance; a longer one is a report,
and comparing two of them word by word takes seconds. Both are still known again when they come exactly alike."""

SLICE = 2_000
"""Shingles hashed at once: memory grows with shingles times values of the signature, 1 MB here."""

FAMILIAR = 50_000
"""Words whose hashes are kept in memory, 10 MB: nine in ten words of a release are among them."""

WORD = re.compile(r"\w+")
DECIDING = 1
"""The lowest bit of a word's hash: the word is a name or a figure, or changes what a statement means."""


class Fingerprint(NamedTuple):
    """What is kept of a text to find its reprints."""

    signature: bytes
    """MinHash: BANDS × ROWS little-endian 32-bit values."""
    words: bytes
    """The words in order, each a 32-bit hash without case and accents, the lowest bit set on deciding ones."""


NONE = Fingerprint(b"", b"")
"""Of a text too short or too long to be a reprint of another."""


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text: the same for another typography, case or line width."""
    words = WORD.findall(text)
    if not SHORTEST <= len(words) <= LONGEST:
        return NONE
    folded, hashes = zip(*map(_folded_and_hashed, words), strict=True)
    return Fingerprint(_signature(folded), np.array(hashes, "<u4").tobytes())


@lru_cache(maxsize=FAMILIAR)
def _folded_and_hashed(word: str) -> tuple[bytes, int]:
    folded = _folded(word)
    decides = word[0].isupper() or not word.isalpha() or _is_modal(folded)
    encoded = folded.encode("utf-8", "surrogatepass")
    return encoded, zlib.crc32(encoded) & ~DECIDING | (DECIDING if decides else 0)


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _is_modal(word: str) -> bool:
    """True for «pas», «annulé», «sera»: with it, the same names and figures tell something else."""
    words, stems = _modal_words()
    return word in words or word.startswith(stems)


@cache
def _modal_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of the lexicon of modality, and the beginnings of those that it gives with any ending."""
    forms = [form for kind in load_lexicon("modalite").values() for form in kind]
    parts = [part for form in forms for part in re.findall(r"[\w*]+", form)]
    return frozenset(_folded(part) for part in parts if "*" not in part), tuple(
        _folded(part.rstrip("*")) for part in parts if len(part) > 3 and part.endswith("*")
    )


def _signature(words: Sequence[bytes]) -> bytes:
    shingles = list({b" ".join(shingle) for shingle in zip(*(words[start:] for start in range(SHINGLE)), strict=False)})
    sketch = _empty_sketch().copy()
    for start in range(0, len(shingles), SLICE):
        sketch.update_batch(shingles[start : start + SLICE])
    signature: bytes = sketch.hashvalues.astype("<u4").tobytes()
    return signature


@cache
def _empty_sketch() -> "MinHash":
    """The sketch that all others are copies of, so that its permutations are drawn once.

    CRC-32 takes a tenth of the time of the SHA-1 that is datasketch's usual choice; «affine32» is its scheme for hashes
    of 32 bits.
    """
    from datasketch import MinHash  # noqa: PLC0415 - brings SciPy along, 0.3 s that a single document does not need

    return MinHash(num_perm=BANDS * ROWS, hashfunc=zlib.crc32, scheme="affine32")
