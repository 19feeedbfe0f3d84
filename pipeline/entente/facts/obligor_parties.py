"""The parties that words stand for: named, of an agreement, of whoever speaks, or pointed at («les deux villes»)."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    EntityMention,
    Extent,
    Filler,
    entities_in,
    get_agreements,
    get_entities,
    get_quotes,
    get_roles,
    text_of,
)
from entente.facts.fillers import fillers
from entente.facts.folding import fold
from entente.facts.subjects import PARTY_TYPES

OFFICE_WEIGHT = 3
"""How many mentions an office holder is worth: a release is told by those whose officials it names."""


def parties_named(doc: Doc, extent: Extent) -> list[Filler]:
    """The parties named in a stretch, whatever their place in it."""
    return fillers(doc, entities_in(doc, extent.start, extent.end, *PARTY_TYPES))


def agreement_parties(doc: Doc, agreement: int | None) -> list[Filler]:
    """The parties of an agreement, inferred."""
    if agreement is None:
        return []
    found = get_agreements(doc)[agreement]
    return [
        Filler(entity=p["entity"], name=p["name"], inferred=True, count=p["count"], evidence=list(p["evidence"]))
        for p in found["parties"]
    ]


def speaker_parties(doc: Doc, offset: int) -> list[Filler]:
    """The body for which the speaker of a quote holds office, inferred."""
    for quote in get_quotes(doc):
        if quote["speaker"] is not None and any(first <= offset < last for first, last in quote["evidence"]):
            return office_parties(doc, quote["speaker"], quote["evidence"][0])
    return []


def office_parties(doc: Doc, person: int, evidence: Extent) -> list[Filler]:
    """The body for which a person holds office, inferred; none when no office is told."""
    for role in get_roles(doc):
        if role["person"] == person and role["organization"] is not None and not role["former"]:
            name = get_entities(doc)[role["organization"]]["name"]
            return [Filler(entity=role["organization"], name=name, inferred=True, count=None, evidence=[evidence])]
    return []


def holder_parties(doc: Doc, title: str, words: Extent) -> list[Filler]:
    """«le maire», unnamed: the body whose holder of that office the text named last before, inferred."""
    codes = [code for code, stems in OFFICES.items() if title.startswith(stems)]
    held = [
        (role["evidence"][0].start, role["organization"])
        for role in get_roles(doc)
        if role["title"] in codes and role["organization"] is not None and not role["former"]
    ]
    before = [organization for at, organization in sorted(held) if at < words.start]
    return [_inferred(doc, before[-1], words)] if before else []


OFFICES = {
    "mayor": ("maire", "bourgmestre", "syndi", "edile"),
    "president": ("president",),
    "vice_president": ("vice-president",),
    "governor": ("gouverneur",),
    "minister": ("ministre",),
    "prefect": ("prefet",),
    "deputy_mayor": ("adjoint",),
    "rector": ("rect",),
    "director": ("direct",),
}
"""Title codes and how their French titles begin, folded."""


def pointing(filler: Filler, words: Extent) -> Filler:
    """A filler that the given words point at."""
    pointed = filler.copy()
    pointed["inferred"], pointed["evidence"] = True, [words]
    return pointed


def group_parties(doc: Doc, types: list[str], words: Extent, agreement: int | None) -> list[Filler]:
    """«les deux villes»: the parties of the agreement, else the last two entities of their kind."""
    bound = [p for p in agreement_parties(doc, agreement) if _has_type(doc, p, types)]
    if len(bound) < 2 and len(types) > 1:
        bound = agreement_parties(doc, agreement)
    if len(bound) > 1:
        return [pointing(p, words) for p in bound]
    recent: dict[int, EntityMention] = {}
    for mention in reversed([m for m in entities_in(doc, 0, words.start, *types) if not m.locative]):
        recent.setdefault(mention.entity, mention)
        if len(recent) == 2:
            break
    return [_inferred(doc, entity, words) for entity in reversed(recent)] if len(recent) == 2 else []


def single_party(doc: Doc, noun: str, types: list[str], words: Extent) -> list[Filler]:
    """«la Ville», «l'université»: the entity of its kind that the text speaks of most, or whose name holds the noun.

    Office holders weigh in; of bodies whose name could hold the noun («université», «port») only those that do count.
    """
    counts: dict[int, int] = {}
    for role in get_roles(doc):
        if role["organization"] is not None and get_entities(doc)[role["organization"]]["type"] in types:
            counts[role["organization"]] = OFFICE_WEIGHT
    for mention in entities_in(doc, 0, words.start, *types):
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    called = {entity: count for entity, count in counts.items() if _is_called(doc, entity, noun)}
    if called or noun in NAMING:
        counts = called
    if not counts:
        return []
    return [_inferred(doc, max(counts, key=lambda entity: (counts[entity], -entity)), words)]


NAMING = ("universite", "port", "hopital", "lycee", "musee", "cegep", "chambre", "centre hospitalier", "institut")
"""Nouns that stand in the names of the bodies that they mean."""


def _is_called(doc: Doc, entity: int, noun: str) -> bool:
    """Whether a body is named with a noun: «la province» is «la province de Khammouane», not «la Région Centre»."""
    found = get_entities(doc)[entity]
    names = [found["name"], *(text_of(doc)[m["start"] : m["end"]] for m in found["mentions"] if m["kind"] == "name")]
    return any(re.search(rf"\b{noun}s?\b", fold(name)) for name in names)


def _inferred(doc: Doc, entity: int, words: Extent) -> Filler:
    return Filler(entity=entity, name=get_entities(doc)[entity]["name"], inferred=True, count=None, evidence=[words])


def _has_type(doc: Doc, filler: Filler, types: list[str]) -> bool:
    return filler["entity"] is not None and get_entities(doc)[filler["entity"]]["type"] in types
