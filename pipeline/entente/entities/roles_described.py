"""The body that an office's complement describes: «de l'Agglo», «de la chambre algérienne», «de la cité drômoise»."""

import itertools
from typing import NamedTuple

from entente.entities.roles_bodies import Bodies
from entente.entities.roles_called import by_adjective, called_and_told, named_by
from entente.entities.roles_pairs import pair_before
from entente.entities.roles_sketch import Sketch
from entente.entities.roles_words import all_nouns, is_demonym, nouns_of
from entente.entities.vocabulary import region_of
from entente.lexicons.demonyms import town_demonyms
from entente.lexicons.gazetteer import fold

LINKS = frozenset({"de", "du", "des", "d'", "à", "au", "aux", "auprès", "of", "von", "di", "da", "do"})
ARTICLES = frozenset(
    {"la", "le", "les", "l'", "ce", "cet", "cette", "notre", "leur", "son", "sa", "même", "celui", "celle"}
)
POSSESSIVES = frozenset({"son", "sa", "leur", "leurs", "ses"})
NAMED = frozenset(
    [
        "mayor",
        "president",
        "prefect",
        "governor",
        "ambassador",
        "consul",
        "rector",
        "secretary_general",
        "director",
        "founder",
    ]
)
"""Titles whose complement with a capital is the name of their body, not a portfolio."""

RANKS = {"premier": 0, "premiere": 0, "second": 1, "seconde": 1, "deuxieme": 1, "dernier": -1, "derniere": -1}
"""«du premier», «de la seconde»: which of the bodies that the sentence named in turn."""

REACH = 8
"""Words of a complement in which a noun is looked for."""

Words = list[tuple[str, int]]


class Noun(NamedTuple):
    """A noun that stands for a body, and the words that go on after it."""

    noun: str
    rest: list[str]


def described(sketch: Sketch, words: Words, title: str, bodies: Bodies) -> tuple[int | None, str]:
    """The body, and `named`; else None with what the words leave open (`open`, `unknown`, `borrowed`, …)."""
    if not words:
        return None, "open"
    offset = sketch.start_of(words[0][1])
    for word, at in itertools.takewhile(lambda pair: pair[0] not in LINKS, words[:2]):
        found = by_adjective(bodies, word, sketch.start_of(at), title)
        if found is not None and bodies.suits(found, title):
            return found, "named"
        if is_demonym(word) or region_of(fold(word)) or fold(word) in town_demonyms():
            return None, "unknown"
    if words[0][0] not in LINKS:
        return None, "open"
    plain = [word for word, _ in words]
    if any(word in POSSESSIVES for word in plain[:3]):
        return None, "borrowed"
    ranked = _ranked(plain, title, bodies, offset, sketch.offsets[0])
    if ranked is not None:
        return ranked, "named"
    noun = _noun_of(plain)
    if noun is not None:
        return _by_noun(noun, title, bodies, offset)
    named = title in NAMED and plain[0] in ("de", "du", "d'") and _is_proper(sketch, words)
    return None, "unknown" if named else "open"


def _ranked(plain: list[str], title: str, bodies: Bodies, offset: int, sentence: int) -> int | None:
    """«directrice du second»: one of the two bodies just named."""
    rest = [fold(word) for word in plain if word not in LINKS | ARTICLES]
    if len(rest) != 1 or rest[0] not in RANKS:
        return None
    pair = pair_before(bodies, offset, sentence, title)
    rank = RANKS[rest[0]]
    return pair[rank] if pair and rank < len(pair) else None


def _noun_of(plain: list[str]) -> Noun | None:
    """The noun of the body; an organ gives way to the noun after it, where there is one."""
    found: Noun | None = None
    for index, word in enumerate(plain[:REACH]):
        if fold(word) not in all_nouns() and not (found is None and fold(word) in nouns_of("organes")):
            continue
        if found is not None and plain[index - 1] not in LINKS | ARTICLES:
            continue
        pair = " ".join(plain[index : index + 2])
        noun = pair if fold(pair) in all_nouns() else word
        found = Noun(noun, plain[index + len(noun.split()) :])
        if fold(noun) not in nouns_of("organes"):
            break
    return found


def _by_noun(noun: Noun, title: str, bodies: Bodies, offset: int) -> tuple[int | None, str]:
    """The body that a noun means, by the adjective after it if there is one."""
    for word in noun.rest[:3]:
        if (
            word not in LINKS | ARTICLES
            and (found := called_and_told(bodies, noun.noun, word, offset, title)) is not None
        ):
            return found, "named"
    if any(is_demonym(word) for word in noun.rest[:3]):
        return None, "unknown"
    rest = [fold(word) for word in noun.rest if len(word) > 3 and word not in ARTICLES]
    body = named_by(bodies, noun.noun, offset, rest)
    if body is not None:
        return body, "named"
    jumelage = title in ("president", "vice_president", "member") and "jumelage" in " ".join(noun.rest)
    if nouns_of("directions") & {fold(word) for word in (noun.noun, *noun.rest[:3])}:
        return None, "board"
    return None, "twinning" if jumelage else "assembly" if fold(noun.noun) in nouns_of("assemblees") else "unknown"


def _is_proper(sketch: Sketch, words: Words) -> bool:
    """The first word after the prepositions has a capital: a name that no stage before knew."""
    rest = [at for word, at in words if word not in LINKS and word not in ARTICLES]
    return bool(rest) and sketch.text[rest[0]].isupper()
