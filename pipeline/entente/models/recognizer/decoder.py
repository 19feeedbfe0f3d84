"""Where entities begin and end: spaCy's greedy transitions, for all sentences at once.

Outside an entity the choice (begin one, be one, stay out) depends on the token alone and is worked out for all at
once; inside one it depends on the first token, the one before and this one, and all open entities go on in step.
"""

from typing import NamedTuple

import numpy as np

from entente.models.recognizer.layers import Floats, Node, param
from entente.models.recognizer.walk import Flags, Ints, Tokens, Walk

BLOCK = 64
"""Matrix products are of whole blocks of columns, so that each is rounded alike whatever stands beside it."""

NEVER = -np.float32(np.inf)
"""Score of what may not be."""


class Entities(NamedTuple):
    """Entities in the order of the text, by the places of their tokens in the row of all documents."""

    starts: Ints
    ends: Ints
    labels: Ints
    """Indexes into the decoder's labels."""


class Decoder:
    """The state features and scores of spaCy's `TransitionBasedParser` for `ner`, over its tokens' vectors."""

    def __init__(self, model: Node, moves: list[str]) -> None:
        self.labels = [name[2:] for name in moves if name[:2] == "B-"]
        self._read_features(model.get_ref("tok2vec").layers[-1], model.get_ref("lower"))
        self._read_scores(model.get_ref("upper"), moves)

    def _read_features(self, linear: Node, lower: Node) -> None:
        """Features of this token, the entity's first and the one before, each linear in a linear layer: one product."""
        features, hidden, pieces, inputs = param(lower, "W").shape
        self.width = pieces * hidden
        """Of one feature."""
        weights = param(lower, "W").transpose(0, 2, 1, 3).reshape(features, self.width, inputs)
        self._own, self._first, self._before = (part @ param(linear, "W") for part in weights)
        bias = weights @ param(linear, "b")
        absent = param(lower, "pad")[0].transpose(0, 2, 1).reshape(features, self.width)
        shared = param(lower, "b").T.reshape(-1) + bias[0]
        self._outside = (shared + absent[1] + absent[2])[:, None]
        self._inside = (shared + bias[1] + bias[2])[:, None]

    def _read_scores(self, upper: Node, moves: list[str]) -> None:
        """The rows of the output that each state may choose from."""
        weights, bias = param(upper, "W"), param(upper, "b")
        begin, go_on, end, unit = ([moves.index(f"{kind}-{label}") for label in self.labels] for kind in "BILU")
        choices = [*begin, *unit, moves.index("O")]
        self.choices = len(choices)
        """Outside an entity: to begin one of each label, to be one of each, to stay out."""
        self._choose = weights[choices], bias[choices, None]
        self._go_on = weights[go_on].T.copy(), bias[go_on]
        self._end = weights[end].T.copy(), bias[end]

    def features(self, columns: Floats) -> tuple[Floats, Floats]:
        """For encoded columns: each one's feature as this token, and its scores outside an entity, in columns too."""
        own: Floats = np.matmul(self._own, columns, dtype=np.float32)
        weights, bias = self._choose
        scores: Floats = weights @ _best(own + self._outside) + bias
        return own, scores

    def __call__(self, encoded: Floats, own: Floats, scores: Floats, tokens: Tokens) -> Entities:
        """The entities, of the encoded columns and their `features`."""
        count = len(self.labels)
        scores = scores[:, tokens.places]
        scores[:count, tokens.lasts] = NEVER
        scores[: 2 * count, tokens.spaces] = NEVER
        choice = scores.argmax(axis=0)
        begins = np.flatnonzero(choice < count)
        starts, ends = self._follow(encoded, own, tokens, begins, choice[begins])
        units = np.flatnonzero((count <= choice) & (choice < 2 * count) & ~_covered(starts, ends, len(choice)))
        starts, ends = np.concatenate([starts, units]), np.concatenate([ends, units + 1])
        order = starts.argsort()
        return Entities(starts[order], ends[order], choice[starts[order]] % count)

    def _follow(self, encoded: Floats, own: Floats, tokens: Tokens, begins: Ints, labels: Ints) -> tuple[Ints, Ints]:
        """Starts and ends of the entities of several tokens."""
        first = _product(self._first, encoded[:, tokens.places[begins]]) + self._inside
        walk = Walk(tokens, begins)
        while len(walk.open):
            here = tokens.places[walk.here]
            state = _best(own[:, here] + first[:, walk.open] + _product(self._before, encoded[:, here - 1]))
            label = labels[walk.open]
            walk.step(_score(state, label, self._go_on) >= _score(state, label, self._end))
        return walk.spans()


def _score(state: Floats, labels: Ints, output: tuple[Floats, Floats]) -> Floats:
    """The score of one choice a state: that of its label."""
    weights, bias = output
    scores: Floats = (state * weights[:, labels]).sum(axis=0) + bias[labels]
    return scores


def _best(pieces: Floats) -> Floats:
    """The better of the two pieces of each hidden unit."""
    width = len(pieces) // 2
    return np.maximum(pieces[:width], pieces[width:])


def _product(matrix: Floats, columns: Floats) -> Floats:
    count = columns.shape[1]
    whole = np.zeros((len(columns), -(-count // BLOCK) * BLOCK), dtype=np.float32)
    whole[:, :count] = columns
    return (matrix @ whole)[:, :count]


def _covered(starts: Ints, ends: Ints, size: int) -> Flags:
    """Which of `size` tokens lie in spans, which do not overlap."""
    steps = np.zeros(size + 1, dtype=np.int64)
    np.add.at(steps, starts, 1)
    np.subtract.at(steps, ends, 1)
    return steps[:-1].cumsum() > 0
