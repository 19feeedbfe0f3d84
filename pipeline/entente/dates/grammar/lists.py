"""Lists whose month or year is said once: `les 3 et 4 juin`, `les 2 mai et 29 octobre 1978`, `en mars et mai 2024`."""

from dataclasses import replace
from itertools import pairwise

from entente.dates.grammar.days import day, month
from entente.dates.grammar.names import day_number, weekday_name
from entente.dates.grammar.years import Match
from entente.dates.nodes import Day, Expression, Interval, Month
from entente.dates.tokens import Tokens
from entente.dates.words import words

Item = tuple[int, int, Expression]
_MOST_ITEMS = 12
_JOINTS = frozenset([",", "et", "ou", "puis", "&"])
_LIST_OPENERS = frozenset(["les", "des", "aux", "le", "du", "entre", ""])


def day_list(t: Tokens, i: int) -> list[Item] | None:
    """Days in a row, the month or year said once: `les 2 mai et 29 octobre 1978`; consecutive ones are an interval."""
    opening = day(t, i) or _list_number(t, i)
    if opening is None or not isinstance(opening[0], Day) or t.word(opening[1]) not in _JOINTS:
        return None
    opens = t.word(i - 1) in _LIST_OPENERS or not t.word(i - 1).isalnum()
    if opening[0].month is None and opening[0].weekday is None and (not opens or t.glued(i)):
        return None
    items: list[tuple[int, int, Day]] = []
    j = i
    last_joint = ","
    while len(items) < _MOST_ITEMS:
        k = j + (t.word(j) in ("le", "les"))
        found = day(t, k) or _list_number(t, k)
        if found is None or not isinstance(found[0], Day):
            break
        items.append((k, found[1], found[0]))
        j = found[1]
        if t.word(j) not in _JOINTS:
            break
        last_joint = t.word(j)
        j += 1 + (t.word(j) == "," and t.word(j + 1) in ("et", "ou", "puis"))
        j += t.word(j) == "du" and t.word(i - 1) == "du"
    while items and items[-1][2].month is None and items[-1][2].weekday is None:
        items.pop()
    if len(items) < 2 or items[-1][2].month is None:
        return None
    days = _completed([item[2] for item in items])
    if last_joint != "ou" and _consecutive(days):
        return [(items[0][0], items[-1][1], Interval(days[0], days[-1]))]
    return [(first, after, value) for (first, after, _), value in zip(items, days, strict=True)]


def _list_number(t: Tokens, i: int) -> Match | None:
    name = weekday_name(t, i)
    j = name[1] if name else i
    number = day_number(t, j) if t.word(j).isdecimal() or t.word(j) == "premier" else None
    return (Day(number[0], weekday=name[0] if name else None), number[1]) if number else None


def _completed(days: list[Day]) -> list[Day]:
    """Each day with the month and year of the next that has one."""
    done = [days[-1]]
    for value in reversed(days[:-1]):
        following = done[0]
        number = value.month or following.month
        turn = value.year
        if (
            turn is None
            and value.shift is None
            and following.year is not None
            and number is not None
            and following.month is not None
        ):
            turn = following.year - (number > following.month)
        done.insert(
            0,
            replace(
                value,
                month=number,
                year=turn,
                shift=value.shift if value.shift is not None else following.shift,
                of=value.of or following.of,
            ),
        )
    return done


def _consecutive(days: list[Day]) -> bool:
    return all(a.month == b.month and a.year == b.year and b.day == a.day + 1 for a, b in pairwise(days))


def month_list(t: Tokens, i: int) -> list[Item] | None:
    """Months in a row with one year: `en mars, mai et juin 2024`."""
    items: list[tuple[int, int, Month]] = []
    j = i
    while len(items) < _MOST_ITEMS:
        found = month(t, j, bare=True) if t.word(j) in words().months else None
        if found is None or not isinstance(found[0], Month):
            break
        items.append((j, found[1], found[0]))
        j = found[1]
        if t.word(j) not in (",", "et", "ou", "puis"):
            break
        j += 1 + (t.word(j + 1) in ("en", "et"))
    if len(items) < 2:
        return None
    months = [items[-1][2]]
    for _, _, value in reversed(items[:-1]):
        following = months[0]
        turn = value.year or (following.year - (value.month > following.month) if following.year else None)
        months.insert(0, replace(value, year=turn, shift=value.shift if value.shift is not None else following.shift))
    return [(first, after, value) for (first, after, _), value in zip(items, months, strict=True)]
