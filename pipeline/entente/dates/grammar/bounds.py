"""Expressions with one open end: `depuis 2013`, `jusqu'en juin`, `d'ici 2030`, `avant le 15 mai`."""

from entente.dates.grammar.lengths import hedged
from entente.dates.grammar.numbers import unit
from entente.dates.grammar.ranges import interval
from entente.dates.grammar.simple import target
from entente.dates.grammar.years import Match, is_year, year_number
from entente.dates.nodes import Clock, Day, Expression, Feast, Interval, Offset, Open, Shift, Then, Weekday, Year
from entente.dates.tokens import Tokens

_TENSES = {"depuis": "past", "apres": None, "dela": None, "d'": "ahead"}
"""What the word says of the time; the others look ahead, unless the verb is past: only `d'ici` always does."""


def bound(t: Tokens, i: int) -> Match | None:
    """The expression with one open end that begins at `i`."""
    opened = _opening(t, i)
    if opened is None:
        return None
    side, j = opened
    if side == "since" and t.word(i) == "depuis":
        if t.word(j) in ("maintenant", "deja", "les", "ces"):
            j += 1
        found = interval(t, i)
        if found and isinstance(found[0], Interval):
            return found
        counted = hedged(t, j)
        if counted and counted[2] != "none":
            if t.word(counted[1]) in ("de", "d'"):
                return None
            return Open("since", Offset(counted[0], -1, counted[2])), counted[1]
    if side == "until" and t.word(i) == "d'":
        counted = hedged(t, j)
        if counted and counted[2] != "none":
            return Open("until", Offset(counted[0], 1, counted[2])), counted[1]
    found = target(t, j) or (_weekend(t, j) if side in ("until", "before", "since") else None)
    if found is None and year_number(t, j) and is_year(t, j, sure=True):
        found = Year(int(t.word(j))), j + 1
    if found is None or (isinstance(found[0], (Offset, Clock)) and side in ("before", "after")):
        return None
    if isinstance(found[0], Then) and side in ("before", "after") and found[0].base is None:
        return None
    if t.word(i) == "des" and (isinstance(found[0], (Day, Weekday, Feast)) or _is_day(found[0])):
        return found
    ahead = side == "until" and isinstance(found[0], (Weekday, Feast))
    return Open(side, found[0], "ahead" if ahead else _TENSES.get(t.word(i), "future")), found[1]


def _weekend(t: Tokens, j: int) -> Match | None:
    """`d'ici au week-end`, `avant le week-end`: the one that comes."""
    if t.word(j - 1) == "au":
        j -= 1
    if t.word(j) not in ("le", "au", "ce", "la"):
        return None
    named = unit(t, j + 1)
    return (Shift("weekend", 0), named[1]) if named and named[0] == "weekend" else None


def _is_day(node: Expression) -> bool:
    return isinstance(node, (Shift, Then)) and node.unit == "day"


def _opening(t: Tokens, i: int) -> tuple[str, int] | None:
    """The side left open and where what bounds it begins."""
    word = t.word(i)
    if word == "depuis":
        return "since", i + 1
    if (word, t.word(i + 1)) in (("avant", "hier"), ("apres", "demain")):
        return None
    if word == "des" and t.raw(i).lower() in ("dès", "dés"):
        return "since", i + 1
    if word in ("a", "à") and t.word(i + 1) in ("partir", "compter") and t.word(i + 2) in ("de", "du", "d'", "des"):
        return "since", i + 3
    if word in ("jusqu'", "jusque") and t.word(i + 1) in ("a", "au", "en", "aux"):
        return "until", i + 2
    if word in ("jusqu'", "jusque"):
        return "until", i + 1
    if word == "d'" and t.word(i + 1) == "ici":
        return "until", i + 2 + (t.word(i + 2) == "a" or (t.word(i + 2) == "au" and not unit(t, i + 3)))
    if word == "au" and t.word(i + 1) == "plus" and t.word(i + 2) == "tard":
        return "until", i + 3
    if word == "avant" and t.word(i - 1) not in ("jours", "jour", "mois", "ans", "an"):
        return ("before", i + 1) if t.word(i - 1) != "d'" or year_number(t, i + 1) else None
    if word == "apres" and t.word(i + 1) != "-" and t.word(i - 1) not in ("jours", "jour", "mois", "ans", "an", "d'"):
        return "after", i + 1
    if word == "dela" and t.word(i + 1) in ("de", "du", "d'"):
        return "after", i + 2
    return None
