"""The layer that both the words and the encoder are made of."""

from typing import Any, NamedTuple

import numpy as np
from thinc.api import Model

Floats = np.ndarray[Any, np.dtype[np.float32]]
Node = Model[Any, Any]

EPSILON = np.float32(1e-8)
"""Added to every variance before its root, as thinc's `LayerNorm` does."""


def param(node: Node, name: str) -> Floats:
    """A parameter of a thinc layer, as a plain array."""
    return np.array(node.get_param(name), dtype=np.float32)


class Maxout(NamedTuple):
    """A linear map to several pieces, the best piece of each output, and layer normalisation.

    thinc's `Maxout(normalize=True)` with a word a column, so that each step runs along whole rows, and with the bias as
    the weight of one more input, which is always 1.
    """

    weights: Floats
    """(pieces x outputs, inputs + 1), the pieces one after the other."""
    gain: Floats
    """(outputs, 1)."""
    shift: Floats
    """(outputs, 1)."""

    @classmethod
    def of(cls, maxout: Node, norm: Node) -> "Maxout":
        """The layer with the parameters of thinc's two nodes."""
        weights = param(maxout, "W")  # (outputs, pieces, inputs)
        outputs, pieces, inputs = weights.shape
        flat = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)
        bias = param(maxout, "b").T.reshape(-1, 1)
        return cls(np.hstack([flat, bias]), param(norm, "G")[:, None], param(norm, "b")[:, None])

    def __call__(self, columns: Floats, room: Floats | None = None) -> Floats:
        """(outputs, words) of (inputs + 1, words), whose last row is 1.

        `room`, (pieces x outputs, words), is where the work is done and the result stands; a loop may reuse it.
        """
        width = len(self.gain)
        pieces = np.matmul(self.weights, columns, out=room)
        best, other = pieces[:width], pieces[width : 2 * width]
        for start in range(width, len(pieces), width):
            np.maximum(best, pieces[start : start + width], out=best)
        return self._normalised(best, other)

    def _normalised(self, columns: Floats, room: Floats) -> Floats:
        """Each column with mean 0 and variance 1, then scaled and shifted; in place."""
        share = np.full(len(columns), 1 / len(columns), dtype=np.float32)
        columns -= share @ columns
        np.multiply(columns, columns, out=room)
        columns *= (share @ room + EPSILON) ** np.float32(-0.5)
        columns *= self.gain
        columns += self.shift
        return columns
