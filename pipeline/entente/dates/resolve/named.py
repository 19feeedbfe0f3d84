"""Values of days, months, seasons, ranks and feast days."""

from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter

from entente.dates.nodes import Day, Feast, Fraction, Month, Nth, Season, WeekNumber
from entente.dates.resolve.context import Context
from entente.dates.resolve.period import (
    Period,
    between,
    exact_day,
    month_end,
    of_day,
    of_month,
    of_months,
    of_season,
    of_span,
    of_week,
    of_weekend,
    yearless,
)
from entente.dates.resolve.tense import FUTURE, PAST
from entente.dates.words import FeastDay, feasts


def day(node: Day, context: Context, of: Period | None) -> Period | None:
    """`mercredi 12 mars 2018`, `le 12 mars`, `le 12`: a day, its year or month worked out where the text lets it be."""
    if node.month is None:
        if of is not None and of.first is not None:
            found = exact_day(of.first.year, of.first.month, node.day)
            return of_day(found).guessed() if found else None
        return _day_of_month(node, context) if node.of is None else None
    year = node.year or (of.first.year if of and of.first else None)
    if year is not None:
        found = exact_day(year, node.month, node.day)
        if found is None:
            return None
        period = of_day(found)
        conflict = node.weekday is not None and found.weekday() != node.weekday
        inferred = node.year is None
        return replace(period, conflict=conflict, inferred=inferred) if conflict or inferred else period
    if node.day > 29 and exact_day(2000, node.month, node.day) is None:
        return None
    if node.shift is not None and context.reference is not None:
        return _shifted_day(node, context.reference, node.shift)
    told = context.year_of(node.month, node.day, node.weekday)
    if told is None:
        return yearless(node.month, node.day)
    return replace(of_day(told[0]), inferred=True, conflict=told[1])


def _shifted_day(node: Day, now: date, shift: int) -> Period | None:
    """`le 11 juillet dernier`, `le 15 mars prochain`."""
    days = [d for y in range(now.year - 5, now.year + 6) if (d := exact_day(y, node.month or 1, node.day))]
    side = [d for d in days if (d > now if shift > 0 else d < now)]
    if not side:
        return None
    return of_day(min(side) if shift > 0 else max(side)).guessed()


def _day_of_month(node: Day, context: Context) -> Period | None:
    """`jeudi 12`, `le 15 du mois`: the month is that of writing, or its neighbour, or of the date told before."""
    now = context.reference
    focus = context.focus.first if context.focus and context.focus.unit in ("day", "span", "month") else None
    before = [day for place, day in context.known if place <= context.at]
    anchor = now or focus or (before[-1] if before else None)
    if anchor is None:
        return None
    turns = (divmod(anchor.year * 12 + anchor.month - 1 + step, 12) for step in range(-11, 12))
    months = [date(year, month + 1, 1) for year, month in turns]
    days = [d for m in months if (d := exact_day(m.year, m.month, node.day))]
    if node.weekday is not None:
        agreeing = [d for d in days if d.weekday() == node.weekday]
        if not agreeing:
            return None
        return of_day(min(agreeing, key=lambda d: (abs((d - anchor).days), d < anchor))).guessed()
    if now is None:
        same = exact_day(anchor.year, anchor.month, node.day)
        return of_day(same).guessed() if same else None
    noted = context.brief and context.tense != PAST
    if node.shift is not None or noted or context.tense in (PAST, FUTURE):
        past = context.tense == PAST if node.shift is None else node.shift < 0
        side = [d for d in days if (d <= now if past else d >= now)]
        return of_day(max(side) if past else min(side)).guessed() if side else None
    same = exact_day(now.year, now.month, node.day)
    return of_day(same).guessed() if same else None


def month(node: Month, context: Context, of: Period | None) -> Period:
    """`mars 2018`, `mars dernier`, `en mars`."""
    year = node.year or (of.first.year if of and of.first else None)
    if year is not None:
        return replace(of_month(year, node.month), inferred=node.year is None)
    now = context.reference
    if now is not None:
        if node.shift is not None:
            back = node.shift < 0
            past = node.month < now.month
            value = now.year - (not past) if back else now.year + (node.month <= now.month)
            return of_month(value, node.month).guessed()
        days = [date(y, node.month, 15) for y in range(now.year - 1, now.year + 2)]
        chosen = now if node.month == now.month else context.pick(days, near=0)
        return of_month((chosen or now).year, node.month).guessed()
    told = context.year_of(node.month, 15, None)
    return of_month(told[0].year, node.month).guessed() if told else yearless(node.month)


def season(node: Season, context: Context, of: Period | None) -> Period | None:
    """`l'automne 2023`, `l'été dernier`, `à l'automne`."""
    year = node.year or (of.first.year if of and of.first else None)
    if year is not None:
        return replace(of_season(year, node.code), inferred=node.year is None)
    now = context.reference
    if now is None:
        return Period(f"XXXX-{node.code}", None, None, "yearless")
    seasons = [of_season(y, node.code) for y in range(now.year - 2, now.year + 3)]
    current = next((s for s in seasons if s.first and s.last and s.first <= now <= s.last), None)
    before = [s for s in seasons if s.last and s.last < now]
    after = [s for s in seasons if s.first and s.first > now]
    if node.shift == 1 or (node.shift is None and context.tense == FUTURE and current is None):
        return after[0].guessed()
    if node.shift == -1 or (node.shift is None and context.tense == PAST and current is None):
        return before[-1].guessed()
    if current is not None:
        return current.guessed()
    if node.shift == 0:
        same = of_season(now.year, node.code)
        return (before[-1] if context.tense == PAST else same).guessed()
    later = (after[0].first or now) - now
    return (after[0] if later <= now - (before[-1].last or now) else before[-1]).guessed()


