"""Organs of a territory: «la commission permanente du Conseil départemental de l'Aude» is the Aude."""

from functools import cache

from entente.entities.atlas import Atlas
from entente.entities.candidates import Found
from entente.entities.territories import after_of, claim_territory
from entente.entities.vocabulary import body_words, heads
from entente.entities.words import Words, split_words


@cache
def _organs() -> dict[str, list[tuple[str, ...]]]:
    """Names of organs by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in body_words()["organes"]:
        words = tuple(split_words(form).folds)
        found.setdefault(words[0], []).append(words)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


def find_organs(found: Found, atlas: Atlas) -> None:
    """Claim «le conseil des maires de la MRC de X», «le bureau de la Communauté urbaine de X» as the territory."""
    words = found.words
    for i, word in enumerate(words.folds):
        if word in _organs():
            k = _body_after(words, i)
            if k and (last := _territory(found, atlas, k)):
                _widen(found, i, last)


def _body_after(words: Words, i: int) -> int:
    """The word after an organ's name and its «de la»; 0 when none begins here."""
    for form in _organs()[words.folds[i]]:
        j = i + len(form)
        if tuple(words.folds[i:j]) == form and all(words.together(k) for k in range(i + 1, j)):
            k, _ = after_of(words, j)
            return k if k > j and words.together(k) else 0
    return 0


def _territory(found: Found, atlas: Atlas, k: int) -> int:
    """The end of the territory that a head opens at a word, once it is claimed; 0 when none does."""
    words = found.words
    for head in heads().get(words.folds[k], []):
        j = k + head.length
        if head.territory and tuple(words.folds[k:j]) == head.words and not found.taken[k]:
            last = claim_territory(found, atlas, head, k, j)
            if last > k:
                return last
    return 0


def _widen(found: Found, first: int, last: int) -> None:
    """The organ's words are of the mention."""
    for candidate in found.candidates[-1:]:
        if candidate.last == last:
            candidate.first = first
            found.block(first, last)
