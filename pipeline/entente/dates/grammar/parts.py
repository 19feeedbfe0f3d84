"""Parts of a period: `début 2026`, `mi-avril`, `à la fin du mois`."""

from entente.dates.grammar.days import month
from entente.dates.grammar.ranks import fraction
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.seasons import season
from entente.dates.grammar.years import Match, century, decade, year, year_after, year_number
from entente.dates.nodes import Part, Shift, Year
from entente.dates.tokens import Tokens
from entente.dates.words import words


def part(t: Tokens, i: int) -> Match | None:
    """`début 2026`, `mi-avril`, `à la fin du mois`, `fin août 2019`, `courant mars`, `au milieu des années 1990`."""
    word = t.word(i)
    if word == "courant" or (word in ("cours", "long") and t.word(i - 1) == "au"):
        j = i + 1 + (t.word(i + 1) in ("du", "de", "d'"))
        if word != "courant":
            return None
        j += t.word(j) in ("mois",) and t.word(j + 1) in ("de", "d'")
        j += t.word(j) in ("de", "d'")
        return month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None) or reference_period(t, j)
    mod = words().parts.get(word)
    if mod is None:
        return None
    j = i + 1
    if word == "mi":
        j += t.word(j) == "-"
        return _part_of_month(t, j, mod)
    if t.word(j) == "-":
        j += 1
    if word == "fin" and t.word(j) == "de" and t.word(j + 1) == "semaine":
        shift = qualifier(t, j + 2)
        return Shift("weekend", shift[0] if shift else 0), shift[1] if shift else j + 2
    linked = t.word(j) in ("de", "d'", "du", "des")
    j += linked
    if t.word(j) == "la" and t.word(j + 1) == "matinee":
        return None
    if t.word(j) == "mois" and linked:
        if t.word(j + 1) in ("de", "d'") and (found := month(t, j + 2, bare=True)):
            return Part(mod, found[0]), found[1]
        if shift := qualifier(t, j + 1):
            return Part(mod, Shift("month", shift[0])), shift[1]
        if t.word(j + 1) in ("suivant", "precedent"):
            return None
        return Part(mod, Shift("month", 0)), j + 1
    found = _part_target(t, j)
    if found is not None:
        return Part(mod, found[0]), found[1]
    if (linked and t.word(j) in ("annee", "semaine")) or (linked and t.word(j) == "l'" and t.word(j + 1) == "annee"):
        k = j + 1 + (t.word(j) == "l'")
        if shift := qualifier(t, k):
            return Part(mod, Shift("week" if t.word(j) == "semaine" else "year", shift[0])), shift[1]
        if value := year_after(t, k):
            return Part(mod, Year(value[0])), value[1]
        if t.word(j) == "semaine" or t.word(j) == "annee" or t.word(k) not in ("scolaire", "suivante", "precedente"):
            return Part(mod, Shift("week" if t.word(j) == "semaine" else "year", 0)), k
    return None


def _part_of_month(t: Tokens, j: int, mod: str) -> Match | None:
    """`mi-avril 2019`, `mi-2024`, `mi-saison` (nothing)."""
    found = month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None)
    return (Part(mod, found[0]), found[1]) if found else None


def _part_target(t: Tokens, j: int) -> Match | None:
    k = j + (t.word(j) in ("la", "l'", "le", "les"))
    if found := month(t, j, bare=True):
        return found
    if year_number(t, j) and (found := year(t, j)):
        return found
    if (t.word(j) in ("l'", "annee") or t.word(k) == "annee") and (value := year_number(t, k + (t.word(k) == "annee"))):
        return Year(value), k + 2
    return reference_period(t, j) or season(t, k) or century(t, k) or decade(t, k) or fraction(t, k)
