"""What its neighbours make of a word: four layers of windows of three words, over all documents at once."""

from collections.abc import Iterator

import numpy as np

from entente.models.recognizer.layers import Floats, Maxout, Node

BLOCK = 512
"""Rows worked at a time: 0.6 MB of windows stay in the cache, and with a constant shape each row is rounded alike,
whichever texts stand beside it."""


class Encoder:
    """spaCy's `MaxoutWindowEncoder` with windows of one word on either side."""

    def __init__(self, encode: Node) -> None:
        nodes = list(encode.walk())
        layers = [[node for node in nodes if node.name == name] for name in ("maxout", "layernorm")]
        self.layers = [Maxout.of(maxout, norm) for maxout, norm in zip(*layers, strict=True)]
        self.pad = len(self.layers)
        """Empty rows between documents, and as many as one row can see on either side."""

    def __call__(self, rows: Floats) -> Iterator[tuple[slice, Floats]]:
        """The encoded rows, a block at a time, each with its place.

        `rows`, (`padded_size`, width), begins with `pad` empty rows, ends with as many, and has them between documents.
        """
        width, stride = rows.shape[1], BLOCK - 2 * self.pad
        windows = np.empty((BLOCK, 3 * width), dtype=np.float32)
        pieces = np.empty((BLOCK, len(self.layers[0].bias)), dtype=np.float32)
        best = np.empty((BLOCK, width), dtype=np.float32)
        for start in range(0, len(rows) - 2 * self.pad, stride):
            # One empty row on either side, which stays so: the windows of the block's ends.
            block = np.zeros((BLOCK + 2, width), dtype=np.float32)
            block[1:-1] = rows[start : start + BLOCK]
            seen = np.lib.stride_tricks.as_strided(block, windows.shape, (block.strides[0], block.itemsize))
            for layer in self.layers:
                np.copyto(windows, seen)
                block[1:-1] += layer(windows, pieces, best)
            yield slice(start + self.pad, start + BLOCK - self.pad), block[1 + self.pad : -1 - self.pad]

    def padded_size(self, size: int) -> int:
        """The least number of rows that blocks fill, of at least `size`."""
        stride = BLOCK - 2 * self.pad
        return -(-max(size - 2 * self.pad, 1) // stride) * stride + 2 * self.pad
