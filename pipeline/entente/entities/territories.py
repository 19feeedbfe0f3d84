"""Territories behind a head: «la ville allemande de X», «Région X», «les villes de X et de Y»."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found
from entente.entities.extents import MAX_WORDS
from entente.entities.vocabulary import Head, is_adjective, plain_words, region_of
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import Place

SMALL_PROVINCES = frozenset({"BF", "IT", "ES", "MA", "PE", "CL", "PH", "BE"})
"""Countries where a province is the second level below the state."""


PLURALS = {
    "villes": "city", "communes": "city", "municipalites": "city", "mairies": "city", "maires": "city",
    "metropoles": "city", "villages": "city", "mairesses": "city", "bourgmestres": "city",
    "regions": "region", "provinces": "region", "departements": "department",
}  # fmt: skip
"""Plural heads that a list of territories follows: «les villes de X, Y et Z»."""


def claim_listed(found: Found, atlas: Atlas, i: int) -> int:
    """Claim the territories of «les villes de X et de Y»; returns the word after the last, `i` when there is none."""
    words, kind = found.words, PLURALS[found.words.folds[i]]
    j = end = i + 1
    while words.together(j) and j < i + MAX_WORDS:
        k, article = after_of(words, j)
        if (
            (k == j and end == i + 1)
            or (article and kind == "city")
            or not words.capital_at(k)
            or not words.together(k)
            or found.taken[k]
        ):
            break
        last = atlas.name_end(k)
        candidate = atlas.territory(k, last, kind, article=article, country=None) if last > k else None
        if candidate is None:
            break
        if candidate.type == kind or candidate.type == "country":
            candidate.strong = k > j
            found.add(candidate)
        end = last
        j = last + 1 if words.fold_at(last) in {",", "et", "ou"} else len(words)
    return end if end > i + 1 else i


def claim_territory(found: Found, atlas: Atlas, head: Head, i: int, j: int) -> int:
    """«la ville allemande de Bad Nenndorf», «Région Bretagne», «Conseil départemental de l'Essonne»."""
    words = found.words
    country = None
    while words.together(j) and not words.capitals[j] and _qualifies(words.folds[j]):
        country = demonyms().get(words.folds[j], country)
        j += 1
    k, article = after_of(words, j)
    direct = k == j
    if direct and head.type == "region" and words.capitals[i] and (region := region_of(words.fold_at(j - 1))):
        found.add(Candidate(i, j, "region", region, "head", head=True))
        return j
    if not words.together(k) or not words.capital_at(k) or found.taken[k]:
        return i
    if direct and not (words.capitals[i] or head.type == "city"):
        return i
    if direct and words.shouting[k] and not atlas.known(k, atlas.name_end(k)):
        return i
    last = atlas.name_end(k)
    if direct and head.type == "region" and (whole := _whole_region(atlas, i, last)):
        found.add(Candidate(i, last, "region", words.text(i, last), "head", options=whole, head=True))
        return last
    if words.folds[k] in plain_words()["noms"] and last == k + 1:
        return i
    if last == k or (direct and head.type == "city" and not atlas.known(k, last)):
        return i
    candidate = atlas.territory(k, last, head.type, article=article, country=country)
    if candidate is None:
        return i
    if head.type == "city" and article and (atlas.country(k, last) or not (candidate.options or words.capitals[i])):
        return i
    if words.folds[i] == "cite" and not any(place.kind == "city" for place in candidate.options):
        return i
    if words.folds[i] == "canton" and candidate.type == "region" and not candidate.options:
        found.block(i, last)
        return last
    if words.folds[i] == "province" and candidate.type == "region" and atlas.states & SMALL_PROVINCES:
        candidate.type = "department"
    if words.folds[i] == "prefecture" and any(place.country == "FR" for place in candidate.options):
        candidate = Candidate(k, last, "organization", words.text(i, last), "head", subtype="administration")
    if words.folds[i] == "prefecture" and candidate.type == "department" and not candidate.options:
        abroad = [place for place in atlas.options(k, last) if place.kind == "region"]
        candidate.type, candidate.options = ("region", abroad) if abroad else ("department", [])
    candidate.first, candidate.head = i, True
    candidate.inner = "" if direct or atlas.known(k, last) else words.text(k, last)
    candidate.locative = is_located(words, i)
    found.add(candidate)
    return last


def _qualifies(word: str) -> bool:
    """True for an adjective between a head and its name: «la ville allemande de X», «Région wallonne»."""
    return is_adjective(word) or word in demonyms() or region_of(word) is not None


def _whole_region(atlas: Atlas, i: int, last: int) -> list[Place]:
    """The readings of a region whose own name holds its head: «Région Sud»."""
    return [place for place in atlas.options(i, last) if place.kind == "region"]


FOREIGN_OF = frozenset({"di", "del", "della", "von", "of", "da", "do"})
"""«de» in the languages of our neighbours: «Comune di Parma»."""


def after_of(words: Words, j: int) -> tuple[int, bool]:
    """Past «de», «du», «de la», «d'»; and whether an article was there."""
    if not words.together(j) or words.folds[j] not in OF | FOREIGN_OF:
        return j, False
    article = words.folds[j] in {"du", "des", "del", "della"}
    j += 1
    if words.fold_at(j) in ARTICLES and not words.capital_at(j):
        return j + 1, True
    return j, article


def is_located(words: Words, i: int) -> bool:
    """True after «à», «au», «dans le»: the name says where."""
    before = words.fold_at(i - 1)
    if before in ARTICLES:
        before = words.fold_at(i - 2)
    return before in {"a", "au", "aux", "dans", "chez", "en"}
