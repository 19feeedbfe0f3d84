"""The shapes that a slot of a fact may take; each carries the words that say it."""

from pydantic import Field

from entente.records.codes import DomainCode
from entente.records.span import Evidence, Record


class EntitySlot(Record):
    """Someone or something that fills a slot."""

    entity: str | None
    """Id of the entity in this document, `e3`; null when the text counts but does not name («77 communes»)."""
    name: str
    """Canonical name of the entity, or the words of the text where there is no entity: `Nantes Métropole`."""
    inferred: bool = False
    """True when the filler was worked out («la Ville») and not named at the evidence."""
    count: int | None = None
    """How many are counted by an unnamed filler: `77`."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""


class DateSlot(Record):
    """A date that fills a slot."""

    date: str
    """Id of the time expression in this document: `d2`."""
    edtf: str | None
    """Its value in EDTF: `2024-05-24/2024-05-31`; null for a duration that cannot be anchored."""
    inferred: bool = False
    """True when a part of the value, such as the year, was worked out from another date."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""


class DomainSlot(Record):
    """A domain of cooperation."""

    code: DomainCode
    """Code of the domain: `culture`."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""


class Amount(Record):
    """A sum of money."""

    value: float
    """The sum, in units of the currency: `50000`."""
    currency: str
    """ISO 4217 code: `EUR`."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""


class Count(Record):
    """A number of people or bodies."""

    value: int
    """The number: `50`."""
    approximate: bool = False
    """True for «une cinquantaine», «près de», «environ»."""
    of: str | None = None
    """What is counted, as written: `acteurs économiques`."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""
