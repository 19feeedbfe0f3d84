"""Nouns of action and the verbs that they stand for: «réfection» → refaire, «bitumage» → bitumer."""

import re
from functools import cache, lru_cache

from entente.facts.folding import fold
from entente.facts.verbs import KEPT, with_locution
from entente.lexicons import load_lexicon

NOUN = r"[^\W\d_][\w-]*"
"""One word that may be a noun of action."""

DERIVED = tuple(
    (re.compile(rf"(?P<stem>\w{{2,}}){ending}"), rf"\g<stem>{infinitive}")
    for ending, infinitive in (
        (r"issements?", r"ir"),
        (r"oiements?", r"oyer"),
        (r"[ae]iements?", r"ayer"),
        (r"ellements?", r"eler"),
        (r"è(?P<last>[lnv])ements?", r"e\g<last>er"),
        (r"è(?P<last>[cgrt])ements?", r"é\g<last>er"),
        (r"ements?", r"er"),
        (r"ifications?", r"ifier"),
        (r"isations?", r"iser"),
        (r"cations?", r"quer"),
        (r"ordinations?", r"ordonner"),
        (r"artitions?", r"artir"),
        (r"ositions?", r"oser"),
        (r"olitions?", r"olir"),
        (r"ations?", r"er"),
        (r"utions?", r"uer"),
        (r"uctions?", r"uire"),
        (r"isions?", r"iser"),
        (r"issages?", r"ir"),
        (r"elages?", r"eler"),
        (r"geages?", r"ger"),
        (r"gages?", r"guer"),
        (r"cages?", r"quer"),
        (r"çages?", r"cer"),
        (r"ages?", r"er"),
    )
)
"""Endings of nouns of action and those of their verbs, the longest first (Grevisse, «Le bon usage», § 168)."""

PREFIXES = {"mise": "mettre", "remise": "remettre", "prise": "prendre"}
"""Nouns that are an act only with the words after them: «mise en place», «prise en charge»."""

PLACED = re.compile(r"\s(?P<rest>(?:en|à|sur|au)\s\w+)")
OBJECT = re.compile(r"(?:\s\w+(?:els?|elles?|ale?s?|aux|iques?|ée?s?|ifs?|ives?|aine?s?|aires?))?\s(?:de|du|des|d['’])")
"""What an act is done to, past one adjective: «l'édition annuelle d'un guide»."""


NOUN_AT = re.compile(NOUN)


def act_at(text: str, start: int, end: int) -> str | None:
    """The verb of the noun of action that stands at an offset: «mise en réseau des …» → mettre en réseau.

    None when no noun of action stands there; `end` bounds what may follow it.
    """
    found = NOUN_AT.match(text, start, end)
    if found is None:
        return None
    noun = found.group().lower()
    following = text[found.end() : min(end, found.end() + 40)]
    if noun in PREFIXES:
        return _placed(PREFIXES[noun], following) or (_known(noun) if OBJECT.match(following) else None)
    return act_of(noun) or (_with_object().get(_singular(noun)) if OBJECT.match(following) else None)


@lru_cache(maxsize=KEPT)
def act_of(noun: str) -> str | None:
    """The verb behind one noun, singular or plural: «échanges» → échanger, «raccordement» → raccorder."""
    known = _known(noun)
    if known is not None or noun in PREFIXES or _singular(noun) in _no_acts() or _singular(noun) in _with_object():
        return known
    derived = ((pattern.fullmatch(noun), infinitive) for pattern, infinitive in DERIVED)
    return next((found.expand(infinitive) for found, infinitive in derived if found is not None), None)


def _placed(verb: str, following: str) -> str | None:
    """«en place …» after «mise» → mettre en place; any other place too («mise en tourisme»)."""
    whole = with_locution(verb, following)
    if whole != verb:
        return whole
    placed = PLACED.match(following)
    return f"{verb} {placed.group('rest').lower()}" if placed else None


def _known(noun: str) -> str | None:
    table = _nouns()
    return table.get(fold(noun)) or table.get(_singular(noun))


def _singular(noun: str) -> str:
    folded = fold(noun)
    return folded[:-1] if folded.endswith(("s", "x")) and folded not in _nouns() else folded


@cache
def _nouns() -> dict[str, str]:
    return {fold(noun): verb for noun, verb in load_lexicon("nominalisations")["noms"].items()}


@cache
def _with_object() -> dict[str, str]:
    return {fold(noun): verb for noun, verb in load_lexicon("nominalisations")["avec_complement"].items()}


@cache
def _no_acts() -> frozenset[str]:
    return frozenset(fold(noun) for noun in load_lexicon("nominalisations")["pas_actions"])
