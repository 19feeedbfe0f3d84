"""Names of people: after an honorific or an office, before an office, in brackets, in lists, or by the model."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.person_contexts import (
    after_honorific,
    is_apposed,
    is_civil,
    is_headed,
    is_listed,
    is_named_after,
    is_national,
    is_plural,
    locates,
    office_after,
    office_before,
)
from entente.entities.person_names import LONGEST, is_name, name_end
from entente.entities.vocabulary import callings, people_words
from entente.entities.words import ARTICLES, scan


def find_people(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the names of people, left to right; then those that stand before one in a list."""
    scan(found.words.upper, lambda i: _person_at(found, atlas, labels, i))
    for person in [candidate for candidate in found.candidates if candidate.type == "person"]:
        _listed_before(found, atlas, labels, person)


def _person_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if found.taken[i] or words.shouting[i] or not is_name(words, i, labels):
        return i
    if words.folds[i] in ARTICLES and words.opens[i] and (labels[i] != "PER" or words.texts[i + 1 : i + 2] == []):
        return i
    if words.fold_at(i - 1) in ARTICLES and is_named_after(words, labels, i):
        return i
    honorific = after_honorific(words, i)
    last = name_end(found, atlas, labels, i, polite=honorific)
    if last == i:
        return i
    count = sum(words.capitals[k] for k in range(i, last))
    if honorific and (count > 1 or is_civil(words, i)):
        return _claim(found, i, last, "plural" if is_plural(words, i) else "honorific")
    if count == 1 and is_listed(found, i) and found.candidates[-1].rule == "plural":
        return _claim(found, i, last, "plural")
    if count < 2:
        return _spouse(found, labels, i, last)
    if _names_a_body(found, atlas, i, last) or words.text(i, last) in found.names:
        return i
    if not honorific and is_national(words, atlas, i, last):
        return i
    if count > 2 and words.fold_at(i - 1) in {"de", "d"} and words.fold_at(i - 2) in HEADS_OF_TOWNS:
        found.add(Candidate(i, i + 1, "city", words.texts[i], "model", readings=("city",)))
        return i + 1
    place = atlas.known(i, last)
    model = labels[i] == "PER" or labels[last - 1] == "PER"
    if place and not (model and office_after(words, last)):
        return last
    if office_after(words, last) or (
        (labels[i] != "ORG" or is_apposed(words, atlas, i, last)) and office_before(words, i)
    ):
        return _claim(found, i, last, "office")
    if model and locates(words, i):
        found.add(Candidate(i, last, "city", words.text(i, last), "model", locative=True, readings=("city",)))
        return last
    if model and not is_headed(words, i) and words.text(i, last) not in labels.bodies:
        return _claim(found, i, last, "model")
    if labels[i] in {"", "MISC", "LOC"} and is_listed(found, i) and not place and atlas.place_end(i) == i:
        return _claim(found, i, last, "list")
    return i


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
    while first > max(0, last - LONGEST) and is_name(words, first - 1, labels) and not found.taken[first - 1]:
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


def _claim(found: Found, first: int, last: int, rule: str) -> int:
    found.add(Candidate(first, last, "person", found.words.text(first, last), rule))
    return last
