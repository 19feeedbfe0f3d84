"""Names that a head opens: institutions, territories, venues; and titles of events and laws, which hide names."""

from functools import cache

from entente.entities.atlas import Atlas
from entente.entities.candidates import Found, Labels
from entente.entities.institutions import claim_institution
from entente.entities.territories import PLURALS, claim_listed, claim_territory
from entente.entities.vocabulary import heads
from entente.entities.words import scan


def find_titles(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim every name that a head opens, left to right, the longest head first."""
    openings = _openings()
    candidates = (i for i, word in enumerate(found.words.folds) if word in openings)
    scan(candidates, lambda i: _title_at(found, atlas, labels, i))


@cache
def _openings() -> frozenset[str]:
    return frozenset(heads().keys() | PLURALS.keys())


def _title_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    """The word after the name that begins here, or `i` when none does."""
    words = found.words
    if words.folds[i] in PLURALS and not found.taken[i]:
        return claim_listed(found, atlas, i)
    group = heads().get(words.folds[i])
    if group is None or found.taken[i]:
        return i
    if words.capitals[i] and words.capital_at(i - 1) and words.together(i) and not words.opens[i - 1]:
        return i
    following = words.fold_at(i + 1)
    for head in group:
        if head.length > 1 and head.words[1] != following:
            continue
        j = i + head.length
        if tuple(words.folds[i:j]) == head.words and True not in words.breaks[i + 1 : j]:
            if head.territory:
                last = claim_territory(found, atlas, head, i, j)
            else:
                last = claim_institution(found, atlas, labels, head, i, j)
            if last > i:
                return last
            if head.type == "city" and head.length > 1:
                return i
    return i
