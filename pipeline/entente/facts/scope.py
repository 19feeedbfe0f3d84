"""Whether a document tells of cooperation across a border at all; nothing else is recorded as a fact."""

from spacy.tokens import Doc

from entente.annotations import get_entities, text_of
from entente.facts.folding import fold
from entente.facts.patterns import lexicon_pattern


def in_scope(doc: Doc) -> bool:
    """False when the places that the text names all lie in one country and no word speaks of abroad.

    A country counts by its own name or by a place that is linked to it; a place without a link may lie anywhere.
    """
    entities = [entity for entity in get_entities(doc) if entity["type"] in PLACES]
    countries = {entity["country"] for entity in entities if entity["country"]}
    if len(countries) != 1 or any(entity["country"] is None for entity in entities):
        return True
    return speaks_of_abroad(doc)


def domestic(doc: Doc, parties: list[int]) -> bool:
    """True when two parties or more lie in the only country that the text knows, and no word speaks of abroad."""
    entities = get_entities(doc)
    countries = {entity["country"] for entity in entities if entity["country"]}
    home = [index for index in parties if entities[index]["country"] in countries]
    return len(countries) == 1 and len(home) > 1 and not speaks_of_abroad(doc)


def about_companies(doc: Doc) -> bool:
    """True when the text speaks of capital, subsidiaries and shares: a deal between companies."""
    return len(set(lexicon_pattern("perimetre", "company").findall(fold(text_of(doc))))) >= COMPANY_WORDS


COMPANY_WORDS = 2
"""Different words of business life that make a text one about companies; one alone also stands in public texts."""


def speaks_of_abroad(doc: Doc) -> bool:
    """True when a word of international cooperation stands anywhere in the text."""
    return lexicon_pattern("perimetre", "international").search(fold(text_of(doc))) is not None


PLACES = ("city", "intercommunality", "region", "department", "country")
