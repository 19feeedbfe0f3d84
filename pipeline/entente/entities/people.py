"""Names of people: after an honorific or an office, before an office, in brackets, in lists, or by the model."""

import re
from functools import lru_cache

from spacy.lang.fr.stop_words import STOP_WORDS

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.vocabulary import callings, heads, people_words, plain_words
from entente.entities.words import ARTICLES, Words, scan

LONGEST = 6
"""Most capitalised words in one name: «Alberto Emilio Despradel Cabral» has four."""

REACH = 14
"""Words between an office and the name it announces: «ministre de l'Enseignement supérieur et de la Recherche …, X»."""


def find_people(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the names of people, left to right; then those that stand before one in a list."""
    scan(found.words.upper, lambda i: _person_at(found, atlas, labels, i))
    for person in [candidate for candidate in found.candidates if candidate.type == "person"]:
        _listed_before(found, atlas, labels, person)


def _person_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if found.taken[i] or words.shouting[i] or not _is_name(words, i, labels):
        return i
    if words.folds[i] in ARTICLES and words.opens[i] and (labels[i] != "PER" or words.texts[i + 1 : i + 2] == []):
        return i
    if words.fold_at(i - 1) in ARTICLES and _named_after(words, labels, i):
        return i
    honorific = _after_honorific(words, i)
    last = name_end(found, atlas, labels, i, polite=honorific)
    if last == i:
        return i
    count = sum(words.capitals[k] for k in range(i, last))
    if honorific and (count > 1 or _civil(words, i)):
        return _claim(found, i, last, "plural" if _plural(words, i) else "honorific")
    if count == 1 and _in_list(found, i) and found.candidates[-1].rule == "plural":
        return _claim(found, i, last, "plural")
    if count < 2:
        return _spouse(found, labels, i, last)
    if _names_a_body(found, atlas, i, last) or words.text(i, last) in found.names:
        return i
    if not honorific and _national(words, atlas, i, last):
        return i
    if count > 2 and words.fold_at(i - 1) in {"de", "d"} and words.fold_at(i - 2) in HEADS_OF_TOWNS:
        found.add(Candidate(i, i + 1, "city", words.texts[i], "model", readings=("city",)))
        return i + 1
    place = atlas.known(i, last)
    model = labels[i] == "PER" or labels[last - 1] == "PER"
    if place and not (model and office_after(words, last)):
        return last
    if office_after(words, last) or (
        (labels[i] != "ORG" or _apposed(words, atlas, i, last)) and office_before(words, i)
    ):
        return _claim(found, i, last, "office")
    if model and _locates(words, i):
        found.add(Candidate(i, last, "city", words.text(i, last), "model", locative=True, readings=("city",)))
        return last
    if model and not _headed(words, i) and words.text(i, last) not in labels.bodies:
        return _claim(found, i, last, "model")
    if labels[i] in {"", "MISC", "LOC"} and _in_list(found, i) and not place and atlas.place_end(i) == i:
        return _claim(found, i, last, "list")
    return i


def _apposed(words: Words, atlas: Atlas, first: int, last: int) -> bool:
    """True after a comma, for words that are neither ordinary nor places: «le maire de A, *Caitríona O'Donnell*»."""
    names = [k for k in range(first, last) if words.capitals[k]]
    plain = any(words.folds[k] in plain_words()["mots"] or words.folds[k] in heads() for k in names)
    return words.fold_at(first - 1) == "," and not plain and all(atlas.place_end(k) == k for k in names)


HEADS_OF_TOWNS = frozenset(
    {"maire", "mairesse", "bourgmestre", "homologue", "syndic", "syndique", "echevin", "echevine"}
)
"""Offices of which nobody has a person: «son homologue de Schwandorf Andreas Feller» names a town first."""


def _listed_before(found: Found, atlas: Atlas, labels: Labels, person: Candidate) -> None:
    """Claim «Phouvong Inthara» in «Phouvong Inthara et Mme Souk»: two free names right before a person of a list."""
    words, last = found.words, person.first - 1
    if last >= 0 and words.folds[last] in people_words()["honorifiques"]:
        last -= 1
    if words.fold_at(last) != "et" or not words.together(person.first):
        return
    first = last
    while first > max(0, last - LONGEST) and _is_name(words, first - 1, labels) and not found.taken[first - 1]:
        first -= 1
        if words.breaks[first]:
            break
    alone = first == 0 or words.breaks[first] or not words.capitals[first - 1]
    named = {labels[k] for k in range(first, last)} <= {"", "PER", "LOC", "MISC"}
    if last - first >= 2 and alone and named and all(atlas.place_end(k) == k for k in range(first, last)):
        _claim(found, first, last, "list")


def find_surnames(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the surnames alone of people named in full: «la ministre Biron», «Malvy a rappelé»."""
    words = found.words
    surnames = {words.texts[c.last - 1] for c in found.candidates if c.type == "person" and c.last - c.first > 1}
    for i, text in enumerate(words.texts):
        if text not in surnames or found.taken[i] or words.shouting[i] or len(words.texts[i]) < 3:
            continue
        called = words.fold_at(i - 1) in callings()
        beside = words.together(i + 1) and words.capitals[i + 1] and not found.taken[i + 1]
        placed = words.fold_at(i - 1) in {"a", "de", "d", "en"} and labels[i] != "PER"
        if called or not (beside or placed or atlas.large(i)):
            found.add(Candidate(i, i + 1, "person", words.texts[i], "surname"))


def _named_after(words: Words, labels: Labels, i: int) -> bool:
    """True at the first word of «le Genevois Yves Dormond», where the model's person begins with the next."""
    if labels[i] == "PER" or not words.together(i + 1) or labels[i + 1] != "PER":
        return False
    return labels.spans[i + 1][0] == i + 1 and labels.end(i + 1) > i + 2


def _plural(words: Words, i: int) -> bool:
    return words.folds[i - 1] in {"mm", "mmes", "messieurs", "mesdames"} or words.texts[i - 1] in {"MM.", "Mmes"}


def _spouse(found: Found, labels: Labels, i: int, last: int) -> int:
    """«Auguste et Marie-Thérèse Cornée»: a first name alone shares the surname of the next."""
    words = found.words
    alone = words.fold_at(i - 1) not in {"de", "d", "du"} and not words.capital_at(i - 1)
    if labels[i] != "PER" or not alone or words.fold_at(last) != "et" or not words.together(last):
        return i
    if words.text(i, last) in found.names:
        return i
    k = last + 1
    if not (k + 1 < len(words) and labels[k] == "PER" and labels[k + 1] == "PER" and words.capitals[k + 1]):
        return i
    end = k
    while end < len(words) and words.together(end) and words.capitals[end] and labels[end] == "PER":
        end += 1
    name = f"{words.text(i, last)} {words.text(k + 1, end)}"
    found.add(Candidate(i, last, "person", name, "list"))
    return last


def _names_a_body(found: Found, atlas: Atlas, i: int, last: int) -> bool:
    """True for «Orange Madagascar», where a country ends the name, and for «Königin-Mathilde-Gymnasium»."""
    words = found.words
    return atlas.country(last - 1, last) is not None and words.folds[last - 1] not in FIRST_NAMES


FIRST_NAMES = frozenset({"maurice", "dominique", "jordanie", "cuba", "malte", "israel", "france", "chili", "jordan"})
"""Countries that are also names of people."""


def _national(words: Words, atlas: Atlas, i: int, last: int) -> bool:
    """True at the state of «l'ambassadeur d'Espagne Pedro Sanz»: the name begins after it."""
    end = atlas.place_end(i)
    wide = any(place.kind in {"region", "department"} for place in atlas.options(i, end)) if end > i else False
    called = words.fold_at(i - 1) in {"de", "d"} and words.fold_at(i - 2) in callings()
    named = i < end < last and (atlas.country(i, end) is not None or atlas.large(i) or wide or called)
    return named and words.fold_at(i - 1) in {"de", "d", "du", "l", "la", "le", "des", "les"}


def _claim(found: Found, first: int, last: int, rule: str) -> int:
    found.add(Candidate(first, last, "person", found.words.text(first, last), rule))
    return last


def _is_name(words: Words, j: int, labels: Labels) -> bool:
    """True for a capitalised word that may be part of a person's name."""
    word, text = words.folds[j], words.texts[j]
    if not words.capitals[j] or not _is_lettered(text) or (word in callings() and not _is_first_name(words, j)):
        return False
    if words.opens[j] and word in STOP_WORDS and word not in ARTICLES:
        return False
    return word not in plain_words()["mots"] or (labels[j] == "PER" and _beside_name(words, labels, j))


CALLINGS_AND_NAMES = frozenset({"pape", "reine", "sultan", "emir", "juste", "cadre", "prince", "jeune"})
"""Words for an office or rank that are first names too: «Pape Seck», «Reine Kouassi»."""


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
        k != j and words.capitals[k] and words.folds[k] not in plain and not _roman(words.texts[k])
        for k in range(first, last)
    )


def name_end(found: Found, atlas: Atlas, labels: Labels, i: int, *, polite: bool) -> int:
    """Where the name that begins at `i` ends, particles inside it included: «Olfa Ben Ouda», «Samuel de Champlain»."""
    words, particles = found.words, people_words()["particules"]
    j = end = i
    count = 0
    while j < len(words) and count < LONGEST and (j == i or words.together(j)) and not found.taken[j]:
        if _is_name(words, j, labels) or (j > i and (_roman(words.texts[j]) or JOINED.match(words.texts[j]))):
            count += 1
            j = end = j + 1
        elif j > i and words.folds[j] in particles and words.folds[j] not in {"y"}:
            k = j + 1
            while k < len(words) and k < j + 3 and words.folds[k] in particles and not words.capitals[k]:
                k += 1
            if not (k < len(words) and words.together(k) and _is_name(words, k, labels)) or words.texts[j][0].isupper():
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


JOINED = re.compile(r"(?:el|al|ad|as|ash|ech|es|ez|ben|bin|ibn|ould|van|de|abu|bou)-[A-ZÀ-Ý]")
"""A particle that a hyphen joins to the name: «Abd el-Kader», «Ridouani el-Khattabi»."""


def _roman(text: str) -> bool:
    return text in {"Ier", "II", "III", "IV", "V", "VI", "VII", "VIII"}


PARTICLES = frozenset({"de", "d", "du", "la"})
"""Small words between «Mme» and a name: «Mme de La Tour»."""


def _after_honorific(words: Words, i: int) -> bool:
    """True after «M.», «Mme la Maire de X, » not: only when the honorific stands right before, or before «le Roi»."""
    if not words.together(i):
        return False
    j = i - 1
    while j > max(0, i - 3) and words.folds[j] in PARTICLES and not words.capitals[j]:
        j -= 1
    before = words.folds[j]
    if before == "." and j:
        before = words.folds[j - 1]
    return before in people_words()["honorifiques"] and (len(before) > 2 or words.capitals[j])


def _civil(words: Words, i: int) -> bool:
    before = words.folds[i - 1] if words.folds[i - 1] != "." else words.fold_at(i - 2)
    return before in people_words()["civilites"] or words.texts[i - 1] in {"Roi", "Reine", "roi", "reine"}


def office_before(words: Words, i: int) -> bool:
    """True when an office stands before, at most one comma away: «le maire d'Angoulême, Xavier Bonnefont»."""
    commas, offices = 0, people_words()["fonctions"]
    for j in range(i - 1, max(-1, i - 1 - REACH), -1):
        text = words.texts[j]
        if words.folds[j] in offices:
            return True
        if text == ",":
            commas += 1
            if commas > 1 or j != i - 1:
                return False
        elif (
            text in ".;:!?()«»"
            or words.breaks[j + 1]
            or (words.folds[j] in {"et", "a", "ont", "est", "sont", "avec", "par", "que", "qui"} and j > i - 4)
        ):
            return False
    return False


def office_after(words: Words, last: int) -> bool:
    """True before «, maire de X», «(Université de X)», « : présidente», «, qui préside», « a déclaré»."""
    people = people_words()
    if not words.together(last):
        return False
    mark = words.texts[last]
    if mark == "," and words.fold_at(last + 1).isdigit() and words.fold_at(last + 2) == "ans":
        return True
    if mark in {",", "(", ":", "–", "-"}:
        for j in range(last + 1, min(last + 5, len(words))):
            if words.folds[j] in people["fonctions"]:
                return True
            if words.folds[j] in {"qui", "dont"} and mark == ",":
                return True
            if words.texts[j] in ",.;)":
                break
        return mark == "(" and words.folds[last + 1] in heads() if last + 1 < len(words) else False
    speech = people["verbes_de_parole"]
    return words.folds[last] in speech or (
        words.folds[last] in {"a", "s", "l", "est", "ont"}
        and any(words.folds[j] in speech for j in range(last + 1, min(last + 4, len(words))))
    )


def _locates(words: Words, i: int) -> bool:
    """True after «à», «maire de», «village de»: the model took a place for a person."""
    before = words.fold_at(i - 1)
    earlier = words.fold_at(i - 2)
    towns = {
        "maire",
        "mairesse",
        "bourgmestre",
        "village",
        "villes",
        "communes",
        "habitants",
        "delegation",
        "ville",
        "jumelage",
        "jumelle",
        "commune",
        "mairie",
        "homologue",
        "homologues",
        "elus",
        "eleves",
        "lyceens",
        "port",
    }
    return (before == "a" and earlier not in {"hommage", "grace", "revient", "confie", "due", "rendu", "succede"}) or (
        before in {"de", "d"} and earlier in towns
    )


def _headed(words: Words, i: int) -> bool:
    """True right after the head of an institution or street: «lycée X», «prix X»."""
    before = words.fold_at(i - 1)
    if before in ARTICLES or before in {"de", "d", "du"}:
        return False
    return before in heads() and words.together(i)


def _in_list(found: Found, i: int) -> bool:
    """True when a person's name goes just before: «X, Y et Z»."""
    words = found.words
    if words.fold_at(i - 1) not in {",", "et"} or not found.candidates:
        return False
    return any(c.type == "person" and c.last == i - 1 for c in found.candidates[-1:])
