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
        """The encoded rows as columns, a block at a time, each with its place.

        `rows`, (`padded_size`, width), begins with `pad` empty rows, ends with as many, and has them between documents.
        """
        width, stride = rows.shape[1], BLOCK - 2 * self.pad
        windows = np.ones((3 * width + 1, BLOCK), dtype=np.float32)
        room = np.empty((len(self.layers[0].weights), BLOCK), dtype=np.float32)
        for start in range(0, len(rows) - 2 * self.pad, stride):
            # One empty column on either side, which stays so: the windows of the block's ends.
            block = np.zeros((width, BLOCK + 2), dtype=np.float32)
            block[:, 1:-1] = rows[start : start + BLOCK].T
            for layer in self.layers:
                for k in range(3):
                    windows[k * width : (k + 1) * width] = block[:, k : k + BLOCK]
                block[:, 1:-1] += layer(windows, room)
            yield slice(start + self.pad, start + BLOCK - self.pad), block[:, 1 + self.pad : -1 - self.pad]

    def padded_size(self, size: int) -> int:
        """The least number of rows that blocks fill, of at least `size`."""
        stride = BLOCK - 2 * self.pad
        return -(-max(size - 2 * self.pad, 1) // stride) * stride + 2 * self.pad
