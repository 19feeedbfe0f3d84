"""Expressions with two ends: `du 24 au 31 mai 2024`, `entre mars et juin`, `2024-2025`."""

from dataclasses import replace
from typing import TypeVar

from entente.dates.grammar.clock import hour
from entente.dates.grammar.days import day, month
from entente.dates.grammar.names import day_number, month_name, weekday_name
from entente.dates.grammar.numeric import century_of
from entente.dates.grammar.ranks import fraction
from entente.dates.grammar.relative import weekday
from entente.dates.grammar.seasons import season
from entente.dates.grammar.simple import ARTICLES, target
from entente.dates.grammar.years import Match, decade, is_year, year_after, year_number
from entente.dates.nodes import Day, Decade, Expression, Interval, Month, Open, Season, Weekday, Year
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import contexts, refusals, words

Dated = TypeVar("Dated", Day, Month)


def interval(t: Tokens, i: int) -> Match | None:
    """An expression with two ends that begins at `i`."""
    word = t.word(i)
    if word in ("du", "de", "d'", "des", "entre", "depuis", "courant"):
        return _between(t, i + 1, ("et",) if word == "entre" else ("au", "a", "aux", "jusqu'", "jusque"), word)
    return _hyphenated(t, i)


def _between(t: Tokens, i: int, joints: tuple[str, ...], word: str) -> Match | None:
    """Two ends after a preposition: `du 28 avril au 3 mai`, `de 2014 à 2018`, `entre mars et juin`."""
    left = _end(t, i)
    if left is None:
        return None
    j = _past_clock(t, left[1])
    if t.word(j) not in joints:
        return None
    k = j + 1
    if t.word(j) in ("jusqu'", "jusque"):
        k += t.word(k) in ("a", "au", "en", "aux")
    elif word == "depuis":
        return None
    k += t.word(k) in ("en",)
    if t.word(k) in ("nos", "ce") and t.word(k + 1) in ("jours", "jour") and word in ("de", "d'", "du"):
        return Open("since", left[0]), k + 2
    right = _end(t, k)
    if right is None or not _ends_well(t, left[0], right, word):
        return None
    node = _joined(left[0], right[0])
    return (node, right[1]) if node else None


def _end(t: Tokens, i: int) -> Match | None:
    """One end: a bare day number or bare month may stand here."""
    j = i
    if t.word(j) in ARTICLES:
        j += 1
    if t.word(j) == "mois" and t.word(j + 1) in ("de", "d'"):
        j += 2
    found = day(t, j)
    if found:
        return found
    if month_name(t, j, beside=True) and (named := month(t, j, bare=True)):
        return named
    name = weekday_name(t, j)
    if name and (number := day_number(t, name[1])) and t.word(name[1]).isdecimal():
        return Day(number[0], weekday=name[0]), number[1]
    if (found := target(t, i)) is not None:
        return found
    if year_number(t, j) and is_year(t, j, sure=True):
        return Year(int(t.word(j))), j + 1
    if t.word(j).isdecimal() or t.word(j) == "premier":
        number = day_number(t, j)
        return (Day(number[0]), number[1]) if number else None
    if code := words().seasons.get(t.word(j)):
        return season(t, j) or (Season(code), j + 1)
    return None


def _past_clock(t: Tokens, i: int) -> int:
    """Past a time of day between two ends: `du 3 juin à 9h au 5 juin`."""
    j = i + (t.word(i) == ",")
    j += t.word(j) == "a"
    timed = hour(t, j)
    if timed is None:
        return i + (t.word(i) == ",")
    return timed[2] + (t.word(timed[2]) == ",")


