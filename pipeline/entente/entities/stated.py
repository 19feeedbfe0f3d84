"""The country that a text gives with a place: «Mutsamudu, aux Comores», «Goris (Arménie)»."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found
from entente.entities.words import ARTICLES, Words

PLACED = frozenset({"city", "department", "region", "intercommunality"})
INTO = frozenset({"en", "au", "aux"})
LONGEST_BRACKET = 8
"""Words in a bracket in which the country is looked for: «(province d'Ancône, Italie)»."""


def state_countries(found: Found, atlas: Atlas) -> None:
    """Note on each place the country that stands right after it."""
    for candidate in found.candidates:
        if candidate.type in PLACED and candidate.country is None:
            candidate.country = _stated(found.words, atlas, candidate)


def _stated(words: Words, atlas: Atlas, candidate: Candidate) -> str | None:
    k = candidate.last
    if not words.together(k):
        return None
    if words.texts[k] == "(":
        return _in_bracket(words, atlas, k + 1)
    comma = words.texts[k] == ","
    k += comma
    if words.fold_at(k) in INTO and words.together(k):
        return _country(words, atlas, k + 1, region=comma)
    return None


def _in_bracket(words: Words, atlas: Atlas, first: int) -> str | None:
    """The last country in a bracket, else that of a region in it: «(Vénétie)»."""
    last = next((k for k in range(first, min(first + LONGEST_BRACKET, len(words))) if words.texts[k] == ")"), first)
    codes = [code for k in range(first, last) if (code := _country(words, atlas, k, region=False))]
    return (
        codes[-1]
        if codes
        else next((c for k in range(first, last) if (c := _country(words, atlas, k, region=True))), None)
    )


def _country(words: Words, atlas: Atlas, k: int, *, region: bool) -> str | None:
    """The country named at a word, or that of a region that bears no other name."""
    k += words.fold_at(k) in ARTICLES and not words.capital_at(k)
    end = atlas.place_end(k)
    if end == k:
        return None
    state = atlas.country(k, end)
    if state is not None:
        return state.code
    kinds = {(place.kind, place.country) for place in atlas.options(k, end)}
    regions = {country for kind, country in kinds if kind in {"region", "department"}}
    return regions.pop() if region and len(regions) == 1 else None
