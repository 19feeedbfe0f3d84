"""Resolve: the value of one expression in its context."""

from dataclasses import replace
from datetime import timedelta

from entente.dates import nodes as n
from entente.dates.resolve import counted, named, weekdays
from entente.dates.resolve.context import Context
from entente.dates.resolve.period import (
    Period,
    between,
    narrowed,
    of_century,
    of_day,
    of_decade,
    of_month,
    of_season,
    of_week,
    of_weekend,
    of_year,
    opened,
)
from entente.dates.resolve.tense import FUTURE, PAST

_ANOTHER_STORY = 60
"""Days from the day of writing beyond which a date of the paragraph before was a digression."""
_MIDWEEK = 2
"""Weekday from which the weekend of a feast is the one that follows: «le week-end du 8 mai», a Monday, ends with it."""


def resolve(node: n.Expression, context: Context) -> Period | None:
    """The value of an expression, or None when nothing anchors it: `Weekday(2)` said on 2018-11-15 → `2018-11-14`."""
    try:
        return _resolve(node, context)
    except (ValueError, OverflowError):
        return None


def _resolve(node: n.Expression, context: Context) -> Period | None:
    match node:
        case n.Day():
            return named.day(node, context, _of(node.of, context))
        case n.Month():
            return named.month(node, context, _of(node.of, context))
        case n.Year(year):
            return of_year(year)
        case n.Season():
            return named.season(node, context, _of(node.of, context))
        case n.Fraction():
            return named.fraction(node, context, _of(node.of, context))
        case n.Nth():
            return named.nth(node, _of(node.of, context))
        case n.WeekNumber():
            return named.week_number(node, context, _of(node.of, context))
        case n.Feast():
            return named.feast(node, context, _of(node.of, context))
        case n.Decade(start):
            return of_decade(start)
        case n.Century(rank):
            return of_century(rank)
        case n.Shift():
            return counted.shift(node, context)
        case n.Offset():
            return counted.offset(node, context)
        case n.Run():
            return counted.run(node, context)
        case n.Length() | n.Every():
            return counted.length(node)
    return _compound(node, context)


def _compound(node: n.Expression, context: Context) -> Period | None:
    match node:
        case n.Weekday():
            return weekdays.weekday(node, context, _of(node.of, context))
        case n.Then():
            return _then(node, context)
        case n.Interval(left, right):
            return _interval(left, right, context)
        case n.Open(side, of, said):
            return _open(side, of, said, context)
        case n.Part(mod, of, half):
            found = _resolve(of, context)
            return narrowed(found, mod, half=half) if found else None
        case n.Around(unit, of):
            found = _resolve(of, context)
            if found is None or found.first is None:
                return None
            beside = found.first - timedelta(days=2 if found.first.weekday() < _MIDWEEK else 0)
            around = of_weekend(beside) if unit == "weekend" else of_week(found.first)
            return around.guessed() if found.inferred else around
        case n.Approx(of):
            found = _resolve(of, context)
            if found is None or found.edtf is None or "/" in found.edtf:
                return replace(found, mod="approx") if found else None
            return replace(found, edtf=f"{found.edtf}~", mod="approx")
    return None


def _of(node: n.Expression | None, context: Context) -> Period | None:
    return None if node is None else _resolve(node, context)


def _open(side: str, of: n.Expression, said: str | None, context: Context) -> Period | None:
    """`depuis lundi` looks back whatever the verb; `jusqu'à vendredi` looks ahead unless the verb is past."""
    if said == "ahead":
        context = replace(context, tense=FUTURE)
    elif said == PAST or context.tense not in (PAST, FUTURE):
        context = replace(context, tense=said)
    if isinstance(of, n.Offset) and side == "since":
        return counted.since_length(of, context)
    if isinstance(of, n.Interval):
        return _resolve(of, context)
    found = _resolve(of, context)
    if found is None or (found.edtf or "").startswith("../") or (found.edtf or "").endswith("/.."):
        return found
    return opened(side, found)


