"""First and last day of a stay, told apart: «arrivée mercredi …, elle repart demain»."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from entente.facts.event_view import Dated, View
from entente.facts.event_words import any_of, words

BEFORE = 45
"""Characters before a date in which the word that makes it a first or last day stands."""

AFTER = 30
"""Characters behind it in which that word stands («vendredi, ils sont repartis»)."""

LONGEST = timedelta(days=45)
"""Longest stay whose two ends are told apart; beyond, they belong to two journeys."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
STOP = re.compile(r"[.;:!?]\s|\bpuis\b")


KEPT = 64
"""Days whose edge is kept: all the rules ask for those of one sentence in turn."""


class Span(NamedTuple):
    """The two ends of a stay."""

    first: Dated
    last: Dated

    @property
    def edtf(self) -> str:
        """The days from one to the other."""
        return f"{first_day(self.first.edtf)}/{last_day(self.last.edtf)}"


def span_in(view: View) -> Span | None:
    """The first day and the last day that a sentence tells apart, if it does."""
    if len(view.dated) + len(view.opened) < 2:
        return None
    edges = [(_edge(view, item), item) for item in sorted((*view.dated, *view.opened), key=lambda item: item.start)]
    first = next((item for edge, item in edges if edge in {"leave", "arrive"}), None)
    last = next((item for edge, item in reversed(edges) if edge == "end"), None)
    if first and last is None:
        # «parti vendredi, le convoi est arrivé dimanche»
        last = next((item for edge, item in reversed(edges) if edge == "arrive" and item is not first), None)
    return Span(first, last) if first and last and follows(first.edtf, last.edtf) else None


def edge_of(view: View, when: Dated) -> str:
    """`start` for a day of leaving home or of arriving, `end` for one of going home, else nothing."""
    return {"leave": "start", "arrive": "start"}.get(edge := _edge(view, when), edge)


@lru_cache(maxsize=KEPT)
def _edge(view: View, when: Dated) -> str:
    """`leave`, `arrive`, `end` or nothing, by the word before the date or right behind it."""
    if when.edtf.endswith("/.."):
        return "arrive"
    if when.edtf.startswith("../"):
        return "end"
    if not DAY.fullmatch(when.edtf):
        return ""
    told = max((item.end for item in (*view.dated, *view.opened) if item.end <= when.start), default=0)
    before = view.text[max(told, when.start - BEFORE) : when.start]
    stops = [found.end() for found in STOP.finditer(before)]
    before = before[stops[-1] :] if stops else before
    return _nearest(before) or _nearest(STOP.split(view.text[when.end : when.end + AFTER], maxsplit=1)[0])


def follows(one: str, other: str) -> bool:
    """True when the second is a day after the first, and not too long after it."""
    first, last = first_day(one), last_day(other)
    if not DAY.fullmatch(first) or not DAY.fullmatch(last):
        return False
    return first < last and date.fromisoformat(last) - date.fromisoformat(first) <= LONGEST


def first_day(edtf: str) -> str:
    """`2022-11-13/..` → `2022-11-13`."""
    return edtf.split("/")[0]


def last_day(edtf: str) -> str:
    """`../2022-11-22` → `2022-11-22`."""
    return edtf.split("/")[-1]


def _nearest(text: str) -> str:
    """Which of the two kinds of words stands last in a stretch."""
    if not any_of(*SECTIONS.values()).occurs(text):
        return ""
    found = [(cue.start(), edge) for edge, section in SECTIONS.items() for cue in words(section).finditer(text)]
    return max(found)[1] if found else ""


SECTIONS = {"leave": "depart_sejour", "arrive": "debut_sejour", "end": "fin_sejour"}
