"""Places: what a stretch of capitalised words may mean, and whether it is a place here."""

import math

from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.vocabulary import (
    Country,
    body_words,
    countries,
    country_words,
    people_words,
    plain_words,
)
from entente.entities.words import ARTICLES, CONNECTORS, OF, Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import Place, load_gazetteer

LONGEST = 7
"""Longest place name that is looked for, in words; hyphenated words count once."""

KNOWN_TOWN = 20_000
"""Inhabitants above which a town's name in a compound is taken for the town."""

CONTRACTED = {"du": "le", "au": "le", "aux": "les", "des": "les"}

KIND_TYPES = {"former_city": "city", "former_region": "region"}


class Atlas:
    """The gazetteer readings of every capitalised stretch of one text, looked up in one go."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._ends: dict[int, list[int]] = {}
        self._keys: dict[tuple[int, int], list[str]] = {}
        for i in range(len(words)):
            if words.capitals[i]:
                self._note(i)
        keys = sorted({key for group in self._keys.values() for key in group})
        self._places = load_gazetteer().find(keys)
        self.states = {countries()[key].code for key in keys if key in countries()}
        self.states |= {demonyms()[word] for word in words.folds if word in demonyms()}

    def _note(self, i: int) -> None:
        words = self.words
        key = ""
        for j in range(i, min(i + LONGEST, len(words))):
            if j > i and not words.together(j):
                break
            if words.texts[j] in DASHES and j > i and words.capital_at(j + 1):
                continue
            word, inner = words.folds[j], j > i and words.texts[j].isdigit()
            late = j > i and not words.capitals[j] and word in country_words()
            if not words.capitals[j] and word not in CONNECTORS and not inner and not late:
                break
            key = f"{key} {word}" if key else word
            if words.capitals[j] or inner or late:
                self._keys[i, j + 1] = [key]
                self._ends.setdefault(i, []).append(j + 1)
                article = CONTRACTED.get(words.fold_at(i - 1))
                if article and words.together(i) and not words.capitals[i - 1]:
                    self._keys[i, j + 1].append(f"{article} {key}")

    def options(self, first: int, last: int) -> list[Place]:
        """The gazetteer's readings of these words, most populous first."""
        keys = self._keys.get((first, last), ())
        return [place for key in keys for place in self._places.get(key, ())]

    def large(self, i: int) -> bool:
        """True for a word that names a country or a town that everyone knows."""
        return self.country(i, i + 1) is not None or any(
            place.population >= KNOWN_TOWN or place.kind in {"region", "department"} for place in self.options(i, i + 1)
        )

    def ends(self, i: int) -> list[int]:
        """Where a name that begins here may end, nearest first."""
        return self._ends.get(i, [])

    def country(self, first: int, last: int) -> Country | None:
        """The country that these words name."""
        return next((countries()[key] for key in self._keys.get((first, last), [])[:1] if key in countries()), None)

    def known(self, first: int, last: int) -> bool:
        """True when these words name a place."""
        keys = self._keys.get((first, last), ())
        return any(key in self._places for key in keys) or bool(keys and keys[0] in countries())

    def place_end(self, i: int) -> int:
        """The end of the longest known place name that begins here, `i` when there is none."""
        return next((j for j in reversed(self._ends.get(i, [])) if self.known(i, j)), i)

    def name_end(self, i: int) -> int:
        """The end of the place name that begins here, known or not: «Golfe 1», «Bad Nenndorf»."""
        words = self.words
        known = self.place_end(i)
        j = i
        while j < len(words) and words.capitals[j] and (j == i or words.together(j)) and not _ends_name(words, j):
            j += 1
        if j > i and words.together(j) and words.texts[j].isdigit() and len(words.texts[j]) <= 2:
            j += 1
        if known > i and (known >= j or (j - known >= 1 and words.texts[known][0].isalpha())):
            return known
        return max(known, j)

    def territory(self, k: int, last: int, kind: str, *, article: bool, country: str | None) -> Candidate | None:
        """The territory of a type that the words `k:last` name after a head, None when they name none."""
        state = self.country(k, last)
        options = self.options(k, last)
        name = self.words.text(k, last)
        if kind in {"region", "department", "country"} and state and not any(_type(p) == kind for p in options):
            return Candidate(k, last, "country", state.name, "head", country=state.code)
        if kind == "country" and (states := [place for place in options if _type(place) == "region"]):
            return Candidate(k, last, "region", name, "head", options=states, country=country)
        if kind == "country" or name.casefold() in plain_words()["continents"]:
            return None
        same = [place for place in options if _type(place) == kind]
        if not same and kind in {"region", "department"}:
            other = [place for place in options if _type(place) in {"region", "department"}]
            if other and other[0].country == "FR":
                kind, same = _type(other[0]), other
        return Candidate(k, last, kind, name, "head", options=same, country=country)


