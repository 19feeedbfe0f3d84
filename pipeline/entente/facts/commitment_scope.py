"""Whether what a text promises may be cooperation between territories at all."""

from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_agreements, get_entities
from entente.facts.folding import folded_of
from entente.facts.patterns import lexicon_pattern
from entente.facts.scope import LEAD

TERRITORIES = ("city", "intercommunality", "region", "department")


def cooperates(doc: Doc) -> bool:
    """Whether an agreement was read, or the text speaks of cooperation and not of public contracts."""
    if get_agreements(doc):
        return True
    folded = folded_of(doc)
    if lexicon_pattern("perimetre", "public_contracts").search(folded) is not None:
        return False
    return lexicon_pattern("perimetre", "cooperation", "international").search(folded) is not None or _meets(doc)


def _meets(doc: Doc) -> bool:
    """Whether territories of two countries act in the text: named in its lead or again, and not only as places."""
    countries = {
        entity["country"]
        for entity in get_entities(doc)
        if entity["type"] in TERRITORIES and entity["country"] is not None and _acts(entity)
    }
    return len(countries) > 1


def _acts(entity: LinkedEntity) -> bool:
    told = [mention for mention in entity["mentions"] if not mention.get("locative", False)]
    return len(told) > 1 or any(mention["start"] < LEAD for mention in told)
