"""The place that «y» or «sur place» stands for."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_view import PLACE_TYPES, Seen, View

GOING = frozenset({"visit", "exchange", "signing", "ceremony"})
"""Families of what happens elsewhere, so that «y» means a place."""

THERE = re.compile(r"(?<!il\s)(?<!n['’])(?<![\w-])y\s+(?!a-t-il)|\bsur\s+place\b|\blà-bas\b", re.IGNORECASE)
ORIGIN = re.compile(
    r"\b(?:élue?s|délégation|équipe|groupe|habitant\w*|membres|élèves|lycéen\w*|collégien\w*|étudiant\w*|jeunes|acteurs|entreprises|"
    r"citoyen\w*|agents|technicien\w*|maires?|mairesse|bourgmestre|adjointe?s?|président\w*|conseill\w+)\s+(?:\w+\s+)?"
    r"(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])(?:[^,;:.]{2,30}?\s+et\s+(?:de\s+la\s+|du\s+|de\s+|d['’]))?$",
    re.IGNORECASE,
)
"""Where people are from, so not where they go: «cinq élus de Quimper y ont fait une visite»."""

THERE_GAP = 25
"""Characters around the word in which «y» or «sur place» stands for where it happens."""


def settle_there(sketch: Sketch) -> None:
    """Give a sketch without a place the one that «y» stands for, or note that an earlier sentence has it."""
    view, start, end = sketch.view, *(offset - sketch.view.start for offset in sketch.trigger)
    if sketch.family not in GOING or sketch.places:
        return
    first, last = max(0, start - THERE_GAP), end + THERE_GAP
    around = view.text[first:last].lower()
    if "y" not in around and "place" not in around and "là-bas" not in around:
        return
    there = THERE.search(view.text, first, last)
    if there:
        sketch.places = _there(view, there.start())
        sketch.there = not sketch.places


def _there(view: View, offset: int) -> list[Seen]:
    """The place named last before «y» in its sentence («jumelée à Bonn …, vingt élèves y sont attendus»)."""
    before = [item for item in view.of(*PLACE_TYPES) if item.end <= offset and item.mention.kind == "name"]
    named = [item for item in before if not ORIGIN.search(view.text, 0, item.start)]
    towns = [item for item in named if item.type in {"city", "venue"}]
    return (towns or named)[-1:]
