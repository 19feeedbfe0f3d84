"""Signatures of sets, against the library whose values they are."""

import zlib

import numpy as np
import pytest

from entente.batch.minhash import SLICE, minhash

datasketch = pytest.importorskip("datasketch", minversion="2", reason="a test extra")


@pytest.mark.parametrize("count", [0, 1, 300, SLICE, SLICE + 1])
def test_the_values_are_those_of_datasketch(count: int) -> None:
    items = [f"jumelage {number} été".encode() for number in range(count)]
    sketch = datasketch.MinHash(num_perm=125, hashfunc=zlib.crc32, scheme="affine32")
    sketch.update_batch(items)
    assert np.array_equal(minhash(items, 125), sketch.hashvalues)


def test_two_sets_agree_in_the_share_that_they_have_in_common() -> None:
    one, other = ([f"mot {number}".encode() for number in range(start, start + 900)] for start in (0, 300))
    assert np.mean(minhash(one, 2_000) == minhash(other, 2_000)) == pytest.approx(600 / 1_200, abs=0.04)