def _then(node: n.Then, context: Context) -> Period | None:
    """`le lendemain`, `l'année suivante`, `trois jours avant Noël`: counted from a date told, else from today."""
    base = _resolve(node.base, context) if node.base is not None else _told(node, context)
    if node.base is None and node.exact and node.unit in ("day", "week") and base and base.unit not in ("day", "span"):
        base = context.day_focus
    if node.base is None and base is None and context.reference is not None and context.tense != PAST:
        base = of_day(context.reference)
    if base is None or base.first is None:
        return None
    start = base.first if node.count < 0 or node.unit != "day" else base.last or base.first
    if node.unit.startswith("weekday"):
        ahead = (int(node.unit[7:]) - start.weekday()) % 7
        step = (ahead or 7) if node.count > 0 else ahead - 7
        return of_day(start + timedelta(days=step)).guessed()
    if node.unit.startswith("season"):
        turns = (of_season(start.year + step, int(node.unit[6:])) for step in range(-1, 3))
        later = (turn for turn in turns if turn.first and turn.first > start)
        return next(later).guessed() if node.count > 0 else None
    if node.unit.startswith("month") and node.unit != "month":
        number = int(node.unit[5:])
        beyond = number <= start.month if node.count > 0 else number >= start.month
        return of_month(start.year + (int(node.count) if beyond else 0), number).guessed()
    if node.count == 0 and node.unit == "day" and base.unit not in ("day",):
        return None
    if base.unit in ("year", "decade") and node.unit in ("day", "week", "weekend") and not node.exact:
        return None
    moved = counted.moved(
        start.replace(day=1)
        if node.unit in ("month", "year", "quarter", "half", "decade") and not node.exact
        else start,
        node.count,
        node.unit,
    )
    inferred = node.base is None or base.inferred
    found = (
        of_day(moved)
        if node.exact and (node.unit in ("week", "hour", "minute") or _keeps_day(node, base))
        else counted.unit_around(moved, node.unit)
    )
    return found.guessed() if inferred else found


def _told(node: n.Then, context: Context) -> Period | None:
    """The date told before; for a verb in the past, the last one that is not to come."""
    told, now = context.focus, context.reference
    if now is None or told is None or told.first is None:
        return told
    if context.tense == PAST and told.first > now:
        return context.past_focus
    digression = abs((told.first - now).days) > _ANOTHER_STORY and (context.apart or context.opened)
    return of_day(now) if digression and node.unit == "day" else told


def _keeps_day(node: n.Then, base: Period) -> bool:
    """True when a length counted from a named day gives a day: «deux mois après le 3 mai 2019»."""
    return node.base is not None and base.unit == "day" and node.unit in ("day", "month", "year")


def _interval(left: n.Expression, right: n.Expression, context: Context) -> Period | None:
    """Two ends; the year of one may follow from the other, and a later end never comes before an earlier one."""
    first = _resolve(left, context)
    if (
        isinstance(right, (n.Day, n.Month))
        and right.year is None
        and isinstance(left, (n.Day, n.Month))
        and left.year is None
        and right.shift is None
        and right.of is None
    ):
        return _same_turn(left, right, first, context)
    second = _resolve(right, context)
    if isinstance(right, n.Weekday) and right.shift is None and isinstance(left, n.Shift) and first and first.first:
        second = of_day(first.first + timedelta(days=(right.weekday - first.first.weekday()) % 7)).guessed()
    if isinstance(left, n.Weekday) and left.shift is None and isinstance(right, n.Day) and second and second.first:
        first = of_day(second.first - timedelta(days=(second.first.weekday() - left.weekday - 1) % 7 + 1)).guessed()
    if isinstance(left, n.Weekday) and isinstance(right, n.Weekday):
        first, second = _weekdays(left, right, first, second)
    if first is None or first.edtf is None:
        return (
            opened("until", second)
            if second
            and not isinstance(left, (n.Weekday, n.Shift, n.Then))
            and not isinstance(right, (n.Weekday, n.Shift, n.Then))
            else None
        )
    if second is None or second.edtf is None:
        return opened("since", first)
    if first.first and second.last and first.first > second.last:
        return _reordered(left, right, first, second)
    return between(first, second)


def _weekdays(
    left: n.Weekday, right: n.Weekday, first: Period | None, second: Period | None
) -> tuple[Period | None, Period | None]:
    """`de lundi à vendredi prochain`: the end that says which week brings the other one beside it."""
    if right.shift is not None and second and second.first:
        return of_day(second.first - timedelta(days=(right.weekday - left.weekday) % 7)).guessed(), second
    if first and first.first:
        return first, of_day(first.first + timedelta(days=(right.weekday - left.weekday) % 7)).guessed()
    return first, second


def _same_turn(left: n.Day | n.Month, right: n.Day | n.Month, first: Period | None, context: Context) -> Period | None:
    """Both ends without a year: the right one is the first such day, or month, after the left one."""
    if first is None:
        return None
    if first.first is None:
        second = _resolve(right, replace(context, reference=None, known=[], focus=None))
        return between(first, second) if second else None
    month = right.month or first.first.month
    year = first.first.year + (month < first.first.month)
    second = _resolve(replace(right, year=year, month=month), context)
    if second is None:
        return None
    joined = between(first, second)
    return joined.guessed() if joined else None


def _reordered(left: n.Expression, right: n.Expression, first: Period, second: Period) -> Period | None:
    """Ends that run backwards because one took its year elsewhere: the left one moves a year back."""
    if isinstance(left, (n.Day, n.Month)) and left.year is None and first.first and second.last:
        value = replace(left, year=second.last.year)
        moved = _resolve(value, Context())
        if moved and moved.first and moved.first > second.last:
            moved = _resolve(replace(left, year=second.last.year - 1), Context())
        return between(moved.guessed(), second) if moved else None
    return None
