"""The two sides of a text: the territories or bodies that most of it is about, when a sentence does not name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from entente.annotations import EntityMention, Extent, LinkedEntity, get_blocks, get_entities, get_roles
from entente.facts.candidates import TERRITORIES, candidates
from entente.facts.folding import fold, folded_of
from entente.facts.patterns import lexicon_pattern

HEADED = 3.0
"""A name in a heading or title weighs as much as three mentions in the body."""

HOME = 2.0
"""What an office or «la Ville» adds: a release speaks of its own town by them."""

NEAR = 4.0
"""What a mention in the paragraphs of the instrument adds: a bulletin tells of several partners in turn."""

PAIRED = 5.0
"""What «Comité de jumelage Josselin-Zorgho» adds to both."""

LEAST = 2.0
"""Weight below which a body that is no territory is not taken for a side: it is told once, in passing."""

KEPT = 8

Class = str


@dataclass(frozen=True, slots=True)
class Side:
    """An entity that may be a side of the text's agreements."""

    entity: int
    kind: Class
    country: str | None
    weight: float


def partner_pair(doc: Doc, known: set[int], classes: Iterable[Class], near: list[Extent]) -> list[EntityMention]:
    """A mention of each side that is missing from `known`, up to two sides of one class and of different countries.

    `classes` are those that the text allows (none: all); `near` the stretches that speak of the instrument.
    """
    entities = get_entities(doc)
    sides = _weighed(doc, near)
    held = {class_of(entities[index]) for index in known}
    allowed = set(classes) or held
    groups = [allowed] if allowed else [{"town"}, {"region"}, *({kind} for kind in BODIES)]
    options = [(_complete(entities, known, [s for s in sides if s.kind in group])) for group in groups]
    if not any(options) and allowed:
        options = [_complete(entities, known, [s for s in sides if s.kind in TERRITORIAL])]
    chosen = max(options, key=lambda some: (len(some), sum(side.weight for side in some)), default=[])
    return [_first(entities[side.entity], side.entity) for side in chosen]


def _complete(entities: list[LinkedEntity], known: set[int], sides: list[Side]) -> list[Side]:
    """The weightiest sides, each of a country of its own, that make two with those known."""
    countries = {entities[i]["country"] for i in known if entities[i]["country"]}
    chosen: list[Side] = []
    for side in sides:
        if len(known) + len(chosen) >= 2:
            break
        if side.entity in known or (side.country is not None and side.country in countries):
            continue
        if side.kind not in TERRITORIAL and side.weight < LEAST:
            continue
        chosen.append(side)
        countries.add(side.country) if side.country else None
    return chosen


def _first(entity: LinkedEntity, index: int) -> EntityMention:
    first = entity["mentions"][0]
    return EntityMention(first["start"], first["end"], index, first["kind"], True, False)


TERRITORIAL = ("town", "region")
BODIES = ("hospital", "university", "school", "chamber", "port", "museum", "body")


def class_of(entity: LinkedEntity) -> Class:
    """What an entity is among its like: towns twin with towns, hospitals with hospitals."""
    if entity["type"] in ("city", "intercommunality"):
        return "town"
    if entity["type"] in ("region", "department"):
        return "region"
    if entity["type"] != "organization":
        return entity["type"]
    name = fold(entity["name"])
    return next((kind for kind, pattern in BODY_NAMES if pattern.match(name)), "body")


BODY_NAMES = (
    (
        "hospital",
        re.compile(r"(?:hopita\w+|centre hospitalier|chu\b|chr\b|chuv|hug\b|clinique|maternite|institut curie)"),
    ),
    ("school", re.compile(r"(?:lycee|college|gymnase|ies|ecole (?:primaire|elementaire|communale)|athenee)\b")),
    (
        "university",
        re.compile(r"(?:universit\w+|ecole|institut|faculte|haute ecole|cegep|hes\b|academie|insa\b|imt\b|iut\b)"),
    ),
    ("chamber", re.compile(r"(?:chambre|cci|cma)\b")),
    ("port", re.compile(r"(?:(?:grand )?port)\b")),
    ("museum", re.compile(r"(?:musee|bibliotheque|archives|theatre|conservatoire|orchestre|opera|harmonie)\b")),
)

