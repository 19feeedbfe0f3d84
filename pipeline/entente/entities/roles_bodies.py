"""The bodies of a document that offices may belong to."""

import re
from collections import Counter

from spacy.tokens import Doc

from entente.annotations import get_entities, get_sentences, home_at, text_of
from entente.entities.roles_seats import Seats
from entente.entities.roles_standing import headings
from entente.entities.roles_titles import OF_STATES
from entente.lexicons.gazetteer import fold

GOVERNMENT = re.compile(r"minist|gouvernement|conseil|cabinet|fédération|communauté|département", re.IGNORECASE)
"""Organizations that have ministers; the others are what one is for: «ministre des Relations internationales»."""


class Bodies:
    """The bodies of one document: their names, where they stand, and who holds their offices."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.entities = get_entities(doc)
        self.words = text_of(doc).lower()
        spans = sorted(
            (m["start"], m["end"], i)
            for i, entity in enumerate(self.entities)
            if entity["type"] not in ("person", "venue")
            for m in entity["mentions"]
        )
        shared = Counter((start, end) for start, end, _ in spans)
        self.mentions = [span for span in spans if shared[span[:2]] == 1]
        """Starts, ends and bodies, in the order of the text, without the words that mean several."""
        self.sentences = [item["start"] for item in get_sentences(doc)]
        self.headings = headings(doc, self.mentions)
        self.seats = Seats()

    def type_of(self, entity: int) -> str:
        """Entity type."""
        return self.entities[entity]["type"]

    def alike(self, body: int, other: int) -> bool:
        """Two cities, two regions, or two organizations whose names begin alike («Université de…»)."""
        kind = self.type_of(body)
        if kind != "organization" or self.type_of(other) != kind:
            return kind == self.type_of(other)
        return fold(self.entities[body]["name"]).split()[0] == fold(self.entities[other]["name"]).split()[0]

    def suits(self, entity: int, title: str) -> bool:
        """Whether a body named after an office can be the office's: an ambassador is never a city's."""
        kind = self.type_of(entity)
        if title == "minister" and kind in ("organization", "city"):
            return bool(GOVERNMENT.search(self.entities[entity]["name"]))
        return kind != "person" and (title not in OF_STATES or kind in ("country", "region"))

    def fitting(self, types: tuple[str, ...], title: str) -> list[tuple[int, int]]:
        """Where the text names a body of some types that the office may be of, with its index."""
        fits = {i for i, entity in enumerate(self.entities) if entity["type"] in types and self._may_have(title, i)}
        return [(start, i) for start, _, i in self.mentions if i in fits and self.words[start - 1 : start] != "("]

    def _may_have(self, title: str, body: int) -> bool:
        """No governor is French, and no region of France has ministers."""
        entity = self.entities[body]
        french = entity["country"] == "FR"
        return not (french and (title == "governor" or (title == "minister" and entity["type"] == "region")))

    def country_of(self, body: int) -> str | None:
        """Country code."""
        return self.entities[body]["country"]

    def home(self, offset: int, types: tuple[str, ...], *, sure: bool, least: float = 0.0) -> int | None:
        """The body of some types that speaks at an offset."""
        return home_at(self._doc, offset, *types, sure=sure, least=least)

    def text(self, start: int, end: int) -> str:
        """The words of a stretch, in small letters."""
        return self.words[start:end]

    def is_named(self, body: int, words: str) -> bool:
        """Whether words name a body and do not only describe it: «du Conseil départemental de l'Aude», the Aude."""
        folded = fold(words)
        mentions = self.entities[body]["mentions"]
        names = {fold(self.words[m["start"] : m["end"]]) for m in mentions if m["kind"] == "name"}
        return any(name in folded for name in {fold(self.entities[body]["name"]), *names})

    def headed(self, offset: int) -> set[int]:
        """Bodies that a heading above an offset names."""
        return {index for start, index, _ in self.headings if start < offset}

    def foremost(self, fitting: list[tuple[int, int]], offset: int) -> int | None:
        """The body that the text names most, with what the headings above add; the first of equals."""
        weights = Counter(i for _, i in fitting)
        headed = {index: weight for start, index, weight in reversed(self.headings) if start < offset}
        weights.update({index: weight for index, weight in headed.items() if index in weights})
        return max(weights, key=lambda i: weights[i]) if weights else None

    def names_between(self, start: int, end: int, types: tuple[str, ...]) -> bool:
        """Whether a body of some types is named in a stretch."""
        return any(start <= at < end and self.type_of(i) in types for at, _, i in self.mentions)


def nearest(pairs: list[tuple[int, int]], offset: int) -> int | None:
    """The last before an offset, else the first after."""
    before = [pair for pair in pairs if pair[0] < offset]
    if before:
        return before[-1][1]
    return pairs[0][1] if pairs else None
