"""Institutions and venues with names in another language: «Museo del Oro», «World Equestrian Center»."""

from functools import cache
from typing import NamedTuple

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found
from entente.entities.vocabulary import callings, people_words
from entente.entities.words import ARTICLES, Words, scan
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

LONGEST = 8
"""Words of the longest name: «Dominica-China Friendship Hospital» has three."""

FRENCH_SMALL = frozenset({"de", "d", "du", "des", "la", "le", "les", "l", "a", "au", "et"})
"""Small words that French has too: a name goes on past them only before a word that is no known place."""


class Foreign(NamedTuple):
    """The folded words that open and close the names, by type, and those inside them."""

    opening: dict[str, str]
    closing: dict[str, str]
    small: frozenset[str]
    ambiguous: frozenset[str]


@cache
def foreign_words() -> Foreign:
    """The lexicon, folded."""
    opening: dict[str, str] = {}
    closing: dict[str, str] = {}
    lexicon = load_lexicon("entities_foreign")
    for entry in lexicon["types"]:
        opening |= {fold(word): entry["type"] for word in entry["ouvre"]}
        closing |= {fold(word): entry["type"] for word in entry["ferme"]}
    return Foreign(opening, closing, _folded(lexicon["petits"]), _folded(lexicon["ambigus"]))


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(fold(word) or word for word in words)


def find_foreign(found: Found, atlas: Atlas) -> None:
    """Claim the names that a foreign word opens or closes."""
    words, lexicon = found.words, foreign_words()
    closings = [j for j, word in enumerate(words.folds) if word in lexicon.closing and _closes(words, j)]
    before = {i for j in closings for i in range(max(0, j + 1 - LONGEST), j) if words.capitals[i]}
    places = [i for i, word in enumerate(words.folds) if word in lexicon.opening or i in before]
    scan(places, lambda i: _foreign_at(found, atlas, i))


def _closes(words: Words, j: int) -> bool:
    """True unless the word is French as well and has no capital."""
    return words.capitals[j] or words.folds[j] not in foreign_words().ambiguous


def _foreign_at(found: Found, atlas: Atlas, i: int) -> int:
    words, lexicon = found.words, foreign_words()
    word = words.folds[i]
    if found.taken[i] or word in ARTICLES:
        return i
    opens = word in lexicon.opening and (
        words.capitals[i] or not (word in lexicon.ambiguous or words.capital_at(i - 1))
    )
    if opens and (last := _opened(found, atlas, i)):
        return _claim(found, i, last, lexicon.opening[word])
    if not words.capitals[i] or words.shouting[i]:
        return i
    last = _closed(found, i)
    return _claim(found, i, last, lexicon.closing[words.folds[last - 1]]) if last else i


def _opened(found: Found, atlas: Atlas, i: int) -> int:
    """The end of a name that a foreign word opens, 0 when it opens none: «scuola media Giovanni-Paolo»."""
    words, lexicon = found.words, foreign_words()
    end = j = i + 1
    foreign = words.folds[i] not in lexicon.ambiguous
    while j < min(len(words), i + LONGEST) and words.together(j) and not found.taken[j]:
        word = words.folds[j]
        if words.capitals[j] and word not in callings() and words.texts[j][0].isalpha():
            foreign = foreign or word in lexicon.opening.keys() | lexicon.closing.keys() - lexicon.ambiguous
            j = end = j + 1
        elif word in lexicon.small and _goes_on(words, atlas, j, alone=end == i + 1):
            foreign = foreign or word not in FRENCH_SMALL
            j += 1
        elif j == i + 1 and not words.capitals[i] and words.texts[j].islower() and words.capital_at(j + 1):
            j += 1
        else:
            break
    return end if end > i + 1 and foreign else 0


def _goes_on(words: Words, atlas: Atlas, j: int, *, alone: bool) -> bool:
    """True when a capital follows the small word at `j`; past a French one a known place only ends a bare head."""
    k = j + 1
    while words.fold_at(k) in foreign_words().small and not words.capital_at(k) and k < j + 3:
        k += 1
    if not words.capital_at(k) or not words.together(k):
        return False
    return words.folds[j] not in FRENCH_SMALL or (
        words.folds[j] not in {"et", "a", "au"} and (alone or atlas.place_end(k) == k)
    )


def _closed(found: Found, i: int) -> int:
    """The end of a run of capitals that a foreign word closes, 0 when none does: «Sister Cities International»."""
    words, lexicon = found.words, foreign_words()
    j, best = i + 1, 0
    while j < min(len(words), i + LONGEST) and words.together(j) and not found.taken[j]:
        word = words.folds[j]
        closing = word in lexicon.closing and _closes(words, j)
        if not words.capitals[j] and not closing and word not in lexicon.small - FRENCH_SMALL:
            break
        if words.capitals[j] and (word in callings() or word in people_words()["honorifiques"]):
            break
        best = j + 1 if closing else best
        j += 1
    return best if best and words.folds[i] not in callings() and not words.opens[best - 1] else 0


def _claim(found: Found, first: int, last: int, kind: str) -> int:
    found.add(Candidate(first, last, kind, found.words.text(first, last), "foreign"))
    return last
