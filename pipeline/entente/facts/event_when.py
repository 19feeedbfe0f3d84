"""When: the date of an event, read around the words that tell of it, and how precise it is."""

import re

from entente.facts.event_view import Dated, View

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|XXXX-\d{2}-\d{2}")
MONTH = re.compile(r"(?:\d{4}|XXXX)-\d{2}")
FAR = 400
"""Characters: beyond, a date of a one-line text belongs to something else."""

CLAUSE = re.compile(r",\s+(?:qui|que|qu['’]|dont|où)(?!\w)|;")
OPEN_CLAUSE = re.compile(r",\s+(?:qui|dont)(?!\w)[^,;]*$|;")
"""A relative clause in which the cue stands, or another half of the sentence."""

CLAUSE_COST = 120
COARSE_COST = 80
LABEL_COST = 150
"""Characters that a relative clause, a date without a day, and a label instead of a date in the sentence count for."""

INSERTED = re.compile(
    r"\s*(?:arriv|part|ven|sign|concl|n|cré|fond|él|nomm|décid|annonc|prév|entam|lanc|inaugur|parti|nou|scell|annul|interromp|suspend)(?:é|i|u)e?s?\b",
    re.IGNORECASE,
)
"""A participle that opens an inserted clause."""

SEASONS = {"21": ("03", "06"), "22": ("06", "09"), "23": ("09", "12"), "24": ("12", "12")}
"""First and last month that a season may mean."""


def date_of(view: View, near: int) -> Dated | None:
    """The date nearest to the cue, or that of its label.

    A day is worth a detour that a bare year is not; a date of a relative clause belongs to what that clause tells.
    """
    candidates = [(_cost(view, date, near), date.start, date) for date in view.dated if abs(date.start - near) <= FAR]
    if view.label is not None and all(date.index != view.label.index for date in view.dated):
        candidates.append((LABEL_COST, view.label.start, view.label))
    return min(candidates, key=lambda item: item[:2])[2] if candidates else None


def _cost(view: View, date: Dated, near: int) -> int:
    """Characters to the cue, and what a coarse date or a clause between counts for."""
    apart = date.start - near if date.start >= near else near - date.end
    between = view.text[min(near, date.end) : max(near, date.start)]
    clauses = len(CLAUSE.findall(between)) if date.start >= near else OPEN_CLAUSE.search(between) is not None
    clauses += _inserted(view, date, near)
    return apart + (0 if DAY.search(date.edtf) else COARSE_COST) + CLAUSE_COST * clauses


def _inserted(view: View, date: Dated, near: int) -> bool:
    """True for a date between commas behind a participle («…, arrivés l'avant-veille, ont fêté …»), the cue outside."""
    start = view.text.rfind(",", 0, date.start) + 1
    end = view.text.find(",", date.end)
    return end >= 0 and not start <= near < end and INSERTED.match(view.text, start) is not None


def is_month(edtf: str) -> bool:
    """True for a date of at least a month's (or a season's) precision."""
    return MONTH.match(edtf) is not None


def is_day(edtf: str) -> bool:
    """True for a day or a span of days."""
    return DAY.match(edtf) is not None


def bounds(edtf: str) -> tuple[str, str]:
    """The first and last day of a date as text to compare: `2024` → `2024-01-01`, `2024-12-31`."""
    first, _, last = edtf.replace("~", "").partition("/")
    return _edge(first, 0) if first != ".." else "0000", _edge(last or first, 1) if last != ".." else "9999"


def _edge(date: str, side: int) -> str:
    year, *rest = date.split("-")
    month = SEASONS.get(rest[0], (rest[0], rest[0]))[side] if rest else ("01", "12")[side]
    return f"{year}-{month}-{rest[1] if len(rest) > 1 else ('01', '31')[side]}"
