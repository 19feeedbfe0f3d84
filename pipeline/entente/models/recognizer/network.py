"""The three parts of the model in a row: from the tokens of a batch to its entities."""

import re
from typing import Any, NamedTuple

import numpy as np
from spacy.vectors import Mode
from spacy.vocab import Vocab

from entente.models.recognizer.decoder import Decoder, Entities
from entente.models.recognizer.encoder import Encoder
from entente.models.recognizer.layers import Floats, Node
from entente.models.recognizer.walk import Tokens
from entente.models.recognizer.words import HASHED, Words

_MIX = r"\(maxout>>layernorm>>dropout\)"
_HASH = r"ints-getitem>>hashembed"
_WINDOW = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
EXPECTED = re.compile(
    rf"extract_features>>list2ragged>>with_array\({_HASH}(?:\|{_HASH})*\)\|static_vectors>>with_array{_MIX}"
    rf">>ragged2list>>with_array\({_WINDOW}(?:>>{_WINDOW})*\)>>list2array>>linear"
)
"""thinc's own description of the layers that `words`, `encoder` and `decoder` work out."""

COLUMNS = ("SENT_START", "IS_SPACE", "ORTH", *HASHED)
"""The attributes of a token that are read."""

START, SPACE, ORTH, FEATURES = 0, 1, 2, slice(3, None)

Span = tuple[int, int, str]
"""An entity of a document: first token, one past the last, label."""


class Network(NamedTuple):
    """spaCy's model for `ner`, without the machinery of training."""

    words: Words
    encoder: Encoder
    decoder: Decoder

    @classmethod
    def of(cls, model: Node, moves: list[str], vocab: Vocab) -> "Network | None":
        """The network with the weights of a model and the names of its transitions; None for another architecture."""
        if not _expected(model, moves) or vocab.vectors.mode != Mode.default:
            return None
        tok2vec = model.get_ref("tok2vec").layers[0]
        return cls(Words(tok2vec.get_ref("embed"), vocab), Encoder(tok2vec.get_ref("encode")), Decoder(model, moves))

    def find(self, table: Any, sizes: list[int]) -> list[list[Span]]:
        """The entities of each document: `table` has a row a token and COLUMNS, `sizes` the tokens of a document."""
        ends, pad = np.cumsum(sizes), self.encoder.pad
        places = np.arange(len(table)) + pad * (1 + np.repeat(np.arange(len(sizes)), sizes))
        rows = np.zeros((self.encoder.padded_size(places[-1] + 1 + pad), self.words.width), dtype=np.float32)
        rows[places] = self.words(table[:, ORTH], table[:, FEATURES])
        lasts = np.append(table[1:, START] == 1, True)
        lasts[ends[ends > 0] - 1] = True
        return self._by_document(self._decode(rows, Tokens(places, lasts, table[:, SPACE] > 0)), ends)

    def _decode(self, rows: Floats, tokens: Tokens) -> Entities:
        """Encode the rows, and find the entities."""
        encoded = np.empty(rows.shape[::-1], dtype=np.float32)
        own = np.empty((self.decoder.width, len(rows)), dtype=np.float32)
        scores = np.empty((self.decoder.choices, len(rows)), dtype=np.float32)
        for place, block in self.encoder(rows):
            encoded[:, place] = block
            own[:, place], scores[:, place] = self.decoder.features(block)
        return self.decoder(encoded, own, scores, tokens)

    def _by_document(self, found: Entities, ends: Any) -> list[list[Span]]:
        """Entities document by document, and counted from its first token."""
        names = [self.decoder.labels[i] for i in found.labels.tolist()]
        firsts = [0, *ends.tolist()]
        spans: list[list[Span]] = [[] for _ in ends]
        documents = np.searchsorted(ends, found.starts, side="right").tolist()
        for document, start, end, name in zip(documents, *map(np.ndarray.tolist, found[:2]), names, strict=True):
            spans[document].append((start - firsts[document], end - firsts[document], name))
        return spans


def _expected(model: Node, moves: list[str]) -> bool:
    """Whether `words`, `encoder` and `decoder` work out what this model does."""
    tok2vec, lower = model.get_ref("tok2vec"), model.get_ref("lower")
    return (
        EXPECTED.fullmatch(tok2vec.name) is not None
        and all(node.attrs["columns"] == list(HASHED) for node in _named(tok2vec, "extract_features"))
        and all(node.attrs["key_attr"] == "ORTH" for node in _named(tok2vec, "static_vectors"))
        and all(node.attrs["window_size"] == 1 for node in _named(tok2vec, "expand_window"))
        and bool(model.attrs["has_upper"])
        and not model.attrs["unseen_classes"]
        and (lower.get_dim("nF"), lower.get_dim("nP")) == (3, 2)
        and all(f"{kind}-{move[2:]}" in moves for move in moves if move[:2] == "B-" for kind in "ILU")
    )


def _named(model: Node, name: str) -> list[Node]:
    return [node for node in model.walk() if node.name == name]
