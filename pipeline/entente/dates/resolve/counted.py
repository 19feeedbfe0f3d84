"""Values counted from the day of writing, or from the date told before."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from entente.dates.nodes import Every, Length, Offset, Run, Shift
from entente.dates.resolve.context import Context
from entente.dates.resolve.period import (
    Period,
    of_century,
    of_day,
    of_decade,
    of_month,
    of_months,
    of_span,
    of_week,
    of_weekend,
    of_year,
)
from entente.dates.resolve.tense import PAST

_IMMEMORIAL = 1000
"""Years, in hundreds, that name no year: «le même geste depuis mille ans»."""
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_ISO = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
_FINER = {
    "decade": ("year", 10),
    "century": ("year", 100),
    "quarter": ("month", 3),
    "half": ("month", 6),
    "fortnight": ("day", 14),
    "weekend": ("week", 1),
}
_HALVES = {
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}


def moved(start: date, amount: float, unit: str) -> date:
    """A day so many units later, or earlier when negative; months by the calendar, never of 30 days."""
    whole = int(amount)
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        return start + relativedelta(months=int(months), days=round((months - int(months)) * 30))
    if unit in _DAYS:
        return start + timedelta(days=round(amount * _DAYS[unit]))
    return start + timedelta(days=int(whole * _SECONDS[unit] / 86400))


def unit_around(day: date, unit: str) -> Period:
    """The unit of the calendar that holds a day: its week, month, quarter, year…"""
    if unit == "week":
        return of_week(day)
    if unit == "weekend":
        return of_weekend(day)
    if unit == "month":
        return of_month(day.year, day.month)
    if unit in ("quarter", "half"):
        size = _MONTHS[unit]
        return of_months(date(day.year, (day.month - 1) // size * size + 1, 1), size, unit)
    if unit == "year":
        return of_year(day.year)
    if unit == "decade":
        return of_decade(day.year // 10 * 10)
    return of_century(day.year // 100 + 1) if unit == "century" else of_day(day)


def shift(node: Shift, context: Context) -> Period | None:
    """`cette semaine`, `l'an dernier`, `demain`: a unit of the calendar, counted from the day of writing."""
    now = context.reference
    if now is None or (context.issue and node.unit in BY_DAY):
        return None
    count = node.count
    if node.unit == "weekend" and count == 0 and context.tense == PAST and now.weekday() < 3:
        count = -1
    anchor = now.replace(day=1) if node.unit in _MONTHS else now
    return unit_around(moved(anchor, count, node.unit), node.unit).guessed()


BY_DAY = ("day", "week", "weekend")
"""Units that the month of an issue does not anchor: «hier», «cette semaine»."""


def offset(node: Offset, context: Context) -> Period | None:
    """`il y a trois ans` → a year, `dans deux mois` → a month, `dans quinze jours` → a day."""
    start = context.moment or context.reference
    if start is None:
        return None
    day = shifted(start, node)
    smallest = node.amounts[-1][1]
    if smallest == "year" and node.amounts[-1][0] >= _IMMEMORIAL and node.amounts[-1][0] % 100 == 0:
        return None
    halved = node.amounts[-1][0] != int(node.amounts[-1][0])
    if smallest in ("year", "decade", "century") and not halved:
        found = of_year(day.year)
    elif smallest in _MONTHS and (smallest == "year" or not halved):
        found = of_month(day.year, day.month)
    else:
        found = of_day(day)
    return hedged(found, node).guessed()


def shifted(start: date | datetime, node: Offset) -> date:
    """The day that an offset reaches."""
    moment = start if isinstance(start, datetime) else None
    day = moment.date() if moment else start
    seconds = 0.0
    for amount, unit in node.amounts:
        if unit in _SECONDS:
            seconds += amount * _SECONDS[unit] * node.sign
        else:
            day = moved(day, amount * node.sign, unit)
    if not seconds:
        return day
    clock = moment or datetime(day.year, day.month, day.day, 12)
    return (datetime.combine(day, clock.time()) + timedelta(seconds=seconds)).date()


def hedged(found: Period, node: Offset) -> Period:
    """`une dizaine` → `2014~`; `plus de dix ans` → `../2014`; `moins de dix ans` → `2014/..`."""
    if node.vague == "approx":
        return replace(found, edtf=f"{found.edtf}~", mod="approx")
    if node.vague == "more" or node.vague == "less":
        before = (node.vague == "more") == (node.sign < 0)
        if before:
            return replace(found, edtf=f"../{found.edtf}", first=None, unit="open", mod="before")
        return replace(found, edtf=f"{found.edtf}/..", last=None, unit="open", mod="after")
    return found


def since_length(node: Offset, context: Context) -> Period | None:
    """`depuis vingt-six ans` → `1996/..`, `depuis près de 60 ans` → `1963~/..`, `depuis plus de 10 ans` → `../2014`."""
    found = offset(node, context)
    if found is None and context.latest and node.amounts[-1][1] in ("year", "decade", "century"):
        found = offset(node, replace(context, reference=context.latest, moment=None))
    if found is None or found.edtf is None:
        return None
    if ".." in found.edtf:
        return found
    return replace(found, edtf=f"{found.edtf}/..", last=None, unit="open")


def run(node: Run, context: Context) -> Period | None:
    """`les trois prochains mois`, `ces cinq dernières années`: so many units from, or up to, the day of writing."""
    now = context.reference
    if now is None:
        return None
    if node.unit in ("year", "decade", "century"):
        years = node.count * _MONTHS[node.unit] // 12 * node.sign
        ends = sorted((now.year, now.year + years))
        return Period(f"{ends[0]:04}/{ends[1]:04}", date(ends[0], 1, 1), date(ends[1], 12, 31), "span", inferred=True)
    far = moved(now, node.count * node.sign, node.unit)
    if node.unit in _SECONDS:
        return of_span(min(now, far), max(now, far)).guessed()
    one = timedelta(days=1)
    return (of_span(now + one, far) if node.sign > 0 else of_span(far, now - one)).guessed()


def length(node: Length | Every) -> Period:
    """A duration or a set, which no calendar anchors: ISO 8601 `P3Y`, `PT30M`, `P1W`."""
    if isinstance(node, Every):
        return Period(None, None, None, "set", type="SET", duration=iso_duration(((float(node.count), node.unit),)))
    mod = "approx" if node.vague else None
    return Period(None, None, None, "length", type="DURATION", duration=iso_duration(node.amounts), mod=mod)


def iso_duration(amounts: tuple[tuple[float, str], ...]) -> str:
    """ISO 8601 of amounts: one and a half years → `P1Y6M`, three quarters of an hour → `PT45M`."""
    rows: list[tuple[int, str]] = []
    for amount, unit in amounts:
        finer, factor = _FINER.get(unit, (unit, 1))
        value, name = amount * factor, finer
        rows.append((int(value), name))
        rest = value - int(value)
        while rest > 1e-6 and name in _HALVES and len(rows) < 6:
            name, factor = _HALVES[name]
            value = rest * factor
            rows.append((int(value + 1e-6), name))
            rest = value - int(value + 1e-6)
    days = "".join(f"{n}{_ISO[u]}" for n, u in rows if n and u not in _SECONDS)
    time = "".join(f"{n}{_ISO[u]}" for n, u in rows if n and u in _SECONDS)
    return "P" + days + (f"T{time}" if time else "") if days or time else "P0D"
