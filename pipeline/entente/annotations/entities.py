"""Entities and roles on a Doc."""

from bisect import bisect_left
from typing import NamedTuple, NotRequired, TypedDict

from spacy.tokens import Doc

from entente.annotations.offsets import Extent, fetch, register, store

ENTITIES, ROLES = "entente_entities", "entente_roles"
register(ENTITIES)
register(ROLES)


class Mention(TypedDict):
    """A stretch of text that speaks of an entity."""

    start: int
    end: int
    kind: str
    """`name` (proper name, acronym, surname), `nominal` («la Ville», «les deux villes», «le maire») or `pronoun`."""
    inferred: bool
    """True when coreference worked out whom it means."""
    locative: NotRequired[bool]
    """True when the name only locates here («à Quimper», «réunis au Caire»)."""


class LinkCandidate(TypedDict):
    """A place that the name may mean."""

    name: str
    country: str
    ids: dict[str, str]
    score: float
    """Likelihood in powers of ten of population, raised by what the text says of where it plays."""


class LinkedEntity(TypedDict):
    """An entity of the document; the fields are those of `records.Entity`."""

    type: str
    subtype: str | None
    name: str
    ids: dict[str, str]
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: list[Mention]
    """In the order of the text; a plural mention («les deux villes») stands in each of its entities."""
    link_candidates: NotRequired[list[LinkCandidate]]
    """Of a place: the likeliest readings of its name, best first, whether or not one was sure enough to be the link."""


class RoleHeld(TypedDict):
    """An office; the fields are those of `records.Role`, with entity indexes."""

    person: int
    title: str
    label: str
    organization: int | None
    former: bool
    evidence: list[Extent]


class EntityMention(NamedTuple):
    """One mention together with the index of the entity that it speaks of."""

    start: int
    end: int
    entity: int
    kind: str
    inferred: bool
    locative: bool


def get_entities(doc: Doc) -> list[LinkedEntity]:
    """Entities in the order of their first mention."""
    found: list[LinkedEntity] = fetch(doc, ENTITIES)
    return found


def set_entities(doc: Doc, entities: list[LinkedEntity]) -> None:
    """Put the entities on the Doc, in the order of their first mention."""
    store(doc, ENTITIES, entities)
    doc.user_data.pop(IN_ORDER, None)


def get_roles(doc: Doc) -> list[RoleHeld]:
    """Roles in the order of the text."""
    found: list[RoleHeld] = fetch(doc, ROLES)
    return found


def set_roles(doc: Doc, roles: list[RoleHeld]) -> None:
    """Put the roles on the Doc, in the order of the text."""
    store(doc, ROLES, roles)


def entities_in(doc: Doc, start: int, end: int, *types: str) -> list[EntityMention]:
    """Mentions that lie wholly in `start:end`, in the order of the text, of the given entity types (all when none)."""
    mentions = _in_order(doc)
    entities = get_entities(doc)
    first = bisect_left(mentions, (start,))
    last = bisect_left(mentions, (end,))
    return [m for m in mentions[first:last] if m.end <= end and (not types or entities[m.entity]["type"] in types)]


def _in_order(doc: Doc) -> list[EntityMention]:
    """All mentions by place, worked out once for the entities that stand on the Doc."""
    mentions: list[EntityMention] | None = doc.user_data.get(IN_ORDER)
    if not mentions or not isinstance(mentions[0], EntityMention):
        mentions = doc.user_data[IN_ORDER] = sorted(
            EntityMention(m["start"], m["end"], i, m["kind"], m["inferred"], m.get("locative", False))
            for i, entity in enumerate(get_entities(doc))
            for m in entity["mentions"]
        )
    return mentions


IN_ORDER = "entente_mentions_in_order"


def mentions_of(doc: Doc, entity: int) -> list[Extent]:
    """Where the text speaks of an entity."""
    return [Extent(m["start"], m["end"]) for m in get_entities(doc)[entity]["mentions"]]
