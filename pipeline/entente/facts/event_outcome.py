"""What became of an event: held or planned, called off, certain or not, and who says so."""

import re

from spacy.tokens import Doc

from entente.annotations import get_dates
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_words import words
from entente.facts.modality import Modality, modality_of


def settle_outcome(doc: Doc, sketch: Sketch, published: str | None) -> int | None:
    """Set status and certainty, and return who the telling is attributed to; a date decides before a tense does."""
    view = next((view for view in sketch.evidence if not view.heading), sketch.view)
    start, end = sketch.trigger
    if not view.start <= start < view.end:
        start, end = next(((s, e) for s, e in sketch.cues if view.start <= s < view.end), (view.start, view.start + 1))
    modality = modality_of(doc, view.start, view.end, start, end)
    sketch.certainty = "possible" if modality.tense == "conditional" else "asserted"
    sketch.tense = modality.tense
    if sketch.status != "postponed":
        sketch.status = _status(doc, sketch, published, view, modality)
    return modality.attributed_to


def _status(doc: Doc, sketch: Sketch, published: str | None, view: View, modality: Modality) -> str:
    if _called_off(sketch, view):
        return "cancelled"
    if sketch.when is not None and published:
        first, last = get_dates(doc)[sketch.when], get_dates(doc)[sketch.until or sketch.when]
        if last["latest"] and last["latest"] < published:
            return "held"
        if first["earliest"] and first["earliest"] > published:
            return "planned"
    if modality.tense in {"future", "conditional"} and not PERFECT.search(view.text):
        return "planned"
    return "planned" if modality.tense != "past" and words("projeter").search(view.text) else "held"


def _called_off(sketch: Sketch, view: View) -> bool:
    """«… est annulé», but not with the date of the other half («… tenue en 2019 ; celle de 2020 a été annulée»)."""
    off = words("annuler").search(view.text)
    if off is None:
        return False
    own = next((date for date in view.dated if date.index == sketch.when), None)
    if own is None or len(view.dated) == 1:
        return True
    return ";" not in view.text[min(own.end, off.end()) : max(own.start, off.start())]


PERFECT = re.compile(r"\b(?:aurai(?:en)?t|serai(?:en)?t)\s+(?:été\s+)?\w+(?:é|i|u)e?s?\b", re.IGNORECASE)
