"""Bare nouns and adjectives that stand for a body: «l'Agglo», «la ministre tchadienne»."""

from functools import cache

from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold


@cache
def body_nouns() -> dict[str, frozenset[str]]:
    """The nouns of each type of body, folded: `intercommunality` → agglo, métropole…"""
    return {kind: frozenset(fold(noun) for noun in nouns) for kind, nouns in load_lexicon("offices")["noms"].items()}


@cache
def all_nouns() -> frozenset[str]:
    """Every bare noun that may stand for a body, folded."""
    return frozenset().union(*body_nouns().values())


@cache
def nouns_of(kind: str) -> frozenset[str]:
    """Nouns of bodies by how they are used (`assemblees`, `precis`, `vagues`, `organes`, `directions`), folded."""
    return frozenset(fold(noun) for noun in load_lexicon("offices")["usages"][kind])


@cache
def called_also() -> dict[str, frozenset[str]]:
    """Words of names that a noun means without standing in them, folded: `syndicat` → sivom, sivu…"""
    return {fold(noun): frozenset(map(fold, words)) for noun, words in load_lexicon("offices")["synonymes"].items()}


def is_demonym(word: str) -> bool:
    """«tchadienne» says a country, whether or not the text names it."""
    return fold(word) in country_adjectives()


@cache
def country_adjectives() -> dict[str, frozenset[str]]:
    """Demonyms in their four forms → country codes."""
    found: dict[str, set[str]] = {}
    for code, entry in load_lexicon("entities_countries").items():
        for word in entry.get("gentiles", []):
            for form in _inflect(fold(word)):
                found.setdefault(form, set()).add(code)
    return {form: frozenset(codes) for form, codes in found.items()}


def _inflect(word: str) -> list[str]:
    """«gabonais» → gabonaise; «tunisien» → tunisienne; «turc» → turque."""
    feminine = word if word.endswith("e") else word + "e"
    doubled = word + "ne" if word.endswith(("en", "on")) else feminine
    turned = word[:-1] + "que" if word.endswith("c") else feminine
    return [form + plural for form in sorted({word, feminine, doubled, turned}) for plural in ("", "s")]
