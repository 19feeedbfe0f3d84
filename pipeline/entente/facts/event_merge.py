"""The tellings of one event put together, and what belongs to what."""

from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen

SLOTS = ("organizers", "leaders", "hosts", "participants")
AGAIN = {
    "ceremony": ("ceremony", "signing"),
    "meeting": ("meeting", "conference", "visit"),
    "visit": ("visit",),
    "conference": ("conference",),
    "festival": ("festival",),
    "exchange": ("exchange",),
    "signing": ("signing", "ceremony"),
}


def merge(sketches: list[Sketch]) -> list[Sketch]:
    """One sketch an event, in the order of the text; a headline adds to what the body tells, and the other way round."""
    events: list[Sketch] = []
    for sketch in sketches:
        target = _same(events, sketch)
        if target is None:
            events.append(sketch)
        else:
            _join(target, sketch)
    return events


def _same(events: list[Sketch], sketch: Sketch) -> Sketch | None:
    """The event that the sketch tells again, the latest first."""
    for event in reversed(events):
        if event.family not in AGAIN[sketch.family]:
            continue
        if _clash(event.edtf, sketch.edtf) or _elsewhere(event, sketch):
            continue
        if event.view.heading or sketch.again or sketch.family in {"visit", "signing"} or event.edtf == sketch.edtf:
            return event
    return None


def _clash(one: str, other: str) -> bool:
    """True for two dates that cannot be the same day or span: neither begins with the other."""
    return bool(one and other) and not (one.startswith(other) or other.startswith(one))


def _elsewhere(event: Sketch, sketch: Sketch) -> bool:
    """True for places that have nothing in common."""
    one, other = _entities(event.places), _entities(sketch.places)
    return bool(one and other) and not one & other


def _entities(items: list[Seen]) -> set[int]:
    return {item.mention.entity for item in items}


def _join(event: Sketch, sketch: Sketch) -> None:
    if event.view.heading and not sketch.view.heading:
        event.kind, event.rule = sketch.kind, sketch.rule
    if event.when is None:
        event.when, event.edtf = sketch.when, sketch.edtf
    if not event.places:
        event.places = sketch.places
    for slot in SLOTS:
        setattr(event, slot, [*getattr(event, slot), *getattr(sketch, slot)])
    event.cues = sorted({*event.cues, *sketch.cues})
    event.evidence = [*event.evidence, *sketch.evidence]
