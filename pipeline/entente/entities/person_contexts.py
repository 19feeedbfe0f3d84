"""What the words around a name say of it: an office, an honorific, a place, a list."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Found, Labels
from entente.entities.person_names import PARTICLES
from entente.entities.vocabulary import callings, heads, people_words, plain_words
from entente.entities.words import ARTICLES, Words

REACH = 14
"""Words between an office and the name it announces: «ministre de l'Enseignement supérieur et de la Recherche …, X»."""

OF_TOWNS = frozenset({
    "maire", "mairesse", "bourgmestre", "village", "villes", "communes", "habitants", "delegation", "ville", "jumelage",
    "jumelle", "commune", "mairie", "homologue", "homologues", "elus", "eleves", "lyceens", "port",
})  # fmt: skip
"""What is of a town, before «de»."""

GIVEN_TO = frozenset({"hommage", "grace", "revient", "confie", "due", "rendu", "succede"})
"""What goes to a person, before «à»."""


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


def after_honorific(words: Words, i: int) -> bool:
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


def is_civil(words: Words, i: int) -> bool:
    """True after an honorific that may go before a lone surname: «M. X», «le roi X»."""
    before = words.folds[i - 1] if words.folds[i - 1] != "." else words.fold_at(i - 2)
    return before in people_words()["civilites"] or words.texts[i - 1] in {"Roi", "Reine", "roi", "reine"}


def locates(words: Words, i: int) -> bool:
    """True after «à», «maire de», «village de»: the model took a place for a person."""
    before = words.fold_at(i - 1)
    earlier = words.fold_at(i - 2)
    return (before == "a" and earlier not in GIVEN_TO) or (before in {"de", "d"} and earlier in OF_TOWNS)


def is_headed(words: Words, i: int) -> bool:
    """True right after the head of an institution or street: «lycée X», «prix X»."""
    before = words.fold_at(i - 1)
    if before in ARTICLES or before in {"de", "d", "du"}:
        return False
    return before in heads() and words.together(i)


def is_national(words: Words, atlas: Atlas, i: int, last: int) -> bool:
    """True at the state of «l'ambassadeur d'Espagne Pedro Sanz»: the name begins after it."""
    end = atlas.place_end(i)
    wide = any(place.kind in {"region", "department"} for place in atlas.options(i, end)) if end > i else False
    called = words.fold_at(i - 1) in {"de", "d"} and words.fold_at(i - 2) in callings()
    named = i < end < last and (atlas.country(i, end) is not None or atlas.large(i) or wide or called)
    return named and words.fold_at(i - 1) in {"de", "d", "du", "l", "la", "le", "des", "les"}


def is_apposed(words: Words, atlas: Atlas, first: int, last: int) -> bool:
    """True after a comma, for words that are neither ordinary nor places: «le maire de A, *Caitríona O'Donnell*»."""
    names = [k for k in range(first, last) if words.capitals[k]]
    plain = any(words.folds[k] in plain_words()["mots"] or words.folds[k] in heads() for k in names)
    return words.fold_at(first - 1) == "," and not plain and all(atlas.place_end(k) == k for k in names)


def is_plural(words: Words, i: int) -> bool:
    """True after «MM.», «Mmes»: a list of surnames follows."""
    return words.folds[i - 1] in {"mm", "mmes", "messieurs", "mesdames"} or words.texts[i - 1] in {"MM.", "Mmes"}


def is_named_after(words: Words, labels: Labels, i: int) -> bool:
    """True at the first word of «le Genevois Yves Dormond», where the model's person begins with the next."""
    if labels[i] == "PER" or not words.together(i + 1) or labels[i + 1] != "PER":
        return False
    return labels.spans[i + 1][0] == i + 1 and labels.end(i + 1) > i + 2


def is_listed(found: Found, i: int) -> bool:
    """True when a person's name goes just before: «X, Y et Z»."""
    words = found.words
    if words.fold_at(i - 1) not in {",", "et"} or not found.candidates:
        return False
    return any(c.type == "person" and c.last == i - 1 for c in found.candidates[-1:])
