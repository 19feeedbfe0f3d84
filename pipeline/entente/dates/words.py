"""The tables of the date lexicons, typed, read once on first use."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from entente.dates.tokens import tokenise
from entente.lexicons import load_lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """`lexicons/fr/dates_words.yml`, by section."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    month_romans: dict[str, int]
    weekdays: dict[str, int]
    weekday_plurals: dict[str, int]
    weekday_abbreviations: dict[str, int]
    numbers: dict[str, int]
    collectives: dict[str, int]
    vague_numbers: frozenset[str]
    ordinals: dict[str, int]
    ordinal_ends: frozenset[str]
    units: dict[str, str]
    feminine_units: frozenset[str]
    seasons: dict[str, int]
    shifts: dict[str, int]
    discourse_shifts: dict[str, int]
    relative_days: dict[str, int]
    discourse_days: dict[str, int]
    day_parts: dict[str, list[int]]
    parts: dict[str, str]
    bounds: dict[str, str]
    approximations: frozenset[str]
    openers: frozenset[str]
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class FeastDay:
    """One entry of `lexicons/fr/dates_fetes.yml`."""

    name: str
    strict: bool
    rule: str
    value: tuple[int, ...]


@cache
def words() -> Words:
    """The words of time."""
    return Words(**{key: _frozen(value) for key, value in load_lexicon("dates_words").items()})


@cache
def refusals() -> dict[str, frozenset[str]]:
    """The words that make a date of no number: `refusals()["street_words"]`."""
    return {key: frozenset(value) for key, value in load_lexicon("dates_refus").items()}


@cache
def contexts() -> dict[str, frozenset[str]]:
    """The words that let a number or a name be a date: `contexts()["month_openers"]`."""
    return {key: frozenset(value) for key, value in load_lexicon("dates_contextes").items()}


@cache
def tenses() -> dict[str, frozenset[str]]:
    """The words that tell past from future."""
    return {key: frozenset(value) for key, value in load_lexicon("dates_temps").items()}


@cache
def feasts() -> tuple[FeastDay, ...]:
    """The feast days, in the order of the lexicon."""
    return tuple(_feast(entry) for entry in load_lexicon("dates_fetes"))


@cache
def feast_forms() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """By first word: `(words, index)` of the forms that begin with it, longest first."""
    forms: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for index, entry in enumerate(load_lexicon("dates_fetes")):
        for form in entry["forms"]:
            tokens = tokenise(form)
            parts = tuple(tokens.words[: len(tokens)])
            forms.setdefault(parts[0], []).append((parts, index))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in forms.items()}


def _feast(entry: dict[str, Any]) -> FeastDay:
    rule = next(key for key in ("fixed", "easter", "nth", "advent", "mothers") if key in entry)
    value = entry[rule]
    return FeastDay(
        entry["name"], entry.get("strict", False), rule, tuple(value) if isinstance(value, list) else (int(value),)
    )


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
