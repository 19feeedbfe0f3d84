"""What became of an event: held or planned, called off, certain or not, and who says so."""

import re

from spacy.tokens import Doc

from entente.annotations import get_dates
from entente.facts.event_sketch import Sketch
from entente.facts.event_words import words
from entente.facts.modality import Modality, modality_of

NEAR = 70
"""Characters between a word of plans and what is planned."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def settle_outcome(doc: Doc, sketch: Sketch, published: str | None) -> int | None:
    """Set status and certainty, and return who the telling is attributed to; a date decides before a tense does."""
    view = next((view for view in sketch.evidence if not view.heading), sketch.view)
    start, end = sketch.trigger
    if not view.start <= start < view.end:
        start, end = next(((s, e) for s, e in sketch.cues if view.start <= s < view.end), (view.start, view.start + 1))
    modality = modality_of(doc, view.start, view.end, start, end)
    sketch.certainty = "possible" if modality.tense == "conditional" else "asserted"
    if sketch.status != "postponed":
        cancelled = modality.cancelled and words("annuler").search(view.text)
        sketch.status = "cancelled" if cancelled else _status(doc, sketch, published, _is_planned(modality, start))
    return modality.attributed_to


def _is_planned(modality: Modality, offset: int) -> bool:
    """A future, or a word of plans («prévu», «programmé») close by where no past stands."""
    near = any(cue.kind == "planned" and abs(cue.start - offset) < NEAR for cue in modality.cues)
    return modality.tense == "future" or (near and modality.tense != "past")


def _status(doc: Doc, sketch: Sketch, published: str | None, planned: bool) -> str:
    if sketch.when is not None and published:
        days = DAY.findall(get_dates(doc)[sketch.when]["edtf"] or "")
        if days and days[-1] < published:
            return "held"
        if days and days[0] > published:
            return "planned"
    return "planned" if planned else "held"
