"""Where: the places of an event, read around the words that tell of it."""

import re
from functools import lru_cache

from entente.facts.event_locative import WIDE, is_located
from entente.facts.event_pairs import pairs_of
from entente.facts.event_view import PLACE_TYPES, Seen, View
from entente.facts.event_words import words

COORDINATION = re.compile(
    r"\s*(?:,|,?\s*et|,?\s*puis|,?\s*ou)\s*(?:à|au|aux|en)?\s*(?:la\s+|le\s+|les\s+|l['’])?$", re.IGNORECASE
)
BARE = re.compile(r"\s*[(,]\s*(?:en\s+|le\s+)?")
APPOSED = re.compile(r",?\s+\(?(?:en|au|aux|dans\s+(?:le\s+|la\s+|les\s+|l['’]))\s*")

"""«Lorient, en France»: where the one is, the other is."""

AT = re.compile(r"\b(?:à\s+l['’]|à\s+la\s+|au\s+|dans\s+l['’]|dans\s+la\s+)$", re.IGNORECASE)
AT_GAP = 10
"""«en stage à l'hôpital Numune»: a body that is a house."""

SEVERAL = re.compile(r"(?:l?es|[ndv]os|leurs|des|aux|deux|trois)\s", re.IGNORECASE)
"""«les deux communes»: who takes part, and no place."""

FAR = 400
"""Characters: beyond, a place of a one-line text belongs to something else."""

TOGETHER = 25
"""Characters between two places that are told together."""

BEHIND = 40
"""Characters that a place before the cue counts as further away."""

KEPT = 64
"""Sentences whose places are kept: all the rules ask for the same one in turn."""


def places_of(view: View, near: int | None = None) -> list[Seen]:
    """The places that the sentence locates something in: «à Lomé», «chez nos voisins de Bade», «à Lyon et Vienne».

    A country or region beside a town only says where the town is, so the town is kept.
    """
    if not view.seen:
        return list(view.ground)
    found: list[Seen] = []
    for item, told in _candidates(view):
        if near is not None and (abs(item.start - near) > FAR or _other_half(view, item, near)):
            continue
        coordinated = (
            found and item.type == found[-1].type and COORDINATION.match(view.text[found[-1].end : item.start])
        )
        if told or coordinated:
            found.append(item)
    towns = [item for item in found if item.type in {"city", "venue"}]
    houses = [item for item in found if item.type == "organization"]
    return _nearest(towns or houses or found, near) or list(view.ground)


@lru_cache(maxsize=KEPT)
def _candidates(view: View) -> tuple[tuple[Seen, bool], ...]:
    """The names of places in a sentence, each with whether the words around it locate something there."""
    paired = {place.start for place, date in pairs_of(view) if BARE.fullmatch(view.text, place.end, date.start)}
    found: list[tuple[Seen, bool]] = []
    for item in view.of(*PLACE_TYPES, "organization"):
        if item.type == "organization" and not (
            words("batiments").match(view.text, item.start)
            and AT.search(view.text, max(0, item.start - AT_GAP), item.start)
        ):
            continue
        if item.mention.kind != "name" and SEVERAL.match(view.text, item.start, item.end):
            continue
        if found and item.type in WIDE and APPOSED.fullmatch(view.text, found[-1][0].end, item.start):
            told = found[-1][1]
        else:
            told = item.start in paired or is_located(view, item)
        found.append((item, told))
    return tuple(found)


def _nearest(found: list[Seen], near: int | None) -> list[Seen]:
    """The places told together that stand nearest to the cue («à Lyon et à Vienne», «au théâtre, à Quimper»)."""
    groups: list[list[Seen]] = []
    for item in found:
        if groups and item.start - groups[-1][-1].end <= TOGETHER:
            groups[-1].append(item)
        else:
            groups.append([item])
    if near is None or len(groups) < 2:
        return found
    return min(groups, key=lambda group: min(_apart(item, near) for item in group))


def _other_half(view: View, item: Seen, near: int) -> bool:
    """«…; leurs correspondants …»: the other half of a sentence is about something else."""
    return ";" in view.text[min(near, item.end) : max(near, item.start)]


def _apart(item: Seen, near: int) -> int:
    """Characters from the cue; a place before it is as far as one a little further behind it."""
    return item.start - near if item.start >= near else near - item.start + BEHIND
