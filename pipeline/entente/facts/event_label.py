"""Labels: the day or the place that opens an item of a programme and holds for all of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import Block, EntityMention, dates_in, entities_in, get_blocks, get_dates, text_of

SHARE = 0.5
"""Share of a heading's characters that its date takes when the heading is a date («Samedi 12 mai : le programme»)."""

REACH = 90
"""Characters in which a label stands («Volterra, place des Prieurs, samedi 5 octobre :»)."""

MARK = re.compile(r"[\s>•‣▪■□●○◦►▶▸➢➔→⇒✓*·–—-]*(?:(?:acte|jour|étape)\s+\w{1,4}\s*[,:.–—-]\s*)?", re.IGNORECASE)
BETWEEN = re.compile(
    r"(?:[\s,/|():–—-]|\b(?:le|la|à|au|aux|en|dès|de|du|matin|midi|après-midi|soir|toujours)\b|l['’])*", re.IGNORECASE
)
CLOSE = re.compile(r"[\s)]*(?:(?:[:–—|]|-\s|\.\s)\s*|\.?$)")
TIME = re.compile(r"\W{0,3}\d{1,2}\s?(?:h|heures?|:)\s?(?:\d{2})?\b")
"""A line that begins so is an item of a programme, however short («10 h : ouverture officielle»)."""

HEADINGS = frozenset({"title", "heading", "dateline"})
SILENT = frozenset({"signature", "boilerplate"})


class Label(NamedTuple):
    """What an item is labelled with."""

    date: int | None
    """Index of a date of the Doc."""
    places: tuple[EntityMention, ...]
    end: int
    """One past the label, in the text."""


def labels(doc: Doc, dateline: int | None) -> dict[int, Label]:
    """The label of each block that has one: its own, or that of the heading above it.

    «Mardi 19 – Nakai. La délégation a inauguré le séchoir. Elle…» → the 19th and Nakai, for the whole paragraph.
    """
    found: dict[int, Label] = {}
    above: Label | None = None
    lines = False
    """True right below a day on a line of its own, as in a programme: short lines do not end it."""
    starts, text = _starts(doc), text_of(doc)
    for index, block in enumerate(get_blocks(doc)):
        label = _label(doc, block, dateline, starts)
        if block["kind"] in HEADINGS and not TIME.match(text, block["start"]):
            label = label if label and _is_date(doc, block, label) else None
            above = label or (above if lines else None)
            lines = lines if label is None else block["kind"] == "dateline"
        lines = lines and block["kind"] in HEADINGS
        if label := label or above:
            found[index] = label
    return found


def _starts(doc: Doc) -> list[int]:
    """Where the dates and the named places begin with which a label can open, in the order of the text."""
    dates = [date["start"] for date in get_dates(doc) if date["edtf"]]
    places = [m.start for m in entities_in(doc, 0, len(text_of(doc)), "city", "venue") if m.kind == "name"]
    return sorted([*dates, *places])


def _label(doc: Doc, block: Block, dateline: int | None, starts: list[int]) -> Label | None:
    """Dates and places, and nothing else, up to a colon, a dash or a full stop; a place alone only in a list."""
    if block["kind"] in SILENT:
        return None
    text = text_of(doc)
    start = MARK.match(text, block["start"], block["end"])
    at = start.end() if start else block["start"]
    reach = min(block["end"], at + REACH)
    near = starts[bisect_left(starts, at) : bisect_left(starts, reach)]
    if not any(BETWEEN.fullmatch(text, at, first) for first in near):
        return None
    best: Label | None = None
    for dates, places, end in _openings(doc, at, reach):
        close = CLOSE.match(text, end, block["end"])
        if close and (dates or block["kind"] == "bullet") and dateline not in dates:
            best = Label(dates[0] if dates else None, places, close.end())
    return best


def _openings(doc: Doc, start: int, reach: int) -> Iterator[tuple[tuple[int, ...], tuple[EntityMention, ...], int]]:
    """The dates and named places that follow each other from `start` on, one more at a time, and where they end."""
    dated = {item["start"]: (item["end"], i) for i, item in dates_in(doc, start, reach) if item["edtf"]}
    named = {m.start: m for m in entities_in(doc, start, reach, "city", "venue") if m.kind == "name"}
    around = {m.start: m.end for m in entities_in(doc, start, reach, "country") if m.kind == "name"}
    dates: tuple[int, ...] = ()
    places: tuple[EntityMention, ...] = ()
    end = start
    for at in sorted(dated.keys() | named.keys() | around.keys()):
        if at < end or (at in around and not places):
            continue
        if not _apart(doc, end, at):
            return
        if at in dated:
            end, dates = dated[at][0], (*dates, dated[at][1])
        elif at in around:
            # «Xiamen (Chine), 8-11 septembre»
            end = around[at]
        else:
            end, places = named[at].end, (*places, named[at])
        yield dates, places, end


def _apart(doc: Doc, end: int, start: int) -> bool:
    """True when only marks and small words stand between two parts of a label."""
    return BETWEEN.fullmatch(text_of(doc), end, start) is not None


def _is_date(doc: Doc, block: Block, label: Label) -> bool:
    """True for a heading that is a date and a place, or a date more than anything else."""
    if label.end >= block["end"]:
        return True
    lengths = [
        item["end"] - item["start"] for i, item in dates_in(doc, block["start"], block["end"]) if i == label.date
    ]
    return sum(lengths) >= SHARE * (block["end"] - block["start"])
