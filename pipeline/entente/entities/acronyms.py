"""Acronyms, alone or with the long names that they stand for."""

from functools import lru_cache

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.readings import preposition
from entente.entities.vocabulary import body_words, networks, people_words, plain_words
from entente.entities.words import ARTICLES, CONNECTORS, OF, Words

LONGEST = 14
"""Most words of a long name before its acronym."""


COMMUNITIES = frozenset({"communaute", "metropole", "eurometropole"})
"""First words of the names of communities of communes."""


def find_defined(found: Found) -> dict[int, int]:
    """Claim long names that an acronym in brackets follows or goes before, with their acronyms.

    Returns the long name's first word by the acronym's word: they are one entity.
    """
    words = found.words
    pairs: dict[int, int] = {}
    for i in words.at("("):
        if not 0 < i < len(words) - 2 or not words.together(i):
            continue
        if is_acronym(words, i + 1) and words.texts[i + 2] in {")", ",", "-", ";"}:
            first = _long_name(words, i, words.texts[i + 1])
            if first is not None and found.free(first, i) and i - first > 1:
                kind = "intercommunality" if words.folds[first] in COMMUNITIES else "organization"
                found.add(Candidate(first, i, kind, words.text(first, i), "defined"))
                found.add(Candidate(i + 1, i + 2, kind, words.text(first, i), "acronym"))
                pairs[i + 1] = first
        elif is_acronym(words, i - 1) and words.capitals[i + 1]:
            last = next((j for j in range(i + 1, min(i + LONGEST, len(words))) if words.texts[j] == ")"), i)
            initials = [words.folds[j][0] for j in range(i + 1, last) if words.folds[j] not in CONNECTORS]
            spelt = _spells("".join(initials), words.folds[i - 1])
            woven = last > i + 3 and _woven(words.folds[i - 1], "".join(words.folds[i + 1 : last]))
            if last > i + 2 and (spelt or woven) and found.free(i - 1, last):
                found.add(Candidate(i + 1, last, "organization", words.text(i + 1, last), "defined"))
                found.add(Candidate(i - 1, i, "organization", words.text(i + 1, last), "acronym"))
                pairs[i - 1] = i + 1
    return pairs


def find_bracketed(found: Found, labels: Labels) -> dict[int, int]:
    """Claim the acronyms in brackets right after a body that a head opened: «… des maires d'Haïti (FENAMH)».

    Returns the body's first word by the acronym's word.
    """
    words = found.words
    pairs: dict[int, int] = {}
    for body in list(found.candidates):
        i = body.last
        if body.type not in {"organization", "intercommunality", "venue"} or body.rule == "acronym":
            continue
        if not (i + 2 < len(words) and words.texts[i] == "(" and words.texts[i + 2] in {")", ",", "-", ";"}):
            continue
        short = words.texts[i + 1]
        camel = short[:1].islower() and short[1:] != short[1:].lower() and short.isalpha()
        if found.taken[i + 1] or not (words.capitals[i + 1] or camel) or len(short) > 14 or labels[i + 1] == "PER":
            continue
        if (
            is_acronym(words, i + 1)
            or camel
            or labels[i + 1] == "ORG"
            or _woven(words.folds[i + 1], "".join(words.folds[body.first : body.last]))
        ):
            found.add(Candidate(i + 1, i + 2, body.type, body.name, "acronym", subtype=body.subtype))
            pairs[i + 1] = body.first
    return pairs


def _woven(short: str, name: str) -> bool:
    """True when the letters of a short form come in the name in their order: «Feicom»."""
    letters = iter(name)
    return all(letter in letters for letter in short) and short[:1] == name[:1]


def is_acronym(words: Words, i: int) -> bool:
    """True for «AFD», «SS2i», «Feicom» not; «U.E.» is one."""
    return _has_letters(words.texts[i])


@lru_cache(maxsize=20_000)
def _has_letters(text: str) -> bool:
    """The same of the word itself, worked out once for each."""
    capitals = sum(c.isupper() for c in text)
    if text[1:].islower() or len(text) > 14:
        return False
    letters = text.replace(".", "").split("-")[0]
    loud = sum(c.isupper() for c in letters)
    return capitals >= 2 and letters.isalnum() and loud * 2 >= len(letters)


def is_camel(text: str) -> bool:
    """True for names with a capital inside: «BioWin», «UCLouvain»; not for «McGuigan»."""
    inner = any(c.isupper() for c in text[2:])
    return (
        inner and any(c.islower() for c in text) and text.isalpha() and not text.startswith(("Mc", "Mac", "De", "Le"))
    )


def _long_name(words: Words, end: int, acronym: str) -> int | None:
    """First word of the name before `end` whose initials spell the acronym; None when there is none."""
    letters = "".join(c for c in acronym.casefold() if c.isalnum())
    initials = ""
    for j in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if words.texts[j] == ",":
            continue
        if not words.texts[j][0].isalnum() or words.breaks[j + 1]:
            return None
        if words.folds[j] not in CONNECTORS:
            initials = words.folds[j][0] + initials
        opening = words.capitals[j] and not words.texts[j].endswith(("'", "’")) and words.folds[j] not in ARTICLES
        if opening and words.folds[j][0] == letters[0] and _spells(initials, letters):
            return j
    return None


