"""What the value of an expression may lean on: the day of writing, the dates told before, the tense of the verb."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime

from entente.dates.resolve.period import Period, exact_day
from entente.dates.resolve.tense import FUTURE, PAST

_NEAR = 45
"""Days within which the nearest such day is meant, whatever the verb («a annoncé une fête le 20 mai»)."""
_WITHIN = 100
"""Days from a date with a year within which one without is of the same stretch of time."""
_SEASON = 90
"""Days beyond which, without a verb, a day is of the current year: in May, «en décembre» is the next one."""
_MOST_KNOWN = 12
"""Dates with a year looked at on each side: a long list of dates stays linear."""
_ANOTHER_TIME = 500
"""Days from the day of writing beyond which a date tells of another time."""
_SAME_STORY = 400
"""Characters within which a date of another time still sets the year."""


@dataclass(slots=True)
class Context:
    """The state of reading: moves on from expression to expression."""

    reference: date | None = None
    moment: datetime | None = None
    issue: bool = False
    """True when only the month of the issue is known («n° 42 - mars 2017»): it sets years, and no day of the week."""
    focus: Period | None = None
    focus_at: int = 0
    focus_after: int = 0
    """The token after that date."""
    day_focus: Period | None = None
    """The last date told to the day: what «deux jours plus tôt» goes back from."""
    lead: date | None = None
    """The day told with its weekday in the first lines of a text without a day of writing."""
    past_focus: Period | None = None
    """The last date told that is not to come: what «la veille» goes back from, once plans have been told."""
    focus_weekday: bool = False
    """True when that date was told with its weekday, so that a weekday alone may go on from it."""
    known: list[tuple[int, date]] = field(default_factory=list)
    """Days of the text that have their year, with their places."""
    months: list[tuple[int, date]] = field(default_factory=list)
    """The middle of months of the text that have their year: near enough for a weekday to settle a year."""
    latest: date | None = None
    """The last of these days: the event that a text without a date is about."""
    tense: str | None = None
    at: int = 0
    demonstrative: bool = False
    opened: bool = False
    """True when that date was the one end of «depuis…» or «jusqu'à…»."""
    joined: bool = False
    """True when only a comma or «sans doute» stands since the date told before."""
    apart: bool = False
    """True when a paragraph has ended since the date told before."""
    timed: bool = False
    """True when a time of day goes with the expression."""
    brief: bool = False
    """True for a few words without a participle («coiffeur jeudi»), which look ahead."""

    def pick(self, days: list[date], near: int = _NEAR) -> date | None:
        """Of the same day in several years, the one that is meant: nearest, then by tense."""
        if self.reference is None or not days:
            return None
        now = self.reference
        nearest = min(days, key=lambda day: (abs((day - now).days), day < now))
        if self.tense not in (PAST, FUTURE):
            same_year = next((day for day in days if day.year == now.year), nearest)
            return nearest if abs((nearest - now).days) <= _SEASON else same_year
        if abs((nearest - now).days) <= near:
            return nearest
        if self.tense == PAST:
            return max((day for day in days if day <= now), default=nearest)
        return min((day for day in days if day >= now), default=nearest)

    def year_of(self, month: int, day: int, weekday: int | None) -> tuple[date, bool] | None:
        """The year of a day that has none, as that day; True when its weekday agrees with no year near."""
        if self.reference is not None:
            return self._by_reference(self.reference.year, month, day, weekday)
        return self._by_discourse(month, day, weekday)

    def _by_reference(self, year: int, month: int, day: int, weekday: int | None) -> tuple[date, bool] | None:
        if told := self._told_elsewhere(month, day, weekday):
            return told, False
        days = [found for y in range(year - 1, year + 2) if (found := exact_day(y, month, day))]
        days = days or [found for y in range(year - 4, year + 5) if (found := exact_day(y, month, day))]
        agreeing = [found for found in days if weekday is None or found.weekday() == weekday]
        chosen = self.pick(agreeing or days)
        return (chosen, not agreeing) if chosen else None

    def _told_elsewhere(self, month: int, day: int, weekday: int | None) -> date | None:
        """A story of another time sets the year: «Le 12 juin 1944, … Le 14 juin, …»."""
        focus = self.focus
        if focus is None or focus.inferred or focus.first is None or self.reference is None:
            return None
        to_the_day = len((focus.edtf or "").split("/")[0]) == len("2024-05-31")
        apart = abs((focus.first - self.reference).days) >= _ANOTHER_TIME
        if not to_the_day or not apart or self.apart or self.at - self.focus_at > _SAME_STORY or self.tense == FUTURE:
            return None
        found = exact_day(focus.first.year, month, day)
        if found is None or weekday not in (None, found.weekday()):
            return None
        return found if abs((found - focus.first).days) <= _WITHIN else None

    def _by_discourse(self, month: int, day: int, weekday: int | None) -> tuple[date, bool] | None:
        """The year of a date told before, else after, that is near, or whose weekday agrees."""
        limit = _WITHIN if weekday is None else 366
        for _, anchor in self._around(self.known) + (self._around(self.months) if weekday is not None else []):
            days = [found for y in range(anchor.year - 1, anchor.year + 2) if (found := exact_day(y, month, day))]
            near = [d for d in days if abs((d - anchor).days) <= limit and weekday in (None, d.weekday())]
            if near:
                return min(near, key=lambda d: (abs((d - anchor).days), d < anchor)), False
        return None

    def _around(self, rows: list[tuple[int, date]]) -> list[tuple[int, date]]:
        """The rows nearest to this place of the text: those before it, then those after."""
        place = bisect_right(rows, (self.at, date.max))
        return rows[max(0, place - _MOST_KNOWN) : place][::-1] + rows[place : place + _MOST_KNOWN]
