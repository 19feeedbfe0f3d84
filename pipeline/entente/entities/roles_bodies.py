"""Which body an office belongs to: named, described («de l'Agglo»), told by an adjective, or understood."""

import re
from collections import Counter
from functools import lru_cache

from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_entities, get_sentences, home_at, text_of
from entente.entities.offices import Office
from entente.entities.roles_standing import headings
from entente.entities.roles_words import body_nouns, country_adjectives
from entente.entities.vocabulary import region_of
from entente.lexicons.gazetteer import fold

TITLE_TYPES: dict[str, tuple[str, ...]] = {
    "mayor": ("city",),
    "deputy_mayor": ("city",),
    "councillor": ("city", "department", "region", "intercommunality"),
    "president": ("intercommunality", "region", "department", "organization", "country"),
    "vice_president": ("intercommunality", "region", "department", "organization"),
    "minister": ("country", "region"),
    "prefect": ("department", "region", "intercommunality"),
    "ambassador": ("country", "region"),
    "consul": ("country", "region"),
    "governor": ("region", "department"),
    "director": ("organization",),
    "secretary_general": ("organization",),
    "rector": ("organization",),
    "founder": ("organization",),
    "chair": ("organization",),
}
"""Types of body that an office may belong to when the text leaves it out."""

SINGLE = frozenset({"mayor", "president", "prefect", "governor", "rector", "secretary_general", "ambassador"})
"""Titles that one person at a time holds in a body."""

COUNCILS = (
    ("region", "region"), ("territor", "region"), ("provinc", "region"), ("depart", "department"),
    ("gener", "department"),
    ("communaut", "intercommunality"), ("metropol", "intercommunality"), ("municip", "city"), ("communa", "city"),
)  # fmt: skip
"""What the adjective of a councillor says of the council."""

PLACED = re.compile(r"\s*(?:\(|,\s*(?:en|dans l[ea]|dans les|dans l['’])\s*)(?P<place>[^(),;.]{3,30})")
"""«Montélimar (Drôme)», «Houma, en Louisiane»: where a text puts a place."""

GOVERNMENT = re.compile(r"minist|gouvernement|conseil|cabinet|fédération|communauté|département", re.IGNORECASE)
"""Organizations that have ministers; the others are what one is for: «ministre des Relations internationales»."""

NEAR = 80
"""Characters after a body in which what its sentence says of its country is looked for."""

ADJECTIVE = re.compile(r"(?:aise?|oise?|ien|ienne|aine?|an|ane|anne|en|enne|ique|ard|ine?|on|onne|ote?|eenne?)s?$")

COLLECTIVITIES = ("intercommunality", "department", "region")
OF_STATES = ("ambassador", "consul")


