"""Names that the model sees and no rule has read: people, bodies and places of any French text."""

from collections.abc import Iterator

from entente.entities.candidates import COARSE, Candidate, Found, Labels
from entente.entities.readings import preposition
from entente.entities.vocabulary import heads, people_words, plain_words
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.demonyms import demonyms

PEOPLES = ("ais", "aises", "ois", "oises", "iens", "iennes", "ains", "aines", "eens", "ins", "ines", "ards", "ons")
"""Endings of the inhabitants of a town or country."""

LABELS = frozenset({"PER", "ORG", "LOC"})
TYPES = {"PER": "person", "ORG": "organization"}


def find_leftovers(found: Found, labels: Labels) -> None:
    """Claim every span of the model whose words are all free; the scorer decides which of them stay."""
    for candidate in _readings(found.words, labels):
        if found.free(candidate.first, candidate.last):
            found.add(candidate)


def rivals(found: Found, labels: Labels) -> list[Candidate]:
    """What the model reads where a rule has claimed some of its words, or has typed them otherwise."""
    claimed = {(c.first, c.last): COARSE.get(c.type, "LOC") for c in found.candidates}
    return [
        reading
        for reading in _readings(found.words, labels)
        if not found.free(reading.first, reading.last)
        and claimed.get((reading.first, reading.last)) != COARSE.get(reading.type, "LOC")
    ]


def _readings(words: Words, labels: Labels) -> Iterator[Candidate]:
    """The model's spans as candidates, trimmed, without the capitalised nouns of press offices."""
    for first, last in sorted({labels.spans[i] for i in words.upper if labels[i] in LABELS}):
        label = labels[first]
        first, last = _trimmed(words, first, last)
        if first < last and not words.shouting[first] and not _common(words, first, last):
            kind = TYPES.get(label) or _kind_of_place(words, first)
            yield Candidate(first, last, kind, words.text(first, last), "leftover")


def _trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    """From the first capital on, without small words or marks at the end."""
    while first < last and not words.capitals[first]:
        first += 1
    while last > first and (words.folds[last - 1] in OF | ARTICLES or not words.texts[last - 1][0].isalnum()):
        last -= 1
    return first, last


def _common(words: Words, first: int, last: int) -> bool:
    """True for the capitalised nouns and adjectives of press offices: «la Ville», «les Portugais», «Renseignements»."""
    if last - first > 1:
        return all(
            words.folds[k] in plain_words()["mots"] or words.folds[k] in heads() or not words.capitals[k]
            for k in range(first, last)
        )
    word = words.folds[first]
    if word in heads() or word in plain_words()["mots"] or word in people_words()["fonctions"] or word in demonyms():
        return True
    return word.endswith(PEOPLES) and words.fold_at(first - 1) in {"les", "des", "aux", "jeune", "jeunes"}


def _kind_of_place(words: Words, first: int) -> str:
    """An unknown place is a town after «à», a region after «en», else a named place smaller than a town."""
    before, article = preposition(words, first)
    if before == "a" and not article:
        return "city"
    return "region" if before == "en" else "venue"
