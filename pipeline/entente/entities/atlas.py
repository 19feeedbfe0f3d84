"""What the capitalised stretches of a text may mean as places."""

from itertools import chain

from entente.entities.candidates import Candidate
from entente.entities.vocabulary import Country, countries, country_words, people_words, plain_words
from entente.entities.words import CONNECTORS, Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import Place, load_gazetteer

LONGEST = 7
"""Longest place name that is looked for, in words; hyphenated words count once."""


KNOWN_TOWN = 20_000
"""Inhabitants above which a town's name in a compound is taken for the town."""


ARTICLES_BEFORE = {"du": "le", "au": "le", "aux": "les", "des": "les", "la": "la", "l": "l"}


KIND_TYPES = {"former_city": "city", "former_region": "region"}


DASHES = frozenset({"-", "–", "—"})


class Atlas:
    """The gazetteer readings of every capitalised stretch of one text, looked up in one go."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._ends: dict[int, list[int]] = {}
        self._known: set[tuple[int, int]] = set()
        self._place_ends: dict[int, int] = {}
        self._keys: dict[tuple[int, int], list[str]] = {}
        for i in words.upper:
            self._note(i)
        keys = [*dict.fromkeys(chain.from_iterable(self._keys.values()))]
        self._places = load_gazetteer().find(keys)
        states, adjectives = countries(), demonyms()
        for (first, last), group in self._keys.items():
            if group[0] in states or not self._places.keys().isdisjoint(group):
                self._known.add((first, last))
                self._place_ends[first] = last
        self.paired = {
            part for i in words.upper if "-" in words.texts[i] and not self.known(i, i + 1)
            for part in words.texts[i].split("-") if len(part) > 2
        }  # fmt: skip
        """Parts of the hyphenated words that are no place as a whole."""
        self.states = {states[key].code for key in keys if key in states}
        self.states |= {adjectives[word] for word in words.folds if word in adjectives}

    def _note(self, i: int) -> None:
        words = self.words
        article = ARTICLES_BEFORE.get(words.fold_at(i - 1), "")
        if article and (words.breaks[i] or words.capitals[i - 1]):
            article = ""
        key, ends = words.folds[i], [i + 1]
        self._keys[i, i + 1] = [key, f"{article} {key}"] if article else [key]
        for j in range(i + 1, min(i + LONGEST, len(words))):
            if words.breaks[j]:
                break
            word, named = words.folds[j], words.capitals[j]
            if not named and word in DASHES and words.capital_at(j + 1):
                continue
            named = named or words.texts[j].isdigit() or word in country_words()
            if not named and word not in CONNECTORS:
                break
            key = f"{key} {word}"
            if named:
                ends.append(j + 1)
                self._keys[i, j + 1] = [key, f"{article} {key}"] if article else [key]
        self._ends[i] = ends

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
        keys = self._keys.get((first, last))
        return countries().get(keys[0]) if keys else None

    def known(self, first: int, last: int) -> bool:
        """True when these words name a place."""
        return (first, last) in self._known

    def place_end(self, i: int) -> int:
        """The end of the longest known place name that begins here, `i` when there is none."""
        return self._place_ends.get(i, i)

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
        if kind in {"region", "department", "country"} and state and not any(type_of(p) == kind for p in options):
            return Candidate(k, last, "country", state.name, "head", country=state.code)
        if kind == "country" and (states := [place for place in options if type_of(place) == "region"]):
            return Candidate(k, last, "region", name, "head", options=states, country=country)
        if kind == "country" and "État" in self.words.texts[max(0, k - 3) : k - 1]:
            return Candidate(k, last, "region", name, "head", country=country)
        if kind == "country" or name.casefold() in plain_words()["continents"]:
            return None
        same = [place for place in options if type_of(place) == kind]
        if not same and kind in {"region", "department"}:
            other = [place for place in options if type_of(place) in {"region", "department"}]
            if other and other[0].country == "FR":
                kind, same = type_of(other[0]), other
        return Candidate(k, last, kind, name, "head", options=same, country=country)


def _ends_name(words: Words, j: int) -> bool:
    word = words.folds[j]
    return word in people_words()["honorifiques"] or word in people_words()["fonctions"] or words.texts[j].isdigit()


def type_of(place: Place) -> str:
    """The entity type of a gazetteer place: a former commune is a city."""
    return KIND_TYPES.get(place.kind, place.kind)
