"""Words of one sentence that may tell of one event or of two: which of the sketches stay."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_words import words

GOVERNED = re.compile(r"\s+(?:officielle\s+)?(?:de\s+la\s+|de\s+l['’]|d['’]une?\s+|du\s+|des\s+|de\s+)(?:\w+\s+)?")
COMPLEMENT = re.compile(
    r"[^,;:.!?()]{0,50}?\b(?:de|du|des|d['’]|pour|au|aux|à)\s*(?:la\s+|le\s+|l['’]|les\s+|une?\s+)?(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
OCCASIONS = ("conference", "festival", "ceremony", "exchange", "reception", "meeting")
LESSER = ("ceremony", "reception", "meeting")
"""Families of words that a signing or a visit in the same sentence explains."""


def settle(found: dict[str, Sketch]) -> None:
    """Take out the sketches that another of the same sentence makes needless, by family."""
    _edition(found)
    _invitation(found)
    _inauguration(found)
    _complement(found)
    if {"signing", "visit"} & found.keys():
        for family in LESSER:
            found.pop(family, None)


def _edition(found: dict[str, Sketch]) -> None:
    """«la 8e édition du salon» is the salon."""
    conference, festival = found.get("conference"), found.get("festival")
    if conference and festival and _word(conference).startswith("édition") and _governs(conference, festival):
        festival.edition = festival.edition or conference.edition
        found.pop("conference")


def _invitation(found: dict[str, Sketch]) -> None:
    """«Elle a convié ses hôtes au festival» tells of the festival alone."""
    visit = found.get("visit")
    if visit and words("inviter").fullmatch(_word(visit)) and any(family in found for family in OCCASIONS):
        found.pop("visit")


def _inauguration(found: dict[str, Sketch]) -> None:
    """«l'inauguration de l'exposition» is one event, and no exposition besides."""
    for family in ("festival", "conference"):
        if "ceremony" in found and family in found and _governs(found["ceremony"], found[family]):
            found.pop(family)


def _complement(found: dict[str, Sketch]) -> None:
    """«un rendez-vous d'affaires au salon»: the second is a complement of the first, on the same day."""
    for family in ("meeting", "exchange", "reception"):
        for other in OCCASIONS:
            first, second = found.get(family), found.get(other)
            if first and second and first is not second and first.when == second.when and _complements(first, second):
                found.pop(other)


def _governs(first: Sketch, second: Sketch) -> bool:
    return GOVERNED.fullmatch(_gap(first, second)) is not None


def _complements(first: Sketch, second: Sketch) -> bool:
    return first.trigger.end < second.trigger.start and COMPLEMENT.fullmatch(_gap(first, second)) is not None


def _gap(first: Sketch, second: Sketch) -> str:
    """The words between the two."""
    start = first.view.start
    return first.view.text[first.trigger.end - start : max(first.trigger.end, second.trigger.start) - start]


def _word(sketch: Sketch) -> str:
    start = sketch.view.start
    return sketch.view.text[sketch.trigger.start - start : sketch.trigger.end - start].lower()
