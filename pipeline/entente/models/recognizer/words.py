"""What a word is to `ner` before its neighbours are looked at, worked out once a process for each distinct word."""

import threading
from typing import Any

import numpy as np
from spacy.vocab import Vocab

from entente.models.recognizer.layers import Floats, Maxout, Node, param

BLOCK = 64
"""Words worked out at a time, always: a matrix product rounds alike for any number of full blocks, and so do we."""

KEPT = 50_000
"""Distinct words kept, 20 MB; a press archive has about 100,000, most of them once. When full, all are forgotten."""

HASHED = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
"""The attributes that the model hashes; all but the norm follow from the word itself."""

MIX = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that no two norms give one product: word and norm make one key of 64 bits."""

Ints = np.ndarray[Any, np.dtype[np.uint64]]


class Words:
    """The output of spaCy's `MultiHashEmbed` with static vectors: it depends on the word alone, and so is kept."""

    def __init__(self, embed: Node, vocab: Vocab) -> None:
        nodes = list(embed.walk())
        self._hashes = [node for node in nodes if node.name == "hashembed"]
        self._projection = param(next(node for node in nodes if node.name == "static_vectors"), "W").T.copy()
        self._mix = Maxout.of(*(next(node for node in nodes if node.name == name) for name in ("maxout", "layernorm")))
        self.width = len(self._mix.gain)
        self._vocab = vocab
        self._rows: dict[int, int] = {}
        self._table: Floats = np.empty((BLOCK, self.width), dtype=np.float32)
        self._lock = threading.Lock()

    def __call__(self, words: Ints, features: Ints) -> Floats:
        """(tokens, width) of the words: their `ORTH` (tokens,), and their attributes HASHED (tokens, 4)."""
        keys = (words ^ (features[:, 0] * MIX)).tolist()
        with self._lock:
            rows = [self._rows.get(key, -1) for key in keys]
            if -1 in rows:
                rows = self._learn(keys, words, features)
            return self._table[rows]

    def _learn(self, keys: list[int], words: Ints, features: Ints) -> list[int]:
        """Work out the words that are not known yet; the rows of all."""
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > KEPT:
            self._rows, new = {}, {key: i for i, key in enumerate(keys)}
        first, places = len(self._rows), list(new.values())
        self._make_room(first + len(new))
        for start in range(0, len(places), BLOCK):
            chosen = places[start : start + BLOCK]
            vectors = self._vectors(words[chosen], features[chosen])
            self._table[first + start : first + start + len(chosen)] = vectors
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return [self._rows[key] for key in keys]

    def _make_room(self, size: int) -> None:
        if size > len(self._table):
            table = np.empty((max(size, 2 * len(self._table)), self._table.shape[1]), dtype=np.float32)
            table[: len(self._rows)] = self._table[: len(self._rows)]
            self._table = table

    def _vectors(self, words: Ints, features: Ints) -> Floats:
        """(words, width) of at most BLOCK words."""
        count, width = len(words), self._projection.shape[1]
        inputs = np.zeros((BLOCK, width * (len(self._hashes) + 1) + 1), dtype=np.float32)
        for i, node in enumerate(self._hashes):
            inputs[:count, i * width : (i + 1) * width] = node.predict(np.ascontiguousarray(features[:, i]))
        inputs[:, -width - 1 : -1] = self._static(words)
        inputs[:, -1] = 1
        return self._mix(np.ascontiguousarray(inputs.T)).T[:count]

    def _static(self, words: Ints) -> Floats:
        """(BLOCK, width) of the words' pretrained vectors; 0 for a word without one."""
        table = self._vocab.vectors
        found = np.zeros((BLOCK, len(self._projection)), dtype=np.float32)
        for i, row in enumerate(table.find(keys=words.tolist())):
            if row >= 0:
                found[i] = table.data[row]
        vectors: Floats = found @ self._projection
        return vectors
