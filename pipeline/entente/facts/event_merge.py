"""The tellings of one event put together, and what belongs to what."""

import re

from entente.facts.event_attendance import Lists
from entente.facts.event_setting import bounds, is_day
from entente.facts.event_sketch import Sketch
from entente.facts.event_cues import STAYS
from entente.facts.event_span import first_day, follows, last_day
from entente.facts.event_town import Towns
from entente.facts.event_view import Dated, Seen, View

SLOTS = ("organizers", "leaders", "hosts", "participants")
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


def merge(told: list[tuple[View, list[Sketch]]], towns: Towns) -> list[Sketch]:
    """One sketch an event, in the order of the text; headline and body add to each other."""
    events: list[Sketch] = []
    lists = Lists()
    before: View | None = None
    for view, sketches in told:
        own = []
        for sketch in sketches:
            towns.settle(sketch)
            _settle_edition(sketch, events)
            _take_date(sketch, before)
            lists.organize(sketch)
            if view.day:
                _go_on(sketch, view.day)
            _at_once(sketch, events)
            target = (
                _left(events, sketch)
                or _same(events, sketch, towns)
                or _continued(events, sketch)
                or _named(events, sketch, towns)
            )
            if target is None:
                events.append(sketch)
                own.append(sketch)
            else:
                _join(target, sketch)
                own.append(target)
        towns.pass_by(view)
        lists.attend(view, own, events)
        before = None if sketches else view
    _nest(events)
    return [event for event in events if not event.weak or _stands(event)]


def _stands(event: Sketch) -> bool:
    """True for weak words that tell of people at an occasion, and take up nothing that was never told."""
    return event.family != "visit" and bool(event.participants) and not event.again


REPEATED = frozenset({"conference", "festival"})
"""Families of what comes again."""


def _settle_edition(sketch: Sketch, events: list[Sketch]) -> None:
    """«La prochaine édition se tiendra …», «la prochaine aura lieu …»: of the kind of the occasion told before."""
    start, end = (offset - sketch.view.start for offset in sketch.trigger)
    if sketch.rule == "next_edition" or sketch.view.text[start:end].lower().startswith("édition"):
        told = next((event for event in reversed(events) if event.family in REPEATED), None)
        if told is not None:
            sketch.kind, sketch.family = told.kind, told.family


def _nest(events: list[Sketch]) -> None:
    """A stop, dinner or closing ceremony is part of the visit or conference in whose days it falls."""
    wholes = [event for event in events if event.family in {"visit", "conference", "festival"} and "/" in event.edtf]
    for event in events:
        if is_day(event.edtf):
            event.part_of = next((whole for whole in wholes if whole is not event and _within(event, whole)), None)


def _within(event: Sketch, whole: Sketch) -> bool:
    """True for a day inside the days of the other; ISO days compare as text."""
    first, _, last = whole.edtf.partition("/")
    own = event.edtf.split("/")
    return event.edtf != whole.edtf and is_day(first) and first <= own[0] and own[-1][:10] <= last


def _take_date(sketch: Sketch, before: View | None) -> None:
    """The day told by the sentence just before, where that tells nothing else («Ce 5 mai fera date»)."""
    if sketch.when is not None or before is None or before.block != sketch.view.block:
        return
    days = [date for date in before.dated if is_day(date.edtf)]
    if len(days) == 1:
        sketch.when, sketch.edtf = days[0].index, days[0].edtf
        sketch.evidence = [before, *sketch.evidence]


def _go_on(sketch: Sketch, day: Dated) -> None:
    """A paragraph goes on with the day that it told, for what has none of its own; a visit only with its place."""
    on_the_way = sketch.family == "visit" and not sketch.places
    if sketch.when is None and sketch.status != "postponed" and not sketch.again and not on_the_way:
        sketch.when, sketch.edtf = day.index, day.edtf


def _at_once(sketch: Sketch, events: list[Sketch]) -> None:
    """«À cette occasion», «le même jour»: the day of the event told just before."""
    last = events[-1] if events else None
    if last is None or sketch.view.index - last.evidence[-1].index > 2 or not THEN.search(sketch.view.text):
        return
    if sketch.when is None:
        sketch.when, sketch.until, sketch.edtf = last.when, last.until, last.edtf
    sketch.weak = sketch.weak and not is_day(sketch.edtf)


