"""Ranks in a period: `premier lundi de mai`, `deuxième trimestre 2023`, `première quinzaine de juillet`."""

from dataclasses import replace

from entente.dates.grammar.days import month, of_month_or_year
from entente.dates.grammar.numbers import cardinal, ordinal, unit
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.seasons import season
from entente.dates.grammar.years import Match, year, year_after, year_number
from entente.dates.nodes import Every, Fraction, Interval, Nth, Shift, Year
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import words

_FRACTIONS = {
    "trimestre": "quarter",
    "trimestres": "quarter",
    "semestre": "half",
    "semestres": "half",
    "quinzaine": "fortnight",
    "moitie": "middle",
    "tiers": "third",
}
_DE = ("de", "d'", "du", "des", "en", ",")


def fraction(t: Tokens, i: int) -> Match | None:
    """`premier semestre 2018`, `T3 2023`, `2e trimestre de l'an prochain`, `première quinzaine de mai`."""
    if code := _coded(t, i):
        return code
    found = ordinal(t, i)
    if found is None or found[1] - i > 3:
        return None
    rank, j = found
    if pair := _pair(t, rank, j):
        return pair
    name = _FRACTIONS.get(t.word(j)) or ("quarter" if t.word(j) == "quart" and year_after(t, j + 1) else None)
    if name is None or (rank != -1 and not 1 <= rank <= (4 if name == "quarter" else 2)):
        return None
    of = _fraction_of(t, j + 1)
    if of is not None:
        return Fraction(name, rank, of[0]), of[1]
    if t.words[j + 1 : j + 4] == ["de", "l'", "annee"]:
        return Fraction(name, rank), j + 4
    alone = t.word(i - 1) in ("au", "le", "du", "ce", "", BREAK)
    return (Fraction(name, rank), j + 1) if alone and name in ("quarter", "half") and rank != -1 else None


def _coded(t: Tokens, i: int) -> Match | None:
    """`T3 2023`, `S1 2024`, `au T3`."""
    name = {"t": "quarter", "q": "quarter", "s": "half"}.get(t.word(i))
    rank = t.number(i + 1, 1) if name and t.glued(i + 1) else None
    if name is None or rank is None or not 1 <= rank <= (4 if name == "quarter" else 2):
        return None
    if value := year_after(t, i + 2):
        return Fraction(name, rank, Year(value[0])), value[1]
    if t.word(i + 2) == "et" and (other := _coded(t, i + 3)) and isinstance(other[0], Fraction):
        return replace(other[0], unit=name, rank=rank), i + 2
    return (Fraction(name, rank), i + 2) if t.word(i - 1) == "au" and not t.glued(i + 2) else None


def _pair(t: Tokens, rank: int, j: int) -> Match | None:
    """`2e et 3e trimestres 2024`: from one to the next."""
    second = ordinal(t, j + 1) if t.word(j) == "et" else None
    if second is None or second[0] != rank + 1 or t.word(second[1]) == "et":
        return None
    other = fraction(t, j + 1)
    if other is None or not isinstance(other[0], Fraction):
        return None
    return Interval(replace(other[0], rank=rank), other[0]), other[1]


def _fraction_of(t: Tokens, j: int) -> Match | None:
    """What a fraction is of: `2018`, `du mois de mai`, `de l'an prochain`, `du mois`."""
    if value := year_after(t, j):
        return Year(value[0]), value[1]
    k = j + (t.word(j) in _DE) + (t.word(j + 1) == "le")
    if t.word(j) in ("de", "du", "d'") and t.word(k) == "mois" and t.word(k + 1) in ("de", "d'"):
        k += 2
    if of := of_month_or_year(t, k):
        return of
    return (Shift("month", 0), j + 2) if t.word(j) == "du" and t.word(j + 1) == "mois" else None


def nth(t: Tokens, i: int) -> Match | None:
    """`premier lundi de mai`, `dernière semaine de juillet 2019`, `deux premières semaines de juin`."""
    count = 1
    j = i
    if (
        (number := cardinal(t, i))
        and 2 <= number[0] <= 31
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
    if t.word(k) == "de" and t.word(k + 1) == "chaque" and (each := unit(t, k + 2)):
        return Every(1, each[0]), each[1]
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
