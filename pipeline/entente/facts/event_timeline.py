"""Held or planned in a text without a date: what it tells as past and as to come says when it speaks."""

import re
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import get_dates, text_of
from entente.facts.event_sketch import Sketch

HEAD = 300
"""Characters in which the month of an issue stands."""

MONTH = re.compile(r"\d{4}-\d{2}")
HOUR = re.compile(r"(?<!\d)\d{1,2}\s?(?:h|heures)\b", re.IGNORECASE)
UNSAID = frozenset({"none", "present", "infinitive"})
"""Tenses that do not say whether something is over («Lundi 18 : accueil des délégations»)."""


class Now(NamedTuple):
    """The days between which a text speaks."""

    after: str
    before: str


def settle_timeline(doc: Doc, sketches: list[Sketch]) -> None:
    """Take what no verb dates for planned when its day lies behind what is still to come, and for held before."""
    now = _now(doc, sketches)
    for sketch in sketches:
        first, last = _bounds(doc, sketch)
        if sketch.tense not in UNSAID or sketch.status not in {"held", "planned"}:
            continue
        if first and (first >= now.before or (first > now.after and _announces(sketch))):
            sketch.status = "planned"
        elif last and last <= now.after:
            sketch.status = "held"


def _announces(sketch: Sketch) -> bool:
    """True for an item of a programme with its hour («Jeudi 21, 11 h : signature de la convention»)."""
    return sketch.tense == "none" and HOUR.search(sketch.view.text) is not None


def _now(doc: Doc, sketches: list[Sketch]) -> Now:
    """From the last day told in the past to the first told in the future, within the month of the issue."""
    after, before = _issue(doc)
    past = [_bounds(doc, sketch)[1] for sketch in sketches if sketch.tense == "past" and sketch.status == "held"]
    after = max([after, *(last for last in past if last and last < before)])
    future = [_bounds(doc, sketch)[0] for sketch in sketches if sketch.tense == "future" and sketch.status == "planned"]
    return Now(after, min([before, *(first for first in future if first and first > after)]))


def _issue(doc: Doc) -> tuple[str, str]:
    """First and last day of the month in the masthead («n° 58 – janvier 2025»)."""
    text = text_of(doc)
    for date in get_dates(doc):
        if date["start"] > HEAD:
            break
        ends = text[date["end"] : date["end"] + 1] in {"\n", ""}
        if ends and MONTH.fullmatch(date["edtf"] or "") and date["earliest"] and date["latest"]:
            return date["earliest"], date["latest"]
    return "0000", "9999"


def _bounds(doc: Doc, sketch: Sketch) -> tuple[str | None, str | None]:
    """The first and the last day on which an event may be."""
    if sketch.when is None:
        return None, None
    dates = get_dates(doc)
    return dates[sketch.when]["earliest"], dates[sketch.until or sketch.when]["latest"]
