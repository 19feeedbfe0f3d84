"""Names that a head opens: institutions, territories, venues; and titles of events and laws, which hide names."""

from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.networks import network_at
from entente.entities.places import Atlas
from entente.entities.vocabulary import (
    Head,
    head_at,
    heads,
    is_adjective,
    people_words,
    plain_words,
    region_of,
)
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import Place

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

SMALL_PROVINCES = frozenset({"BF", "IT", "ES", "MA", "PE", "CL", "PH", "BE"})
"""Countries where a province is the second level below the state."""

NAMELESS = frozenset({"company", "association"})
"""Subtypes whose ordinary-word head is no part of the name: «la société Magasin Général»."""

EVENTS_IN_LOWER_CASE = frozenset({"trophee", "coupe", "prix", "loi", "lois", "rue", "avenue", "boulevard", "allee"})


def find_titles(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim every name that a head opens, left to right, the longest head first."""
    words, i = found.words, 0
    while i < len(words):
        i = max(i + 1, _title_at(found, atlas, labels, i))


PLURALS = {
    "villes": "city", "communes": "city", "municipalites": "city", "mairies": "city", "maires": "city",
    "metropoles": "city", "villages": "city", "mairesses": "city", "bourgmestres": "city",
    "regions": "region", "provinces": "region", "departements": "department",
}  # fmt: skip
"""Plural heads that a list of territories follows: «les villes de X, Y et Z»."""


def _listed(found: Found, atlas: Atlas, i: int) -> int:
    """Claim the territories of «les villes de X et de Y»; returns the word after the last, `i` when there is none."""
    words, kind = found.words, PLURALS[found.words.folds[i]]
    j = end = i + 1
    while words.together(j) and j < i + MAX_WORDS:
        k, article = _after_of(words, j)
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


def _title_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    """The word after the name that begins here, or `i` when none does."""
    words = found.words
    if words.folds[i] in PLURALS and not found.taken[i]:
        return _listed(found, atlas, i)
    group = heads().get(words.folds[i])
    if group is None or found.taken[i]:
        return i
    if words.capitals[i] and words.capital_at(i - 1) and words.together(i) and not words.opens[i - 1]:
        return i
    for head in group:
        j = i + head.length
        if tuple(words.folds[i:j]) == head.words and all(words.together(k) for k in range(i + 1, j)):
            if head.territory:
                last = _territory(found, atlas, head, i, j)
            else:
                last = _institution(found, atlas, labels, head, i, j)
            if last > i:
                return last
    return i


def _territory(found: Found, atlas: Atlas, head: Head, i: int, j: int) -> int:
    """«la ville allemande de Bad Nenndorf», «Région Bretagne», «Conseil départemental de l'Essonne»."""
    words = found.words
    country = None
    while (
        words.together(j) and not words.capitals[j] and (is_adjective(words.folds[j]) or words.folds[j] in demonyms())
    ):
        country = demonyms().get(words.folds[j], country)
        j += 1
    k, article = _after_of(words, j)
    direct = k == j
    if direct and head.type == "region" and words.capitals[i] and (region := region_of(words.fold_at(j - 1))):
        found.add(Candidate(i, j, "region", region, "head", head=True))
        return j
    if not words.together(k) or not words.capital_at(k) or found.taken[k]:
        return i
    if direct and not (words.capitals[i] or head.type == "city"):
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
    if words.folds[i] == "canton" and candidate.type == "region" and not candidate.options:
        found.block(i, last)
        return last
    if words.folds[i] == "province" and candidate.type == "region" and atlas.states & SMALL_PROVINCES:
        candidate.type = "department"
    if words.folds[i] == "prefecture" and candidate.type == "department" and not candidate.options:
        abroad = [place for place in atlas.options(k, last) if place.kind == "region"]
        candidate.type, candidate.options = ("region", abroad) if abroad else ("department", [])
    candidate.first, candidate.head = i, True
    candidate.locative = _locative(words, i)
    found.add(candidate)
    return last


def _whole_region(atlas: Atlas, i: int, last: int) -> list[Place]:
    """The readings of a region whose own name holds its head: «Région Sud»."""
    return [place for place in atlas.options(i, last) if place.kind == "region"]


def _after_of(words: Words, j: int) -> tuple[int, bool]:
    """Past «de», «du», «de la», «d'»; and whether an article was there."""
    if not words.together(j) or words.folds[j] not in OF:
        return j, False
    article = words.folds[j] in {"du", "des"}
    j += 1
    if words.fold_at(j) in ARTICLES and not words.capital_at(j):
        return j + 1, True
    return j, article


def _institution(found: Found, atlas: Atlas, labels: Labels, head: Head, i: int, j: int) -> int:
    """«Chambre de commerce de Guadeloupe», «lycée Jean Ralaimongo», «Hôtel de Ville de Nice»."""
    words = found.words
    capital = words.capitals[i]
    j -= words.folds[j - 1] in OF
    if head.type == "none":
        last = _extended(words, atlas, j, head, titled=False)
        if capital or words.folds[i] in EVENTS_IN_LOWER_CASE:
            found.block(i, last)
            return last
        return i
    last = _extended(words, atlas, j, head, titled=head.titled or (capital and head.type != "venue"))
    first, named = i, any(words.capitals[k] and words.folds[k] not in plain_words()["mots"] for k in range(j, last))
    named = named or ((capital or head.titled) and any(words.capitals[k] for k in range(j, last)))
    own = words.capital_at(j) and atlas.place_end(j) == j and head.subtype == "agency" and not capital
    if named and not capital and head.cautious and not own and (head.type != "venue" or not _proper(words, atlas, j)):
        return i
    if not named and head.type == "venue" and _stood_on(words, i) and _proper(words, atlas, j):
        named = True
    if (network := network_at(words, i)) and words.fold_at(network[0]) in {"pour", "en", "dans", "a", "contre"}:
        return i
    nameless = head.subtype in NAMELESS or (own and head.cautious)
    if named and nameless and (not capital or words.texts[i] == "ONG"):
        first = next(k for k in range(j, last) if words.capitals[k])
        of = any(words.folds[k] in OF for k in range(j, first))
        if of or (head.subtype == "association" and atlas.known(first, last)):
            first = i
        else:
            last = _named_only(words, labels, first)
            if all(words.folds[k] in plain_words()["mots"] for k in range(first, last)):
                return i
    if not named and last > j and head.subtype in {"twinning_committee", "association"} and words.local(last - 1):
        named = True
    if not named and not _stands_alone(words, labels, head, i, j, last):
        return i
    if not found.free(first, last):
        return i
    kind = "organization" if head.type == "organization" else head.type
    if labels[last - 1] == "ORG" and labels.spans[last - 1][0] in {first, i}:
        last = _with_model(found, labels, last)
    name = words.text(first, last)
    candidate = Candidate(first, last, kind, name, "head", subtype=head.subtype, head=first == i)
    if region := next((place for place in atlas.options(first, last) if place.kind == "region"), None):
        candidate.type, candidate.subtype, candidate.options = "region", None, [region]
    if kind == "intercommunality":
        inner, _ = _after_of(words, j)
        candidate.inner = words.text(inner, last) if j < inner < last and not atlas.known(inner, last) else ""
        candidate.options = [place for place in atlas.options(first, last) if place.kind == kind]
    candidate.locative = _locative(words, i)
    if head.subtype == "cultural_centre" and candidate.locative:
        candidate.type = "venue"
    found.add(candidate)
    return last


def _named_only(words: Words, labels: Labels, first: int) -> int:
    """The end of a company's or association's own name: its capitals, and what the model adds to them."""
    last = first + 1
    while (
        last < min(len(words), first + MAX_WORDS)
        and words.together(last)
        and (words.capitals[last] or words.texts[last] == "&")
    ):
        last += 1
    end = labels.end(last - 1)
    if words.together(last) and words.texts[last].isdigit() and len(words.texts[last]) <= 2:
        return last + 1
    if labels[last - 1] not in {"ORG", "MISC"} or "," in words.texts[last:end]:
        return last
    network = next((k for k in range(first + 1, end) if network_at(words, k)), None)
    if network is not None and words.fold_at(network - 1) in OF:
        return last
    return end if labels.spans[last - 1][0] == first or not set(words.folds[last:end]) & (OF | {"et"}) else last


def _with_model(found: Found, labels: Labels, last: int) -> int:
    """The end of the model's body where it adds only small words and free capitals: «… des Villes amies des aînés»."""
    words, end = found.words, labels.end(last - 1)
    added = range(last, end)
    plain = all(words.texts[k][0].isalpha() and words.folds[k] not in {"et", "ou", "avec"} for k in added)
    closed = words.folds[end - 1] not in OF | ARTICLES and (
        words.capitals[end - 1] or is_adjective(words.folds[end - 1]) or words.fold_at(end - 2) in OF | ARTICLES
    )
    return end if plain and closed and found.free(last, end) else last


def _stood_on(words: Words, i: int) -> bool:
    """True after «au», «sur la», «dans le»: «sur la place du Marché», «au stade de l'Amitié»."""
    before = words.fold_at(i - 1)
    return before in {"au", "aux"} or (before in ARTICLES and words.fold_at(i - 2) in {"sur", "a", "dans"})


def _proper(words: Words, atlas: Atlas, j: int) -> bool:
    """True when a name that is no place comes right after the head: «place Bellecour», «place de la République»."""
    k, article = _after_of(words, j)
    if not words.together(k) or not words.capital_at(k):
        return False
    return k == j or article or atlas.place_end(k) == k


def _stands_alone(words: Words, labels: Labels, head: Head, i: int, j: int, last: int) -> bool:
    """True when a title without a name in it is one: «Comité de jumelage», «Archives municipales», «hôtel de ville»."""
    if head.subtype == "town_hall":
        return True
    if not words.capitals[i] or (head.cautious and labels[i] not in {"LOC", "ORG"}):
        return False
    inside = not words.opens[i] or words.fold_at(i - 1) == ":"
    return (head.alone or last > j or head.length > 1) and (inside or (head.alone and head.length > 2))


def _extended(words: Words, atlas: Atlas, j: int, head: Head, *, titled: bool) -> int:
    """Where the name ends whose head ends at `j`."""
    start = end = j
    nouns, honorifics = plain_words()["noms"], people_words()["honorifiques"]
    offices = people_words()["fonctions"]
    placed = False
    while words.together(j) and j - start < MAX_WORDS:
        text, word = words.texts[j], words.folds[j]
        if words.capitals[j]:
            if word in honorifics or (word in offices and word not in nouns):
                break
            place, network = atlas.place_end(j), network_at(words, j)
            placed = place > j or network is not None
            j = end = max(place, j + 1, network[0] if network else j)
        elif word.isdigit() and len(word) <= 2 and end == j and placed:
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
            step = _conjunct(words, atlas, j, placed=placed)
            if step == j:
                break
            j = step
            if words.folds[j] not in OF and words.folds[j] not in {"a", "aux", "au"}:
                j = end = step + 1
        elif is_adjective(word) or word in demonyms():
            j += 1
            if titled:
                end = j
        else:
            break
    return end


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
    if words.capitals[k]:
        if word in {"a", "au", "aux", "avec"}:
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
    if word in {"a", "au", "aux"} and ((j != start and words.fold_at(j - 1) != "et") or not (article or word == "aux")):
        return j
    if noun in BEFORE_NOUNS and k + 1 < len(words) and words.together(k + 1) and words.texts[k + 1].isalpha():
        return k + 1
    infinitive = noun.endswith(("er", "ir", "oir", "dre", "tre")) and not article and word in {"de", "d"}
    return j if infinitive and noun not in nouns else k


def _conjunct(words: Words, atlas: Atlas, j: int, *, placed: bool) -> int:
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
        return k + 1
    return k if words.folds[k] in nouns and not placed else j


def _locative(words: Words, i: int) -> bool:
    """True after «à», «au», «dans le»: the name says where."""
    before = words.fold_at(i - 1)
    if before in ARTICLES:
        before = words.fold_at(i - 2)
    return before in {"a", "au", "aux", "dans", "chez", "en"}
