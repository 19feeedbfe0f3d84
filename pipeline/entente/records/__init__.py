"""The contract: what a run writes, as frozen pydantic models."""

from entente.records.agreement import Agreement, Signatory
from entente.records.codes import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    CERTAINTIES,
    COMMITMENT_STATUSES,
    DATE_MODS,
    DATE_TYPES,
    DOMAINS,
    ENTITY_TYPES,
    EVENT_KINDS,
    EVENT_STATUSES,
    ROLE_TITLES,
)
from entente.records.commitment import Commitment
from entente.records.date import DateExpression
from entente.records.document import Document
from entente.records.entity import Entity, Role
from entente.records.event import Event
from entente.records.failure import Failure
from entente.records.quote import Quote
from entente.records.reading import Reading
from entente.records.slots import Amount, Count, DateSlot, DomainSlot, EntitySlot
from entente.records.span import Span

__all__ = [
    "AGREEMENT_KINDS",
    "AGREEMENT_STATUSES",
    "CERTAINTIES",
    "COMMITMENT_STATUSES",
    "DATE_MODS",
    "DATE_TYPES",
    "DOMAINS",
    "ENTITY_TYPES",
    "EVENT_KINDS",
    "EVENT_STATUSES",
    "ROLE_TITLES",
    "Agreement",
    "Amount",
    "Commitment",
    "Count",
    "DateExpression",
    "DateSlot",
    "Document",
    "DomainSlot",
    "Entity",
    "EntitySlot",
    "Event",
    "Failure",
    "Quote",
    "Reading",
    "Role",
    "Signatory",
    "Span",
]