THEN = re.compile(
    r"\b(?:à\s+cette\s+occasion|ce\s+jour-là|le\s+même\s+jour|le\s+même\s+soir|à\s+l['’]issue\s+de\s+(?:la|cette)\s+"
    r"(?:rencontre|réunion|visite|séance|cérémonie)|lors\s+de\s+(?:la|cette)\s+(?:rencontre|visite|cérémonie))\b",
    re.IGNORECASE,
)


def _same(events: list[Sketch], sketch: Sketch, towns: Towns) -> Sketch | None:
    """The event that the sketch tells again, the latest first."""
    if sketch.status == "postponed":
        return _put_off(events, sketch)
    for event in reversed(events):
        if event.family not in AGAIN[sketch.family] or event.status == "postponed" or event.part != sketch.part:
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


LEFT = 8
"""Sentences from the arrival to the day of going home: what happened in between."""


def _put_off(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """The dated event of the sentences before that «est reportée» takes up, without its old date or without its new one."""
    if not sketch.again or (sketch.original_when is not None and sketch.when is not None):
        return None
    families = AGAIN.get(sketch.family, (sketch.family,))
    told = (e for e in reversed(events) if e.family in families and sketch.view.index - e.view.index <= NEAR)
    return next((event for event in told if event.when is not None and event.status != "postponed"), None)


NEAR = 4
"""Sentences: a visit told again further on shares a date, a place or a person with the first telling."""


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
    if event.family == "visit" and sketch.family == "ceremony" and not _in_town(event):
        return event
    return None


def _named(events: list[Sketch], sketch: Sketch, towns: Towns) -> Sketch | None:
    """The day and place of the sentence before, which only now are told what happened there."""
    event = events[-1] if events else None
    if event is None or event.rule not in NAMELESS or sketch.view.block != event.view.block or not sketch.sure:
        return None
    if sketch.view.index - event.view.index != 1 or towns.elsewhere(event, sketch):
        return None
    return event if sketch.when in (None, event.when) else None


NAMELESS = frozenset({"dated_place", "happens"})
"""Rules that read a day and no word that says what."""


def _in_town(event: Sketch) -> bool:
    return any(place.type in {"city", "venue"} for place in event.places)


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


LED = frozenset({"delegation_led", "delegation_taken"})
"""Rules that name who leads; of a visit with a leader, whoever else is told to go or to be received goes along."""


def _join(event: Sketch, sketch: Sketch) -> None:
    if sketch.status == "postponed":
        event.status, event.rule = sketch.status, sketch.rule
        if sketch.original_when is not None:
            event.original_when = sketch.original_when
        else:
            event.original_when, event.when, event.edtf = event.when, sketch.when, sketch.edtf
    if (event.view.heading and not sketch.view.heading) or (event.family == "visit" and sketch.family == "ceremony"):
        event.kind, event.rule = sketch.kind, sketch.rule
    if event.rule in NAMELESS and sketch.rule not in NAMELESS:
        event.kind, event.family, event.rule, event.trigger = sketch.kind, sketch.family, sketch.rule, sketch.trigger
    event.weak = event.weak and sketch.weak
    event.aside = event.aside and sketch.aside
    event.edition = event.edition or sketch.edition
    if event.edge == "start" and sketch.edge == "end" and follows(event.edtf, sketch.edtf):
        event.edtf = f"{first_day(event.edtf)}/{last_day(sketch.edtf)}"
        event.until, event.edge = sketch.when, ""
    if event.when is None:
        event.when, event.until, event.edtf, event.edge = sketch.when, sketch.until, sketch.edtf, sketch.edge
    if not event.places or (not _in_town(event) and _in_town(sketch)):
        event.places = sketch.places
    if event.leaders and sketch.leaders and sketch.rule not in LED:
        sketch.participants, sketch.leaders = [*sketch.leaders, *sketch.participants], []
    for slot in SLOTS:
        setattr(event, slot, [*getattr(event, slot), *getattr(sketch, slot)])
    event.cues = sorted({*event.cues, *sketch.cues})
    event.evidence = [*event.evidence, *sketch.evidence]
