"""Who organises, and who asked the visitors to come."""

import re
from itertools import pairwise

from entente.facts.event_people import ALL, people_after, people_before
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

NAMES = {
    "ceremony": re.compile(r"\b(?:cérémonie|inauguration|signature|célébration|anniversaire)\b", re.IGNORECASE),
    "visit": re.compile(r"\b(?:voyage|mission|délégation|visite|déplacement|séjour)\b", re.IGNORECASE),
    "meeting": re.compile(r"\b(?:réunion|rencontre|séance|forum|colloque|congrès|débats?)\b", re.IGNORECASE),
}
"""Words that name an event of a family again."""

PRONOUN = re.compile(r"(?:^|[,;:]\s)\s*(?:elles?|ils?)\s+(?:a\s+|ont\s+|avait\s+)?$", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:s['’](?:est|ouvr\w+|achèv\w+|inscri\w+)|se\s+\w+|a|ont|est|sont|en\s+présence|où|qui)\s", re.IGNORECASE
)
GIVEN = re.compile(r"offert|donn", re.IGNORECASE)
"""What makes someone the host of a dinner, and not of the handing over of a gift («du matériel offert par Pontivy»)."""

SAID_OF = 100
"""Characters between the word for an event and «organisé par»: room for its name."""

OBJECT = 60
"""Characters between «organise» and its object."""

HEAD = 12
"""Characters before the name that a sentence opens with: room for an article and an honorific."""


def said_to_organize(event: Sketch, view: View, own: list[Sketch]) -> None:
    """«la mission organisée par la Métropole et la CCI»: wherever it is told, right behind a word for the event."""
    for section, slot in (("organiser_par", event.organizers), ("inviter_par", event.hosts)):
        for cue in words(section).finditer(view.text):
            if GIVEN.match(cue.group()) and event.family != "reception":
                continue
            people = _listed(view, people_after(view, cue.end(), ALL - {"country"}))
            if people and _names_event(view, cue.start(), own):
                slot += people
                if view not in event.evidence:
                    event.evidence.append(view)


def _listed(view: View, people: list[Seen]) -> list[Seen]:
    """Those of one list: «organisé par la Ville et la CCI, s'est ouvert en présence du maire» ends with the CCI."""
    first = people[:1]
    for before, item in pairwise(people):
        if VERB.search(view.text, before.end, item.start):
            break
        first.append(item)
    return first


def _names_event(view: View, offset: int, own: list[Sketch]) -> bool:
    """True when a word for an event stands shortly before an offset."""
    start = max(0, offset - SAID_OF)
    told = any(view.start + start <= sketch.trigger.start < view.start + offset for sketch in own)
    return told or any(pattern.search(view.text, start, offset) for pattern in NAMES.values())


def organize(sketch: Sketch, subject: Seen | None) -> None:
    """Give an occasion the subject of «organise»; «elle» is who the sentence before speaks of."""
    view, start = sketch.view, sketch.trigger.start - sketch.view.start
    cue = next(words("organiser").finditer(view.text, max(0, start - OBJECT), start), None)
    if cue is None or sketch.organizers:
        return
    named = people_before(view, cue.start(), ALL - {"country"})
    pronoun = PRONOUN.search(view.text, 0, cue.start())
    sketch.organizers = [subject] if pronoun and subject else [item for item in named if item.type != "person"]


def subject_of(view: View) -> Seen | None:
    """The name or title that a sentence opens with."""
    for item in view.seen:
        if item.start >= HEAD:
            break
        if item.type in ALL:
            return item
    return None