def _ends_well(t: Tokens, left: Expression, right: Match, word: str) -> bool:
    """False for two bare numbers (`de 3 à 5`), and for two weekdays of opening hours (`du lundi au vendredi`)."""
    node, j = right
    if isinstance(left, Day) and left.month is None and isinstance(node, Day) and node.month is None:
        plain = word == "du" and left.day < node.day and t.word(j) in ("", BREAK, ".", "!", "?", ";")
        return plain or node.of is not None or (left.weekday is not None and node.weekday is not None)
    if isinstance(left, Day) and left.month is None and not isinstance(node, Day):
        return False
    if isinstance(left, Weekday) and isinstance(node, Weekday):
        return word != "du" or node.shift is not None or node.of is not None
    if isinstance(left, Year) and isinstance(node, Year):
        return is_year(t, j - 1) or t.word(j - 1) not in words().units
    return True


def _joined(left: Expression, right: Expression) -> Expression | None:
    """The interval, the left end completed by what only the right one says, and the other way round."""
    if isinstance(left, Day) and isinstance(right, Day):
        if right.month is None and left.month is not None:
            right = replace(right, month=left.month, year=right.year or left.year, of=right.of or left.of)
            if right.day < left.day:
                return None
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


def _hyphenated(t: Tokens, i: int) -> Match | None:
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
            if named and t.word(named[1]) in ("-", "–") and (other := month(t, named[1] + 1)):
                return _joined(named[0], other[0]), other[1]  # type: ignore[return-value]
            return None
        second = month(t, first[1] + 1, bare=True)
        if second is None or (t.word(first[1]) == "a" and not isinstance(second[0], Month)):
            return None
        node = _joined(Month(first[0]), second[0])
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
        node = _joined(first_day[0], second_day[0]) if second_day else None
        return (node, second_day[1]) if node and second_day else None
    return _quarters(t, i)


def _days_of(t: Tokens, number: int, i: int) -> Match | None:
    """`novembre, du 4 au 22`, `novembre entre le 4 et le 22`: the month before its days."""
    j = i + (t.word(i) == ",")
    joint = {"du": "au", "de": "a", "entre": "et"}.get(t.word(j))
    if joint is None:
        return None
    left = _number_only(t, j + 1 + (t.word(j + 1) == "le"))
    if left is None or t.word(left[1]) != joint:
        return None
    right = _number_only(t, left[1] + 1 + (t.word(left[1] + 1) == "le"))
    if (
        right is None
        or t.word(right[1]) in words().months
        or not isinstance(left[0], Day)
        or not isinstance(right[0], Day)
    ):
        return None
    value = year_after(t, right[1])
    last = replace(right[0], month=number, year=value[0] if value else None)
    node = _joined(left[0], last)
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
    """`24-31 mai 2024`, `12–14 novembre`, `3 au 7 mai`, `24 mai - 3 juin`."""
    left = day(t, i) or _number_only(t, i)
    if left is None:
        return None
    j = left[1]
    if t.word(j) not in ("-", "–", "au", "/") or (t.word(j) == "/" and not t.glued(j)):
        return None
    right = day(t, j + 1)
    if right is None or not isinstance(right[0], Day) or right[0].month is None:
        return None
    node = _joined(left[0], right[0])
    return (node, right[1]) if node else None


def _number_only(t: Tokens, i: int) -> Match | None:
    number = day_number(t, i)
    return (
        (Day(number[0]), number[1]) if number and not (t.glued(i) and t.word(i - 1) in (",", ".", "-", "/")) else None
    )


def weekday_pair(t: Tokens, i: int) -> Match | None:
    """`la nuit de samedi à dimanche`, `samedi et dimanche` (a weekend, one interval)."""
    if t.word(i) not in words().weekdays:
        return None
    left = weekday(t, i)
    if left is None or not isinstance(left[0], Weekday) or t.word(left[1]) != "et":
        return None
    right = weekday(t, left[1] + 1)
    if (
        right is None
        or not isinstance(right[0], Weekday)
        or day(t, left[1] + 1)
        or (right[0].weekday - left[0].weekday) % 7 != 1
    ):
        return None
    first = replace(left[0], shift=right[0].shift, of=right[0].of) if left[0].shift is None else left[0]
    return Interval(first, right[0]), right[1]
