"""Whether a document tells of cooperation across a border at all; nothing else is recorded as a fact."""

from spacy.tokens import Doc

from entente.annotations import get_entities, text_of
from entente.facts.folding import fold
from entente.facts.patterns import lexicon_pattern


def in_scope(doc: Doc) -> bool:
    """False when every place that the text names lies in one country and no word speaks of abroad.

    A country counts by its own name or by a place that is linked to it; a place without a link may lie anywhere.
    """
    entities = [entity for entity in get_entities(doc) if entity["type"] in PLACES]
    countries = {entity["country"] for entity in entities if entity["country"]}
    if len(countries) > 1 or any(entity["country"] is None for entity in entities):
        return True
    return lexicon_pattern("perimetre", "international").search(fold(text_of(doc))) is not None


PLACES = ("city", "intercommunality", "region", "department", "country")
