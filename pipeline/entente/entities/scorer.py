"""The trained scorer: which candidates are entities (logistic regression, trained by `entente.training.scorer`)."""

import json
from functools import cache

from spacy.lang.fr.stop_words import STOP_WORDS

from entente.entities.atlas import Atlas
from entente.entities.candidates import COARSE, Candidate, Found, Labels
from entente.entities.features import features, of_the_genre
from entente.entities.leftovers import rivals
from entente.entities.words import CONNECTORS, Words
from entente.models import scorer_file

WEAK = frozenset({"place", "model", "letters", "leftover"})
"""Rules that a capital or the model alone set off: the others have a word of the text for them."""


@cache
def tables() -> dict[str, dict[str, dict[str, float]]]:
    """`weights` of the features, `bias` among them, and `thresholds` (log-odds, for texts of the genre and general
    ones), each by model: `rules` or `leftovers`."""
    content: dict[str, dict[str, dict[str, float]]] = json.loads(scorer_file().read_text(encoding="utf-8"))
    return content


def keep_accepted(found: Found, atlas: Atlas, labels: Labels, protected: set[int]) -> None:
    """Drop the candidates that the scorer rejects; `protected` are first words of those that others lean on.

    In a text that is not of the genre, what the model reads stands against what the rules have claimed, and the
    likelier of the two stays.
    """
    genre = of_the_genre(found.words)
    part = "genre" if genre else "general"
    odds: dict[int, float] = {}
    if not genre:
        odds = {id(c): log_odds(c, found, atlas, labels, genre=False) for c in found.candidates}
        found.candidates = _contest(found, atlas, labels, odds)

    def sure(candidate: Candidate) -> bool:
        value = odds.get(id(candidate))
        if value is None:
            value = log_odds(candidate, found, atlas, labels, genre=genre)
        return value >= tables()["thresholds"][model_of(candidate)][part]

    found.candidates = [c for c in found.candidates if c.first in protected or c.rule not in WEAK or sure(c)]


def _contest(found: Found, atlas: Atlas, labels: Labels, odds: dict[int, float]) -> list[Candidate]:
    """The candidates, those that lose against the model's reading of their words replaced by it."""
    kept = list(found.candidates)
    for rival in rivals(found, labels):
        against = [c for c in kept if c.first < rival.last and rival.first < c.last]
        if not all(_within(found.words, c, rival) for c in against):
            continue
        value = log_odds(rival, found, atlas, labels, genre=False)
        headed = all(c.rule == "head" and c.first < rival.first for c in against)
        if value > (0.0 if headed else max(odds[id(c)] for c in against)):
            odds[id(rival)] = value
            kept = [c for c in kept if c not in against] + [rival]
    return kept


def _within(words: Words, candidate: Candidate, rival: Candidate) -> bool:
    """True when the rival may stand for the candidate: it is longer, or the name behind a common noun, or as sure."""
    if candidate.rule == "head" and candidate.first < rival.first and candidate.last == rival.last:
        return not words.capitals[candidate.first] and candidate.type == "organization"
    if (candidate.first, candidate.last) == (rival.first, rival.last):
        return candidate.rule in WEAK and COARSE.get(candidate.type) != COARSE.get(rival.type)
    more = words.folds[candidate.last : rival.last]
    if candidate.rule == "head" and any(word in STOP_WORDS and word not in CONNECTORS for word in more):
        return False
    within = rival.first <= candidate.first and candidate.last <= rival.last
    return within and (candidate.rule in WEAK or (candidate.rule == "head" and rival.last > candidate.last))


def model_of(candidate: Candidate) -> str:
    """The model that judges a candidate: what the rules found and what only the base saw are different crowds."""
    return "leftovers" if candidate.rule == "leftover" else "rules"


def log_odds(candidate: Candidate, found: Found, atlas: Atlas, labels: Labels, *, genre: bool) -> float:
    """The scorer's answer for a candidate; 0 is even odds."""
    table = tables()["weights"][model_of(candidate)]
    values = features(candidate, found, atlas, labels, genre=genre)
    return table["bias"] + sum([table.get(name, 0.0) * value for name, value in values.items()])
