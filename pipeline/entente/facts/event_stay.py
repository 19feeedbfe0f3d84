"""How long: the two ends of a stay, a forum or an exhibition, or the one that the sentence tells."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_span import edge_of, span_in
from entente.facts.event_view import Dated, View

STAYS = frozenset({"visit", "exchange"})
"""Families of which one sentence may tell the first day and another the last."""

LASTING = frozenset({"conference", "festival"})
"""Families whose first and last day one sentence may tell apart («depuis lundi …, qui s'achèvera samedi»)."""

OPEN_REACH = 110
"""Characters from a word for a stay or an exhibition to the day from or until which it goes on."""

GOES_ON = re.compile(r"\b(?:depuis|jusqu|dès|à\s+partir|à\s+compter)", re.IGNORECASE)
GOES_ON_GAP = 14
"""Characters before a date in which such a word stands, where it is not part of the time expression."""


def settle_stay(sketch: Sketch, date: Dated | None) -> None:
    """Both ends, or else «depuis lundi» and «jusqu'au 30 juin» where the sentence has no other date."""
    if sketch.family not in STAYS | LASTING:
        return
    span = span_in(sketch.view)
    if span and (date is None or date.index in (span.first.index, span.last.index)):
        sketch.when, sketch.until, sketch.edtf = span.first.index, span.last.index, span.edtf
    elif date is None and sketch.family != "conference":
        _open(sketch)
    elif date is not None and sketch.family in STAYS:
        sketch.edge = edge_of(sketch.view, date)


def _goes_on(view: View, date: Dated) -> bool:
    """True for «depuis lundi» and «jusqu'au 30 juin», not for «avant Noël» or «d'ici 2030»."""
    return GOES_ON.search(view.text, max(0, date.start - GOES_ON_GAP), date.end) is not None


def _open(sketch: Sketch) -> None:
    """«depuis lundi», «jusqu'au 30 juin», near the word."""
    view, start = sketch.view, sketch.trigger.start - sketch.view.start
    near = [item for item in view.opened if abs(item.start - start) < OPEN_REACH and _goes_on(view, item)]
    opened = min(near, key=lambda item: abs(item.start - start), default=None)
    if opened:
        sketch.when, sketch.edtf = opened.index, opened.edtf
        sketch.edge = "start" if opened.edtf.endswith("..") else ""
