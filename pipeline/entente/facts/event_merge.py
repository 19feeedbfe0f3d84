"""The tellings of one event put together, and what belongs to what."""

from entente.facts.event_attendance import Lists
from entente.facts.event_identity import NAMELESS, in_town, told_before
from entente.facts.event_narrative import at_once, go_on, settle_edition, take_date
from entente.facts.event_sketch import Sketch
from entente.facts.event_span import first_day, follows, last_day
from entente.facts.event_town import Towns
from entente.facts.event_view import View
from entente.facts.event_when import is_day

SLOTS = ("organizers", "leaders", "hosts", "participants")
LED = frozenset({"delegation_led", "delegation_taken"})
"""Rules that name who leads; of a visit with a leader, whoever else is told to go or to be received goes along."""


def merge(told: list[tuple[View, list[Sketch]]], towns: Towns) -> list[Sketch]:
    """One sketch an event, in the order of the text; headline and body add to each other."""
    events: list[Sketch] = []
    lists = Lists()
    before: View | None = None
    previous: View | None = None
    for view, sketches in told:
        own = []
        for sketch in sketches:
            towns.settle(sketch)
            settle_edition(sketch, events, previous)
            take_date(sketch, before)
            lists.organize(sketch)
            if view.day:
                go_on(sketch, view.day)
            at_once(sketch, events)
            target = told_before(events, sketch, towns)
            if target is None:
                events.append(sketch)
                own.append(sketch)
            else:
                _join(target, sketch)
                own.append(target)
        towns.pass_by(view)
        lists.attend(view, own, events)
        before, previous = None if sketches else view, view
    _nest(events)
    return [event for event in events if not event.weak or _stands(event)]


def _stands(event: Sketch) -> bool:
    """True for weak words that tell of people at an occasion, and take up nothing that was never told."""
    return event.family != "visit" and bool(event.participants) and not event.again


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
    if not event.places or (not in_town(event) and in_town(sketch)):
        event.places = sketch.places
    if event.leaders and sketch.leaders and sketch.rule not in LED:
        sketch.participants, sketch.leaders = [*sketch.leaders, *sketch.participants], []
    for slot in SLOTS:
        setattr(event, slot, [*getattr(event, slot), *getattr(sketch, slot)])
    event.cues = sorted({*event.cues, *sketch.cues})
    event.evidence = [*event.evidence, *sketch.evidence]
