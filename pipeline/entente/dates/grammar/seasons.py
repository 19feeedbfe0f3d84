"""Seasons, and the start of the school year."""

from entente.dates.grammar.days import month
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.years import Match, year_after
from entente.dates.nodes import Month, Season
from entente.dates.tokens import Tokens
from entente.dates.words import words


def season(t: Tokens, i: int) -> Match | None:
    """`l'automne 2023`, `l'été dernier`, `cet hiver`, `au printemps`, `l'hiver 2018-2019`."""
    code = words().seasons.get(t.word(i))
    if code is None:
        return None
    before = t.word(i - 1)
    j = i + 1
    found_year = year_after(t, j)
    if (
        found_year
        and before != "a"
        and (
            t.word(i) != "ete"
            or before
            in (
                "l'",
                "d'",
                "cet",
                "cet",
                "",
                "\n",
                "en",
                "(",
                "fin",
                "debut",
                "-",
                "mi",
                "printemps",
                "session",
                "prochain",
                "plein",
            )
            or t.is_capital(i)
        )
    ):
        value, k = found_year
        if t.word(k) in ("-", "/") and (t.number(k + 1) or 0) in (value + 1, (value + 1) % 100):
            return Season(code, value, straddles=True), k + 2
        return Season(code, value), k
    if shift := qualifier(t, j):
        if t.word(i) != "ete" or before in ("l'", "cet"):
            return Season(code, shift=shift[0]), shift[1]
        return None
    if before in ("cet", "ce"):
        return Season(code, shift=0), j
    k = j + (t.word(j) in ("de", "d'"))
    if (of := reference_period(t, k, units=("year",))) and before in ("l'", "le", "au", "d'"):
        return Season(code, of=of[0]), of[1]
    if before in ("", "\n") and t.word(j) in ("", "\n") and t.word(i) != "ete":
        return Season(code), j
    article = before in ("l'", "au") or (before == "le" and t.word(i) == "printemps")
    if not article or (
        t.word(i - 2) in ("de", "pendant", "pour", "tout", "comme") and before == "l'" and t.word(i - 2) != "de"
    ):
        return None
    return (Season(code), j) if t.word(j) not in ("de", "des", "du", "d'", "austral", "boreal") else None


def school_year(t: Tokens, i: int) -> Match | None:
    """`la rentrée 2025`, `la rentrée de septembre`, `la rentrée prochaine`, `la rentrée`."""
    if t.word(i) != "rentree" or t.word(i - 1) not in ("la", "des", "de", "cette", ""):
        return None
    j = i + 1
    j += t.word(j) in ("scolaire", "universitaire", "litteraire", "politique")
    if value := year_after(t, j):
        return Month(9, value[0]), value[1]
    if t.word(j) in ("de", "d'") and (found := month(t, j + 1, bare=True)):
        return found
    if shift := qualifier(t, j):
        return Month(9, shift=shift[0]), shift[1]
    before = (t.word(i - 2), t.word(i - 1))
    return (
        (Month(9), j)
        if before in (("a", "la"), ("des", "la"), ("depuis", "la"), ("ici", "la"), ("avant", "la"), ("apres", "la"))
        else None
    )
