"""Place names that no head opens, and whether they are places here."""

from dataclasses import replace

from spacy.lang.fr.stop_words import STOP_WORDS

from entente.entities.atlas import DASHES, KNOWN_TOWN, Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.communities import GREAT, great
from entente.entities.readings import preposition, read_place
from entente.entities.unlisted import beside_place, find_unlisted
from entente.entities.vocabulary import body_words, countries, people_words, plain_words
from entente.entities.words import ARTICLES, CONNECTORS, OF, Words, scan
from entente.lexicons.demonyms import demonyms


def find_places(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the place names left in the text; `labels` are the model's labels, word by word."""
    scan(found.words.upper, lambda i: _place_at(found, atlas, labels, i))


def _place_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if not words.capitals[i] or found.taken[i]:
        return i
    if words.folds[i] in demonyms() and words.folds[i] not in countries():
        return i
    if words.folds[i] in GREAT and found.free(i, i + 2) and (last := great(words, atlas, i)):
        found.add(Candidate(i, last, "intercommunality", words.text(i, last), "great", head=True))
        return last
    for last in reversed(atlas.ends(i)):
        if last < labels.end(i) and (_longer(words, atlas, labels, i, last) or _titular(words, labels, i, last)):
            continue
        if not found.free(i, last):
            continue
        if words.text(i, last).casefold() in plain_words()["continents"]:
            found.block(i, last)
            return last
        if atlas.known(i, last):
            candidate = read_place(words, atlas, i, last)
            if candidate and _bracketed_state(found, atlas, i, last):
                candidate = _as_state(atlas, candidate)
            opening = _dateline(words, i, last)
            if candidate and (opening or _accepted(found, atlas, labels, candidate)):
                candidate.home = opening and words.texts[last] == ","
                found.add(candidate)
                return last
    return find_unlisted(found, atlas, labels, i)


def _bracketed_state(found: Found, atlas: Atlas, first: int, last: int) -> bool:
    """True for «Differdange (Luxembourg)», «Laval (Québec)»: alone in the bracket after a town."""
    words = found.words
    alone = words.fold_at(first - 1) == "(" and words.fold_at(last) == ")"
    return alone and found.ends.get(first - 1) == "city"


def _as_state(atlas: Atlas, candidate: Candidate) -> Candidate:
    """The country, else the region or department, of those that the name may mean."""
    state = atlas.country(candidate.first, candidate.last)
    if state is not None:
        return replace(
            candidate, type="country", name=state.name, country=state.code, strong=True, readings=("country",)
        )
    wide = next((kind for kind in candidate.readings if kind in {"region", "department"}), None)
    return candidate if wide is None else replace(candidate, type=wide, strong=True, readings=(wide,))


def _longer(words: Words, atlas: Atlas, labels: Labels, i: int, last: int) -> bool:
    """True when the model reads a longer place than the list: «Médina Baye», «Mülheim an der Ruhr»."""
    end = labels.end(i)
    if labels[i] != "LOC" or atlas.country(i, last) or not words.capital_at(end - 1) or end - i > 4:
        return False
    return all(words.texts[k][0].isalpha() for k in range(last, end)) and not any(
        words.folds[k] in people_words()["fonctions"] or words.folds[k] in {"et", "de", "du", "d"}
        for k in range(i, end)
    )


def _titular(words: Words, labels: Labels, i: int, last: int) -> bool:
    """True for «L'Heure bleue»: an article with a capital and a small word after make it a title, not a town."""
    lower = not words.capitals[last] and words.texts[last].isalpha() and words.folds[last] not in CONNECTORS
    return lower and words.fold_at(i - 1) in ARTICLES and words.texts[i - 1][0].isupper() and not words.opens[i - 1]


def _dateline(words: Words, first: int, last: int) -> bool:
    """True for the place that opens a line before a date, an agency or a dash: «Delémont, le 5 octobre», «TUNIS -»."""
    if not words.breaks[first] or not words.together(last):
        return False
    mark = words.texts[last]
    if mark == "," and words.together(last + 1):
        at = last + 1
        if words.texts[at].isupper() and len(words.texts[at]) < 4 and words.fold_at(at + 1) == ",":
            at += 2
        at += words.fold_at(at) == "le"
        return words.fold_at(at)[:1].isdigit()
    if mark == "(" and words.fold_at(last + 2) in {")", "/"}:
        end = next((j for j in range(last + 2, min(last + 8, len(words))) if words.texts[j] == ")"), last)
        return words.fold_at(end + 1) in DASHES
    return mark in DASHES and words.capital_at(last + 1)


ACCEPTED = 1.3
"""Evidence above which a gazetteer name is taken for a place; set on the training releases."""


ALONE = 2.0
"""Evidence of a line that is nothing but the name: «AUBUSSON» above a headline."""


LEADS = frozenset({"a", "de", "en", "entre", "vers", "depuis", "avec", "et", "pour", "dans", "chez", "par", "sur"})


def _accepted(found: Found, atlas: Atlas, labels: Labels, candidate: Candidate) -> bool:
    """Weigh what speaks for a place against what speaks for a person, a company or an ordinary word."""
    words = found.words
    first, last = candidate.first, candidate.last
    single = last - first == 1
    word = words.folds[first]
    before, article = preposition(words, first)
    stuck = last < len(words) and words.together(last) and words.capitals[last] and not found.taken[last]
    if words.shouting[first]:
        ordinary = word in STOP_WORDS or word in plain_words()["mots"] or word in people_words()["fonctions"]
        if single and ordinary:
            return False
        return candidate.type != "city" or any(place.population >= KNOWN_TOWN for place in candidate.options)
    if candidate.type in {"country", "intercommunality"} and not (single and word in HIDDEN_COUNTRIES):
        return not stuck or article or words.folds[last] in people_words()["fonctions"]
    if single and (word in plain_words()["mots"] or word in people_words()["fonctions"] or word.isdigit()):
        return False
    if single and words.opens[first] and word in STOP_WORDS:
        return False
    if single and len(word) < 3 and not words.texts[first].isalpha():
        return False
    if _on_a_street(words, first):
        return False
    score = {"LOC": 2.0, "PER": -1.0, "ORG": -0.8, "MISC": -0.5}.get(labels[first], 0.0)
    score += 1.0 if before in LEADS or article else 0.0
    score += _context(words, first, last, before)
    score += _paired(found, atlas, first, last)
    score += _make(words, first, last)
    score += 1.5 if candidate.type in {"region", "department"} else 0.0
    population = max((place.population for place in candidate.options), default=0)
    score += 1.3 if population >= 100_000 else 0.9 if population >= 10_000 else 0.4 if population >= 2_000 else 0.0
    score += 1.0 if words.repeated(first) else 0.0
    score += 2.0 if word in HIDDEN_COUNTRIES and before in {"a", "en"} and not stuck else 0.0
    score += 1.0 if beside_place(found, first) else 0.0
    score += 1.5 if _in_country(words, atlas, last) else 0.0
    if words.opens[first]:
        score -= 0.7
    if first and words.together(first) and words.capitals[first - 1] and not words.opens[first - 1]:
        score -= 2.0 if words.texts[first - 1][0].isalpha() and words.folds[first - 1] not in ARTICLES else 0.0
    if stuck and labels[last] != "LOC":
        score -= 1.5
    return score >= ACCEPTED


STREETS = frozenset(
    ["rue", "route", "place", "chemin", "avenue", "boulevard", "quai", "allee", "allees", "impasse", "cours"]
)


def _on_a_street(words: Words, first: int) -> bool:
    """True for «route de Pessan», «rue du Thil»: the name of a street."""
    k = first - 1
    while k > first - 4 and words.together(k + 1) and words.fold_at(k) in OF | ARTICLES:
        k -= 1
    return k < first - 1 and words.fold_at(k) in STREETS and words.together(k + 1)


def _context(words: Words, first: int, last: int, before: str) -> float:
    """What the words around say: «délégation de X», «entre X et Y», a headline that opens with X."""
    score = 0.0
    nearby = {words.fold_at(k) for k in range(max(0, first - 4), first)}
    if before in {"de", "avec", "a", "pour"} and nearby & body_words()["indices"]:
        score += 1.0
    if words.fold_at(first - 1) in {"lie", "lient", "relie", "relient", "unit", "unissent"}:
        score += 1.7
    if before in {"entre", "a"} or (before == "et" and "entre" in {words.fold_at(k) for k in range(first - 8, first)}):
        score += 0.7
    if before == "de" and _office_near(words, first):
        score += 1.0
    if words.breaks[first] and words.fold_at(last) in DASHES | {":", "et", "/", "|"}:
        score += 1.7
    if words.breaks[first] and (last == len(words) or words.breaks[last]):
        score += ALONE
    return score


def _in_country(words: Words, atlas: Atlas, last: int) -> bool:
    """True before «, au Japon» and «(Japon)»: the country is told."""
    mark = words.fold_at(last)
    k = last + 1 + (mark == "," and words.fold_at(last + 1) in {"au", "en", "aux"})
    told = (mark == "," and k == last + 2) or mark == "("
    return told and words.together(last) and atlas.country(k, atlas.place_end(k)) is not None


def _paired(found: Found, atlas: Atlas, first: int, last: int) -> float:
    """A headline that joins it to another known place, or a hyphenated pair elsewhere: «le partenariat X-Y»."""
    words, score = found.words, 0.0
    if words.breaks[first] and words.fold_at(last) in DASHES | {"et", "/"} and atlas.place_end(last + 1) > last + 1:
        score += 1.0
    if words.text(first, last) in atlas.paired:
        score += 1.2
    return score


def _make(words: Words, first: int, last: int) -> float:
    """What the name itself says: several words, hyphens, «Saint-», «-sur-» are of places."""
    text = words.texts[first]
    if last - first > 2 or text.count("-") > 1 or text.startswith(("Saint-", "Sainte-", "St-")):
        return 1.8
    return 0.8 if last - first == 2 or "-" in text else 0.0


def _office_near(words: Words, first: int) -> bool:
    """True in «conseiller municipal de X», «maire de X»: an office or its adjective goes with the preposition."""
    offices = people_words()["fonctions"]
    return any(words.fold_at(j) in offices for j in range(max(0, first - 4), first))


HIDDEN_COUNTRIES = frozenset({"maurice", "dominique", "faso", "hexagone", "jordanie", "oman", "georgie", "grenade"})
"""Names of countries that are also first names, words or cities: they need more than a capital."""
