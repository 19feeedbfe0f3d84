"""Rules for delegations: who leads one, and who takes one along."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import TRAVELLERS, Match, hit, inside, sketch_of
from entente.facts.event_people import BODIES, people_after, people_before
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words
from entente.facts.numbers import find_numbers

LED_GAP = 140
"""Characters between «emmenée par» and the word for those who are led, on either side."""

TAKEN_GAP = 80
"""Characters between «a conduit» and the word for those who are taken along."""

COMPANION_GAP = 40
"""Characters between «a accompagné» and a name: room for a title."""

COUNT_GAP = 16
"""Characters behind «à la tête de» in which a number makes it a journey of so many people, and no office."""

BY = re.compile(r"[^.;:!?]{0,40}?\bpar\s")
CLAUSE = re.compile(r"[;:]")
RELATIVE = re.compile(r"(?:\bqu['’]|\bque\s+|\bl['’]|\bles\s+)$", re.IGNORECASE)


def delegation_led(view: View) -> Iterator[Sketch]:
    """A delegation «emmenée par» or «avec à sa tête», or a leader «à la tête d'une délégation»: a mission."""
    head = hit("a_la_tete", view.text) or _at_head(view)
    led = head or hit("tete", view.text) or _led_by(view)
    if led is None or not (head or TRAVELLERS.search(view.text)):
        return
    noun = hit("visite", view.text)
    sketch = sketch_of(view, "delegation_led", "mission", "visit", led, noun)
    sketch.leaders = _before_head(view, led.start()) if head else _heads(view, led.end())
    if hit("recu", view.text) or hit("recevoir", view.text):
        sketch.kind = "reception"
    yield sketch


def delegation_taken(view: View) -> Iterator[Sketch]:
    """Someone who «a conduit», «emmène», «dirige» a delegation or mission: a mission and its leader."""
    for cue in words("mener").finditer(view.text):
        reach = cue.end() + TAKEN_GAP
        noun = words("visite").search(view.text, cue.end(), reach)
        taken = noun or words("invites").search(view.text, cue.end(), reach) or _companion(view, cue)
        subject = people_before(view, cue.start(), BODIES)
        if taken and subject and not (noun and inside(noun, "visite_autre", view)):
            sketch = sketch_of(view, "delegation_taken", "mission", "visit", cue, taken)
            who = subject[-1:] if view.text[: cue.start()].rstrip().endswith("qui") else subject
            sketch.leaders = [item for item in who if item.type == "person"]
            sketch.organizers = [item for item in who if item.type == "organization"]
            sketch.weak = not sketch.places and sketch.when is None
            if noun or sketch.places:
                yield sketch


def _at_head(view: View) -> Match | None:
    """«à la tête de douze élus»."""
    cues = words("a_la_tete_de").finditer(view.text)
    return next((cue for cue in cues if find_numbers(view.text, cue.end(), cue.end() + COUNT_GAP)), None)


def _led_by(view: View) -> Match | None:
    """«emmenée par» near a word for travellers."""
    for found in words("mener_par").finditer(view.text):
        by = BY.match(view.text, found.end())
        if by and (
            TRAVELLERS.search(view.text, max(0, found.start() - LED_GAP), found.start())
            or TRAVELLERS.search(view.text, by.end(), by.end() + LED_GAP)
        ):
            return found
    whom = hit("que_conduit", view.text)
    return whom if whom and TRAVELLERS.search(view.text, max(0, whom.start() - LED_GAP), whom.start()) else None


def _heads(view: View, offset: int) -> list[Seen]:
    """Who is named behind «conduite par», up to the words for those who only go along («…, et composée de …»)."""
    stops = (words("cortege").search(view.text, offset), CLAUSE.search(view.text, offset))
    end = min((stop.start() for stop in stops if stop), default=len(view.text))
    return [item for item in people_after(view, offset) if item.start < end]


def _companion(view: View, cue: Match) -> Match | None:
    """The cue itself where a person is its object: «a accompagné Luc Roy à Sofia», not «qu'accompagnait Luc Roy»."""
    if RELATIVE.search(view.text, 0, cue.start()):
        return None
    near = [item for item in view.of("person") if 0 <= item.start - cue.end() < COMPANION_GAP]
    return cue if near else None


def _before_head(view: View, offset: int) -> list[Seen]:
    """The subject of «à la tête d'une délégation», which may stand before a colon («… : à la tête de …, ils ont …»)."""
    return people_before(view, offset) or [item for item in view.of("person") if item.end <= offset]
