"""Who: lists of people and bodies before or behind the words that give them a part."""

import re

from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

BREAK = re.compile(r"[.!?…»]\s|[«:]\s|\b(?:pour|afin|lors|avant|après|quand|lorsque|tandis|alors)\b", re.IGNORECASE)
HARD = re.compile(r"[!?]\s|\b(?:afin|lors|avant|après|lorsque|tandis)\b", re.IGNORECASE)
BODY_START = re.compile(
    r"(?:^|[,;:]|\bet|\bou|\bpar|\bavec|\bque|\bainsi\s+que|\bdont|\bpuis)\s*(?:la\s+|le\s+|les\s+|l['’]|du\s+|des\s+|une?\s+)?$",
    re.IGNORECASE,
)
FIRST_BODY = re.compile(
    r"^\s*(?:notamment\s+|ensemble\s+)?(?:de\s+la\s+|de\s+l['’]|la\s+|le\s+|les\s+|l['’]|du\s+|des\s+|de\s+|d['’])?$",
    re.IGNORECASE,
)


def people_after(view: View, offset: int, *, bodies: bool = False) -> list[Seen]:
    """Persons listed behind an offset, to the end of the list; with `bodies`, organizations listed too."""
    found: list[Seen] = []
    last = offset
    for item in view.seen:
        if item.start < offset or not _wanted(item, bodies):
            continue
        gap = view.text[last : item.start]
        if len(gap) > 260 or HARD.search(gap):
            break
        if item.type == "person" or BODY_START.search(gap) or (last == offset and FIRST_BODY.match(gap)):
            found.append(item)
        last = item.end
    return found


def people_before(view: View, offset: int, *, bodies: bool = False) -> list[Seen]:
    """Persons named before an offset in its sentence, the subject of a verb that stands there."""
    start = max((m.end() for m in re.finditer(r"[;:!?]\s", view.text[:offset])), default=0)
    found = []
    last = start
    for item in view.seen:
        if not start <= item.start < offset or item.end > offset or not _wanted(item, bodies):
            continue
        if item.type == "person" or BODY_START.search(view.text[last : item.start]) or item.start - start < 4:
            found.append(item)
        last = item.end
    return found


def _wanted(item: Seen, bodies: bool) -> bool:
    return item.type == "person" or (bodies and item.type == "organization")


def present(view: View) -> list[Seen]:
    """Whoever the sentence says is there: «en présence de …», «… étaient du voyage»."""
    found: list[Seen] = []
    for cue in words("presents_apres").finditer(view.text):
        found += people_after(view, cue.end(), bodies=True)
    for cue in words("presents_avant").finditer(view.text):
        found += people_before(view, cue.start(), bodies=True)
    return sorted(set(found), key=lambda item: item.start)