class Bodies:
    """The bodies of one document, looked up by what the text calls them and where."""

    def __init__(self, doc: Doc) -> None:
        self._entities = get_entities(doc)
        self._text = text_of(doc).lower()
        spans = sorted(
            (m["start"], m["end"], i)
            for i, entity in enumerate(self._entities)
            if entity["type"] not in ("person", "venue")
            for m in entity["mentions"]
        )
        shared = Counter((start, end) for start, end, _ in spans)
        self._mentions = [span for span in spans if shared[span[:2]] == 1]
        self._sentences = [item["start"] for item in get_sentences(doc)]
        self.taken: dict[tuple[str, int], set[int]] = {}
        """Who holds an office that the text gives to a body in so many words: another can then not hold it too."""
        self.named: dict[tuple[str, int], set[int]] = {}
        """The same, where the text names the body in those words and does not only describe it."""
        self.told: dict[str, int | None] = {}
        """The body in which a title was held last."""
        self._free: set[tuple[str, int, int]] = set()
        """Title, body and person wherever the answer was that nobody else holds the office."""
        self._unrivalled: set[tuple[str, int, int]] = set()
        """The same for a body that is only described."""
        self._doc = doc
        self._headings = headings(doc, self._mentions)

    def type_of(self, entity: int) -> str:
        """Entity type."""
        return self._entities[entity]["type"]

    def alike(self, body: int, other: int) -> bool:
        """Two cities, two regions, or two organizations whose names begin alike («Université de…»)."""
        kind = self.type_of(body)
        if kind != "organization" or self.type_of(other) != kind:
            return kind == self.type_of(other)
        return fold(self._entities[body]["name"]).split()[0] == fold(self._entities[other]["name"]).split()[0]

    def suits(self, entity: int, title: str) -> bool:
        """Whether a body named after an office can be the office's: an ambassador is never a city's."""
        kind = self.type_of(entity)
        if title == "minister" and kind in ("organization", "city"):
            return bool(GOVERNMENT.search(self._entities[entity]["name"]))
        return kind != "person" and (title not in OF_STATES or kind in ("country", "region"))

    def named_by(self, noun: str, offset: int, rest: list[str]) -> int | None:
        """«Agglo» → the intercommunality so called, else the one named last before the offset.

        `rest` holds the words that go on («comité *d'échanges culturels*»): an organization must have them in its name.
        """
        folded = fold(noun)
        types = tuple(kind for kind, nouns in body_nouns().items() if folded in nouns)
        wanted = [
            (start, index)
            for start, _, index in self._mentions
            if self._is_called(self._entities[index], folded, types, rest)
        ]
        if folded in VAGUE:
            return self._topic([index for start, index in wanted if start < offset])
        if not wanted and "organization" in types and folded not in ASSEMBLIES:
            wanted = [(start, index) for start, _, index in self._mentions if self.type_of(index) == "organization"]
        collocated = _collocated(folded)
        called = [pair for pair in wanted if collocated.search(self._text[max(0, pair[0] - 60) : pair[0]])]
        return _nearest(called or wanted, offset)

    def called_and_told(self, noun: str, adjective: str, offset: int, title: str) -> int | None:
        """«chambre» and «algérienne», «cité» and «drômoise»: a body so called that the adjective fits."""
        folded, codes = fold(noun), country_adjectives().get(fold(adjective), frozenset())
        types = tuple(kind for kind, nouns in body_nouns().items() if folded in nouns)
        if title in ("mayor", "deputy_mayor"):
            types = ("city",)
        wanted = [
            (start, index)
            for start, _, index in self._mentions
            if self._is_called(self._entities[index], folded, types, []) and self._fits(index, adjective, codes)
        ]
        return _nearest(wanted, offset)

    def _fits(self, body: int, adjective: str, codes: frozenset[str]) -> bool:
        """Whether an adjective is of a body, of its country, or of the region that the text puts it in."""
        entity = self._entities[body]
        if codes:
            country = entity["country"] or self._seat(body)
            return country in codes or (country is None and self._is_among(body, codes))
        stem = fold(adjective)
        if len(stem) < 6 or not ADJECTIVE.search(stem):
            return False
        if _alike(entity["name"], stem):
            return True
        for mention in entity["mentions"]:
            around = PLACED.match(self._text, mention["end"])
            if around and _alike(around["place"], stem):
                return True
        return False

    def _seat(self, body: int) -> str | None:
        """The country of the town in a body's name: «Port de Sète»."""
        name = f" {fold(self._entities[body]['name'])} "
        towns = (e for e in self._entities if e["type"] == "city" and e["country"] and f" {fold(e['name'])} " in name)
        return next((town["country"] for town in towns), None)

    def _is_among(self, body: int, codes: frozenset[str]) -> bool:
        """Whether a sentence that names a body speaks of one of some countries, and of no other body of its type."""
        for mention in self._entities[body]["mentions"]:
            start = max((begin for begin in self._sentences if begin <= mention["start"]), default=0)
            near = [i for at, _, i in self._mentions if start <= at < mention["end"] + NEAR]
            if any(self._entities[i]["country"] in codes for i in near if i != body):
                return True
        return False

    def _topic(self, indexes: list[int]) -> int | None:
        """Of the organizations named so far, the one that the text names most."""
        counts = {index: len(self._entities[index]["mentions"]) for index in dict.fromkeys(indexes)}
        return max(counts, key=lambda index: counts[index]) if counts else None

    def by_adjective(self, word: str, offset: int, title: str) -> int | None:
        """«jurassien» → the Jura, «mauricienne» → Maurice, when the text names them; for a mayor, a city there."""
        folded = fold(word)
        meant = [i for start, _, i in self._mentions if start == offset]
        if meant and (title not in ("mayor", "deputy_mayor") or self.type_of(meant[0]) == "city"):
            return meant[0]
        codes = country_adjectives().get(folded) or country_adjectives().get(folded.rstrip("s"))
        if codes:
            kinds = ("city",) if title in ("mayor", "deputy_mayor") else ("country",)
            named = [
                (start, i)
                for start, _, i in self._mentions
                if self.type_of(i) in kinds and self._entities[i]["country"] in codes
            ]
            if named:
                return _nearest(named, offset)
        if (region := region_of(folded)) is not None:
            wide = [(start, i) for start, _, i in self._mentions if _is_region(self._entities[i], region)]
            if wide and title not in ("mayor", "deputy_mayor"):
                return _nearest(wide, offset)
        if len(folded) < 6 or not ADJECTIVE.search(folded):
            return None
        alike = [
            (start, i)
            for start, _, i in self._mentions
            if self.type_of(i) in ("country", "region", "department", "city")
            and _alike(self._entities[i]["name"], folded)
        ]
        return _nearest(alike, offset)

    def fitting(self, types: tuple[str, ...], title: str) -> list[tuple[int, int]]:
        """Where the text names a body of some types that the office may be of, with its index."""
        fits = {i for i, entity in enumerate(self._entities) if entity["type"] in types and self._may_have(title, i)}
        return [(start, i) for start, _, i in self._mentions if i in fits and self._text[start - 1 : start] != "("]

    def _may_have(self, title: str, body: int) -> bool:
        """No governor is French, and no region of France has ministers."""
        entity = self._entities[body]
        french = entity["country"] == "FR"
        return not (french and (title == "governor" or (title == "minister" and entity["type"] == "region")))

    def country_of(self, body: int) -> str | None:
        """Country code."""
        return self._entities[body]["country"]

    def home(self, offset: int, types: tuple[str, ...], *, sure: bool, least: float = 0.0) -> int | None:
        """The body of some types that speaks at an offset."""
        return home_at(self._doc, offset, *types, sure=sure, least=least)

    def opposite(self, title: str, offset: int) -> int | None:
        """The partner of the body in which the title was held last: the most named of its kind in another country."""
        body = self.told.get(title)
        if body is None:
            return None
        country = self._entities[body]["country"]
        others = [
            (start, i)
            for start, _, i in self._mentions
            if i != body
            and self.type_of(i) == self.type_of(body)
            and (country is None or self._entities[i]["country"] not in {country, None})
        ]
        return self._foremost(others, offset)

    def respective(self, title: str, count: int, offset: int, sentence: int) -> list[int]:
        """«les deux maires, X et Y»: as many bodies as holders, of one kind, in the order of the text."""
        former = max((begin for begin in self._sentences if begin < sentence), default=0)
        types = TITLE_TYPES.get(title, ())
        for start, end in ((sentence, offset), (former, sentence), (0, offset), (0, len(self._text))):
            named = list(
                dict.fromkeys(i for at, _, i in self._mentions if start <= at < end and self.type_of(i) in types)
            )
            kinds = [[i for i in named if self.type_of(i) == kind] for kind in types]
            if found := next((group for group in (named, *kinds) if len(group) == count), None):
                return found
        return []

    def text(self, start: int, end: int) -> str:
        """The words of a stretch, in small letters."""
        return self._text[start:end]

    def is_named(self, body: int, words: str) -> bool:
        """Whether words name a body and do not only describe it: «du Conseil départemental de l'Aude», the Aude."""
        folded = fold(words)
        mentions = self._entities[body]["mentions"]
        names = {fold(self._text[m["start"] : m["end"]]) for m in mentions if m["kind"] == "name"}
        return any(name in folded for name in {fold(self._entities[body]["name"]), *names})

    def headed(self, offset: int) -> set[int]:
        """Bodies that a heading above an offset names."""
        return {index for start, index, _ in self._headings if start < offset}

    def _foremost(self, fitting: list[tuple[int, int]], offset: int) -> int | None:
        """The body that the text names most, with what the headings above add; the first of equals."""
        weights = Counter(i for _, i in fitting)
        headed = {index: weight for start, index, weight in reversed(self._headings) if start < offset}
        weights.update({index: weight for index, weight in headed.items() if index in weights})
        return max(weights, key=lambda i: weights[i]) if weights else None

    def held_by_other(self, title: str, body: int, person: int) -> bool:
        """True when the text gives the body's only such office to someone else."""
        if title not in SINGLE:
            return False
        held = bool(self.taken.get((title, body), set()) - {person})
        if not held:
            self._free.add((title, body, person))
        return held

    def named_for_other(self, title: str, body: int, person: int) -> bool:
        """True when the text names the territory with someone else's only such office."""
        if title not in SINGLE or self.type_of(body) == "organization":
            return False
        held = bool(self.named.get((title, body), set()) - {person})
        if not held:
            self._unrivalled.add((title, body, person))
        return held

    def is_contradicted(self) -> bool:
        """Whether what is now known of `taken` contradicts an answer given before."""
        taken = any(self.taken.get((title, body), set()) - {person} for title, body, person in self._free)
        return taken or any(self.named.get((title, body), set()) - {who} for title, body, who in self._unrivalled)

    def preceding(self, offset: int, sentence: int, types: tuple[str, ...] | None) -> int | None:
        """«sa présidente»: the last body named in the sentence, else the first of the sentence before."""
        fitting = [
            (start, i) for start, _, i in self._mentions if start < offset and (not types or self.type_of(i) in types)
        ]
        inside = [i for start, i in fitting if start >= sentence]
        if inside:
            return inside[-1]
        former = max((begin for begin in self._sentences if begin < sentence), default=0)
        earlier = [i for start, i in fitting if start >= former]
        return earlier[0] if earlier else fitting[-1][1] if fitting else None

    def names_between(self, start: int, end: int, types: tuple[str, ...]) -> bool:
        """Whether a body of some types is named in a stretch."""
        return any(start <= at < end and self.type_of(i) in types for at, _, i in self._mentions)

    def pair_before(self, offset: int, sentence: int, title: str = "") -> list[int]:
        """The two parties that «la première» and «la seconde» mean: the last two bodies of a kind named in turn."""
        types = TITLE_TYPES.get(title) or (
            "city",
            "intercommunality",
            "department",
            "region",
            "organization",
            "country",
        )
        former = max((begin for begin in self._sentences if begin < sentence), default=0)
        for start in (sentence, former):
            order = [i for at, _, i in self._mentions if start <= at < offset and self.type_of(i) in types]
            pair = list(dict.fromkeys(order))
            if len(pair) >= 2:
                return pair[:2]
        return []

    def _is_called(self, entity: LinkedEntity, noun: str, types: tuple[str, ...], rest: list[str]) -> bool:
        if entity["type"] == "organization":
            if noun in VAGUE:
                return True
            words = re.findall(r"\w+", fold(entity["name"]))
            return all(word in words for word in [*noun.split(), *rest[:3]])
        return entity["type"] in types


