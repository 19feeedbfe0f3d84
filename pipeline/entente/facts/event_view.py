"""A sentence with what the stages before found in it: what every event rule looks at."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import (
    Block,
    DateMention,
    EntityMention,
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


@dataclass(frozen=True)
class Dated:
    """A time expression with offsets in its sentence; `index` is that of the Doc."""

    start: int
    end: int
    index: int
    edtf: str


@dataclass(frozen=True, eq=False)
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

    def of(self, *types: str) -> list[Seen]:
        """Mentions of these entity types."""
        return [item for item in self.seen if item.type in types]


def views(doc: Doc) -> list[View]:
    """Every sentence that tells something, in the order of the text; datelines and signatures are left out."""
    blocks, types = get_blocks(doc), [entity["type"] for entity in get_entities(doc)]
    dateline = dateline_of(doc)
    mentions = entities_in(doc, 0, len(text_of(doc)))
    dates = [(i, date) for i, date in enumerate(get_dates(doc)) if i != dateline and date["edtf"]]
    labelled = labels(doc, dateline)
    starts, date_starts = [m.start for m in mentions], [date["start"] for _, date in dates]
    found: list[View] = []
    last: tuple[int, int] | None = None
    for sentence in get_sentences(doc):
        block = blocks[sentence["block"]]
        if block["kind"] in SILENT_BLOCKS and not _announces(doc, block):
            continue
        for start, end in _pieces(text_of(doc), sentence["start"], sentence["end"]):
            label = labelled.get(sentence["block"])
            inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            dated = dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
            found.append(
                View(
                    index=len(found),
                    start=start,
                    text=text_of(doc)[start:end],
                    block=sentence["block"],
                    lead=block["lead"],
                    kind=block["kind"],
                    seen=tuple(_seen(m, start, types) for m in inside if m.end <= end),
                    dated=tuple(_dated(d, i, start) for i, d in dated if d["end"] <= end and _usable(text_of(doc), d)),
                    opened=tuple(_dated(d, i, start) for i, d in dated if d["end"] <= end and _open(d)),
                    day=_day_of(doc, last, sentence["block"], start),
                    label=_label_date(doc, label, start),
                    ground=tuple(_seen(m, start, types) for m in label.places) if label else (),
                )
            )
            days = [i for i, d in dated if d["end"] <= end and _usable(text_of(doc), d) and DAY.match(d["edtf"] or "")]
            if days:
                last = (sentence["block"], days[0]) if len(days) == 1 else None
    return found


def _announces(doc: Doc, block: Block) -> bool:
    """True for a line that only seems to date the text: «La fête des jumelages, samedi 22 juin»."""
    return block["kind"] == "dateline" and tells(text_of(doc)[block["start"] : block["end"]])


def _day_of(doc: Doc, last: tuple[int, int] | None, block: int, start: int) -> Dated | None:
    """The one day that the latest dated sentence of the block told."""
    return _dated(get_dates(doc)[last[1]], last[1], start) if last and last[0] == block else None


def _seen(mention: EntityMention, start: int, types: list[str]) -> Seen:
    return Seen(mention.start - start, mention.end - start, types[mention.entity], mention)


def _dated(date: DateMention, index: int, start: int) -> Dated:
    return Dated(date["start"] - start, date["end"] - start, index, date["edtf"] or "")


def _label_date(doc: Doc, label: Label | None, start: int) -> Dated | None:
    """The date of a label, when something can happen on it."""
    if label is None or label.date is None:
        return None
    date = get_dates(doc)[label.date]
    return _dated(date, label.date, start) if _usable(text_of(doc), date) else None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence, or pieces of one that is longer than any sentence (a list or a table on one line)."""
    pieces = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)] if start < end else pieces


def _open(date: DateMention) -> bool:
    """A day or month from which or until which something goes on; a year is too coarse for an event."""
    first, _, last = (date["edtf"] or "").partition("/")
    return (first == ".." and last.count("-") > 0) or (last == ".." and first.count("-") > 0)


def _usable(text: str, date: DateMention) -> bool:
    """A date on which something can happen: with a value, and no open term («depuis 2013», «d'ici 2030»)."""
    edtf = date["edtf"]
    if not edtf or edtf.startswith("..") or edtf.endswith(".."):
        return False
    if OF_INSTRUMENT.search(text, max(0, date["start"] - INSTRUMENT_GAP), date["start"]):
        return False
    return (
        not text[max(0, date["start"] - 8) : date["start"]]
        .rstrip()
        .lower()
        .endswith(("depuis", "dès", "jusqu'", "ici"))
    )