def _ends_name(words: Words, j: int) -> bool:
    word = words.folds[j]
    return word in people_words()["honorifiques"] or word in people_words()["fonctions"] or words.texts[j].isdigit()


def _type(place: Place) -> str:
    return KIND_TYPES.get(place.kind, place.kind)


def find_places(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the place names left in the text; `labels` are the model's labels, word by word."""
    words, i = found.words, 0
    while i < len(words):
        i = max(i + 1, _place_at(found, atlas, labels, i))


def _place_at(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if not words.capitals[i] or found.taken[i]:
        return i
    if words.folds[i] in demonyms() and words.folds[i] not in countries():
        return i
    if found.free(i, i + 2) and (last := _great(words, atlas, i)):
        found.add(Candidate(i, last, "intercommunality", words.text(i, last), "great", head=True))
        return last
    for last in reversed(atlas.ends(i)):
        if last < labels.end(i) and (_unlisted(words, atlas, labels, i, last) or _titular(words, labels, i, last)):
            continue
        if not found.free(i, last):
            continue
        if words.text(i, last).casefold() in plain_words()["continents"]:
            found.block(i, last)
            return last
        if atlas.known(i, last):
            candidate = read_place(words, atlas, i, last)
            opening = _dateline(words, i, last)
            if candidate and (opening or _accepted(found, labels, candidate)):
                candidate.home = opening and words.texts[last] == ","
                found.add(candidate)
                return last
    return _unknown(found, atlas, labels, i)


def find_communities(found: Found, atlas: Atlas) -> None:
    """Claim the communities of communes that are known by a name of several words, or that end as one: «X Agglo»."""
    words, endings = found.words, body_words()["communautes"]
    for i in range(len(words)):
        if not words.capitals[i] or found.taken[i] or words.shouting[i]:
            continue
        for last in reversed(atlas.ends(i)):
            options = [place for place in atlas.options(i, last) if place.kind == "intercommunality"]
            called = words.folds[last - 1] in endings and _all_names(words, i, last)
            if last > i + 1 and (options or called) and found.free(i, last) and not words.capital_at(i - 1):
                name = words.text(i, last)
                found.add(Candidate(i, last, "intercommunality", name, "community", options=options, head=True))
                break


def _all_names(words: Words, first: int, last: int) -> bool:
    """True when every word has its capital and none is an office or an ordinary word but the last."""
    plain, offices = plain_words()["mots"], people_words()["fonctions"]
    return all(words.capitals[k] and words.folds[k] not in offices for k in range(first, last)) and not any(
        words.folds[k] in plain or words.folds[k] in ARTICLES for k in range(first, last - 1)
    )


def _great(words: Words, atlas: Atlas, i: int) -> int:
    """The end of «Grand Lyon», «Pays Voironnais», «Pays de Grasse»; 0 when it is none."""
    word = words.folds[i]
    if word not in {"grand", "pays"} or not words.together(i + 1) or words.opens[i] or atlas.place_end(i) > i + 1:
        return 0
    if word == "grand":
        return i + 2 if words.capital_at(i + 1) and atlas.large(i + 1) else 0
    k = i + 1 + (words.folds[i + 1] in OF)
    if words.fold_at(k) in ARTICLES and not words.capital_at(k):
        k += 1
    return k + 1 if words.capital_at(k) and words.together(k) else 0


def _unlisted(words: Words, atlas: Atlas, labels: Labels, i: int, last: int) -> bool:
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
        at = last + 1 + (words.folds[last + 1] == "le")
        return words.fold_at(at)[:1].isdigit()
    if mark == "(" and words.fold_at(last + 2) in {")", "/"}:
        end = next((j for j in range(last + 2, min(last + 8, len(words))) if words.texts[j] == ")"), last)
        return words.fold_at(end + 1) in DASHES
    return mark in DASHES and words.capital_at(last + 1)


DASHES = frozenset({"-", "–", "—"})


def read_place(words: Words, atlas: Atlas, first: int, last: int) -> Candidate | None:
    """The likeliest reading of a place name from its preposition and article."""
    state, options = atlas.country(first, last), atlas.options(first, last)
    before, article = preposition(words, first)
    scored: list[tuple[float, str, list[Place]]] = []
    if state:
        scored.append((4.0 + _fit("country", before, article, words, first, last), "country", []))
    for kind in ("city", "intercommunality", "department", "region"):
        same = [place for place in options if _type(place) == kind]
        if same:
            scored.append((_salience(kind, same) + _fit(kind, before, article, words, first, last), kind, same))
    if not scored:
        return None
    scored.sort(key=lambda item: -item[0])
    best, kind, same = scored[0]
    strong = len(scored) == 1 or best - scored[1][0] >= SURE
    locative = before in {"a", "en", "dans", "vers", "pres", "depuis"}
    name = state.name if state and kind == "country" else words.text(first, last)
    code = state.code if state and kind == "country" else None
    readings = tuple(item[1] for item in scored)
    return Candidate(
        first, last, kind, name, "place",
        locative=locative, strong=strong, readings=readings, options=options, country=code,
    )  # fmt: skip


SURE = 1.2
"""How far the likelier reading of a homonym must lead for the document not to overrule it."""


def _salience(kind: str, places: list[Place]) -> float:
    if kind == "city":
        return max(0.0, math.log10(max(place.population for place in places) + 10) - 2.5)
    french = any(place.country == "FR" for place in places)
    former = all(place.kind == "former_region" for place in places)
    return {"department": 3.2, "region": 3.0 if former else 3.6 if french else 2.4}.get(kind, 3.0)


def _fit(kind: str, before: str, article: bool, words: Words, first: int, last: int) -> float:
    """How well a type goes with the article and preposition: «au Québec», «à Québec», «la Vienne», «à Vienne»."""
    composed = "-" in words.text(first, last) or last - first > 1
    if article:
        return -3.0 if kind == "city" and words.fold_at(first) not in {"le", "la", "les"} else 2.0
    if before == "en":
        return -3.0 if kind == "city" else 2.0
    if before == "a":
        return 3.0 if kind == "city" else -1.0
    if before == "de" and words.fold_at(first - 2) in MAYORS:
        return 3.0 if kind == "city" else -1.0
    if kind == "country" and words.folds[first] in MASCULINE:
        return -3.0
    if kind == "department" and not composed:
        return -3.0
    return -0.5 if kind == "region" else 0.0


MAYORS = frozenset({"maire", "mairesse", "bourgmestre", "maires", "maire adjoint", "echevin", "echevine", "habitants"})
"""Who belongs to a town: «le maire de Québec»."""

MASCULINE = frozenset({"luxembourg", "panama", "guatemala", "koweit", "salvador"})
"""Countries that have an article and a capital of the same name: «de Luxembourg» is the town."""


def preposition(words: Words, first: int) -> tuple[str, bool]:
    """The preposition before a name, folded, and whether an article stands there: «au» is «a» with one."""
    if not words.together(first):
        return "", False
    before = words.folds[first - 1]
    if words.capitals[first - 1] and before not in ARTICLES and not words.opens[first - 1]:
        return "", False
    if before in ARTICLES:
        earlier = words.folds[first - 2] if first > 1 and words.together(first - 1) else ""
        return ("de" if earlier in OF else earlier), True
    if before in {"du", "des"}:
        return "de", True
    if before in {"au", "aux"}:
        return "a", True
    return ("de" if before in OF else before), False


ACCEPTED = 1.5
"""Evidence above which a gazetteer name is taken for a place; set on the training releases."""

LEADS = frozenset({"a", "de", "en", "entre", "vers", "depuis", "avec", "et", "pour", "dans", "chez", "par", "sur"})


def _accepted(found: Found, labels: Labels, candidate: Candidate) -> bool:
    """Weigh what speaks for a place against what speaks for a person, a company or an ordinary word."""
    words = found.words
    first, last = candidate.first, candidate.last
    single = last - first == 1
    word = words.folds[first]
    before, article = preposition(words, first)
    stuck = last < len(words) and words.together(last) and words.capitals[last] and not found.taken[last]
    if words.shouting[first]:
        return candidate.type != "city" or any(place.population >= KNOWN_TOWN for place in candidate.options)
    if candidate.type in {"country", "intercommunality"} and not (single and word in HIDDEN_COUNTRIES):
        return not stuck or article or words.folds[last] in people_words()["fonctions"]
    if single and (word in plain_words()["mots"] or word in people_words()["fonctions"] or word.isdigit()):
        return False
    if single and len(word) < 3 and not words.texts[first].isalpha():
        return False
    score = {"LOC": 2.0, "PER": -1.0, "ORG": -0.8, "MISC": -0.5}.get(labels[first], 0.0)
    score += 1.0 if before in LEADS or article else 0.0
    score += 1.0 if before == "de" and _office_near(words, first) else 0.0
    score += 0.8 if not single or "-" in words.texts[first] else 0.0
    score += 1.5 if candidate.type in {"region", "department"} else 0.0
    population = max((place.population for place in candidate.options), default=0)
    score += 1.3 if population >= 100_000 else 0.9 if population >= 10_000 else 0.4 if population >= 2_000 else 0.0
    score += 1.0 if words.repeated(first) else 0.0
    if words.opens[first]:
        score -= 0.7
    if first and words.together(first) and words.capitals[first - 1] and not words.opens[first - 1]:
        score -= 2.0 if words.texts[first - 1][0].isalpha() and words.folds[first - 1] not in ARTICLES else 0.0
    if stuck and labels[last] != "LOC":
        score -= 1.5
    return score >= ACCEPTED


def _office_near(words: Words, first: int) -> bool:
    """True in «conseiller municipal de X», «maire de X»: an office or its adjective goes with the preposition."""
    offices = people_words()["fonctions"]
    return any(words.fold_at(j) in offices for j in range(max(0, first - 4), first))


HIDDEN_COUNTRIES = frozenset({"maurice", "dominique", "faso", "hexagone", "jordanie", "oman", "georgie", "grenade"})
"""Names of countries that are also first names, words or cities: they need more than a capital."""


def _unknown(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    """A place that no list knows: the model says so, or a word before it that only goes with places."""
    words = found.words
    word, before = words.folds[i], preposition(words, i)
    if word in plain_words()["mots"] or word in people_words()["fonctions"] or word in demonyms():
        return 0
    if any(c.isdigit() for c in words.texts[i]) or words.texts[i].isupper() or not words.texts[i][0].isalpha():
        return 0
    twin = _twinned(words, i)
    beside = _beside_place(found, i) or _before_place(found, atlas, i)
    if not twin and (labels[i] != "LOC" or (before[0] not in STRONG_LEADS and not beside)):
        return 0
    if before == ("de", False) and words.fold_at(i - 2) in body_words()["oeuvres"]:
        return 0
    last = i + 1
    while last < min(len(words), i + 8) and words.together(last) and not found.taken[last]:
        foreign = words.folds[last] in FOREIGN_PARTICLES and words.capital_at(
            last + 1 + (words.fold_at(last + 1) == "der")
        )
        if not words.capitals[last] and not foreign:
            break
        if words.folds[last] in people_words()["fonctions"] or not words.texts[last][0].isalpha():
            break
        last += 1
    if before[1]:
        if not words.repeated(i) or last > i + 1:
            return 0
        found.add(Candidate(i, last, "department", words.text(i, last), "model", readings=("department",)))
        return last
    if before[0] == "en":
        found.add(Candidate(i, last, "region", words.text(i, last), "model", locative=True, readings=("region",)))
        return last
    locative = before[0] == "a" and not twin
    found.add(Candidate(i, last, "city", words.text(i, last), "model", locative=locative, readings=("city",)))
    return last


FOREIGN_PARTICLES = frozenset(
    {"an", "am", "im", "der", "del", "della", "dei", "do", "da", "dos", "los", "upon", "bei", "ob"}
)
"""Words inside foreign place names: «Mülheim an der Ruhr», «Bassano del Grappa»."""

STRONG_LEADS = frozenset({"a", "de", "entre", "vers", "depuis", "en"})


def _twinned(words: Words, i: int) -> bool:
    """True after «le jumelage avec», «jumelée à», «maire de», «village de»."""
    before, article = preposition(words, i)
    if before not in {"avec", "a", "de"} or article:
        return False
    return words.fold_at(i - 2) in body_words()["communes"] and words.together(i - 1)


def _before_place(found: Found, atlas: Atlas, i: int) -> bool:
    """True in «Yopougon et Montreuil», «Korntal – Mirande»: a known town comes just after."""
    words = found.words
    return words.fold_at(i + 1) in DASHES | {"et", "/"} and words.together(i + 2) and atlas.large(i + 2)


def _beside_place(found: Found, i: int) -> bool:
    """True in «Mirande et Korntal», «Oran, Kairouan»: a town stands just before."""
    words = found.words
    return words.fold_at(i - 1) in {"et", ","} and any(
        c.type == "city" and c.last == i - 1 for c in found.candidates[-1:]
    )
