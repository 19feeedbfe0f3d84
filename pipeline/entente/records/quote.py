"""What was said."""

from pydantic import Field

from entente.records.span import Evidence, Record


class Quote(Record):
    """Direct speech of at least a clause."""

    id: str
    """Id, unique in the document: `q1`."""
    speaker: str | None
    """Id of the entity that speaks: `e5`; null when the text does not say."""
    text: str
    """The words quoted; the parts of a broken quotation are joined by a space."""
    evidence: Evidence = Field(min_length=1)
    """One span a part, without the quotation marks."""
