"""The rules that read an event out of a sentence, in one list; the explorer shows the docstring of each."""

from collections.abc import Callable
from functools import partial

from entente.facts.event_occasions import OCCASIONS, dated_place, met, occasion, postponed, signing, wide_occasion
from entente.facts.event_series import series_of
from entente.facts.event_rivals import settle
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_visits import (
    delegation_led,
    delegation_taken,
    visit_named,
    visit_received,
    visit_stop,
    visit_travelled,
    visitors_received,
)

Rule = Callable[[View], Sketch | None]

RULES: tuple[Rule, ...] = (
    postponed,
    delegation_led,
    delegation_taken,
    visit_received,
    visitors_received,
    visit_travelled,
    visit_named,
    signing,
    *(partial(occasion, section=s, kind=k, family=f) for s, k, f in OCCASIONS),
    visit_stop,
    *(partial(wide_occasion, section=f"{s}_large", kind=k, family=f) for s, k, f in OCCASIONS),
    met,
    dated_place,
)
"""In priority order: the first rule of a family makes the sketch, the next ones add to it."""

def sketches_of(view: View) -> list[Sketch]:
    """What the rules read in a sentence: one sketch a family, and nothing unsure beside something sure."""
    found: dict[str, Sketch] = {}
    for rule in RULES:
        sketch = rule(view)
        if sketch is None:
            continue
        if sketch.family in found:
            _add(found[sketch.family], sketch)
        elif sketch.sure or not found:
            found[sketch.family] = sketch
        if sketch.status == "postponed":
            break
    settle(found)
    return [one for sketch in found.values() for one in series_of(sketch)]


def _add(sketch: Sketch, other: Sketch) -> None:
    """A second rule of the same sentence and family adds what the first did not find."""
    sketch.cues = sorted({*sketch.cues, *other.cues})
    for slot in ("leaders", "hosts", "places", "organizers", "participants"):
        if not getattr(sketch, slot):
            setattr(sketch, slot, getattr(other, slot))
