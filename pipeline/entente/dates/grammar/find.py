"""Find: every time expression of a text, as nodes with their places, without any calendar."""

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from entente.dates.grammar.bounds import bound
from entente.dates.grammar.clock import clock
from entente.dates.grammar.lengths import every, length
from entente.dates.grammar.lists import day_list, month_list
from entente.dates.grammar.numbers import roman, roman_rank
from entente.dates.grammar.openings import Rule, opening, rules_at_each
from entente.dates.grammar.ranges import interval, weekday_pair
from entente.dates.grammar.refuse import refused
from entente.dates.grammar.simple import ARTICLES, simple
from entente.dates.grammar.years import Match
from entente.dates.nodes import Clock, Day, Every, Expression, Found, Length, Shift, Then, Weekday
from entente.dates.tokens import Tokens, tokenise
from entente.dates.words import feast_forms, words

_REACH = 9
"""Tokens from an opening word to the word of time that it needs: «depuis maintenant plus de vingt-six ans»."""
_BESIDE = 5
"""The same for articles and the commonest prepositions: «au plus tard le 30 juin»."""
_SMALL_WORDS = frozenset(
    ["le", "la", "l'", "les", "un", "une", "a", "de", "d'", "du", "des", "au", "aux", "ce", "cette"]
)


def find(text: str) -> list[Found]:
    """Every time expression of the text, in order, none overlapping another: `du 3 au 5 mai` → an `Interval`."""
    return find_in(tokenise(text))


def find_in(t: Tokens) -> list[Found]:
    """Every time expression of a text already made tokens."""
    found: list[Found] = []
    cursor = 0
    for i in _places(t):
        if i >= cursor:
            cursor = _expression(t, i, found)
    return found


def _places(t: Tokens) -> list[int]:
    """Where an expression may begin: at a word of time, or at an opening word with one in reach.

    Most words of a text are neither, and never cost more than this look.
    """
    places: list[int] = []
    last = len(t) + _REACH
    shown = [(i, shows) for i, shows in enumerate(map(_shows, t.words)) if shows]
    for i, shows in reversed(shown):
        if shows == _TIME:
            last = i
        if last - i <= (_BESIDE if t.words[i] in _SMALL_WORDS else _REACH):
            places.append(i)
    return places[::-1]


_TIME, _OPENS = 2, 1


@lru_cache(maxsize=20_000)
def _shows(word: str) -> int:
    """`_TIME` for a word of time, `_OPENS` for one that may open an expression, else 0; worked out once for each."""
    if word in _anchors() or word.isdecimal():
        return _TIME
    return _OPENS if word in _openers() or _roman(word) else 0


@cache
def _anchors() -> frozenset[str]:
    """Words of time proper: without one of them, or a figure, nothing is found."""
    table = words()
    return table.anchors.union(
        table.months, table.month_abbreviations, table.weekdays, table.weekday_plurals, table.weekday_abbreviations,
        table.collectives, table.units, table.seasons, table.relative_days, table.discourse_days, feast_forms(),
    )  # fmt: skip


@cache
def _openers() -> frozenset[str]:
    """Words that may open an expression when a word of time follows."""
    table = words()
    return table.openers.union(table.numbers, table.ordinals, table.parts, table.approximations, table.bounds)


def _roman(word: str) -> bool:
    return len(word) < 13 and word[:1] in "ivxlc" and (roman(word) is not None or roman_rank(word) is not None)


def _expression(t: Tokens, i: int, found: list[Found]) -> int:
    """Read one expression at `i` into `found`; where reading goes on (`i` when there is none)."""
    if timed := _clock_first(t, i, found):
        return timed
    begun = opening(t, i)
    listed = _first(_lists(begun), t, i) if begun not in ARTICLES else None
    if listed:
        if not refused(t, i, listed[-1][1], listed[0][2]):
            for first, after, node in listed:
                _add(t, first, after, node, found)
        return _clock_after(t, listed[-1][1], found)
    match: Match | None = _first(_rules(begun), t, i)
    if match is None:
        return i
    node, j = match
    if isinstance(node, Weekday) and node == Weekday(node.weekday):
        if _opening_hours(t, i, j):
            return j
        if t.word(i - 1) == "le":
            node = replace(node, habit=True)
    if refused(t, i, j, node):
        return j
    _add(t, i, j, node, found)
    return j if isinstance(node, (Length, Every)) else _clock_after(t, j, found)


_lists = rules_at_each((day_list, month_list))
_rules = rules_at_each((bound, interval, weekday_pair, every, simple, length))


def _first(rules: tuple[Rule, ...], t: Tokens, i: int) -> Any:
    """What the first rule that reads something at `i` reads."""
    for rule in rules:
        found = rule(t, i)
        if found:
            return found
    return None


def _opening_hours(t: Tokens, i: int, j: int) -> bool:
    """`le lundi de 9h à 12h`, `du lundi au vendredi`: a weekday of opening hours."""
    return t.word(i - 1) in ("du", "au") and (t.word(j) == "au" or t.word(i - 2) in words().weekdays)


def _add(t: Tokens, i: int, j: int, node: Expression, found: list[Found]) -> None:
    """Keep an expression, with the article or demonstrative before it."""
    first = i
    if (t.word(i - 1) in ARTICLES and (not found or found[-1].after <= i - 1)) or (
        t.word(i - 1) in ("ce", "cet", "cette") and (not found or found[-1].after <= i - 1)
    ):
        first = i - 1
    found.append(Found(t.starts[first], t.ends[j - 1], node, first, j))


def _clock_first(t: Tokens, i: int, found: list[Found]) -> int | None:
    """A time of day: kept when a date follows it (`entre 9h30 et 11h mardi`), else passed over."""
    word = t.word(i)
    if not (
        word.isdecimal()
        or word in words().numbers
        or word in ("midi", "minuit", "a", "de", "entre", "vers", "des", "jusqu'", "depuis")
    ):
        return None
    match = clock(t, i)
    if match is None:
        return None
    node, j = match
    k = j
    while k < j + 2 and t.word(k) in (",", "le", "du", "de", "ce", "au"):
        k += 1
    following = day_or_weekday(t, k)
    if following is not None:
        found.append(Found(t.starts[i], t.ends[j - 1], node, i, j))
    return j


def day_or_weekday(t: Tokens, i: int) -> Match | None:
    """An expression of one day that a time of day may belong to."""
    match = simple(t, i)
    if match is None or not isinstance(match[0], (Day, Weekday, Shift, Then)):
        return None
    return match if getattr(match[0], "unit", "day") in ("day", "weekday") else None


def _clock_after(t: Tokens, j: int, found: list[Found]) -> int:
    """The time of day that follows a date: `mardi à 9h`, `Dimanche 21 novembre, à partir de 10h`."""
    k = j
    while k < j + 2 and t.word(k) in (",", "-", "–", "(", "|", ":"):
        k += 1
    if t.word(k) in ("au", "le", "en"):
        return j
    match = clock(t, k)
    if match is None or not isinstance(match[0], Clock) or not found:
        return j
    found.append(Found(t.starts[k], t.ends[match[1] - 1], match[0], k, match[1]))
    return match[1]
