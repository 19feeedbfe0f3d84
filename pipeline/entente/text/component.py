"""The stage `entente_layout`: blocks, sentences and quotations of a Doc."""

from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import Sentence, set_layout, text_of
from entente.text.blocks import find_blocks
from entente.text.quotations import find_quotations
from entente.text.sentences import find_sentences


@Language.factory("entente_layout")
def create_layout(nlp: Language, name: str) -> "LayoutStage":
    """The component, for `nlp.add_pipe("entente_layout")`."""
    return LayoutStage()


class LayoutStage:
    """Finds the shape of the text, and marks sentence starts so that `ner` never crosses a line."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        blocks = find_blocks(text_of(doc))
        sentences = find_sentences(text_of(doc), blocks)
        set_layout(doc, blocks, sentences, find_quotations(text_of(doc), blocks))
        if len(doc) and not doc.has_annotation("SENT_START"):
            _mark_starts(doc, sentences)
        return doc


def _mark_starts(doc: Doc, sentences: list[Sentence]) -> None:
    """Mark the first token at or after the beginning of each sentence.

    All at once: setting `is_sent_start` token by token takes quadratic time.
    """
    places = doc.to_array(["IDX", "LENGTH"]).astype("int64")
    firsts = numpy.searchsorted(places.sum(axis=1) - 1, [sentence["start"] for sentence in sentences])
    marks: Any = numpy.full(len(doc), -1, dtype="int64")
    marks[firsts[firsts < len(doc)]] = 1
    doc.from_array(["SENT_START"], marks.astype("uint64"))
