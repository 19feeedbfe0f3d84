"""Words of one sentence that may tell of one event or of two: which of the sketches stay."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_when import is_day
from entente.facts.event_words import words

GOVERNED = re.compile(r"\s+(?:officielle\s+)?(?:de\s+la\s+|de\s+l['’]|d['’]une?\s+|du\s+|des\s+|de\s+)(?:\w+\s+)?")
COMPLEMENT = re.compile(
    r"[^,;:.!?()]{0,50}?\b(?:de|du|des|d['’]|pour|au|aux|à)\s*(?:la\s+|le\s+|l['’]|les\s+|une?\s+)?(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
FRAMES = frozenset({"visit_named", "visit_received"})
"""Rules whose words also frame an exchange."""

FRAMED = 30
"""Characters between a verb of going and the stay that it is to («partiront en stage»)."""

SIGNING = 20
"""Characters between a verb of coming and the one for signing that it is for: room for «à leur tour»."""

ORDER = ("conference", "festival", "ceremony", "exchange", "reception", "meeting")
OCCASIONS = frozenset(ORDER)
GOVERNING = frozenset({"exchange", "reception", "meeting"})
LESSER = frozenset({"ceremony", "reception", "meeting"})
"""Families of words that a signing or a visit in the same sentence explains."""


def settle(found: list[Sketch]) -> list[Sketch]:
    """The sketches of a sentence without those that another makes needless."""
    if len(found) < 2:
        return found
    kept = [one for one in found if not any(_needless(one, other) for other in found if other is not one)]
    told = [sketch for sketch in kept if sketch.family in {"signing", "visit"} and sketch.rule != "visit_bounded"]
    return [sketch for sketch in kept if sketch.family not in LESSER or not any(_explains(one, sketch) for one in told)]


def _explains(sketch: Sketch, other: Sketch) -> bool:
    """True unless each has a day of its own: «visite de la mine mercredi, réception jeudi»."""
    return sketch.when is None or other.when is None or sketch.when == other.when or not is_day(other.edtf)


def _needless(sketch: Sketch, other: Sketch) -> bool:
    """True when the other sketch tells of the same, and says better what it is."""
    if sketch.trigger == other.trigger and sketch.family in OCCASIONS and other.family in OCCASIONS:
        # one word of two lists counts for the first
        return ORDER.index(sketch.family) > ORDER.index(other.family)
    if (
        {sketch.family, other.family} == {"visit", "exchange"}
        and sketch.when == other.when
        and sketch.view is other.view
    ):
        # «accueillera deux agents pour un stage», «partiront en stage» are the stage
        gap = other.trigger.start - sketch.trigger.end
        stay = sketch.family == "visit" and other.rule == "exchange_told" and 0 <= gap < FRAMED
        return (sketch.rule in FRAMES or stay) and other.rule not in FRAMES
    if sketch.family == "conference" and other.family == "festival" and _word(sketch).startswith("édition"):
        # «la 8e édition du salon», «le salon, 8e édition» are the salon
        return _governs(sketch, other) or (sketch.when == other.when and other.trigger < sketch.trigger)
    if sketch.family == "visit" and other.family == "signing":
        # «viendra signer»
        return 0 <= other.trigger.start - sketch.trigger.end < SIGNING and sketch.when == other.when
    if sketch.family == "visit" and other.family in OCCASIONS:
        # «Elle a convié ses hôtes au festival» tells of the festival, «La délégation a inauguré …» of the ceremony
        invited = words("inviter").fullmatch(_word(sketch)) is not None
        return invited or (other.sure and _is_subject(sketch, other)) or _welcome(other, sketch)
    if sketch.family in {"festival", "conference"} and other.family == "ceremony":
        # «l'inauguration de l'exposition» is one event, and no exposition besides
        return _governs(other, sketch)
    # «un rendez-vous d'affaires au salon»: the second is a complement of the first, on the same day
    return (
        sketch.family in OCCASIONS
        and other.family in GOVERNING
        and sketch.when == other.when
        and _complements(other, sketch)
    )


def _is_subject(visit: Sketch, other: Sketch) -> bool:
    """True for «la délégation» or «la mission», told before, as whoever takes part in the occasion."""
    named = visit.rule == "visit_named" and visit.again and _word(visit).startswith(("délégation", "mission"))
    return named and visit.trigger.end < other.trigger.start


def _welcome(reception: Sketch, visit: Sketch) -> bool:
    """«accueil des deux délégations» is the reception."""
    named = visit.rule == "visit_named" and reception.family == "reception"
    return named and (reception.when == visit.when) and _complements(reception, visit)


def _governs(first: Sketch, second: Sketch) -> bool:
    return GOVERNED.fullmatch(_gap(first, second)) is not None


def _complements(first: Sketch, second: Sketch) -> bool:
    gap = _gap(first, second)
    return first.trigger.end < second.trigger.start and COMPLEMENT.fullmatch(gap) is not None and " et " not in gap


def _gap(first: Sketch, second: Sketch) -> str:
    """The words between the two."""
    start = first.view.start
    return first.view.text[first.trigger.end - start : max(first.trigger.end, second.trigger.start) - start]


def _word(sketch: Sketch) -> str:
    start = sketch.view.start
    return sketch.view.text[sketch.trigger.start - start : sketch.trigger.end - start].lower()
