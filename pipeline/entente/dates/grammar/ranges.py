"""Expressions with two ends: `du 24 au 31 mai 2024`, `entre mars et juin`."""

from dataclasses import replace

from entente.dates.grammar.clock import hour
from entente.dates.grammar.days import day, month
from entente.dates.grammar.joined import joined
from entente.dates.grammar.names import day_number, month_name, weekday_name
from entente.dates.grammar.relative import trailing_day_part, weekday
from entente.dates.grammar.seasons import season
from entente.dates.grammar.simple import ARTICLES, target
from entente.dates.grammar.strokes import hyphenated
from entente.dates.grammar.years import Match, is_year, year_number
from entente.dates.nodes import Day, Expression, Interval, Open, Season, Weekday, Year
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import contexts, words

_CLOSERS = frozenset(["", BREAK, ".", "!", "?", ";", ",", ")"])


def interval(t: Tokens, i: int) -> Match | None:
    """An expression with two ends that begins at `i`."""
    word = t.word(i)
    if word in ("du", "de", "d'", "des", "entre", "depuis", "courant"):
        return _between(t, i + 1, ("et",) if word == "entre" else ("au", "a", "aux", "jusqu'", "jusque"), word)
    return hyphenated(t, i)


def _between(t: Tokens, i: int, joints: tuple[str, ...], word: str) -> Match | None:
    """Two ends after a preposition: `du 28 avril au 3 mai`, `de 2014 à 2018`, `entre mars et juin`."""
    left = _end(t, i)
    if left is None:
        return None
    j = _past_clock(t, left[1])
    if t.word(j) not in joints or (t.raw(j) == "a" and t.word(j + 1) in ("ete", "eu")):
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
    node = joined(left[0], right[0])
    return (node, trailing_day_part(t, right[1])) if node else None


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
    """Past a time or part of the day between two ends: `du 3 juin à 9h au 5 juin`, `du 24 au soir au 26`."""
    i = trailing_day_part(t, i)
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
        articles = word == "du" or (word == "entre" and t.word(j - 2) == "le")
        after = t.word(trailing_day_part(t, j))
        plain = articles and left.day < node.day and (after in _CLOSERS or after in contexts()["after_days"])
        return plain or node.of is not None or (left.weekday is not None and node.weekday is not None)
    if isinstance(left, Day) and left.month is None and not isinstance(node, Day):
        return False
    if isinstance(left, Weekday) and isinstance(node, Weekday):
        return word != "du" or node.shift is not None or node.of is not None
    if isinstance(left, Year) and isinstance(node, Year):
        return is_year(t, j - 1) or t.word(j - 1) not in words().units
    return True


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
