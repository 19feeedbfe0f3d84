"""Seasons, and the start of the school year."""

from entente.dates.grammar.days import month
from entente.dates.grammar.relative import discourse_qualifier, qualifier, reference_period
from entente.dates.grammar.years import Match, year_after
from entente.dates.nodes import Month, Season, Then
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import contexts, words


def season(t: Tokens, i: int) -> Match | None:
    """`l'automne 2023`, `l'été dernier`, `cet hiver`, `au printemps`, `l'hiver 2018-2019`."""
    code = words().seasons.get(t.word(i))
    if code is None or not _is_noun(t, i):
        return None
    j, before = i + 1, t.word(i - 1)
    if dated := year_after(t, j):
        return _dated(t, code, *dated)
    if shift := qualifier(t, j):
        return Season(code, shift=shift[0]), shift[1]
    if then := discourse_qualifier(t, j):
        return Then(f"season{code}", then[0]), then[1]
    if before in ("cet", "ce"):
        return Season(code, shift=0), j
    k = j + (t.word(j) in ("de", "d'"))
    if (of := reference_period(t, k, units=("year",))) and before in ("l'", "le", "au", "d'"):
        return Season(code, of=of[0]), of[1]
    return (Season(code), j) if _bare(t, i) else None


def _is_noun(t: Tokens, i: int) -> bool:
    """False for the participle: `il a été 2019 fois`."""
    return t.word(i) != "ete" or t.word(i - 1) in contexts()["summer_openers"] or t.is_capital(i) or t.word(i - 1) == ""


def _dated(t: Tokens, code: int, value: int, j: int) -> Match:
    """A season with its year; a winter may be given two."""
    if t.word(j) in ("-", "/") and (t.number(j + 1) or 0) in (value + 1, (value + 1) % 100):
        return Season(code, value, straddles=True), j + 2
    return Season(code, value), j


def _bare(t: Tokens, i: int) -> bool:
    """True where a season may stand without year: `à l'automne`, `au printemps`, alone on its line."""
    before, after = t.word(i - 1), t.word(i + 1)
    if before in ("", BREAK):
        return after in ("", BREAK) and t.word(i) != "ete"
    article = before in ("l'", "au") or (before == "le" and t.word(i) == "printemps")
    article = article or (before == "du" and t.word(i - 2) in contexts()["month_nouns"])
    return article and t.word(i - 2) != "comme" and after not in contexts()["not_after_season"]


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
