"""Institutions and venues behind a head: «Chambre de commerce de X», «lycée X», «Hôtel de Ville de X»."""

from entente.entities.atlas import Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.extents import HALF_CAPITAL, MAX_WORDS, extend_name, is_sum
from entente.entities.networks import network_at
from entente.entities.territories import after_of, is_located
from entente.entities.vocabulary import Head, is_adjective, plain_words
from entente.entities.words import ARTICLES, OF, Words

NAMELESS = frozenset({"company", "association"})
"""Subtypes whose ordinary-word head is no part of the name: «la société Magasin Général»."""


EVENTS_IN_LOWER_CASE = frozenset({"trophee", "coupe", "prix", "loi", "lois", "rue", "avenue", "boulevard", "allee"})


def claim_institution(found: Found, atlas: Atlas, labels: Labels, head: Head, i: int, j: int) -> int:
    """«Chambre de commerce de Guadeloupe», «lycée Jean Ralaimongo», «Hôtel de Ville de Nice»."""
    words = found.words
    capital = words.capitals[i]
    j -= words.folds[j - 1] in OF
    if head.type == "none":
        last = extend_name(words, atlas, j, head, titled=False)
        if capital or words.folds[i] in EVENTS_IN_LOWER_CASE:
            found.block(i, last)
            return last
        return i
    last = extend_name(words, atlas, j, head, titled=head.titled or (capital and head.type != "venue"))
    first, named = i, any(words.capitals[k] and words.folds[k] not in plain_words()["mots"] for k in range(j, last))
    named = named or ((capital or head.titled) and any(words.capitals[k] for k in range(j, last)))
    own = words.capital_at(j) and atlas.place_end(j) == j and head.subtype == "agency" and not capital
    if named and not capital and head.cautious and not own and (head.type != "venue" or not _proper(words, atlas, j)):
        return i
    if not named and head.type == "venue" and _stood_on(words, i) and _proper(words, atlas, j):
        named = True
    if (network := network_at(words, i)) and (
        network[0] > last or words.fold_at(network[0]) in {"pour", "en", "dans", "a", "contre"}
    ):
        return i
    nameless = head.subtype in NAMELESS or (own and head.cautious)
    if named and nameless and (not capital or words.texts[i] == "ONG"):
        first = next(k for k in range(j, last) if words.capitals[k])
        of = any(words.folds[k] in OF for k in range(j, first))
        if of and head.subtype == "company" and atlas.known(first, last):
            return i
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
        inner, _ = after_of(words, j)
        candidate.inner = words.text(inner, last) if inner < last and not atlas.known(inner, last) else ""
        candidate.options = [place for place in atlas.options(first, last) if place.kind == kind]
    candidate.locative = is_located(words, i)
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
        and (words.capitals[last] or words.texts[last] == "&" or HALF_CAPITAL.match(words.texts[last]))
    ):
        last += 1
    end = labels.end(last - 1)
    if words.together(last) and words.texts[last].isdigit() and len(words.texts[last]) <= 2 and not is_sum(words, last):
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
    k, article = after_of(words, j)
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
