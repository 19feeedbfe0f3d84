"""Communities of communes known by name: «Nantes Métropole», «Grand Lyon», «Pays Voironnais»."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found
from entente.entities.vocabulary import body_words, people_words, plain_words
from entente.entities.words import ARTICLES, OF, Words


def find_communities(found: Found, atlas: Atlas) -> None:
    """Claim the communities of communes that are known by a name of several words, or that end as one: «X Agglo»."""
    words, endings = found.words, body_words()["communautes"]
    for i in words.upper:
        if not words.capitals[i] or found.taken[i] or words.shouting[i]:
            continue
        for last in reversed(atlas.ends(i)):
            if last == i + 1:
                break
            options = [place for place in atlas.options(i, last) if place.kind == "intercommunality"]
            called = words.folds[last - 1] in endings and _all_names(words, i, last)
            if (options or called) and found.free(i, last) and not words.capital_at(i - 1):
                name = words.text(i, last)
                found.add(Candidate(i, last, "intercommunality", name, "community", options=options, head=True))
                break


def _all_names(words: Words, first: int, last: int) -> bool:
    """True when every word has its capital and none is an office or an ordinary word but the last."""
    plain, offices = plain_words()["mots"], people_words()["fonctions"]
    return all(words.capitals[k] and words.folds[k] not in offices for k in range(first, last)) and not any(
        words.folds[k] in plain or words.folds[k] in ARTICLES for k in range(first, last - 1)
    )


GREAT = frozenset({"grand", "pays"})
"""Words that a community's name opens with."""


def great(words: Words, atlas: Atlas, i: int) -> int:
    """The end of «Grand Lyon», «Pays Voironnais», «Pays de Grasse»; 0 when it is none."""
    word = words.folds[i]
    if word not in GREAT or not words.together(i + 1) or atlas.place_end(i) > i + 1:
        return 0
    if word == "grand":
        return i + 2 if words.capital_at(i + 1) and atlas.large(i + 1) else 0
    if words.opens[i]:
        return 0
    k = i + 1 + (words.folds[i + 1] in OF)
    if words.fold_at(k) in ARTICLES and not words.capital_at(k):
        k += 1
    return k + 1 if words.capital_at(k) and words.together(k) else 0
