"""Ranks in a period: `premier lundi de mai`, `deuxième trimestre 2023`, `première quinzaine de juillet`."""

from dataclasses import replace

from entente.dates.grammar.days import month, of_month_or_year
from entente.dates.grammar.numbers import cardinal, ordinal, unit
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.seasons import season
from entente.dates.grammar.years import Match, year, year_after, year_number
from entente.dates.nodes import Fraction, Interval, Nth, Shift, Year
from entente.dates.tokens import Tokens
from entente.dates.words import words

_DE = ("de", "d'", "du", "des", "en", ",")


def fraction(t: Tokens, i: int) -> Match | None:
    """`premier semestre 2018`, `T3 2023`, `2e trimestre de l'an prochain`, `première quinzaine de mai`."""
    word = t.word(i)
    if (
        word in ("t", "s", "q")
        and t.glued(i + 1)
        and (rank := t.number(i + 1, 1))
        and 1 <= rank <= (2 if word == "s" else 4)
    ):
        value = year_after(t, i + 2)
        return (Fraction("half" if word == "s" else "quarter", rank, Year(value[0])), value[1]) if value else None
    found = ordinal(t, i)
    if found is None or found[1] - i > 3:
        return None
    rank, j = found
    if t.word(j) == "et" and (second := ordinal(t, j + 1)) and second[0] == rank + 1 and t.word(second[1]) != "et":
        other = fraction(t, j + 1)
        if other and isinstance(other[0], Fraction):
            return Interval(replace(other[0], rank=rank), other[0]), other[1]
    name = {
        "trimestre": "quarter",
        "trimestres": "quarter",
        "semestre": "half",
        "semestres": "half",
        "quinzaine": "fortnight",
        "moitie": "middle",
        "tiers": "third",
    }.get(t.word(j))
    if t.word(j) == "quart" and year_after(t, j + 1):
        name = "quarter"
    if name is None or (not 1 <= rank <= (4 if name == "quarter" else 2) and rank != -1):
        return None
    j += 1
    if value := year_after(t, j):
        return Fraction(name, rank, Year(value[0])), value[1]
    k = j + (t.word(j) in _DE) + (t.word(j + 1) in ("le",))
    if t.word(j) in ("de", "du", "d'") and t.word(k) == "mois" and t.word(k + 1) in ("de", "d'"):
        k += 2
    of = of_month_or_year(t, k)
    if of:
        return Fraction(name, rank, of[0]), of[1]
    if t.word(j) == "de" and t.word(j + 1) == "l'" and t.word(j + 2) == "annee":
        return Fraction(name, rank), j + 3
    if t.word(j) == "du" and t.word(j + 1) == "mois":
        return Fraction(name, rank, Shift("month", 0)), j + 2
    return (
        (Fraction(name, rank), j)
        if name in ("quarter", "half") and rank != -1 and t.word(i - 1) in ("au", "le", "du", "ce", "", "\n")
        else None
    )


def nth(t: Tokens, i: int) -> Match | None:
    """`premier lundi de mai`, `dernière semaine de juillet 2019`, `deux premières semaines de juin`."""
    count = 1
    j = i
    if (
        (number := cardinal(t, i))
        and 2 <= number[0] <= 12
        and t.word(number[1]) in ("premiers", "premieres", "derniers", "dernieres")
    ):
        count, j = number[0], number[1]
    rank = ordinal(t, j)
    if rank is None:
        return None
    k = rank[1]
    k += t.word(k) in ("grand", "grande")
    if t.word(k) in words().weekdays:
        target, weekday, k = "weekday", words().weekdays[t.word(k)], k + 1
    else:
        named = unit(t, k)
        if named is None or named[0] not in ("day", "week", "weekend", "month"):
            return None
        target, weekday, k = named[0], None, named[1]
    of = _belongs_to(t, k)
    if of is None:
        return None
    return Nth(rank[0], target, weekday, of[0], count), of[1]


def _belongs_to(t: Tokens, k: int) -> Match | None:
    """What a rank counts in: `de mai 2018`, `du mois`, `de l'année`, `de 2027`, `de l'été`."""
    if t.word(k) in ("du", "de", "d'", "des", "dans", "en") or t.word(k) == ",":
        j = k + 1
    else:
        found = month(t, k, bare=t.word(k) in words().months)
        return found or (year(t, k) if year_number(t, k) else None)
    if t.word(k) == "du" and t.word(j) == "mois":
        if t.word(j + 1) in ("de", "d'") and (found := month(t, j + 2, bare=True)):
            return found
        if shift := qualifier(t, j + 1):
            return Shift("month", shift[0]), shift[1]
        return Shift("month", 0), j + 1
    if t.word(j) == "l'" and t.word(j + 1) == "annee":
        if value := year_number(t, j + 2):
            return Year(value), j + 3
        found = reference_period(t, j)
        return found or (Shift("year", 0), j + 2)
    return (
        month(t, j, bare=True)
        or reference_period(t, j)
        or (year(t, j) if year_number(t, j) else None)
        or season(t, j + (t.word(j) == "l'"))
    )
