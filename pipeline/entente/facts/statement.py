"""A statement: what one sentence, list item or heading says of one instrument."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from entente.annotations import (
    EntityMention,
    Extent,
    get_blocks,
    get_sentences,
)
from entente.facts.folding import folded_of
from entente.facts.instruments import Act, Instrument
from entente.facts.patterns import lexicon_pattern, occurring


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that is read on its own: a sentence, a whole list item, a heading."""

    start: int
    end: int
    block: int
    heading: bool
    item: bool
    """A whole list item."""
    text: str = field(compare=False, repr=False)
    """Its words, folded."""


@dataclass(slots=True)
class Statement:
    """What a unit says of one instrument."""

    unit: Unit
    kind: str
    rule: str
    instrument: Instrument | None
    acts: list[Act] = field(default_factory=list)
    parties: list[EntityMention] = field(default_factory=list)
    signatories: list[EntityMention] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    """Indexes of the dates that stand nearer to this instrument than to another of its unit."""
    since: int | None = None
    """Index of the date that a list gives to this pair."""

    @property
    def bound(self) -> frozenset[int]:
        """Entities bound."""
        return frozenset(mention.entity for mention in self.parties)

    def does(self, *names: str) -> bool:
        """True when one of these acts is told."""
        return any(act.name in names for act in self.acts)


def units(doc: Doc) -> list[Unit]:
    """Sentences of paragraphs, whole list items, whole headings, in the order of the text."""
    blocks, folded = get_blocks(doc), folded_of(doc)
    found: list[Unit] = []
    for sentence in get_sentences(doc):
        block = blocks[sentence["block"]]
        if block["kind"] == "boilerplate":
            continue
        whole = block["kind"] in ("bullet", "title", "heading", "caption")
        item = block["kind"] == "bullet"
        start, end = (block["start"], block["end"]) if whole else (sentence["start"], sentence["end"])
        unit = Unit(start, end, sentence["block"], whole and not item, item, folded[start:end])
        if not found or found[-1] != unit:
            found.append(unit)
    return found


def adds(unit: Unit) -> bool:
    """True when a unit describes what an instrument is about, or who pays for it."""
    return describes(unit) or pays(unit)


def describes(unit: Unit) -> bool:
    """True when a unit tells what an instrument is about: «elle porte sur la culture»."""
    return _tells(unit, "content")


def pays(unit: Unit) -> bool:
    """True when a unit tells of money or help for an instrument: «l'Agence y consacre 130 000 euros»."""
    return _tells(unit, "funding")


def _tells(unit: Unit, words: str) -> bool:
    """True when a unit has one of the words of a list."""
    listed = words in occurring(unit.text, "accords")
    return listed and lexicon_pattern("accords", words).search(unit.text) is not None


def extent(unit: Unit) -> Extent:
    """The unit as evidence."""
    return Extent(unit.start, unit.end)
