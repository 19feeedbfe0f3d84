"""What agreements, events and commitments have in common."""

from pydantic import Field

from entente.records.codes import Certainty
from entente.records.span import Evidence, Record


class Fact(Record):
    """A statement with its certainty, its source and the rule that read it."""

    certainty: Certainty
    """`asserted`, `possible` (conditional, wish) or `denied`."""
    attributed_to: str | None = None
    """Id of the entity that is quoted or cited for it: `e5`; null when the text itself asserts."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""
    confidence: float = Field(ge=0, le=1)
    """Probability that the record is right."""
    rule: str
    """Name of the rule or model that read it: `agreement_signed`."""
    cues: tuple[str, ...]
    """The words that fired, as written: `("ont signé", "Déclaration commune")`."""
