"""Rules for receptions: hosts who receive, visitors who are received."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import Match, inside, sketch_of
from entente.facts.event_people import BODIES, people_after, people_before
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_when import is_day, is_month
from entente.facts.event_words import words

GUESTS = 120
"""Characters between «a reçu» and the word for visitors: room for a place and an occasion."""

PUPILS = 80
"""Characters between the verb and the pupils who are received."""

ACTIVE = re.compile(
    r"\b(?:a|ont|ai|avons|avait|avaient|avions|aura|auront)\s+(?:\w+ment\s+|déjà\s+|aussi\s+)?$", re.IGNORECASE
)
"""«avait accueilli»: a participle of those who receive, not of those received."""

AGREED = re.compile(r"(?:accueilli|reçu|hébergé)(?:e|s|es)$", re.IGNORECASE)
"""«les élus que la maire a reçus»: the participle agrees with visitors named before it."""

PRONOUN = re.compile(r"\b(?:les|leur|lui|nous|l['’])\s*(?:y\s+)?$", re.IGNORECASE)
PLURAL = re.compile(
    r"\b(?:les|des|leurs|nos|ses|\d+|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente|quarante|cinquante)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
RECEIVED_BY = re.compile(r"[^.;:!?]{0,30}?\bpar\s")


RECEIVING = ("recevoir", "inviter")
"""The sections whose words tell of hosts."""


def visit_received(view: View) -> Iterator[Sketch]:
    """Hosts «ont reçu», «accueillent» or «ont convié» visitors: a reception."""
    for section in RECEIVING:
        for cue in words(section).finditer(view.text):
            guests = people_after(view, cue.end())
            if inside(cue, "recu_autre", view) or not (guests or _guests(view, cue)):
                continue
            sketch = sketch_of(view, "visit_received", "reception", "visit", cue)
            sketch.leaders = guests[:2]
            sketch.hosts = people_before(view, cue.start(), BODIES)
            if words("eleves").search(view.text, cue.end(), cue.end() + PUPILS) and not _one_day(sketch):
                sketch.kind = "exchange"
            waits = cue.group().lower().startswith("attend")
            if (sketch.leaders or is_month(sketch.edtf) or sketch.places) and (sketch.hosts or not waits):
                yield sketch


def _one_day(sketch: Sketch) -> bool:
    """True for a single day: pupils who are received, and do not stay."""
    return is_day(sketch.edtf) and "/" not in sketch.edtf


def _guests(view: View, cue: Match) -> bool:
    """True for a word for visitors behind the verb, a pronoun before it, or a participle that agrees with them."""
    if words("invites").search(view.text, cue.end(), cue.end() + GUESTS):
        return True
    pronoun = PRONOUN.search(view.text, 0, cue.start()) or AGREED.search(cue.group())
    return pronoun is not None or _people_of(view, cue)


def _people_of(view: View, cue: Match) -> bool:
    """True for the people of a place as the object: «accueillera les Guérandais»."""
    near = (item for item in view.seen if 0 <= item.start - cue.end() < GUESTS and item.mention.kind == "nominal")
    return any(view.text[item.start].isupper() and PLURAL.search(view.text, 0, item.start) for item in near)


def visitors_received(view: View) -> Iterator[Sketch]:
    """Visitors «ont été reçus par» hosts, or «accueillis à» a place: a reception."""
    for cue in words("recu").finditer(view.text):
        if inside(cue, "recu_autre", view):
            continue
        active = ACTIVE.search(view.text, 0, cue.start()) is not None
        by = RECEIVED_BY.match(view.text, cue.end())
        guests = people_before(view, cue.start())
        named = guests or words("invites").search(view.text, 0, cue.start()) or (view.heading and view.seen)
        sketch = sketch_of(view, "visitors_received", "reception", "visit", cue)
        sketch.leaders = [] if active else guests[:2]
        sketch.sure = not active
        if active:
            sketch.hosts = guests
        if by:
            sketch.hosts = people_after(view, by.end(), BODIES)
        pupils = words("eleves").search(view.text, max(0, cue.start() - PUPILS), cue.start())
        if pupils and not by and not _one_day(sketch):
            sketch.kind = "exchange"
        if by or named or sketch.places or sketch.when is not None:
            yield sketch
