"""Bodies that the words around them tell: an office, an apposition, a list; and what the model calls ORG."""

from entente.entities.acronyms import LONGEST
from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.compounds import is_ordinary
from entente.entities.readings import preposition
from entente.entities.vocabulary import body_words, people_words, plain_words
from entente.entities.words import ARTICLES, OF, Words, scan


def find_employers(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the unknown names that only an office tells to be bodies: «co-fondatrice de Solarvie», «chez Solarvie»."""
    words = found.words
    for i in words.upper:
        if i < 2 or words.folds[i - 1] not in EMPLOYING or found.taken[i] or words.folds[i] in plain_words()["mots"]:
            continue
        before, article = preposition(words, i)
        work = before == "de" and words.fold_at(i - 2) in body_words()["employes"] and not article
        if not work and not (before == "chez" and not article):
            continue
        last = i + 1
        while (
            last < min(len(words), i + LONGEST)
            and words.together(last)
            and words.capitals[last]
            and not found.taken[last]
        ):
            if is_ordinary(words, last):
                break
            last += 1
        if atlas.place_end(i) == i and not (before == "chez" and words.folds[i].endswith("s")):
            found.add(Candidate(i, last, "organization", words.text(i, last), "office"))


EMPLOYING = frozenset({"de", "d", "chez"})
"""Words between an office and the body that it is held in."""


CHARITIES = frozenset({"association", "ong"})
"""Appositions that go with an article too: «Perche-Canada, l'association que préside X»."""


def find_announced(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim names that an apposition tells to be bodies: «X, filiale tunisienne de …»."""
    words, appositions = found.words, body_words()["appositions"]
    for i, word in enumerate(words.folds):
        if word not in appositions or not 1 < i < len(words) - 1 or words.capitals[i]:
            continue
        comma = i - 1 - (words.folds[i - 1] in ARTICLES | {"une", "un"})
        if words.texts[comma] != "," or labels[comma - 1] == "PER":
            continue
        first = comma
        while (
            first > max(0, i - LONGEST)
            and words.capitals[first - 1]
            and not found.taken[first - 1]
            and words.together(first)
        ):
            first -= 1
        doubtful = {labels[k] for k in range(first, comma)} & {"PER", "LOC"} or word not in CHARITIES
        place = comma < i - 1 and (atlas.known(first, comma) or words.opens[first] or bool(doubtful))
        if first < comma and not is_ordinary(words, first) and not words.shouting[first] and not place:
            found.add(Candidate(first, comma, "organization", words.text(first, comma), "office"))


def find_listed(found: Found) -> None:
    """Claim the names in «les groupes X et Y», «les entreprises X, Y et Z»."""
    words, plurals = found.words, body_words()["pluriels"]
    for i, word in enumerate(words.folds):
        if word not in plurals:
            continue
        j = i + 1
        while j < len(words) and words.together(j) and words.capitals[j] and not found.taken[j]:
            last = j + 1
            while (
                last < min(len(words), i + LONGEST)
                and words.together(last)
                and words.capitals[last]
                and not found.taken[last]
            ):
                last += 1
            found.add(Candidate(j, last, "organization", words.text(j, last), "office"))
            j = last + 1 if words.fold_at(last) in {",", "et"} else len(words)


def find_model_bodies(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim what the model calls an organization and no rule has read otherwise."""
    organizations = (i for i in found.words.upper if labels[i] == "ORG")
    scan(organizations, lambda i: _model_body(found, atlas, labels, i))


def _model_body(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if found.taken[i]:
        return i
    last = i
    while last < len(words) and labels[last] == "ORG" and not found.taken[last] and (last == i or words.together(last)):
        last += 1
    whole = last
    while last > i and not words.capitals[last - 1]:
        last -= 1
    cut = whole > last and last - i == 1
    if words.folds[i] in body_words()["assemblees"] and whole - i > 2 and not words.opens[i]:
        last, cut = whole, False
        while words.folds[last - 1] in OF | ARTICLES:
            last -= 1
    person = (words.fold_at(i - 1) in {"(", "/"} and last - i == 1) or _portfolio(words, i)
    rest = next((k for k in range(i + 1, last) if words.capitals[k]), last)
    if (
        words.folds[i] in plain_words()["mots"]
        and words.folds[i] not in body_words()["assemblees"]
        and atlas.known(rest, last)
    ):
        cut = True
    if last > i and not cut and not person and _body(words, i, last) and not atlas.known(i, last):
        found.add(Candidate(i, last, "organization", words.text(i, last), "model"))
    return last


CHARGED = frozenset({"charge", "chargee", "deleguee", "delegue"})


def _portfolio(words: Words, i: int) -> bool:
    """True after «ministre des», «adjointe à la»: the words say what the office is for."""
    j = i - 1
    while j > 0 and words.together(j + 1) and words.folds[j] in ARTICLES | OF | {"a", "au", "aux"}:
        j -= 1
    return words.fold_at(j) in people_words()["fonctions"] or words.fold_at(j) in CHARGED


def _body(words: Words, first: int, last: int) -> bool:
    """True unless it is made of ordinary words, or is one capitalised word at the start of a sentence."""
    plain, offices = plain_words()["mots"], people_words()["fonctions"]
    proper = [
        j for j in range(first, last)
        if words.capitals[j] and words.folds[j] not in plain and words.folds[j] not in offices
        and words.folds[j] not in OF and words.folds[j] not in people_words()["honorifiques"]
        and words.folds[j] not in {"son", "sa", "ses"}
    ]  # fmt: skip
    if words.folds[first] in body_words()["assemblees"] and last - first > 2 and not words.opens[first]:
        return True
    if not proper or words.folds[first] in offices:
        return False
    if last - first == 1:
        if words.fold_at(first - 1) in {"les", "des", "aux"} and words.folds[first].endswith("s"):
            return False
        before, article = preposition(words, first)
        return not words.opens[first] and before != "a" and not (article and not words.repeated(first))
    return True
