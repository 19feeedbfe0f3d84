"""Several events told in one go: «à Liège en 2015, à Tunis en 2017», «à Taza en mars, puis en juin», one a date."""

import re
from dataclasses import replace

from entente.facts.event_setting import is_month, pairs_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Dated, Seen

COORDINATED = re.compile(
    r"\s*(?:,|,?\s*(?:et|puis|ainsi\s+qu['’e]|mais\s+aussi))\s*(?:à\s+nouveau\s+|encore\s+)?"
    r"(?:en|le|les|au|à|du|dès)?\s*(?:l['’]\s*|la\s+)?",
    re.IGNORECASE,
)
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
    others = {place.start for place, date in pairs if date.index != sketch.when}
    sketch.places = own or [place for place in sketch.places if place.start not in others]
    return [sketch, *(_sibling(sketch, [place], date) for place, date in pairs if date.index != sketch.when)]


def _listed(sketch: Sketch) -> list[Dated]:
    """The dates that follow that of the sketch in a list: «en novembre 2019, puis en mars dernier»."""
    dated = sketch.view.dated
    at = next((i for i, date in enumerate(dated) if date.index == sketch.when), None)
    found: list[Dated] = []
    if at is None or sketch.family not in REPEATED or not is_month(sketch.edtf):
        return found
    for one, other in zip(dated[at:], dated[at + 1 :], strict=False):
        if not is_month(other.edtf) or not COORDINATED.fullmatch(sketch.view.text, one.end, other.start):
            break
        found.append(other)
    return found


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
