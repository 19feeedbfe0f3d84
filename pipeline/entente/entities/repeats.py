"""Names that come again, and names that are kept from being read."""

from dataclasses import replace

from entente.entities.candidates import Candidate, Found
from entente.entities.vocabulary import media_openings, plain_words
from entente.entities.words import split_words


def block_media(found: Found) -> None:
    """Keep newspapers and agencies from being read: a source is no entity."""
    words, media = found.words, plain_words()["medias"]
    openings = media_openings()
    articles = [i for i, word in enumerate(words.folds) if word == "l" and not words.capitals[i]]
    for i in (*words.upper, *articles):
        if words.folds[i].partition(" ")[0] not in openings:
            continue
        key = ""
        for j in range(i, min(i + 5, len(words))):
            if j > i and not words.together(j):
                break
            key = f"{key} {words.folds[j]}" if key else words.folds[j]
            alone = (
                j == i
                and (words.capital_at(i + 1) or words.fold_at(i - 1) in {"le", "la"})
                and not words.texts[i].isupper()
            )
            small = len(key) <= 4 and not words.texts[i].isupper()
            region = (
                words.folds[i] == "l"
                and words.texts[i].islower()
                and words.fold_at(i - 1) not in {"quotidien", "journal"}
            )
            if key in media and words.capitals[j] and not alone and not small and not region:
                found.block(i, j + 1)


TOWNS = frozenset({"model", "stage", "place", "masthead"})
"""Rules that find towns by what stands around them, so that other places in the text may lack it."""

TOWN_LETTERS = 5
"""Shorter names are often words or first names too."""


def find_repeats(found: Found, *, towns: bool = False) -> None:
    """Claim every other occurrence of a name that a rule was sure of once; of `towns` too, once all is claimed."""
    words = found.words
    known: dict[str, list[tuple[list[str], Candidate]]] = {}
    noted: set[tuple[tuple[str, ...], str]] = set()
    for candidate in found.candidates:
        tokens = words.texts[candidate.first : candidate.last]
        sure = candidate.rule in {"compound", "office", "defined", "acronym", "letters"} or len(tokens) > 1
        seen = (tuple(tokens), candidate.inner)
        if seen in noted:
            continue
        noted.add(seen)
        if sure and candidate.type not in {"person"} and not candidate.head and words.capitals[candidate.first]:
            known.setdefault(tokens[0], []).append((tokens, candidate))
        if towns and candidate.type == "city" and candidate.head and candidate.options:
            tokens = split_words(candidate.name).texts
            known.setdefault(tokens[0], []).append((tokens, replace(candidate, head=False)))
            continue
        town = towns and candidate.type == "city" and candidate.rule in TOWNS and len(candidate.readings) < 2
        if town and len(tokens) == 1 and len(tokens[0]) >= TOWN_LETTERS:
            known.setdefault(tokens[0], []).append((tokens, candidate))
        if candidate.inner:
            tokens = split_words(candidate.inner).texts
            known.setdefault(tokens[0], []).append((tokens, replace(candidate, inner="")))
    for i in [i for i, text in enumerate(words.texts) if text in known]:
        if found.taken[i]:
            continue
        for tokens, candidate in known[words.texts[i]]:
            last = i + len(tokens)
            beside = towns and last < len(words) and words.together(last) and words.capitals[last]
            if beside or not found.free(i, last) or words.texts[i:last] != tokens:
                continue
            if not _inside_name(found, i, last):
                found.add(replace(candidate, first=i, last=last, locative=False))
                break


def _inside_name(found: Found, first: int, last: int) -> bool:
    """True when a free capitalised word stands right before or after, so that the words are part of another name."""
    words = found.words
    before = words.together(first) and words.capitals[first - 1] and not found.taken[first - 1]
    after = last < len(words) and words.together(last) and words.capitals[last] and not found.taken[last]
    return (before and not words.opens[first - 1]) or after
