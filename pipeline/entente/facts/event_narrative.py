"""Dates and kinds that a telling takes from what was told before it."""

from entente.facts.event_cues import hit
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Dated, View
from entente.facts.event_when import is_day

REPEATED = frozenset({"conference", "festival"})
"""Families of what comes again."""

SOON = 2
"""Sentences behind an event in which «à cette occasion» means it."""


def settle_edition(sketch: Sketch, events: list[Sketch]) -> None:
    """«La prochaine édition se tiendra …», «la prochaine aura lieu …»: of the kind of the occasion told before."""
    start, end = (offset - sketch.view.start for offset in sketch.trigger)
    if sketch.rule == "next_edition" or sketch.view.text[start:end].lower().startswith("édition"):
        told = next((event for event in reversed(events) if event.family in REPEATED), None)
        if told is not None:
            sketch.kind, sketch.family = told.kind, told.family


def take_date(sketch: Sketch, before: View | None) -> None:
    """The day told by the sentence just before, where that tells nothing else («Ce 5 mai fera date»)."""
    if sketch.when is not None or before is None or before.block != sketch.view.block:
        return
    days = [date for date in before.dated if is_day(date.edtf)]
    if len(days) == 1:
        sketch.when, sketch.edtf = days[0].index, days[0].edtf
        sketch.evidence = [before, *sketch.evidence]


def go_on(sketch: Sketch, day: Dated) -> None:
    """A paragraph goes on with the day that it told, for what has none of its own; a visit only with its place."""
    on_the_way = sketch.family == "visit" and not sketch.places
    if sketch.when is None and sketch.status != "postponed" and not sketch.again and not on_the_way:
        sketch.when, sketch.edtf = day.index, day.edtf


def at_once(sketch: Sketch, events: list[Sketch]) -> None:
    """«À cette occasion», «le même jour»: the day of the event told just before."""
    last = events[-1] if events else None
    if last is None or sketch.view.index - last.evidence[-1].index > SOON or not hit("le_meme_jour", sketch.view.text):
        return
    if sketch.when is None:
        sketch.when, sketch.until, sketch.edtf = last.when, last.until, last.edtf
    sketch.weak = sketch.weak and not is_day(sketch.edtf)