def fraction(node: Fraction, context: Context, of: Period | None) -> Period | None:
    """`premier semestre 2018` → its months; `première quinzaine de mai` → its days."""
    inferred = of is None or of.inferred
    if of is None:
        if context.reference is None:
            return None
        year = context.reference.year
        of = Period(None, date(year, 1, 1), date(year, 12, 31), "year")
    if of.first is None or of.last is None:
        return None
    if node.unit in ("quarter", "half"):
        size = 3 if node.unit == "quarter" else 6
        rank = node.rank if node.rank > 0 else 12 // size
        found = of_months(date(of.first.year, (rank - 1) * size + 1, 1), size, node.unit)
    elif of.unit == "month":
        first, last = of.first, of.last
        found = of_span(first, first.replace(day=15)) if node.rank == 1 else of_span(first.replace(day=16), last)
    else:
        days = (of.last - of.first).days + 1
        half = of.first + timedelta(days=days // 2)
        found = of_span(of.first, half - timedelta(days=1)) if node.rank == 1 else of_span(half, of.last)
    return found.guessed() if inferred else found


def nth(node: Nth, of: Period | None) -> Period | None:
    """`premier lundi de mai`, `dernière semaine de juillet`, `3e jour du mois`, within a period that is known."""
    if of is None or of.first is None or of.last is None:
        return None
    first, last, rank = of.first, of.last, node.rank
    found = _ranked(node, first, last, rank)
    if found is not None and node.count > 1:
        other = _ranked(node, first, last, node.count if rank > 0 else -node.count)
        found = other and (between(found, other) or between(other, found))
    if found is None:
        return None
    return found.guessed() if of.inferred else found


def _ranked(node: Nth, first: date, last: date, rank: int) -> Period | None:
    if node.unit == "month":
        value = rank if rank > 0 else 13 + rank
        return of_month(first.year, value) if 1 <= value <= 12 else None
    if node.unit == "day":
        day_found = first + timedelta(days=rank - 1) if rank > 0 else last + timedelta(days=rank + 1)
    elif node.unit == "week":
        thursday = _weekday_in(first, last, 3, rank)
        return of_week(thursday) if thursday else None
    elif node.unit == "weekend":
        saturday = _weekday_in(first, last, 5, rank)
        return of_weekend(saturday) if saturday else None
    else:
        found = _weekday_in(first, last, node.weekday or 0, rank)
        return of_day(found) if found else None
    return of_day(day_found) if first <= day_found <= last else None


def _weekday_in(first: date, last: date, weekday: int, rank: int) -> date | None:
    """The n-th such weekday between two days; −1 is the last. A week belongs where its Thursday falls (ISO 8601)."""
    if rank > 0:
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rank - 1))
    else:
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-rank - 1))
    return found if first <= found <= last else None


def week_number(node: WeekNumber, context: Context, of: Period | None) -> Period | None:
    """`semaine 42`, by ISO 8601."""
    year = of.first.year if of and of.first else context.reference.year if context.reference else None
    if year is None or not 1 <= node.week <= date(year, 12, 28).isocalendar().week:
        return None
    found = of_week(date.fromisocalendar(year, node.week, 1))
    return found.guessed() if of is None else found


def feast(node: Feast, context: Context, of: Period | None) -> Period | None:
    """`Noël`, `Pâques 2025`, `la Toussaint dernière`."""
    rule = feasts()[node.index]
    year = node.year or (of.first.year if of and of.first else None)
    if year is not None:
        found = feast_day(rule, year)
        return replace(of_day(found), inferred=node.year is None) if found else None
    now = context.reference
    if now is None:
        return yearless(*rule.value) if rule.rule == "fixed" and rule.strict else None
    days = [d for y in range(now.year - 1, now.year + 2) if (d := feast_day(rule, y))]
    if node.shift is not None:
        side = [d for d in days if (d > now if node.shift > 0 else d < now)]
        return of_day(min(side) if node.shift > 0 else max(side)).guessed() if side else None
    chosen = context.pick(days, near=14)
    return of_day(chosen).guessed() if chosen else None


def feast_day(rule: FeastDay, year: int) -> date | None:
    """The day of a feast in a year: Easter by the Gregorian computus, ranks by the calendar."""
    if not 1583 <= year <= 4099:
        return None
    if rule.rule == "fixed":
        return date(year, *rule.value)
    if rule.rule == "easter":
        return easter(year) + timedelta(days=rule.value[0])
    if rule.rule == "advent":
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 7 * (4 - rule.value[0]))
    if rule.rule == "nth":
        rank, weekday, number = rule.value
        return _weekday_in(date(year, number, 1), month_end(year, number), weekday, rank)
    last_sunday = _weekday_in(date(year, 5, 1), date(year, 5, 31), 6, -1)
    if last_sunday == easter(year) + timedelta(days=49):
        return _weekday_in(date(year, 6, 1), date(year, 6, 30), 6, 1)
    return last_sunday
