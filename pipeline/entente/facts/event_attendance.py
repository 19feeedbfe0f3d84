"""Who was there: sentences that only tell who came, who spoke or who waited for the visitors."""

import re

from entente.facts.event_people import people_after, people_before
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

REACH = 3
"""Sentences: an attendance list further away needs a word that takes up the event."""

NAMES = {
    "ceremony": re.compile(r"\b(?:cérémonie|inauguration|signature|célébration|anniversaire)\b", re.IGNORECASE),
    "visit": re.compile(r"\b(?:voyage|mission|délégation|visite|déplacement|séjour)\b", re.IGNORECASE),
    "meeting": re.compile(r"\b(?:réunion|rencontre|séance|forum|colloque|congrès|débats?)\b", re.IGNORECASE),
}
KIN = {"signing": "ceremony", "ceremony": "ceremony", "visit": "visit", "exchange": "visit"}


def attend(view: View, own: list[Sketch], told: list[Sketch]) -> None:
    """Add the people whom a sentence lists to the event that it tells of, or else to the one told last."""
    event = _event(view, own, told)
    if event is None:
        return
    hosts = _hosts(view)
    people = [] if hosts else _present(view)
    if hosts or people:
        event.hosts += hosts
        event.participants += people
        if view not in event.evidence:
            event.evidence.append(view)


def _event(view: View, own: list[Sketch], told: list[Sketch]) -> Sketch | None:
    """The event meant: of the sentence itself, named again by a noun, or the latest within reach."""
    pool = own or [event for event in told if not event.view.heading]
    for family, pattern in NAMES.items():
        if pattern.search(view.text):
            named = [event for event in pool if KIN.get(event.family, "meeting") == family]
            if named:
                return named[-1]
    if own:
        return max(own, key=lambda sketch: sketch.family != "visit")
    near = [event for event in pool if view.index - event.evidence[-1].index <= REACH]
    return near[-1] if near else None


def _hosts(view: View) -> list[Seen]:
    """«Les y attendaient le maire et son adjointe»: on whichever side of the verb they stand."""
    cue = words("attendre").search(view.text)
    if cue is None:
        return []
    return people_after(view, cue.end(), bodies=True) or people_before(view, cue.start(), bodies=True)


def _present(view: View) -> list[Seen]:
    found: list[Seen] = []
    for cue in words("presents_apres").finditer(view.text):
        found += people_after(view, cue.end(), bodies=True)
    for cue in words("presents_avant").finditer(view.text):
        found += people_before(view, cue.start(), bodies=True)
    return sorted(set(found), key=lambda item: item.start)
