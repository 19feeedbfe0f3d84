"""One time expression without bounds: a day, a month, a year, a named period, or something counted."""

from entente.dates.grammar.days import day
from entente.dates.grammar.lengths import after_amount, ago, ahead, hedged, run
from entente.dates.grammar.numeric import month_year_figures
from entente.dates.grammar.openings import opening, rules_at_each
from entente.dates.grammar.periods import named_period
from entente.dates.grammar.relative import (
    day_part,
    discourse_day,
    named_day,
    reference_period,
    trailing_day_part,
    weekday,
)
from entente.dates.grammar.years import Match, year
from entente.dates.nodes import Approx, Day, Feast, Offset, Shift, Then, Weekday
from entente.dates.tokens import Tokens
from entente.dates.words import words

ARTICLES = frozenset(["le", "la", "l'", "les"])
_DEEPEST = 2
"""Expressions within expressions: «vers la veille du lendemain de Noël» is as deep as anyone goes."""


def simple(t: Tokens, i: int, depth: int = 0) -> Match | None:
    """The expression without bounds that begins at `i`, with the part of the day that ends it."""
    found = _core(t, i, depth)
    if found is None:
        return None
    node, j = found
    if isinstance(node, Shift) and node.unit == "week" and (named := words().weekdays.get(t.word(j))) is not None:
        return Weekday(named, of=node), trailing_day_part(t, j + 1)
    if isinstance(node, Shift) and node.unit == "day":
        j = _apposed_weekday(t, j)
    if isinstance(node, (Day, Weekday, Shift, Then, Feast)) and getattr(node, "unit", "day") in ("day", "weekday"):
        j = trailing_day_part(t, j)
    return node, j


def target(t: Tokens, i: int, depth: int = 0) -> Match | None:
    """What a bound applies to: an expression, its article passed over."""
    if depth > _DEEPEST:
        return None
    found = simple(t, i, depth)
    if found is None and t.word(i) in ARTICLES | {"ce", "cette", "au", "du", "de", "d'", "aux", "en", "a"}:
        found = simple(t, i + 1, depth)
        if found is None and t.word(i + 1) in ARTICLES:
            found = simple(t, i + 2, depth)
    return found


def _core(t: Tokens, i: int, depth: int) -> Match | None:
    for rule in _rules(opening(t, i)):
        found: Match | None = rule(t, i, depth) if rule in _NESTED else rule(t, i)
        if found:
            return found
    return None


def beside(t: Tokens, i: int, depth: int = 0) -> Match | None:
    """A day told by its neighbour: `le lendemain du 13 février`, `trois jours avant Noël`, `la veille`."""
    found = discourse_day(t, i)
    if found is not None:
        node, j = found
        if isinstance(node, Then) and t.word(j) in ("de", "du", "d'", "des") and (base := target(t, j + 1, depth + 1)):
            return Then(node.unit, node.count, base[0]), base[1]
        beside_event = isinstance(node, Then) and node.count and t.word(j) in ("de", "du", "d'", "des")
        return None if beside_event else found
    if not (t.word(i).isdecimal() or t.word(i) in words().numbers or t.word(i) in words().collectives):
        return None
    if found := after_amount(t, i):
        return found
    counted = hedged(t, i)
    if counted is None or len(counted[0]) != 1 or counted[2] == "none" or t.word(counted[1]) not in ("avant", "apres"):
        return None
    (value, name), j = counted[0][0], counted[1]
    if named := named_day(t, j + 1):
        sign = 1 if t.word(j) == "apres" else -1
        return (
            (Offset(((value, name),), sign), named[1])
            if named[0] == Shift("day", 0)
            else (Then(name, sign * value, named[0], exact=True), named[1])
        )
    base = target(t, j + 1, depth + 1)
    if base is None:
        return None
    return Then(name, value if t.word(j) == "apres" else -value, base[0], exact=True), base[1]


def approximate(t: Tokens, i: int, depth: int = 0) -> Match | None:
    """`vers 1960`, `aux alentours du 12 mai`, `autour de 1900`, `environ 1850`."""
    word = t.word(i)
    if word in words().approximations:
        j = i + 1 + (t.word(i + 1) in ("de", "d'", "du", "en"))
    elif word in ("alentours", "environs") and t.word(i + 1) in ("de", "d'", "du"):
        j = i + 2
    else:
        return None
    found = target(t, j, depth + 1) if word != "environ" or t.number(j, 4) else None
    return (Approx(found[0]), found[1]) if found and not isinstance(found[0], Offset) else None


_NESTED = (beside, approximate)
RULES = (
    named_day, day_part, beside, ago, ahead, run, day, named_period, month_year_figures, weekday, reference_period,
    approximate, year,
)  # fmt: skip
"""In the order in which they are tried."""

_rules = rules_at_each(RULES)


def _apposed_weekday(t: Tokens, j: int) -> int:
    """`aujourd'hui mercredi`: the weekday says the same day again."""
    k = j + (t.word(j) == ",")
    if t.word(k) in words().weekdays and t.number(k + 1) is None:
        return k + 1
    return j
