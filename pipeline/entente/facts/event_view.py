"""A sentence with what the stages before found in it: what every event rule looks at."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import (
    Block,
    DateMention,
    EntityMention,
    Extent,
    entities_in,
    get_blocks,
    get_dates,
    get_entities,
    get_sentences,
    text_of,
)
from entente.facts.event_dateline import dateline_of, tells
from entente.facts.event_label import Label, labels

PLACE_TYPES = frozenset({"city", "intercommunality", "region", "department", "country", "venue"})
OF_INSTRUMENT = re.compile(
    r"\b(?:accords?|conventions?|protocoles?|chartes?|ententes?|pactes?|traités?|lois?|plans?|budgets?|mandats?|rapports?|déclarations?)\s+"
    r"(?:\w+\s+)?(?:de\s+|du\s+|d['’])$",
    re.IGNORECASE,
)
"""«l'avenant à l'accord de 2012»: a date that only names an instrument."""

OF = ("de", "du", "d'", "d’")
"""What `OF_INSTRUMENT` ends with."""

INSTRUMENT_GAP = 40
"""Characters before a date in which that instrument stands."""

DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
LONGEST = 2000
"""Characters of a sentence; the rules take quadratic time in it at worst."""

SILENT_BLOCKS = frozenset({"dateline", "signature", "boilerplate"})


class Seen(NamedTuple):
    """An entity mention with offsets in its sentence."""

    start: int
    end: int
    type: str
    mention: EntityMention


@dataclass(eq=False, slots=True)
class Dated:
    """A time expression with offsets in its sentence; `index` is that of the Doc."""

    start: int
    end: int
    index: int
    edtf: str


@dataclass(eq=False)
class View:
    """A sentence, equal to none but itself; offsets of `seen` and `dated` count from its first character."""

    index: int
    start: int
    text: str
    block: int
    lead: int | None
    """For a bullet, the block that introduces its list."""
    kind: str
    seen: tuple[Seen, ...]
    dated: tuple[Dated, ...]
    opened: tuple[Dated, ...] = ()
    """Time expressions with one end («depuis lundi», «jusqu'au 30 juin»)."""
    day: Dated | None = None
    """The day told last in an earlier sentence of its block, with negative offsets: what a narrative goes on with."""
    label: Dated | None = None
    """The date that opens its block, or heads it, and holds where the sentence tells none."""
    ground: tuple[Seen, ...] = ()
    """The places of that label; as of a date before the sentence, their offsets are negative."""

    @property
    def end(self) -> int:
        """One past its last character in the document."""
        return self.start + len(self.text)

    @property
    def heading(self) -> bool:
        """True for a title or an intermediate heading."""
        return self.kind in {"title", "heading"}

    @property
    def has_date(self) -> bool:
        """True where something can be dated, by the sentence or by its label."""
        return bool(self.dated or self.opened or self.label)

    def of(self, *types: str) -> list[Seen]:
        """Mentions of these entity types."""
        return [item for item in self.seen if item.type in types] if self.seen else []


def views(doc: Doc) -> list[View]:
    """Every sentence that tells something, in the order of the text; datelines and signatures are left out."""
    blocks, document = get_blocks(doc), _Document(doc)
    found: list[View] = []
    last: tuple[int, _Dating] | None = None
    for sentence in get_sentences(doc):
        block = blocks[sentence["block"]]
        if block["kind"] in SILENT_BLOCKS and not _announces(doc, block):
            continue
        for start, end in _pieces(document.text, sentence["start"], sentence["end"]):
            dates = document.dates_in(start, end)
            day = last[1] if last and last[0] == sentence["block"] else None
            found.append(document.view(len(found), Extent(start, end), sentence["block"], dates, day))
            days = [date for date in dates if date.usable and DAY.match(date.edtf)]
            if days:
                last = (sentence["block"], days[0]) if len(days) == 1 else None
    return found


class _Dating(NamedTuple):
    """A time expression of the Doc, and whether something can happen on it."""

    start: int
    end: int
    at: int
    """Its index."""
    edtf: str
    usable: bool

    def seen_from(self, start: int) -> Dated:
        """The same with offsets that count from a character."""
        return Dated(self.start - start, self.end - start, self.at, self.edtf)


class _Document:
    """What the views of a Doc are cut from, worked out once."""

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self._blocks, self._types = get_blocks(doc), [entity["type"] for entity in get_entities(doc)]
        dateline = dateline_of(doc)
        self._mentions = entities_in(doc, 0, len(self.text))
        self._dates = [
            _Dating(date["start"], date["end"], i, date["edtf"], _usable(self.text, date))
            for i, date in enumerate(get_dates(doc))
            if i != dateline and date["edtf"]
        ]
        self._labels = labels(doc, dateline)

    def dates_in(self, start: int, end: int) -> list[_Dating]:
        """The time expressions with a value that lie wholly in `start:end`."""
        dates = self._dates[bisect_left(self._dates, (start,)) : bisect_left(self._dates, (end,))]
        return [date for date in dates if date.end <= end]

    def view(self, index: int, extent: Extent, block: int, dates: list[_Dating], day: _Dating | None) -> View:
        """A sentence or a piece of one, with the time expressions in it and the day told before it."""
        start, end = extent
        label = self._labels.get(block)
        return View(
            index=index,
            start=start,
            text=self.text[start:end],
            block=block,
            lead=self._blocks[block]["lead"],
            kind=self._blocks[block]["kind"],
            seen=self._seen(self._mentions_in(start, end), start),
            dated=tuple([date.seen_from(start) for date in dates if date.usable]),
            opened=tuple([date.seen_from(start) for date in dates if _is_open(date.edtf)]),
            day=day.seen_from(start) if day else None,
            label=self._label_date(label, start) if label else None,
            ground=self._seen(label.places, start) if label else (),
        )

    def _mentions_in(self, start: int, end: int) -> list[EntityMention]:
        mentions = self._mentions[bisect_left(self._mentions, (start,)) : bisect_left(self._mentions, (end,))]
        return [mention for mention in mentions if mention.end <= end]

    def _seen(self, mentions: Iterable[EntityMention], start: int) -> tuple[Seen, ...]:
        return tuple([Seen(m.start - start, m.end - start, self._types[m.entity], m) for m in mentions])

    def _label_date(self, label: Label, start: int) -> Dated | None:
        """The date of a label, when something can happen on it."""
        date = next((date for date in self._dates if date.at == label.date), None)
        return date.seen_from(start) if date and date.usable else None


def _announces(doc: Doc, block: Block) -> bool:
    """True for a line that only seems to date the text: «La fête des jumelages, samedi 22 juin»."""
    return block["kind"] == "dateline" and tells(text_of(doc)[block["start"] : block["end"]])


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, or pieces of one that is longer than any sentence (a list or a table on one line)."""
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)] if start < end else pieces


def _is_open(edtf: str) -> bool:
    """A day or month from which or until which something goes on; a year is too coarse for an event."""
    first, _, last = edtf.partition("/")
    return (first == ".." and last.count("-") > 0) or (last == ".." and first.count("-") > 0)


def _usable(text: str, date: DateMention) -> bool:
    """A date on which something can happen: with a value, and no open term («depuis 2013», «d'ici 2030»)."""
    edtf = date["edtf"]
    if not edtf or edtf.startswith("..") or edtf.endswith(".."):
        return False
    first, last = max(0, date["start"] - INSTRUMENT_GAP), date["start"]
    before = text[first:last].rstrip().lower()
    if before.endswith(OF) and OF_INSTRUMENT.search(text, first, last):
        return False
    return not text[max(0, last - 8) : last].rstrip().lower().endswith(("depuis", "dès", "jusqu'", "ici"))
