"""Dates and kinds that a telling takes from what was told before it."""

import re

from entente.facts.event_cues import hit
from entente.facts.event_occasions import OCCASIONS
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Dated, View
from entente.facts.event_when import is_day
from entente.facts.event_words import words

REPEATED = frozenset({"conference", "festival"})
"""Families of what comes again."""

PRONOUN = re.compile(r"\W*(?:elle|il|celle-ci|celui-ci|ce\s+dernier|cette\s+dernière)\s+(?:\w+\s+)?", re.IGNORECASE)
SUBJECT = 60
"""Characters at the head of a sentence in which what it speaks of is named."""

SOON = 2
"""Sentences behind an event in which «à cette occasion» means it."""


def settle_edition(sketch: Sketch, events: list[Sketch], before: View | None) -> None:
    """«La prochaine édition se tiendra …», «la prochaine aura lieu …»: of the kind of the occasion told before."""
    start, end = (offset - sketch.view.start for offset in sketch.trigger)
    if sketch.rule == "happens" and before is not None and PRONOUN.fullmatch(sketch.view.text, 0, start):
        _as_named(sketch, before)
    if sketch.rule == "next_edition" or sketch.view.text[start:end].lower().startswith("édition"):
        told = next((event for event in reversed(events) if event.family in REPEATED), None)
        if told is not None:
            sketch.kind, sketch.family, sketch.weak = told.kind, told.family, False


def _as_named(sketch: Sketch, before: View) -> None:
    """«Une exposition racontera … Elle se tiendra …»: of the kind of the noun that the sentence before opens with."""
    nouns = [
        (noun.start(), kind, family)
        for section, kind, family in OCCASIONS
        for width in ("", "_large")
        for noun in words(f"{section}{width}").finditer(before.text, 0, SUBJECT)
    ]
    if nouns:
        _, sketch.kind, sketch.family = min(nouns)


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
