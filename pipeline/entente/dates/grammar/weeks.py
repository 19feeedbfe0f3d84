"""Weeks by number or by a day of theirs: `semaine 42`, `la semaine du 6 octobre`."""

from entente.dates.grammar.days import day
from entente.dates.grammar.feasts import feast
from entente.dates.grammar.numbers import unit
from entente.dates.grammar.years import Match, year_after, year_number
from entente.dates.nodes import Around, WeekNumber, Year
from entente.dates.tokens import Tokens
from entente.dates.words import words


def week(t: Tokens, i: int) -> Match | None:
    """`semaine 42`, `la semaine du 6 octobre`, `le week-end du 14 juillet`."""
    if t.word(i).isdecimal():
        return _iso_week(t, i)
    if t.word(i) not in ("semaine", "week", "weekend", "fin", "sem"):
        return None
    if t.word(i) == "sem" and t.word(i + 1) == "." and (number := t.number(i + 2, 2)) and 1 <= number <= 53:
        return WeekNumber(number), i + 3
    named = ("weekend", i + 3) if t.word(i) == "fin" and t.word(i + 2) == "semaine" else unit(t, i)
    if named is None:
        return None
    name, j = named
    if (
        name == "week"
        and (number := t.number(j + (t.word(j) in ("n", "no", "numero")), 2))
        and 1 <= number <= 53
        and t.word(i) == "semaine"
    ):
        k = j + 1 + (t.word(j) in ("n", "no", "numero"))
        if t.glued(k) or (t.raw(k)[:1].islower() and t.word(k) not in ("de", "et", "a", "en")):
            return None
        value = year_after(t, k + (t.word(k) in ("-", "–", "/")))
        return WeekNumber(number, Year(value[0]) if value else None), value[1] if value else k
    if t.word(j) in ("du", "de", "d'"):
        k = j + 1
        if t.word(j) == "du" and (found := day(t, k)) and not _range_follows(t, found[1]):
            return Around(name, found[0]), found[1]
        if found := feast(t, k + (t.word(k) in ("la", "l'")), sure=True):
            return Around(name, found[0]), found[1]
    return None


def _iso_week(t: Tokens, i: int) -> Match | None:
    """`2021-W07`, `2021-S07`."""
    year = year_number(t, i)
    number = t.number(i + 3, 2)
    if year is None or t.word(i + 1) != "-" or t.word(i + 2) not in ("w", "s") or not number or not t.glued(i + 3):
        return None
    return (WeekNumber(number, Year(year)), i + 4) if number <= 53 else None


def _range_follows(t: Tokens, i: int) -> bool:
    return t.word(i) == "au" and (t.number(i + 1, 2) is not None or t.word(i + 1) in words().weekdays)
