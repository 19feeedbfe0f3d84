"""The two sides of a text: the territories or bodies that most of it is about, when a sentence does not name them."""

from spacy.tokens import Doc

from entente.annotations import EntityMention, get_blocks, get_entities
from entente.facts.candidates import TERRITORIES, candidates

HEADED = 3
"""A name in a heading or title weighs as much as three mentions in the body."""


def partner_pair(doc: Doc, known: set[int], types: tuple[str, ...] = TERRITORIES) -> list[EntityMention]:
    """A mention of each side of these types that is missing from `known`, most told first, up to two sides."""
    entities = get_entities(doc)
    countries = {entities[i]["country"] for i in known if entities[i]["country"]}
    chosen: list[EntityMention] = []
    for index in (i for i in _by_weight(doc) if entities[i]["type"] in types):
        if len(known) + len(chosen) >= 2:
            break
        country = entities[index]["country"]
        if index in known or (country is not None and country in countries):
            continue
        first = entities[index]["mentions"][0]
        chosen.append(EntityMention(first["start"], first["end"], index, first["kind"], True, False))
        countries.add(country) if country else None
    return chosen


def _by_weight(doc: Doc) -> list[int]:
    """Territories that take part somewhere in the text, most told first; whose mayor speaks, or «la Ville», is home."""
    entities = get_entities(doc)
    weights: dict[int, int] = {}
    for block in get_blocks(doc):
        gain = HEADED if block["kind"] in ("title", "heading") else 1
        for candidate in candidates(doc, block["start"], block["end"]):
            if candidate.type in TERRITORIES and candidate.part in ("plain", "office"):
                home = candidate.part == "office" or candidate.mention.kind == "nominal"
                weights[candidate.entity] = weights.get(candidate.entity, 0) + gain + home * HOME
    return sorted(weights, key=lambda index: (-weights[index], entities[index]["mentions"][0]["start"]))


HOME = 2
"""What an office or «la Ville» adds: a release speaks of its own town by them."""
