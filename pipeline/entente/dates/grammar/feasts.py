"""Feast days: `Noël`, `la Toussaint 2024`, `le lundi de Pâques`."""

from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.years import Match, year_after
from entente.dates.nodes import Feast
from entente.dates.tokens import Tokens
from entente.dates.words import contexts, feast_forms, feasts


def feast(t: Tokens, i: int, *, sure: bool = False) -> Match | None:
    """`Noël`, `la Toussaint 2024`, `le lundi de Pâques`, `la fête des Mères`."""
    for form, index in feast_forms().get(t.word(i), ()):
        if tuple(t.words[i : i + len(form)]) != form:
            continue
        j = i + len(form)
        if t.word(j) == "chinois" or t.word(j) == "lunaire":
            return None
        value = year_after(t, j)
        if value:
            return Feast(index, value[0]), value[1]
        if shift := qualifier(t, j):
            return Feast(index, shift=shift[0]), shift[1]
        k = j + (t.word(j) in ("de", ","))
        if of := reference_period(t, k, units=("year",)):
            return Feast(index, of=of[0]), of[1]
        if sure or not feasts()[index].strict or _announced(t, i, j):
            return Feast(index), j
        return None
    return None


def _announced(t: Tokens, i: int, j: int) -> bool:
    """True where a feast that names other things too must be the day: `à la Toussaint`, alone on a line."""
    k = i - 1
    if t.word(k) in ("la", "l'", "le"):
        k -= 1
    if t.word(k) in ("veille", "lendemain", "soir", "matin", "jour", "midi", "de", "du", "d'"):
        return t.word(k) in ("de", "du", "d'") and t.word(k - 1) in contexts()["feast_nouns"]
    if t.word(k) in ("", "\n"):
        return t.word(j) in ("", "\n", ".", ",", "?", "!") or (i - k == 2 and t.word(j) in ("", "\n"))
    return t.word(k) in contexts()["feast_openers"] and not (t.is_capital(i - 1) and t.word(i - 1) != "l'")
