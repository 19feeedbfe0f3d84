"""Where the name of a person begins and ends: capitals, particles, numerals, first names that are words too."""

import re
from functools import lru_cache

from spacy.lang.fr.stop_words import STOP_WORDS

from entente.entities.atlas import Atlas
from entente.entities.candidates import Found, Labels
from entente.entities.vocabulary import callings, people_words, plain_words
from entente.entities.words import ARTICLES, Words

LONGEST = 6
"""Most capitalised words in one name: «Alberto Emilio Despradel Cabral» has four."""

CALLINGS_AND_NAMES = frozenset({"pape", "reine", "sultan", "emir", "juste", "cadre", "prince", "jeune"})
"""Words for an office or rank that are first names too: «Pape Seck», «Reine Kouassi»."""

JOINED = re.compile(r"(?:el|al|ad|as|ash|ech|es|ez|ben|bin|ibn|ould|van|de|abu|bou)-[A-ZÀ-Ý]")
"""A particle that a hyphen joins to the name: «Abd el-Kader», «Ridouani el-Khattabi»."""

PARTICLES = frozenset({"de", "d", "du", "la"})
"""Small words between «Mme» and a name: «Mme de La Tour»."""


def name_end(found: Found, atlas: Atlas, labels: Labels, i: int, *, polite: bool) -> int:
    """Where the name that begins at `i` ends, particles inside it included: «Olfa Ben Ouda», «Samuel de Champlain»."""
    words, particles = found.words, people_words()["particules"]
    j = end = i
    count = 0
    while j < len(words) and count < LONGEST and (j == i or words.together(j)) and not found.taken[j]:
        if is_name(words, j, labels) or (j > i and (roman(words.texts[j]) or JOINED.match(words.texts[j]))):
            count += 1
            j = end = j + 1
        elif j > i and words.folds[j] in particles and words.folds[j] not in {"y"}:
            k = j + 1
            while k < len(words) and k < j + 3 and words.folds[k] in particles and not words.capitals[k]:
                k += 1
            if not (k < len(words) and words.together(k) and is_name(words, k, labels)) or words.texts[j][0].isupper():
                break
            french = words.folds[j] in {"de", "du", "des", "d", "la", "le"}
            if words.folds[j] == "du" and not polite:
                break
            whole = labels[k] == "PER" and labels.spans[k] == labels.spans[j - 1]
            if french and not whole and (atlas.place_end(k) > k or not polite):
                break
            j = k
        else:
            break
    return end


def is_name(words: Words, j: int, labels: Labels) -> bool:
    """True for a capitalised word that may be part of a person's name."""
    word, text = words.folds[j], words.texts[j]
    if not words.capitals[j] or not _is_lettered(text) or (word in callings() and not _is_first_name(words, j)):
        return False
    if words.opens[j] and word in STOP_WORDS and word not in ARTICLES:
        return False
    return word not in plain_words()["mots"] or (labels[j] == "PER" and _beside_name(words, labels, j))


def _is_first_name(words: Words, j: int) -> bool:
    """True for «Pape» in «Pape Seck»: no article before, a name after."""
    alone = words.fold_at(j - 1) not in ARTICLES | PARTICLES | people_words()["honorifiques"]
    return words.folds[j] in CALLINGS_AND_NAMES and alone and words.capital_at(j + 1) and words.together(j + 1)


@lru_cache(maxsize=20_000)
def _is_lettered(text: str) -> bool:
    """True for a word without figures that is not elided."""
    return text[0].isalpha() and not any(c.isdigit() for c in text) and not text.endswith(("'", "’"))


def _beside_name(words: Words, labels: Labels, j: int) -> bool:
    """True when the model reads the ordinary word together with a name: «Toussaint Dossou», «de La Tour»."""
    first, last = labels.spans[j]
    plain = plain_words()["mots"]
    return any(
        k != j and words.capitals[k] and words.folds[k] not in plain and not roman(words.texts[k])
        for k in range(first, last)
    )


def roman(text: str) -> bool:
    """True for the numeral of a sovereign."""
    return text in {"Ier", "II", "III", "IV", "V", "VI", "VII", "VIII"}
