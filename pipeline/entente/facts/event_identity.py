"""Which event told before a telling is of."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_span import follows
from entente.facts.event_stay import STAYS
from entente.facts.event_town import Towns
from entente.facts.event_view import Seen
from entente.facts.event_when import bounds, is_day

AGAIN = {
    "ceremony": ("ceremony", "signing"),
    "meeting": ("meeting", "conference", "visit"),
    "visit": ("visit",),
    "conference": ("conference",),
    "festival": ("festival",),
    "exchange": ("exchange",),
    "signing": ("signing", "ceremony"),
    "reception": ("reception",),
    "other": ("other", "meeting"),
}


NEAR = 4
"""Sentences: a visit told again further on shares a date, a place or a person with the first telling."""

LEFT = 8
"""Sentences from the arrival to the day of going home: what happened in between."""

OTHER = re.compile(
    r"\W*(?:une?|le|la|d['’]autres)\s+(?:premi[eè]re?|deuxième|seconde?|troisième|quatrième|autre|précédente?|prochaine?)\s",
    re.IGNORECASE,
)
"""What opens a sentence about another group or visit («Un premier groupe y était allé en mai»)."""

NAMELESS = frozenset({"dated_place", "happens"})
"""Rules that read a day and no word that says what."""


def told_before(events: list[Sketch], sketch: Sketch, towns: Towns) -> Sketch | None:
    """The event that a sketch tells again, ends, goes on with or names at last; None for a new one."""
    return (
        _left(events, sketch)
        or _same(events, sketch, towns)
        or _continued(events, sketch)
        or _at_last(events, sketch)
        or _named(events, sketch, towns)
    )


def in_town(event: Sketch) -> bool:
    """True when a town or a venue is told."""
    return any(place.type in {"city", "venue"} for place in event.places)


def _same(events: list[Sketch], sketch: Sketch, towns: Towns) -> Sketch | None:
    """The event that the sketch tells again, the latest first."""
    if sketch.status == "postponed":
        return _put_off(events, sketch)
    if sketch.family in STAYS and OTHER.match(sketch.view.text):
        return None
    for event in reversed(events):
        if event.family not in AGAIN[sketch.family] or event.part != sketch.part:
            continue
        if event.status == "postponed":
            if event.family == sketch.family and event.when is not None and event.when == sketch.when:
                return event
            continue
        taken_up = sketch.again and sketch.when is None
        if _clash(event.edtf, sketch.edtf) or (towns.elsewhere(event, sketch) and not taken_up):
            continue
        if sketch.again:
            return event
        if event.family == sketch.family and (event.view.heading or _shared(event, sketch) or _near(event, sketch)):
            return event
    return None


def _left(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """The stay whose first day was told, for a sketch that tells the last."""
    if sketch.edge != "end" or sketch.family not in STAYS:
        return None
    near = [e for e in reversed(events) if e.family in STAYS and sketch.view.index - e.evidence[-1].index <= LEFT]
    begun = (event for event in near if event.edge == "start" and follows(event.edtf, sketch.edtf))
    # «le séjour prendra fin le 15» tells of no other stay
    taken_up = near[0] if near and sketch.again and near[0].when is not None else None
    return next(begun, taken_up)


def _put_off(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """The dated event just told that «est reportée» takes up, without its old date or without its new one."""
    if not sketch.again or (sketch.original_when is not None and sketch.when is not None):
        return None
    families = AGAIN.get(sketch.family, (sketch.family,))
    told = (e for e in reversed(events) if e.family in families and sketch.view.index - e.view.index <= NEAR)
    original = next((date.edtf for date in sketch.view.dated if date.index == sketch.original_when), "")
    return next(
        (e for e in told if e.when is not None and e.status != "postponed" and not _clash(e.edtf, original)), None
    )


def _near(event: Sketch, sketch: Sketch) -> bool:
    """True for a visit or signing just told, and told on."""
    return sketch.family in {"visit", "signing"} and sketch.view.index - event.evidence[-1].index <= NEAR


def _shared(event: Sketch, sketch: Sketch) -> bool:
    """True for a date in common, or in an undated telling a place or a person."""
    if event.edtf and sketch.edtf:
        return True
    if event.family not in {"visit", "signing"} and (event.edtf or sketch.edtf):
        return False
    slots = ("places", "leaders", "hosts", "participants")
    one, other = (_entities([item for slot in slots for item in getattr(s, slot)]) for s in (event, sketch))
    return bool(one & other)


def _continued(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """The event of the sentence before, when this one only says with whom, where or how it went on."""
    if not events or sketch.when is not None or sketch.status == "postponed":
        return None
    event = events[-1]
    if event.view.block != sketch.view.block and sketch.view.index - event.view.index > 1:
        return None
    if event.family == "signing" and sketch.rule == "visit_received":
        sketch.participants, sketch.leaders = [*sketch.leaders, *sketch.participants], []
        return event
    if event.family == "visit" and sketch.family == "ceremony" and not in_town(event):
        return event
    return None


def _at_last(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """What was put off, for the sentence behind that tells its new day («… n'a pu se tenir. Il aura lieu le 24»)."""
    event = events[-1] if events else None
    if event is None or event.status not in {"postponed", "cancelled"} or event.when is not None or sketch.when is None:
        return None
    return event if sketch.rule == "happens" and sketch.view.index - event.evidence[-1].index == 1 else None


def _named(events: list[Sketch], sketch: Sketch, towns: Towns) -> Sketch | None:
    """The day and place of the sentence before, which only now are told what happened there."""
    event = events[-1] if events else None
    if event is None or event.rule not in NAMELESS or sketch.view.block != event.view.block or not sketch.sure:
        return None
    if sketch.view.index - event.view.index != 1 or towns.elsewhere(event, sketch):
        return None
    return event if sketch.when in (None, event.when) else None


def _clash(one: str, other: str) -> bool:
    """True for two dates that are not the same: days or spans of days unless one begins the other, coarser ones apart.

    «2024-05-24/2024-05-31» clashes with «2024-05-26», one of its days, and not with «2024» or «2024-05».
    """
    if not one or not other or one.startswith(other) or other.startswith(one):
        return False
    if is_day(one) and is_day(other):
        return True
    first, last = bounds(one)
    start, end = bounds(other)
    return last < start or end < first


def _entities(items: list[Seen]) -> set[int]:
    return {item.mention.entity for item in items}
