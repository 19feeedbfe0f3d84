"""A stretch of the calendar with its EDTF, at the precision that was said."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

SEASON_STARTS = {21: (3, 20), 22: (6, 21), 23: (9, 22), 24: (12, 21)}
"""First day of each season in the north, as calendars print it (it moves by a day from year to year)."""


@dataclass(frozen=True, slots=True)
class Period:
    """A value: `edtf`, and the days it may cover, inclusive (None where open or without year)."""

    edtf: str | None
    first: date | None
    last: date | None
    unit: str
    mod: str | None = None
    inferred: bool = False
    conflict: bool = False
    duration: str | None = None
    type: str = "DATE"
    time: str | None = None
    """Time of day of a `TIME`, ISO 8601: `09:30/11:00`."""

    def guessed(self) -> "Period":
        """The same, marked as worked out from another date."""
        return self if self.inferred else replace(self, inferred=True)


def of_day(value: date) -> Period:
    """A single day: `2024-05-24`."""
    return Period(value.isoformat(), value, value, "day")


def of_month(year: int, month: int) -> Period:
    """A month: `2024-05`."""
    return Period(f"{_year(year)}-{month:02}", date(year, month, 1), month_end(year, month), "month")


def of_year(year: int) -> Period:
    """A year: `2024`; before our era `-0051` is 52 av. J.-C., as astronomers count."""
    if year < 1:
        return Period(_year(year + 1), None, None, "year")
    return Period(_year(year), date(year, 1, 1), date(year, 12, 31), "year")


def of_span(first: date, last: date, unit: str = "span") -> Period:
    """Days from first to last: `2024-05-24/2024-05-31`."""
    if first == last:
        return of_day(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, unit)


def of_months(first: date, months: int, unit: str) -> Period:
    """Whole months from a first day: `2017-07/2017-12`."""
    last = first + relativedelta(months=months, days=-1)
    return Period(f"{first:%Y-%m}/{last:%Y-%m}", first, last, unit)


def of_season(year: int, code: int) -> Period:
    """A season: `2023-23`; winter is that of the year in which it begins."""
    following = code + 1 if code < max(SEASON_STARTS) else min(SEASON_STARTS)
    first, then = date(year, *SEASON_STARTS[code]), date(year + (following < code), *SEASON_STARTS[following])
    return Period(f"{_year(year)}-{code}", first, then - timedelta(days=1), "season")


def of_decade(start: int) -> Period:
    """A decade: `199X`."""
    return Period(f"{start // 10:03}X", date(start, 1, 1), date(start + 9, 12, 31), "decade")


def of_century(rank: int) -> Period:
    """A century: the 17th is `16XX`; before our era it has no days here."""
    if rank < 0:
        return Period(f"-{-rank - 1:02}XX", None, None, "century")
    return Period(
        f"{rank - 1:02}XX", date(max(1, (rank - 1) * 100), 1, 1), date((rank - 1) * 100 + 99, 12, 31), "century"
    )


def of_week(day: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return of_span(monday, monday + timedelta(days=6), "week")


def of_weekend(day: date) -> Period:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return of_span(saturday, saturday + timedelta(days=1), "weekend")


def yearless(month: int, day: int | None = None) -> Period:
    """A day or month whose year nothing tells: `XXXX-09-20`."""
    return Period(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), None, None, "yearless")


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def exact_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (30 février)."""
    return date(year, month, day) if 1 <= year <= 9999 and day <= calendar.monthrange(year, month)[1] else None


def between(left: Period, right: Period) -> Period | None:
    """From one period to another: `2024-05-24/2024-05-31`, `195X/197X`; None when it would run backwards."""
    if left.first and right.last and left.first > right.last:
        return None
    starts, ends = (left.edtf or "").split("/")[0], (right.edtf or "").split("/")[-1]
    if not starts or not ends:
        return None
    inferred, conflict = left.inferred or right.inferred, left.conflict or right.conflict
    edtf = starts if starts == ends else f"{starts}/{ends}"
    mod = left.mod if left.mod == right.mod else None
    return Period(edtf, left.first, right.last, "span", mod, inferred, conflict)


def opened(side: str, of: Period) -> Period | None:
    """A period with one end open: `2013/..` (since), `../2030` (until, before), `2020/..` (after)."""
    if of.edtf is None:
        return None
    starts, ends = of.edtf.split("/")[0], of.edtf.split("/")[-1]
    if side == "since":
        return replace(of, edtf=f"{starts}/..", last=None, unit="open")
    if side == "until":
        return replace(of, edtf=f"../{ends}", first=None, unit="open")
    if side == "before":
        if of.mod == "end":
            return replace(of, edtf=f"../{ends}", first=None, unit="open", mod="before")
        last = of.first - timedelta(days=1) if of.first and of.first > date.min else None
        return replace(of, edtf=f"../{starts}", first=None, last=last, unit="open", mod="before")
    first = of.last + timedelta(days=1) if of.last and of.last < date.max else None
    return replace(of, edtf=f"{ends}/..", first=first, last=None, unit="open", mod="after")


def narrowed(of: Period, mod: str, *, half: bool = False) -> Period:
    """The start, middle or end of a period: the value stays, its first and last day close in."""
    if of.first is None or of.last is None:
        return replace(of, mod=mod)
    days = (of.last - of.first).days + 1
    third = {"month": 10, "week": 2}.get(of.unit, round(days / 3))
    first, last = of.first, of.last
    if half:
        middle = date((first.year + last.year + 1) // 2, 1, 1)
        ends = (first, middle - timedelta(days=1)) if mod == "start" else (middle, last)
        return replace(of, first=ends[0], last=ends[1], mod=mod)
    if of.unit == "year":
        year = of.first.year
        turns = {"start": (1, 4), "mid": (5, 8), "end": (9, 12)}
        first, last = date(year, turns[mod][0], 1), month_end(year, turns[mod][1])
    elif mod == "start":
        last = first + timedelta(days=max(third, 1) - 1)
    elif mod == "mid":
        first, last = (
            first + timedelta(days=third),
            (first + timedelta(days=2 * third - 1) if of.unit != "week" else first + timedelta(days=3)),
        )
    else:
        first = first + timedelta(days=2 * third if of.unit != "week" else 4)
    first = min(first, of.last)
    return replace(of, first=first, last=max(first, min(last, of.last)), mod=mod)


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