ASSEMBLIES = frozenset({"conseil", "gouvernement", "executif", "assemblee", "comite", "commission"})
"""Nouns that leave open whose they are: «le président du Grand Conseil»."""

VAGUE = frozenset(
    {
        "etablissement",
        "institution",
        "structure",
        "organisme",
        "organisation",
        "societe",
        "entreprise",
        "holding",
        "marque",
    }
)
"""Nouns that take up any organization named before."""


def _is_region(entity: LinkedEntity, name: str) -> bool:
    """Whether an entity is the region of a name, with or without its article."""
    wide = entity["type"] in ("region", "department", "organization")
    return wide and fold(entity["name"]).removeprefix("la ") == fold(name).removeprefix("la ")


def _alike(name: str, adjective: str) -> bool:
    """Whether a folded adjective begins like a word of a name: «jurassien», Jura."""
    return any(len(p) > 3 and p[:5] == adjective[: min(5, len(p))] for p in fold(name).split())


def _nearest(pairs: list[tuple[int, int]], offset: int) -> int | None:
    """The last before an offset, else the first after."""
    before = [pair for pair in pairs if pair[0] < offset]
    if before:
        return before[-1][1]
    return pairs[0][1] if pairs else None


def types_of(office: Office) -> tuple[str, ...]:
    """Types of body that an office without one may belong to; «conseillère régionale» is a region's."""
    head = fold(office.head)
    for stem, kind in COUNCILS if office.title == "councillor" else ():
        if f" {stem}" in head:
            return (kind,)
    return TITLE_TYPES.get(office.title, ())


@lru_cache(maxsize=1000)
def _collocated(noun: str) -> re.Pattern[str]:
    """A noun right before the name that it governs: «agglo de», «comité d'échanges de la»."""
    return re.compile(rf"\b{re.escape(noun)}\s+(?:[\w-]+\s+)?(?:de\s+la\s+|de\s+l['’]|du\s+|d['’]|de\s+)$")
