"""Parts of a period: `début 2026`, `mi-avril`, `à la fin du mois`."""

from entente.dates.grammar.days import month
from entente.dates.grammar.numbers import roman_rank
from entente.dates.grammar.ranks import fraction
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.seasons import season
from entente.dates.grammar.years import Match, century, decade, year, year_after, year_number
from entente.dates.nodes import Century, Part, Shift, Year
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import words

_UNITS = {"mois": "month", "annee": "year", "semaine": "week", "trimestre": "quarter", "semestre": "half"}


def part(t: Tokens, i: int) -> Match | None:
    """`début 2026`, `mi-avril`, `à la fin du mois`, `fin août 2019`, `courant mars`, `au milieu des années 1990`."""
    word = t.word(i)
    if word == "courant":
        return _during(t, i + 1)
    mod = words().parts.get(word)
    if mod is None:
        return None
    j = i + 1 + (t.word(i + 1) == "-")
    if word == "fin" and t.word(j) == "de" and t.word(j + 1) == "semaine":
        shift = qualifier(t, j + 2)
        return Shift("weekend", shift[0] if shift else 0), shift[1] if shift else j + 2
    if word == "mi":
        found = month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None)
    else:
        linked = t.word(j) in ("de", "d'", "du", "des")
        j += linked
        found = (_of_this(t, j) if linked else None) or _part_target(t, j) or _rank_alone(t, j)
    return (Part(mod, found[0]), found[1]) if found else None


def _rank_alone(t: Tokens, j: int) -> Match | None:
    """`fin XIXe`, `début XXe`: the century goes without saying."""
    value = roman_rank(t.word(j)) if t.is_capital(j) else None
    closed = t.word(j + 1) in ("", BREAK, ".", ",", ";", ")")
    return (Century(value), j + 1) if value and 5 <= value <= 21 and closed else None


def _during(t: Tokens, i: int) -> Match | None:
    """`courant mars`, `courant du mois de mai`, `courant 2025`."""
    j = i + (t.word(i) in ("du", "de", "d'"))
    j += t.word(j) == "mois" and t.word(j + 1) in ("de", "d'")
    j += t.word(j) in ("de", "d'")
    return month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None) or reference_period(t, j)


def _of_this(t: Tokens, j: int) -> Match | None:
    """The unit that goes without saying after a part: `du mois`, `de l'année`, `d'année prochaine`, `de semaine`."""
    k = j + (t.word(j) == "l'" or (t.word(j) == "la" and t.word(j + 1) == "semaine"))
    name = _UNITS.get(t.word(k))
    if name is None:
        return None
    if name == "month" and t.word(k + 1) in ("de", "d'") and (found := month(t, k + 2, bare=True)):
        return found
    if shift := qualifier(t, k + 1):
        return Shift(name, shift[0]), shift[1]
    if name == "year" and (value := year_after(t, k + 1)):
        return Year(value[0]), value[1]
    return (
        None
        if t.word(k + 1) in ("scolaire", "suivante", "precedente", "suivant", "precedent")
        else (Shift(name, 0), k + 1)
    )


def _part_target(t: Tokens, j: int) -> Match | None:
    k = j + (t.word(j) in ("la", "l'", "le", "les"))
    if found := month(t, j, bare=True):
        return found
    if year_number(t, j) and (found := year(t, j)):
        return found
    if (t.word(j) in ("l'", "annee") or t.word(k) == "annee") and (value := year_number(t, k + (t.word(k) == "annee"))):
        return Year(value), k + 2
    return reference_period(t, j) or season(t, k) or century(t, k) or decade(t, k) or fraction(t, k)
