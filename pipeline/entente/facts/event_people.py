"""Who: lists of people, bodies and territories before or behind the words that give them a part."""

import re
from functools import lru_cache

from entente.facts.event_view import Seen, View
from entente.facts.event_words import sections_in, words

PERSONS = frozenset({"person"})
BODIES = PERSONS | {"organization"}
ALL = BODIES | {"city", "intercommunality", "region", "department", "country"}
LONG = 260
"""Characters between two names of a list: room for the longest office."""

HARD = re.compile(r"[!?]\s|\b(?:afin|lors|avant|après|lorsque|tandis)\b", re.IGNORECASE)
ARTICLE = r"(?:de\s+la\s+|de\s+l['’]|la\s+|le\s+|les\s+|l['’]|du\s+|des\s+|une?\s+)?"
ITEM = re.compile(
    rf"(?:^|[,;:]|\bet|\bou|\bpar|\bavec|\bque|\bdont|\bpuis)\s*(?:ceux\s+|celles\s+)?{ARTICLE}$", re.IGNORECASE
)
TERRITORY = re.compile(
    rf"(?:^|[,;:]|\bet|\bavec|\bque|\bpuis)\s*{ARTICLE}(?:(?:villes|communes|équipes|délégations|régions|villes\s+jumelles)\s+)?(?:de\s+|d['’])?$",
    re.IGNORECASE,
)
FIRST = re.compile(rf"^\s*(?:notamment\s+|ensemble\s+|:\s*)?(?:{ARTICLE}|de\s+|d['’])$", re.IGNORECASE)


def people_after(view: View, offset: int, types: frozenset[str] = PERSONS) -> list[Seen]:
    """Persons listed behind an offset, to the end of the list, and bodies and territories that are items of it too."""
    found: list[Seen] = []
    last = offset
    for item in view.seen:
        if item.start < offset or item.type not in types:
            continue
        gap = view.text[last : item.start]
        if len(gap) > LONG or HARD.search(gap):
            break
        if _listed(item, gap) or (last == offset and FIRST.match(gap)):
            found.append(item)
        last = item.end
    return found


BREAK = re.compile(r"[;:!?]\s")


def people_before(view: View, offset: int, types: frozenset[str] = PERSONS) -> list[Seen]:
    """Persons named before an offset in its sentence, the subject of a verb that stands there."""
    start = max((m.end() for m in BREAK.finditer(view.text[:offset])), default=0)
    found = []
    last = start
    for item in view.seen:
        if item.start < start or item.end > offset or item.type not in types:
            continue
        if _listed(item, view.text[last : item.start]) or item.start - start < 4:
            found.append(item)
        last = item.end
    return found


def _listed(item: Seen, gap: str) -> bool:
    """A person anywhere; a body or territory where an item starts («…, Metz et la CCI», not «maire de Metz»)."""
    if item.type == "person":
        return True
    return (ITEM if item.type == "organization" else TERRITORY).search(gap) is not None


def present(view: View) -> list[Seen]:
    """Whoever the sentence says is there: «en présence de …», «… étaient du voyage», «réunissait Metz et Trèves»."""
    return list(_present(view))


PRESENT = frozenset({"presents_apres", "presents_avant", "villes_presentes", "villes_venues"})


@lru_cache(maxsize=64)
def _present(view: View) -> tuple[Seen, ...]:
    """The work of `present`, kept: several rules ask for the same sentence in turn."""
    if PRESENT.isdisjoint(sections_in(view.text)):
        return ()
    found: list[Seen] = []
    for cue in words("presents_apres").finditer(view.text):
        found += people_after(view, cue.end(), BODIES)
    for cue in words("presents_avant").finditer(view.text):
        found += people_before(view, cue.start(), BODIES)
    for cue in words("villes_presentes").finditer(view.text):
        found += people_after(view, cue.end(), ALL)
    for cue in words("villes_venues").finditer(view.text):
        found += people_before(view, cue.start(), ALL)
    return tuple(sorted(set(found), key=lambda item: (item.start, item.mention.entity)))
