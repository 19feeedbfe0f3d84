"""Bodies known by the make of their names: letters before a name, a town and a word that is none, foreign words."""

from functools import lru_cache

from entente.entities.acronyms import LONGEST, is_acronym, is_roman, shouting
from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.person_contexts import office_after, office_before
from entente.entities.readings import preposition
from entente.entities.vocabulary import body_words, callings, club_letters, people_words, plain_words
from entente.entities.words import Words, scan


def find_lettered(found: Found, atlas: Atlas) -> None:
    """Claim names that capital letters open: «CAE Rumilly-Alby Développement», «R.C. Saint-Joseph», «EH Bildu»."""
    scan(found.words.upper, lambda i: _claimed(found, i, _lettered(found, atlas, i), "letters"))


def _lettered(found: Found, atlas: Atlas, i: int) -> int:
    words = found.words
    text = words.texts[i]
    if not text.isupper() or found.taken[i] or i + 1 >= len(words) or text == "ONG":
        return 0
    if not 2 <= len(text.replace(".", "").replace("-", "")) <= 6 or words.folds[i] in plain_words()["mots"]:
        return 0
    if not is_acronym(words, i) or shouting(words, i) or words.folds[i] in people_words()["honorifiques"]:
        return 0
    if is_roman(text) or text in SMALL_CAPITALS or _inside_run(found, i):
        return 0
    j = i + 1
    while j < min(len(words), i + LONGEST) and words.together(j) and words.capitals[j] and words.texts[j][0].isalpha():
        if found.taken[j] or words.folds[j] in callings():
            break
        j = max(j + 1, atlas.place_end(j)) if not found.taken[j] else j
    return j if j > i + 1 and found.free(i, j) else 0


PERIODICALS = frozenset({"mag", "magazine", "infos", "info", "news", "hebdo", "actu", "actus", "presse"})
"""Last words of the names of periodicals: «Brive Mag»."""

SMALL_CAPITALS = frozenset(
    {"LE", "LA", "LES", "DE", "DU", "DES", "VAN", "BEN", "EL", "AL", "DA", "DI", "ST", "CE", "EN"}
)
"""Small words of a name or a headline in capitals: «M. LE GOFF», «LE SAVIEZ-VOUS»."""


def _inside_run(found: Found, i: int) -> bool:
    """True after an honorific, and after a free capitalised word in a sentence: «Mme DUPONT», «Claire LE BRAS»."""
    words = found.words
    if not i or not words.together(i):
        return False
    before = words.folds[i - 1]
    free = words.capitals[i - 1] and not words.opens[i - 1] and not found.taken[i - 1] and before not in callings()
    return before in people_words()["honorifiques"] or (free and words.texts[i - 1].isalpha())


def find_compounds(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim runs of capitals that are bodies by their make: a town or country and a word that is neither, in one name.

    «Sherbrooke Innopole», «Orange Madagascar», «Königin-Mathilde-Gymnasium», «X sans frontières».
    """
    scan(found.words.upper, lambda i: _claimed(found, i, _compound(found, atlas, labels, i), "compound"))


def _claimed(found: Found, i: int, last: int, rule: str) -> int:
    if last > i:
        found.add(Candidate(i, last, "organization", found.words.text(i, last), rule))
    return last


def _compound(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if found.taken[i] or not words.capitals[i] or shouting(words, i) or is_ordinary(words, i):
        return 0
    last = i + 1
    while (
        last < min(len(words), i + LONGEST) and words.together(last) and words.capitals[last] and not found.taken[last]
    ):
        brand = words.folds[last] in body_words()["marques"]
        if (is_ordinary(words, last) and not brand) or not words.texts[last][0].isalpha() or last - i > 6:
            break
        last += 1
    if words.fold_at(last) == "sans" and words.fold_at(last + 1) == "frontieres":
        return last + 2
    if any(map(_is_foreign_body, words.folds[i:last])):
        return last
    if words.folds[last - 1] in PERIODICALS or (last == i + 1 and labels[i] != "ORG"):
        return 0
    if last - i > 1 and {words.texts[i], words.texts[last - 1]} & club_letters():
        return last
    if last - i > 1 and words.folds[last - 1] in body_words()["marques"] and (labels[i] or not words.opens[i]):
        return last
    titled = words.fold_at(i - 1) in callings() or (words.fold_at(i - 1) == "," and office_before(words, i))
    if titled or office_after(words, last):
        return 0
    whole = labels.end(i)
    if labels[i] == "ORG" and whole > last and _foreign(words, i, whole) and found.free(i, whole):
        return whole
    if last - i > 1 and labels[i] == "ORG" and labels.end(i) >= last and not atlas.known(i, last):
        return last
    middle = atlas.place_end(i)
    towns = i < middle < last == atlas.place_end(middle) and middle + 1 < last
    if towns and labels[i] == "LOC" and not atlas.known(i, last) and atlas.large(i):
        return last
    if last - i != 2 or words.opens[i] or (labels[i] == "PER" and atlas.country(i + 1, last) is None):
        return 0
    before, article = preposition(words, i)
    if atlas.known(i, last) or (before in {"a", "de", "entre", "vers"} and not article) or words.fold_at(i - 1) == ".":
        return 0
    first_known, second_known = atlas.large(i), atlas.large(i + 1)
    if first_known and second_known and labels[i] == "LOC":
        return last
    return last if first_known != second_known and not (first_known and labels[i + 1] == "PER") else 0


@lru_cache(maxsize=20_000)
def _is_foreign_body(word: str) -> bool:
    """True for «Stadtwerke», «Königin-Mathilde-Gymnasium»: the end of the word says what the body is."""
    return word.split()[-1].endswith(tuple(body_words()["etrangers"]))


def _foreign(words: Words, first: int, last: int) -> bool:
    """True for capitals joined by small foreign words: «Tonbridge and Malling Twinning Association»."""
    small = [words.folds[k] for k in range(first, last) if not words.capitals[k]]
    return bool(small) and set(small) <= FOREIGN_SMALL and words.capitals[last - 1]


FOREIGN_SMALL = frozenset({"and", "of", "the", "for", "und", "fur", "y", "e", "di", "del", "van", "voor", "in"})
"""Small words inside foreign names of bodies."""


def is_ordinary(words: Words, i: int) -> bool:
    """True for offices, honorifics and words that are no name."""
    word = words.folds[i]
    return word in callings() or word in plain_words()["mots"]
