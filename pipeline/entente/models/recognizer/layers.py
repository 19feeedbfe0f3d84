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

    thinc's `Maxout(normalize=True)`, with the pieces one after the other, so that the best is found on whole rows.
    """

    weights: Floats
    """(inputs, pieces x outputs)."""
    bias: Floats
    """(pieces x outputs,)."""
    gain: Floats
    """(outputs,)."""
    shift: Floats
    """(outputs,)."""

    @classmethod
    def of(cls, maxout: Node, norm: Node) -> "Maxout":
        """The layer with the parameters of thinc's two nodes."""
        weights = param(maxout, "W")  # (outputs, pieces, inputs)
        outputs, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs)),
            param(maxout, "b").T.reshape(-1),
            param(norm, "G"),
            param(norm, "b"),
        )

    def __call__(self, rows: Floats, pieces: Floats | None = None, best: Floats | None = None) -> Floats:
        """(rows, outputs) of (rows, inputs); `pieces` and `best` are room to work in, which a loop may reuse."""
        width = len(self.gain)
        pieces = np.matmul(rows, self.weights, out=pieces)
        pieces += self.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        return self._normalised(best)

    def _normalised(self, rows: Floats) -> Floats:
        """Each row with mean 0 and variance 1, then scaled and shifted; in place."""
        rows -= rows.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]) + EPSILON
        rows *= (variance ** np.float32(-0.5))[:, None]
        rows *= self.gain
        rows += self.shift
        return rows
