"""Names that the model sees and no rule has read: people, bodies and places of any French text."""

from collections.abc import Iterator

from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.readings import preposition
from entente.entities.vocabulary import heads, people_words, plain_words
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import fold

PEOPLES = ("ais", "aises", "ois", "oises", "iens", "iennes", "ains", "aines", "eens", "ins", "ines", "ards", "ons")
"""Endings of the inhabitants of a town or country."""

WATERS = frozenset({"mer", "ocean", "fleuve", "riviere", "golfe", "detroit"})
"""Heads of waters, which the contract leaves out, as it does continents."""
MARKS = frozenset(',;:()«»"–—-/|•')
LABELS = frozenset({"PER", "ORG", "LOC"})
TYPES = {"PER": "person", "ORG": "organization"}


def find_leftovers(found: Found, labels: Labels) -> None:
    """Claim every span of the model whose words are all free; the scorer decides which of them stay."""
    for candidate in _readings(found.words, labels):
        if found.free(candidate.first, candidate.last):
            found.add(candidate)


def rivals(found: Found, labels: Labels) -> list[Candidate]:
    """What the model reads where a rule has claimed some of its words."""
    return [reading for reading in _readings(found.words, labels) if not found.free(reading.first, reading.last)]


def _readings(words: Words, labels: Labels) -> Iterator[Candidate]:
    """The model's spans as candidates, trimmed, without the capitalised nouns of press offices."""
    for first, last in sorted({labels.spans[i] for i in words.upper if labels[i] in LABELS}):
        label = labels[first]
        first, last = _trimmed(words, first, last)
        if first < last and not words.shouting[first] and not _common(words, first, last):
            kind = TYPES.get(label) or _kind_of_place(words, first)
            yield Candidate(first, last, kind, words.text(first, last), "leftover")


def _trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    """Without small words or marks at its ends; the head of «plateau de Millevaches» is of the name."""
    while first < last and words.folds[first] in ARTICLES | OF and not words.capitals[first]:
        first += 1
    while last > first and (words.folds[last - 1] in OF | ARTICLES or words.texts[last - 1] in MARKS):
        last -= 1
    return first, last


def _common(words: Words, first: int, last: int) -> bool:
    """True for the capitalised nouns and adjectives of press offices: «la Ville», «les Portugais», «Renseignements»."""
    if last - first > 1:
        waters = words.folds[first] in WATERS or fold(words.text(first, last)) in plain_words()["continents"]
        named = [k for k in range(first, last) if words.capitals[k] and words.folds[k] not in ARTICLES]
        alone = words.folds[first] in ARTICLES and last - first == 2 and words.folds[last - 1] in heads()
        return waters or alone or not named
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
