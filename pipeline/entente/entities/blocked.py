"""Capitalised words that are kept from being read: initials under a text, mountains, streets, currencies, nicknames."""

from functools import cache

from entente.entities.candidates import Found
from entente.entities.vocabulary import callings
from entente.entities.words import ARTICLES, CONNECTORS, OF, Words
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

LONGEST_NAME = 5
"""Words of the longest name of a street or mountain: «rue du Général de Gaulle» has four after its head."""

LONGEST_OFFICE = 8
"""Words of the longest office before its acronym."""

INITIALS_LINE = 5
"""Words and marks of the longest line of initials: «T. A. K.» has three."""

DATE_LINE = 7
"""Words and marks of a date line before its agency: «Ouagadougou, 21 nov. 2023 (AIB)»."""

DASHES = frozenset("-–—")
QUOTES = frozenset("«“\"'")


@cache
def blocking_words() -> dict[str, frozenset[str]]:
    """The lists of the lexicon, folded."""
    lexicon = load_lexicon("entities_blocked")
    return {name: frozenset(map(fold, words)) for name, words in lexicon.items() if isinstance(words, list)}


def block_marks(found: Found) -> None:
    """Keep from being read what is no name at all: initials of authors, social networks, «$ US», nicknames."""
    words, lists = found.words, blocking_words()
    for i in words.upper:
        word, before = words.folds[i], words.fold_at(i - 1)
        if (
            (word in lists["reseaux"] and (len(word) > 1 or _listed(words, i)))
            or (word in lists["dollars"] and before in {"$", "dollars"})
            or (words.texts[i] == "F" and before.isdigit())
            or (words.texts[i - 1] in QUOTES and i > 1 and words.folds[i - 2] in lists["surnoms"])
        ):
            found.block(i, i + 1)
    for first in (i for i, broken in enumerate(words.breaks) if broken):
        last = _initials_end(words, first)
        if last > first:
            found.block(first, last)
    for i in _agencies(words):
        found.block(i, i + 1)
    for i in _acronyms_of_offices(words):
        found.block(i, i + 1)


def block_sights(found: Found) -> None:
    """Keep mountains, waters, storms and streets from being read: «le col d'Ibardin», «route de Pessan»."""
    words, lists = found.words, blocking_words()
    for i, word in enumerate(words.folds):
        if word in lists["nature"] and not words.capitals[i]:
            _block_name(found, i + 1)
        elif word in lists["voies"] and not found.taken[i]:
            plain = word in lists["voies_communes"] and words.fold_at(i - 1) in ARTICLES | {"en", "au", "aux"}
            taken = words.fold_at(i - 1) in ARTICLES and words.fold_at(i - 2).startswith(
                ("prend", "repren", "pris", "repris")
            )
            if not plain and not taken:
                _block_name(found, i + 1)


def _block_name(found: Found, j: int) -> None:
    """Block the free name that begins at `j`, after «de», «du», «de la»."""
    words = found.words
    first = j
    while (
        words.together(j)
        and j < first + 3
        and (words.folds[j] in OF or (words.folds[j] in ARTICLES and not words.capitals[j]))
    ):
        j += 1
    last = j
    while last < min(len(words), j + LONGEST_NAME) and words.together(last) and not found.taken[last]:
        small = (
            last > j
            and words.folds[last] in CONNECTORS
            and words.capital_at(last + 1)
            and words.folds[last] in OF | ARTICLES | {"sur", "en"}
        )
        if not words.capitals[last] and not small:
            break
        last += 1
    if last > j:
        found.block(j, last)


def _listed(words: Words, i: int) -> bool:
    """True where another network stands beside: «LinkedIn, X et Instagram»."""
    near = {words.fold_at(k) for k in (i - 2, i + 2)} | {words.fold_at(i - 1), words.fold_at(i + 1)}
    return bool(near & (blocking_words()["reseaux"] - {"x"}))


def _initials_end(words: Words, first: int) -> int:
    """The end of a line that is only initials: «T. A. K.», «PNO/SB», «hb/kz»; `first` when it is none."""
    last = first + 1
    while words.together(last) and last - first <= 2 * INITIALS_LINE:
        last += 1
    if words.together(last):
        return first
    line = words.texts[first:last]
    letters = [text for text in line if text not in {"/", "-", ".", ",", "et"}]
    dotted = all(len(text.replace(".", "").replace("-", "")) <= 2 for text in letters)
    slashed = "/" in line and all(text.isalpha() and len(text) <= 4 for text in letters)
    return (
        last if letters and len(letters) <= INITIALS_LINE and (dotted or slashed) and _are_letters(letters) else first
    )


def _are_letters(letters: list[str]) -> bool:
    return all(text.replace(".", "").replace("-", "").isalpha() for text in letters)


def _agencies(words: Words) -> list[int]:
    """The agency in the bracket of a date line: «Douala, 19 fév (APA) – »."""
    return [
        i + 1
        for i in words.at("(")
        if 0 < i < len(words) - 3 and words.texts[i + 2] == ")" and words.texts[i + 3] in DASHES
        and words.texts[i + 1].isupper() and any(words.breaks[max(0, i - DATE_LINE) : i + 1])
    ]  # fmt: skip


def _acronyms_of_offices(words: Words) -> list[int]:
    """Every word that is the acronym of an office: «président de la délégation spéciale (PDS)»."""
    brackets = [i for i in words.at("(") if 0 < i < len(words) - 2]
    acronyms = {words.texts[i + 1] for i in brackets if _stands_for_office(words, i)}
    return [i for i, text in enumerate(words.texts) if text in acronyms] if acronyms else []


def _stands_for_office(words: Words, i: int) -> bool:
    """True at the bracket of «directeur général des services (DGS)»."""
    if words.texts[i + 2] != ")" or not words.texts[i + 1].isupper():
        return False
    letters, initials = words.folds[i + 1], ""
    for j in range(i - 1, max(-1, i - 1 - LONGEST_OFFICE), -1):
        if not words.texts[j][0].isalnum() or words.breaks[j + 1]:
            return False
        if words.folds[j] not in CONNECTORS:
            initials = words.folds[j][0] + initials
        if words.folds[j] in callings() and initials == letters:
            return True
    return False
