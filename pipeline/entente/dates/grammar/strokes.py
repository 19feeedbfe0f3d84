"""Expressions whose two ends a stroke joins: `24-31 mai 2024`, `2014-2018`, `mars-avril 2020`."""

from dataclasses import replace

from entente.dates.grammar.days import day, month
from entente.dates.grammar.joined import joined
from entente.dates.grammar.names import day_number, month_name
from entente.dates.grammar.numeric import century_of
from entente.dates.grammar.ranks import fraction
from entente.dates.grammar.years import Match, decade, is_year, year_after, year_number
from entente.dates.nodes import Day, Interval, Month, Year
from entente.dates.tokens import Tokens
from entente.dates.words import contexts, refusals, words


def hyphenated(t: Tokens, i: int) -> Match | None:
    """Two ends joined by a stroke: `24-31 mai 2024`, `2014-2018`, `2014-18`, `mars-avril 2020`, `2023/2024`."""
    word = t.word(i)
    if word.isdecimal():
        return _years(t, i) or _short_season(t, i) or _day_numbers(t, i)
    if word in words().months or word in words().month_abbreviations:
        first = month_name(t, i, beside=True)
        if first and (days := _days_of(t, first[0], first[1])):
            return days
        if first is None or t.word(first[1]) not in ("-", "–", "/", "a"):
            named = month(t, i)
            if named and t.word(named[1]) in ("-", "–", "a") and (other := month(t, named[1] + 1)):
                node = joined(named[0], other[0])
                return (node, other[1]) if node else None
            return None
        second = month(t, first[1] + 1, bare=True)
        if second is None or (t.word(first[1]) == "a" and not isinstance(second[0], Month)):
            return None
        node = joined(Month(first[0]), second[0])
        return (node, second[1]) if node else None
    if (
        word in ("annees", "decennies")
        and (left := decade(t, i))
        and t.word(left[1]) in ("a", "aux")
        and (right := decade(t, left[1] + 1))
    ):
        return Interval(left[0], right[0]), right[1]
    if word in words().weekdays and (first_day := day(t, i)) and t.word(first_day[1]) in ("-", "–", "au"):
        second_day = day(t, first_day[1] + 1)
        node = joined(first_day[0], second_day[0]) if second_day else None
        return (node, second_day[1]) if node and second_day else None
    return _quarters(t, i)


def _days_of(t: Tokens, number: int, i: int) -> Match | None:
    """`novembre, du 4 au 22`, `novembre entre le 4 et le 22`: the month before its days."""
    j = i + (t.word(i) == ",")
    joint = {"du": "au", "de": "a", "entre": "et"}.get(t.word(j))
    if joint is None:
        return None
    left = number_only(t, j + 1 + (t.word(j + 1) == "le"))
    if left is None or t.word(left[1]) != joint:
        return None
    right = number_only(t, left[1] + 1 + (t.word(left[1] + 1) == "le"))
    if (
        right is None
        or t.word(right[1]) in words().months
        or not isinstance(left[0], Day)
        or not isinstance(right[0], Day)
    ):
        return None
    value = year_after(t, right[1])
    last = replace(right[0], month=number, year=value[0] if value else None)
    node = joined(left[0], last)
    return (node, value[1] if value else right[1]) if node and left[0].day < last.day else None


def _quarters(t: Tokens, i: int) -> Match | None:
    """`premier et deuxième trimestres` is left as it stands; `T1-T2 2024` is an interval."""
    left = fraction(t, i)
    if left and t.word(left[1]) in ("-", "–") and (right := fraction(t, left[1] + 1)):
        return Interval(left[0], right[0]), right[1]
    return None


def _years(t: Tokens, i: int) -> Match | None:
    """`2014-2018`, `2014–2018`, `2023/2024`, `2023/24`, `2014 - 2018`."""
    first = year_number(t, i)
    j = i + 1
    if first is None or t.word(j) not in ("-", "–", "/", "a") or not is_year(t, i, sure=True):
        return None
    second = year_number(t, j + 1)
    if second is not None and first < second <= first + 120 and is_year(t, j + 1, sure=True) and first >= 1500:
        return Interval(Year(first), Year(second)), j + 2
    two = t.number(j + 1, 2)
    if t.word(j) == "a" or two is None or len(t.word(j + 1)) != 2 or not (t.glued(j) and t.glued(j + 1)):
        return None
    if t.glued(j + 2) and t.word(j + 2) not in (".", ",", ")", ";", ":"):
        return None
    value = first // 100 * 100 + two + (100 if two < first % 100 else 0)
    nearby = value - first <= (15 if first >= 1950 else 60) and two > 12 and t.word(j) == "-"
    if t.word(i - 1) in refusals()["act_words"] or not (value == first + 1 or nearby):
        return None
    return Interval(Year(first), Year(value)), j + 2


def _short_season(t: Tokens, i: int) -> Match | None:
    """`saison 98-99`, `année scolaire 02/03`: two digits each, one year after the other."""
    first, second = t.number(i, 2), t.number(i + 2, 2)
    if (
        first is None
        or second is None
        or t.word(i - 1) not in contexts()["season_nouns"]
        or t.word(i + 1) not in ("-", "/")
    ):
        return None
    if second != (first + 1) % 100 or len(t.word(i)) != 2 or not (t.glued(i + 1) and t.glued(i + 2)):
        return None
    return Interval(Year(century_of(first)), Year(century_of(first) + 1)), i + 3


def _day_numbers(t: Tokens, i: int) -> Match | None:
    """`24-31 mai 2024`, `12–14 novembre`, `3 au 7 mai`, `3 à 7 mai`, `24 mai - 3 juin`."""
    left = day(t, i) or number_only(t, i)
    if left is None:
        return None
    j = left[1]
    if t.word(j) not in ("-", "–", "au", "a", "/") or (t.word(j) == "/" and not t.glued(j)):
        return None
    right = day(t, j + 1)
    if right is None or not isinstance(right[0], Day) or right[0].month is None:
        return None
    node = joined(left[0], right[0])
    return (node, right[1]) if node else None


def number_only(t: Tokens, i: int) -> Match | None:
    """A day of which only the number is said, as the first end of a range: `24` of `24-31 mai`."""
    number = day_number(t, i)
    return (
        (Day(number[0]), number[1]) if number and not (t.glued(i) and t.word(i - 1) in (",", ".", "-", "/")) else None
    )