def _spells(initials: str, acronym: str) -> bool:
    """True when the acronym's letters come in the initials' order, most of them used: AFD, «a f d»."""
    letters = [c for c in acronym.casefold() if c.isalpha()]
    position = matched = 0
    for letter in letters:
        at = initials.find(letter, position)
        if at >= 0:
            matched, position = matched + 1, at + 1
    return matched >= 2 and matched >= 0.7 * len(letters) and initials[:1] == letters[0]


def find_acronyms(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim bare acronyms that an article or the model marks as a body: «l'AFIDESA», «la CCPBS»."""
    words = found.words
    for i in words.upper:
        if found.taken[i] or len(words.texts[i]) < 3 or not _lettered_word(words, i):
            continue
        if words.folds[i] in plain_words()["mots"] or words.texts[i][0].isdigit() or is_roman(words.texts[i]):
            continue
        if shouting(words, i) or words.folds[i] in people_words()["honorifiques"] or _decides(words, i):
            continue
        if _is_project(words, i) or (labels[i] == "ORG" and labels.spans[i][0] < i and found.free(*labels.spans[i])):
            continue
        before, article = preposition(words, i)
        if atlas.known(i, i + 1) and not (article and _town_only(atlas, i)):
            continue
        bracketed = words.fold_at(i - 1) == "(" and words.fold_at(i + 1) == ")"
        person = bracketed and any(c.last == i - 1 and c.type == "person" for c in found.candidates)
        if bracketed and (person or not any(c.last == i - 1 and c.type == "organization" for c in found.candidates)):
            continue
        camel = is_camel(words.texts[i]) and labels[i] != "PER" and not words.capital_at(i - 1)
        loud = camel or (labels[i] in {"LOC", "MISC"} and len(words.texts[i]) >= 4 and words.texts[i].isupper())
        if article or loud or labels[i] == "ORG" or before in {"a", "de", "avec", "par", "et"}:
            community = words.texts[i].startswith("CC") and len(words.texts[i]) > 3 and words.texts[i] != "CCIR"
            kind = "intercommunality" if community else "organization"
            last = _of_place(found, atlas, i + 1)
            found.add(Candidate(i, last, kind, words.text(i, last), "acronym"))


def _lettered_word(words: Words, i: int) -> bool:
    text = words.texts[i]
    return text[0].isupper() and not text[1:].islower() and (is_acronym(words, i) or is_camel(text))


def _is_project(words: Words, i: int) -> bool:
    """True after «le projet», «la loi», «le programme»: the letters name no body."""
    before = words.fold_at(i - 1)
    return (before if before not in ARTICLES else words.fold_at(i - 2)) in body_words()["projets"]


def _decides(words: Words, i: int) -> bool:
    """True for the verb in capitals that opens an article of a decision: «APPROUVE les termes»."""
    return words.breaks[i] and words.texts[i].isalpha() and words.together(i + 1) and words.fold_at(i + 1) in OBJECTS


OBJECTS = ARTICLES | {
    "m",
    "monsieur",
    "madame",
    "mme",
    "que",
    "qu",
    "un",
    "une",
    "des",
    "aux",
    "au",
    "ce",
    "cette",
    "ces",
    "son",
    "sa",
}


def _town_only(atlas: Atlas, i: int) -> bool:
    """True when a word names only towns, which take no article: «l'UTICA» is none of them."""
    return atlas.country(i, i + 1) is None and all(place.kind == "city" for place in atlas.options(i, i + 1))


def _of_place(found: Found, atlas: Atlas, j: int) -> int:
    """Past the place that belongs to an acronym at `j`: «CIUSSS de l'Estrie», «CCAS de Caen»."""
    words = found.words
    if words.together(j) and words.texts[j].isdigit() and len(words.texts[j]) <= 2:
        return j + 1
    if not words.together(j) or words.fold_at(j) not in OF:
        return j
    k = j + 1 + (words.fold_at(j + 1) in ARTICLES)
    if words.capital_at(k) and words.together(k) and not found.taken[k] and words.fold_at(j - 1) not in networks():
        return max(atlas.place_end(k), k + 1)
    return j


def shouting(words: Words, i: int) -> bool:
    """True where a word on either side or the whole line is in capitals too."""
    return (
        words.shouting[i]
        or (i > 0 and not words.breaks[i] and _is_loud(words.texts[i - 1]))
        or (words.together(i + 1) and _is_loud(words.texts[i + 1]))
    )


def _is_loud(text: str) -> bool:
    return text.isupper() and len(text) > 3 and text.isalpha()


def is_roman(text: str) -> bool:
    """True for Roman numerals, ordinals included: «XVIIe», «VI»."""
    return text.rstrip("e").strip("IVXLCM") == "" or text.rstrip("ème").strip("IVXLCM") == ""