NOUNS: tuple[tuple[str, Class], ...] = (
    (r"villes?|communes?|municipalites?|cites?|mairies?|bourgades?|agglomerations?|metropoles?", "town"),
    (r"regions?|provinces?|departements?|cantons?|comtes?|lander|assemblees|conseils\s+departementaux", "region"),
    (r"hopitaux|etablissements\s+(?:hospitaliers|de\s+sante)|maternites", "hospital"),
    (r"universites?|ecoles|facultes|instituts", "university"),
    (r"lycees|colleges|proviseur\w+", "school"),
    (r"chambres|compagnies\s+consulaires", "chamber"),
    (r"ports", "port"),
    (r"musees|bibliotheques|conservatoires|orchestres|theatres|harmonies", "museum"),
    (r"etablissements|institutions|associations|structures|organismes|maisons", "body"),
)
COUNTED = re.compile(
    r"(?<!\w)(?:les|nos|leurs|ces|des|aux)\s+(?:deux|trois)\s+(?:"
    + "|".join(rf"(?P<c{number}>{nouns})" for number, (nouns, _) in enumerate(NOUNS))
    + r")\b"
)


def classes_told(doc: Doc, near: list[Extent]) -> list[Class]:
    """The class that «les deux hôpitaux» gives to the sides of an instrument."""
    folded = folded_of(doc)
    for start, end in near:
        if match := COUNTED.search(folded, start, end):
            told = NOUNS[int(match.lastgroup[1:])][1] if match.lastgroup else "body"
            return [*BODIES] if told == "body" else [told]
    return []


def _weighed(doc: Doc, near: list[Extent]) -> list[Side]:
    """The sides, weightiest first; what stands near the instrument gains."""
    entities = get_entities(doc)
    close = {
        c.entity for start, end in near for c in candidates(doc, start, end) if c.part in ("plain", "office", "place")
    }
    sides = [
        Side(index, class_of(entities[index]), entities[index]["country"], weight + NEAR * (index in close))
        for index, weight in _weights(doc, id(entities))
    ]
    return sorted(sides, key=lambda side: (-side.weight, entities[side.entity]["mentions"][0]["start"]))


@lru_cache(maxsize=KEPT)
def _weights(doc: Doc, entities_id: int) -> tuple[tuple[int, float], ...]:
    """How much of the text each possible side has; kept while the same entities stand on the same Doc."""
    entities = get_entities(doc)
    public = lexicon_pattern("perimetre", "public_body")
    weights: dict[int, float] = {}
    for block in get_blocks(doc):
        gain = HEADED if block["kind"] in ("title", "heading") else 1.0
        for candidate in candidates(doc, block["start"], block["end"]):
            if candidate.part not in ("plain", "office"):
                continue
            if candidate.type not in TERRITORIES and not (
                candidate.type == "organization" and public.match(fold(entities[candidate.entity]["name"]))
            ):
                continue
            home = candidate.part == "office" or candidate.mention.kind == "nominal"
            weights[candidate.entity] = weights.get(candidate.entity, 0.0) + gain + home * HOME
    for role in get_roles(doc):
        body = role["organization"]
        if body is not None and entities[body]["type"] == "organization" and not role["former"]:
            weights[body] = weights.get(body, 0.0) + 1.0
    for index in _paired(entities):
        weights[index] = weights.get(index, 0.0) + PAIRED
    return tuple(weights.items())


def _paired(entities: list[LinkedEntity]) -> list[int]:
    """The towns that a committee carries both in its name: «Comité de jumelage Josselin-Zorgho»."""
    towns = {fold(entity["name"]): index for index, entity in enumerate(entities) if entity["type"] in TERRITORIES}
    committees = [fold(entity["name"]) for entity in entities if entity["type"] == "organization"]
    pairs = [[towns[town] for town in towns if _holds(name, town)] for name in committees]
    return [index for pair in pairs if len(pair) == 2 for index in pair]


def _holds(name: str, town: str) -> bool:
    """Whether a town stands in a name, as whole words."""
    at = name.find(town)
    while at >= 0 and (BEGUN.search(name, 0, at) or GOES_ON.match(name, at + len(town))):
        at = name.find(town, at + 1)
    return at >= 0


BEGUN = re.compile(r"\w\Z")
GOES_ON = re.compile(r"\w")
"""A letter before or after: the town is part of a longer word."""
