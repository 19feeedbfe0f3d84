"""Where the name that a head opens comes to its end."""

import re

from entente.entities.atlas import Atlas
from entente.entities.networks import network_at
from entente.entities.vocabulary import Head, head_at, is_adjective, people_words, plain_words, region_of
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.demonyms import demonyms

MAX_WORDS = 22
"""Longest name, in words: «Office de secours et de travaux des Nations unies pour les réfugiés …» has 17."""


STOP_DETERMINERS = frozenset(
    [
        "notre",
        "nos",
        "votre",
        "vos",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cet",
        "cette",
        "ces",
        "deux",
        "trois",
        "quatre",
        "plusieurs",
        "chaque",
        "tous",
        "toutes",
        "tout",
        "toute",
        "quelques",
        "un",
        "une",
        "mon",
        "ma",
        "mes",
        "autres",
        "leurs",
        "son",
        "qui",
        "que",
        "dont",
        "ou",
        "nombreux",
        "nombreuses",
    ]
)
"""Words after «de» that show that no name goes on."""


BEFORE_NOUNS = frozenset(
    {"anciens", "anciennes", "jeunes", "petits", "petites", "grands", "grandes", "hautes", "hauts"}
)
"""Adjectives that stand before their noun: «École des hautes études»."""


HALF_CAPITAL = re.compile(r"[a-zà-ÿ]+-[A-ZÀ-Ý]")
"""A small word that a hyphen joins to a name: «Nord vaudois-Kikwit»."""

UNITS = frozenset(
    {
        "euros",
        "euro",
        "francs",
        "dollars",
        "millions",
        "million",
        "milliers",
        "milliards",
        "roupies",
        "dirhams",
        "%",
        "€",
        "$",
        "m€",
        "k€",
    }
)
"""Words after a figure that make it a sum: «l'Agence de l'eau Rhône Méditerranée Corse 90 000 euros»."""


def is_sum(words: Words, j: int) -> bool:
    """True for a figure that another figure or a unit follows, so that it is no part of a name."""
    after = words.fold_at(j + 1)
    decimal = after in {",", "."} and words.fold_at(j + 2).isdigit()
    return after.isdigit() or after in UNITS or decimal


def extend_name(words: Words, atlas: Atlas, j: int, head: Head, *, titled: bool) -> int:
    """Where the name ends whose head ends at `j`."""
    start = end = j
    nouns, honorifics = plain_words()["noms"], people_words()["honorifiques"]
    offices = people_words()["fonctions"]
    placed = False
    while words.together(j) and j - start < MAX_WORDS:
        text, word = words.texts[j], words.folds[j]
        if words.capitals[j] or (j == end > start and HALF_CAPITAL.match(text)):
            if word in honorifics or (word in offices and word not in nouns):
                break
            place, network = atlas.place_end(j), network_at(words, j)
            placed = place > j or network is not None
            j = end = max(place, j + 1, network[0] if network else j)
        elif word.isdigit() and len(word) <= 2 and end == j and placed and not is_sum(words, j):
            j = end = j + 1
        elif text == "," and titled and not placed and words.fold_at(j + 1) in OF:
            step = _complement(words, j + 1, start, head, titled=titled, placed=placed)
            if step == j + 1 or words.folds[step] not in nouns:
                break
            j = end = step + 1
        elif text == "&" and words.capital_at(j + 1):
            j += 1
        elif text == "(" and words.capital_at(j + 1) and words.fold_at(j + 2) == ")" and words.capital_at(j + 3):
            if not words.together(j + 3) or not words.texts[j + 1].isupper():
                break
            j += 3
        elif word in OF or word in {"a", "au", "aux", "pour", "contre", "en", "dans", "avec"}:
            step = _complement(words, j, start, head, titled=titled, placed=placed)
            if step == j:
                break
            if words.capitals[step]:
                place, network = atlas.place_end(step), network_at(words, step)
                placed = place > step or network is not None
                j = end = max(place, step + 1, network[0] if network else step)
            else:
                j = end = step + 1
        elif word == "et" and titled:
            step = _conjunct(words, atlas, j, head, placed=placed)
            if step == j:
                break
            j = step
            if words.folds[j] not in OF and words.folds[j] not in {"a", "aux", "au"}:
                j = end = step + 1
        elif is_adjective(word) or word in demonyms() or region_of(word):
            j += 1
            if titled:
                end = j
        else:
            break
    return end


HELPS = frozenset({"appui", "aide", "soutien", "accompagnement", "assistance", "secours", "service", "services"})
"""Nouns that «aux» goes on with: «Fonds d'appui aux collectivités»."""


def _complement(words: Words, j: int, start: int, head: Head, *, titled: bool, placed: bool) -> int:
    """The noun or name that a preposition at `j` brings into the title, or `j` when the title ends before it."""
    word = words.folds[j]
    k = j + 1
    if word == "en" and words.fold_at(k) == "faveur":
        k += 2
    article = words.fold_at(k) in ARTICLES and not words.capital_at(k)
    k += article
    if not words.together(k) or k >= len(words) or not words.texts[k][0].isalpha():
        return j
    noun = words.folds[k]
    if words.capitals[k] and head.subtype == "embassy" and word in {"en", "au", "aux", "a", "dans"}:
        return k
    if words.capitals[k]:
        if word in {"a", "au", "aux", "avec"} and not (head.subtype == "ministry" and article and j == start):
            return j
        if word == "dans" and not (article and head.subtype in {"embassy", "agency"}):
            return j
        if word == "en" and k == j + 1 and noun not in plain_words()["mots"]:
            return j
        return j if noun in people_words()["honorifiques"] else k
    nouns = plain_words()["noms"]
    if word == "en" and titled and not placed and j > start and noun in nouns:
        return k
    if not titled or (placed and word in OF) or word in {"en", "dans"} or noun in STOP_DETERMINERS:
        return j
    if word in {"pour", "contre", "avec"} and noun not in nouns:
        return j
    if word == "aux" and words.fold_at(j - 1) in HELPS and noun.endswith("s"):
        return k
    if word in {"a", "au", "aux"} and ((j != start and words.fold_at(j - 1) != "et") or not (article or word == "aux")):
        return j
    if noun in BEFORE_NOUNS and k + 1 < len(words) and words.together(k + 1) and words.texts[k + 1].isalpha():
        return k + 1
    infinitive = noun.endswith(("er", "ir", "oir", "dre", "tre")) and not article and word in {"de", "d"}
    return j if infinitive and noun not in nouns else k


def _conjunct(words: Words, atlas: Atlas, j: int, head: Head, *, placed: bool) -> int:
    """Past an «et» that goes on with the title («commerce et d'industrie»), or `j` when it joins two names."""
    k = j + 1
    if not words.together(k):
        return j
    nouns = plain_words()["noms"]
    if words.folds[k] in OF or words.folds[k] in {"aux", "a", "au"}:
        noun = k + 1 + (words.fold_at(k + 1) in ARTICLES)
        if noun >= len(words) or (head_at(words, noun) and words.folds[noun] not in nouns):
            return j
        if len(words.texts[noun]) > 2 and words.texts[noun].isupper():
            return j
        if placed or (words.capitals[noun] and atlas.place_end(noun) > noun and words.folds[noun] not in nouns):
            return j
        return k
    if words.folds[k] in ARTICLES and words.fold_at(k + 1) in nouns and words.capital_at(k + 1):
        return j if head.type == "intercommunality" else k + 1
    return k if words.folds[k] in nouns and not placed else j
