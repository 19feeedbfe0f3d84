"""Several events told in one go: «à Liège en 2015, à Tunis en 2017», «à Taza en mars, puis en juin», one a date."""

import re
from dataclasses import replace

from entente.facts.event_pairs import pairs_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Dated, Seen
from entente.facts.event_when import is_month

COORDINATED = re.compile(
    r"\s*(?:,|,?\s*(?:et|puis|ainsi\s+qu['’e]|mais\s+aussi|l['’]autre|l[ea]\s+second\w*|les\s+autres))\s*(?:à\s+nouveau\s+|encore\s+)?"
    r"(?:en|le|les|au|à|du|dès)?\s*(?:l['’]\s*|la\s+)?",
    re.IGNORECASE,
)
JOINED = re.compile(r"\b(?:et|puis|ainsi|aussi|autres?|second\w*)\b", re.IGNORECASE)
"""What a list of dates has before its last; a comma alone may stand between a date and a closer one."""

RELATIVE = re.compile(r",\s+(?:qui|dont|où)(?!\w)|\b(?:entam|commenc|début|engag)ée?s?\b", re.IGNORECASE)
"""Behind it, a date tells of something else, or of how it began («un périple entamé au Havre le 7 avril»)."""

REPEATED = frozenset({"visit", "exchange", "meeting", "conference", "festival", "reception", "other"})
"""Families of which one sentence may tell several on as many dates."""


def series_of(sketch: Sketch) -> list[Sketch]:
    """The sketch itself, or one of its kind for each pair of a place and a date, or for each of a list of dates."""
    if sketch.when is None or sketch.status == "postponed":
        return [sketch]
    pairs = pairs_of(sketch.view)
    if len(pairs) < 2:
        return [sketch, *(_sibling(sketch, sketch.places, date) for date in _listed(sketch))]
    own = [place for place, date in pairs if date.index == sketch.when]
    told = [(place, date) for place, date in pairs if _same_clause(sketch, date)]
    others = {place.start for place, date in told if date.index != sketch.when}
    sketch.places = own or [place for place in sketch.places if place.start not in others]
    return [sketch, *(_sibling(sketch, [place], date) for place, date in told if date.index != sketch.when)]


def _same_clause(sketch: Sketch, date: Dated) -> bool:
    """False for a date beyond the relative clause that tells of the event, or within one behind it."""
    own = next((one for one in sketch.view.dated if one.index == sketch.when), date)
    first, second = sorted((own, date), key=lambda one: one.start)
    return RELATIVE.search(sketch.view.text, first.end, max(first.end, second.start)) is None


def _listed(sketch: Sketch) -> list[Dated]:
    """The dates of the list in which that of the sketch stands: «en novembre 2019, puis en mars dernier»."""
    dated = sketch.view.dated
    at = next((i for i, date in enumerate(dated) if date.index == sketch.when), None)
    if at is None or sketch.family not in REPEATED:
        return []
    first, last = at, at
    while first > 0 and _coordinated(sketch, dated[first - 1], dated[first]):
        first -= 1
    while last + 1 < len(dated) and _coordinated(sketch, dated[last], dated[last + 1]):
        last += 1
    joined = JOINED.search(sketch.view.text, dated[first].end, dated[last].start)
    return [date for date in dated[first : last + 1] if date.index != sketch.when] if joined else []


def _coordinated(sketch: Sketch, one: Dated, other: Dated) -> bool:
    """True for two dates as coarse as each other with only «et», «puis» or a comma between."""
    if is_month(one.edtf) != is_month(other.edtf):
        return False
    return COORDINATED.fullmatch(sketch.view.text, one.end, other.start) is not None


def _sibling(sketch: Sketch, places: list[Seen], date: Dated) -> Sketch:
    """Another event of the same kind, of which the sentence tells nothing but a date and places."""
    return replace(
        sketch,
        when=date.index,
        edtf=date.edtf,
        places=list(places),
        evidence=[sketch.view],
        edition=None,
        again=False,
        leaders=[],
        hosts=[],
        participants=[],
        organizers=[],
    )
