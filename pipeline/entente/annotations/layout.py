"""The shape of the text: blocks, sentences and quotations."""

from typing import Literal, TypedDict

from spacy.tokens import Doc

from entente.annotations.offsets import Extent, fetch, register, store

BLOCKS, SENTENCES, QUOTATIONS = "entente_blocks", "entente_sentences", "entente_quotations"
for _name in (BLOCKS, SENTENCES, QUOTATIONS):
    register(_name)

BlockKind = Literal["title", "heading", "paragraph", "bullet", "dateline", "caption", "signature", "boilerplate"]


class Block(TypedDict):
    """A line or paragraph. A `dateline` is a line of its own that only dates or places the text."""

    kind: BlockKind
    start: int
    end: int
    lead: int | None
    """For a bullet: index of the block that introduces its list, if any."""


class Sentence(TypedDict):
    """A sentence, without the white space around it; a bullet, heading or title is at least one of its own."""

    start: int
    end: int
    block: int
    """Index of its block."""


class Quotation(TypedDict):
    """Words between quotation marks; `parts` leave out the marks and any incise («, a-t-il dit,»)."""

    parts: list[Extent]
    start: int
    """First character of the whole, opening mark included."""
    end: int
    """One past the last, closing mark included."""
    clause: bool
    """True when it is at least a clause, so speech and not a title or a scare quote."""


def set_layout(doc: Doc, blocks: list[Block], sentences: list[Sentence], quotations: list[Quotation]) -> None:
    """Put the layout on the Doc; each list in the order of the text."""
    store(doc, BLOCKS, blocks)
    store(doc, SENTENCES, sentences)
    store(doc, QUOTATIONS, quotations)


def get_blocks(doc: Doc) -> list[Block]:
    """Blocks in the order of the text."""
    found: list[Block] = fetch(doc, BLOCKS)
    return found


def get_sentences(doc: Doc) -> list[Sentence]:
    """Sentences in the order of the text."""
    found: list[Sentence] = fetch(doc, SENTENCES)
    return found


def get_quotations(doc: Doc) -> list[Quotation]:
    """Quotations in the order of the text."""
    found: list[Quotation] = fetch(doc, QUOTATIONS)
    return found


def block_at(doc: Doc, offset: int) -> Block | None:
    """The block that holds a character, if any."""
    return next((block for block in get_blocks(doc) if block["start"] <= offset < block["end"]), None)


def sentence_at(doc: Doc, offset: int) -> Sentence | None:
    """The sentence that holds a character, if any."""
    return next((sentence for sentence in get_sentences(doc) if sentence["start"] <= offset < sentence["end"]), None)


def quotation_at(doc: Doc, offset: int) -> Quotation | None:
    """The quotation that holds a character between its outer marks, if any."""
    return next((item for item in get_quotations(doc) if item["start"] <= offset < item["end"]), None)
