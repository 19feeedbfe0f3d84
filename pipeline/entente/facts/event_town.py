"""The town of a bare «hôtel de ville»: named inside the venue's name, or the town that the text last was in."""

import re

from spacy.tokens import Doc

from entente.annotations import EntityMention, entities_in, get_entities, text_of
from entente.facts.event_place import places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import PLACE_TYPES, Seen, View
from entente.facts.event_words import words

NAMED = re.compile(r".*\s(?:de\s+|du\s+|d['’])[A-ZÀ-Þ]")
"""A name behind the noun of a venue: «musée océanographique de Monaco»."""


NEAR = 4
"""Sentences in which a bare «salle des fêtes» is still in the town that the text was in."""


class Towns:
    """Remembers, sentence after sentence, the town in which the text is."""

    def __init__(self, doc: Doc) -> None:
        self.known: dict[str, EntityMention] = {}
        for mention in entities_in(doc, 0, len(text_of(doc)), "city"):
            self.known.setdefault(text_of(doc)[mention.start : mention.end], mention)
        self.text = text_of(doc)
        self.countries = [entity["country"] for entity in get_entities(doc)]
        self.last: Seen | None = None
        self.at = 0
        """Index of the sentence that located something there."""
        self.named: Seen | None = None
        """The place named last, whatever the text says of it: what «y» stands for."""

    def settle(self, sketch: Sketch) -> None:
        """Add the town of the venues where no town is told, and the place that «y» stands for."""
        if sketch.there and self.named is not None:
            worked_out = self.named.mention._replace(inferred=True)
            sketch.places = [Seen(self.named.start, self.named.end, self.named.type, worked_out)]
        if not sketch.places or any(place.type != "venue" for place in sketch.places):
            return
        town = self._inside(sketch.places) or self._last(sketch)
        if town is not None:
            worked_out = town.mention._replace(inferred=True)
            sketch.places = [*sketch.places, Seen(town.start, town.end, town.type, worked_out)]

    def elsewhere(self, one: Sketch, other: Sketch) -> bool:
        """True for places that have nothing in common; the country of a headline and a town in it have."""
        first, second = ({place.mention.entity for place in sketch.places} for sketch in (one, other))
        if not first or not second or first & second:
            return False
        wide = one.view.heading and any(place.type == "country" for place in one.places)
        return not (wide and self._countries(first) & self._countries(second))

    def _countries(self, entities: set[int]) -> set[str]:
        return {code for index in entities if (code := self.countries[index]) is not None}

    def pass_by(self, view: View) -> None:
        """Note the towns that a sentence locates something in."""
        if not view.seen and not view.ground:
            return
        named = [item for item in view.of(*PLACE_TYPES) if item.mention.kind == "name" and item.type != "venue"]
        self.named = next((item for item in reversed(named) if item.type == "city"), None) or next(
            reversed(named), self.named
        )
        if view.kind == "bullet" and view.ground:
            return
        if not view.ground and not view.of("city"):
            return
        towns = [place for place in places_of(view) if place.type == "city" and place.mention.kind == "name"]
        if towns:
            self.at = view.index
            self.last = towns[0] if view.heading else towns[-1]
        elif self.last is None and view.heading:
            self.last = next(iter(view.of("city")), None)

    def _last(self, sketch: Sketch) -> Seen | None:
        """The town that the text was in, unless the venue's name says another that no register knows."""
        first = sketch.places[0]
        if first.start >= len(sketch.view.text):
            return None
        noun = words("lieux_nommes").match(sketch.view.text, first.start)
        if noun and NAMED.match(sketch.view.text, noun.end(), first.end):
            return None
        return self.last if sketch.view.index - self.at <= NEAR else None

    def _inside(self, places: list[Seen]) -> Seen | None:
        """«hôtel de ville de Sfax» → Sfax, where the text names the town elsewhere too."""
        for place in places:
            name = self.text[place.mention.start : place.mention.end]
            for form, mention in self.known.items():
                if form in name:
                    return Seen(place.start, place.end, "city", mention)
        return None
