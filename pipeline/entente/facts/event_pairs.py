"""Places and dates that stand side by side: «à Liège en 2015», «Gand (2018)»."""

import re
from functools import lru_cache

from entente.facts.event_view import Dated, Seen, View

PAIRED = ("city", "country", "region")
PLACE_FIRST = re.compile(r"\s*[(,]?\s*(?:en|le|les|au|du|dès|à|à\s+l['’])?\s*", re.IGNORECASE)
DATE_FIRST = re.compile(r"\s*[,:(]?\s*(?:à|au|en|aux|dans|chez)?\s*(?:l['’]|la\s+|le\s+)?", re.IGNORECASE)

KEPT = 64
"""Sentences whose pairs are kept: all the rules ask for the same one in turn."""


@lru_cache(maxsize=KEPT)
def pairs_of(view: View) -> tuple[tuple[Seen, Dated], ...]:
    """Places and dates side by side («à Liège en 2015», «Gand (2018)»), each used once, in the order of the text."""
    if not view.dated:
        return ()
    pairs: list[tuple[Seen, Dated]] = []
    used: set[int] = set()
    for place in view.of(*PAIRED):
        if place.mention.kind != "name":
            continue
        date = _beside(view, place, used)
        if date is not None:
            used.add(date.index)
            pairs.append((place, date))
    return tuple(pairs)


def _beside(view: View, place: Seen, used: set[int]) -> Dated | None:
    """The date right behind a place, or else right before it."""
    free = [date for date in view.dated if date.index not in used]
    behind = (d for d in free if d.start >= place.end and PLACE_FIRST.fullmatch(view.text, place.end, d.start))
    before = (d for d in free if d.end <= place.start and DATE_FIRST.fullmatch(view.text, d.end, place.start))
    return next(behind, None) or next(before, None)
