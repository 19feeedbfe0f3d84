"""Two ends made one interval: what is said once goes for both."""

from dataclasses import replace
from typing import TypeVar

from entente.dates.nodes import Day, Decade, Expression, Interval, Month, Part, Season, Year

Dated = TypeVar("Dated", Day, Month)


def joined(left: Expression, right: Expression) -> Interval | None:
    """The interval, the left end completed by what only the right one says, and the other way round."""
    if isinstance(left, Part) and isinstance(right, Part):
        inner = joined(left.of, right.of)
        return Interval(replace(left, of=inner.left), replace(right, of=inner.right)) if inner else None
    if isinstance(left, Day) and isinstance(right, Day):
        if right.month is None and left.month is not None:
            number, year = left.month, right.year or left.year
            if right.day < left.day:
                number, year = number % 12 + 1, year + number // 12 if year else None
            right = replace(right, month=number, year=year, of=right.of or left.of)
        if left.month is None and right.month is None and right.of is not None:
            return Interval(replace(left, of=right.of), right)
        if left.month is None and right.month is not None:
            earlier = left.day >= right.day
            number = right.month - earlier or 12
            turn = right.year - (number > (right.month or number)) if right.year else None
            left = replace(left, month=number, year=turn, shift=right.shift, of=right.of)
        left, right = _shared_year(left, right)
        return Interval(left, right)
    if isinstance(left, Month) and isinstance(right, Month):
        return Interval(*_shared_year(left, right))
    if isinstance(left, Month) and isinstance(right, Day):
        return (
            Interval(replace(left, year=left.year or right.year), right)
            if left.shift is None
            else Interval(left, right)
        )
    if isinstance(left, Season) and isinstance(right, Season) and left.year is None and right.year is not None:
        return Interval(replace(left, year=right.year - (left.code > right.code)), right)
    if isinstance(left, Year) and isinstance(right, Year) and left.year > right.year:
        return None
    if isinstance(left, Decade) and isinstance(right, Year) and right.year % 10 == 0 and right.year > left.start:
        right = Decade(right.year)
    return Interval(left, right)


def _shared_year(left: Dated, right: Dated) -> tuple[Dated, Dated]:
    """The year, or the shift, said once for both: `de mai à septembre 2024`; `du 28 décembre au 3 janvier 2025`."""
    if left.month is None or right.month is None:
        return left, right
    turn = int(left.month > right.month)
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year - turn)
    elif left.year is not None and right.year is None:
        right = replace(right, year=left.year + turn)
    elif (
        left.year is None
        and (right.shift is not None or right.of is not None)
        and left.shift is None
        and left.of is None
    ):
        left = replace(left, shift=right.shift, of=right.of)
    return left, right
