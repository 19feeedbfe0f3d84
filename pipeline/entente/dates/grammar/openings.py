"""The words that each rule may begin with: a rule is tried only where one of them stands.

A rule that learns to begin with another word has it added here; `tests/dates/test_openings.py` finds what is forgotten.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from entente.dates.grammar.numbers import FIRST, may_be_rank, roman
from entente.dates.tokens import Tokens
from entente.dates.words import feast_forms, words

FIGURES = "0"
"""Stands for any number in figures."""
RANK = "1er"
"""Stands for any rank, in words or in Roman figures, for any Roman number, and for figures with the end of a rank."""

Rule = Callable[..., Any]

_DETERMINERS = ("le", "la", "l'", "ce", "cette", "cet", "du", "au", "des")
_QUALIFIERS = ("prochains", "prochaines", "derniers", "dernieres")
_HEDGES = (
    "plus", "moins", "pres", "quelque", "bientot", "environ", "presque", "quasiment", "deja", "au", "pas", "a", "un",
    "maintenant", "juste", "exactement", "tout", "precisement",
)  # fmt: skip
_BOUNDS = ("depuis", "des", "a", "à", "jusqu'", "jusque", "d'", "au", "avant", "apres", "dela")


def opening(t: Tokens, i: int) -> str:
    """The word that stands at `i`; FIGURES for a number, RANK where the end of a rank follows it: `3e`."""
    word = t.word(i)
    if not word.isdecimal():
        return word
    return RANK if t.word(i + 1) in words().ordinal_ends else FIGURES


def rules_at(word: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of a list that may begin with an opening, in their order."""
    kinds = {word}
    if word == RANK:
        kinds.add(FIGURES)
    elif word != FIGURES and (may_be_rank(word) or roman(word)):
        kinds.add(RANK)
    return tuple(rule for rule in rules if not kinds.isdisjoint(openings()[rule.__name__]))


@cache
def openings() -> dict[str, frozenset[str]]:
    """By name of the rule."""
    table = words()
    months = {*table.months, *table.month_abbreviations}
    weekdays = {*table.weekdays, *table.weekday_plurals, *table.weekday_abbreviations}
    numbers = {FIGURES, *table.numbers, *FIRST}
    amounts = {*numbers, *table.vague_numbers, *table.collectives, "un", "une", "la", "l'", "cette", "demi", "quart"}
    ranks = {"half_century": {RANK}, "fraction": {RANK, "t", "q", "s"}, "nth": {RANK, *numbers}}
    periods: dict[str, set[str]] = ranks | {
        "week": {FIGURES, "semaine", "week", "weekend", "fin", "sem"},
        "century": {RANK, FIGURES},
        "decade": {"annees", "decennie", "decennies"},
        "part": {"courant", *table.parts},
        "feast": {FIGURES if word.isdecimal() else word for word in feast_forms()},
        "season": {*table.seasons},
        "school_year": {"rentree"},
        "month_alone": months,
    }
    simple: dict[str, set[str]] = {
        "named_day": {"aujourd'", "aujourd'hui", "aujourdhui", "avant", "apres", "hier", "demain"},
        "day_part": {"ce", "cet", "cette", "la"},
        "beside": {*_DETERMINERS, "avant", "lendemain", "surlendemain", *numbers, *table.collectives},
        "ago": {"il", "ilya", "y", "voici", "voila", "ca", "cela"},
        "ahead": {"dans", "ds", "sous"},
        "run": {"les", "ces", "des", "aux", "nos", *_QUALIFIERS, *numbers},
        "day": {*weekdays, *months, *numbers, "premier", "ier"},
        "named_period": {"mois"}.union(*periods.values()),
        "month_year_figures": {FIGURES},
        "weekday": {*table.weekdays},
        "reference_period": {*_DETERMINERS, "les", "un", "une", "week", *table.units},
        "approximate": {*table.approximations, "alentours", "environs"},
        "year": {FIGURES, "annee", "an", "annees", "mil", "mille", "deux", "dix"},
    }
    whole: dict[str, set[str]] = {
        "bound": {*_BOUNDS},
        "interval": {"du", "de", "d'", "des", "entre", "depuis", "courant"}
        | {FIGURES, "annees", "decennies", *months, *table.weekdays, *periods["fraction"]},
        "weekday_pair": {*table.weekdays},
        "every": {"tous", "toutes", "chaque", *table.weekday_plurals},
        "simple": set().union(*simple.values()),
        "length": {*_HEDGES, *amounts},
        "day_list": {*simple["day"]},
        "month_list": {*table.months},
    }
    return {name: frozenset(found) for name, found in {**periods, **simple, **whole}.items()}


def rules_at_each(rules: tuple[Rule, ...]) -> Callable[[str], tuple[Rule, ...]]:
    """`rules_at` for a list of rules, worked out once for each opening."""
    return lru_cache(maxsize=20_000)(lambda word: rules_at(word, rules))
