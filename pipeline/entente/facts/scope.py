"""Whether a document tells of cooperation across a border at all; nothing else is recorded as a fact."""

import re

from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_entities
from entente.facts.folding import fold, folded_of
from entente.facts.patterns import lexicon_pattern
from entente.lexicons import gazetteer

PLACES = ("city", "intercommunality", "region", "department", "country")

TOWN_OF = re.compile(r"(?<!\w)(?:de|d'|du)\s*((?:(?!\b(?:de|du)\b|d').)+)$")
"""The town at the end of a body's name: «CHU de Rennes», «hôpital régional de Kayes»."""


def in_scope(doc: Doc) -> bool:
    """False when the places that the text names all lie in one country and no word speaks of abroad.

    A country counts by its own name, by a place that is linked to it, or by the town in a body's name; a place without
    a link may lie anywhere.
    """
    lead = folded_of(doc)[:LEAD]
    if lexicon_pattern("perimetre", "look_alikes").search(lead):
        return lexicon_pattern("perimetre", "cooperation").search(lead) is not None
    places = [entity for entity in get_entities(doc) if entity["type"] in PLACES]
    if any(place["country"] is None for place in places):
        return True
    return len(_countries(doc)) != 1 or speaks_of_abroad(doc)


LEAD = 600
"""Characters of headline and lead, which say what a text is about."""


def domestic(doc: Doc, parties: list[int]) -> bool:
    """True when two parties or more lie in the only country that the text knows, and no word speaks of abroad."""
    entities = get_entities(doc)
    countries = _countries(doc)
    home = [index for index in parties if _country(entities[index]) in countries]
    return len(countries) == 1 and len(home) > 1 and not speaks_of_abroad(doc)


def _countries(doc: Doc) -> set[str]:
    return {country for entity in get_entities(doc) if (country := _country(entity)) is not None}


def _country(entity: LinkedEntity) -> str | None:
    """Where an entity lies: by its link, else by the largest town of the name that its own name ends with."""
    if entity["country"] is not None or entity["type"] != "organization":
        return entity["country"]
    town = TOWN_OF.search(fold(entity["name"]))
    if town is None:
        return None
    key = gazetteer.fold(town.group(1))
    readings = gazetteer.load_gazetteer().find([key]).get(key, [])
    return readings[0].country if readings else None


def about_companies(doc: Doc) -> bool:
    """True when the text speaks of capital, subsidiaries and shares: a deal between companies."""
    return len(set(lexicon_pattern("perimetre", "company").findall(folded_of(doc)))) >= COMPANY_WORDS


COMPANY_WORDS = 2
"""Different words of business life that make a text one about companies; one alone also stands in public texts."""


def speaks_of_abroad(doc: Doc) -> bool:
    """True when a word of international cooperation stands anywhere in the text."""
    return lexicon_pattern("perimetre", "international").search(folded_of(doc)) is not None
