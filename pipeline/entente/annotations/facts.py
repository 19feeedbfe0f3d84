"""Facts on a Doc: the records of the contract, with indexes for ids and extents for spans."""

from typing import NotRequired, TypedDict

from spacy.tokens import Doc

from entente.annotations.offsets import Extent, fetch, register, store

AGREEMENTS, EVENTS, COMMITMENTS, QUOTES = (
    "entente_agreements",
    "entente_events",
    "entente_commitments",
    "entente_quotes",
)
for _name in (AGREEMENTS, EVENTS, COMMITMENTS, QUOTES):
    register(_name)


class Filler(TypedDict):
    """An entity slot; `entity` is None for a party that is counted but not named («77 communes»)."""

    entity: int | None
    name: str
    inferred: bool
    count: int | None
    evidence: list[Extent]


class DateFiller(TypedDict):
    """A date slot; `date` is an index of the Doc's dates."""

    date: int
    edtf: NotRequired[str]
    """The value of two time expressions together («arrivée mercredi …, elle repart demain»); else that of the one."""
    evidence: list[Extent]


class DomainFound(TypedDict):
    """A domain slot."""

    code: str
    evidence: list[Extent]


class AmountFound(TypedDict):
    """An amount slot."""

    value: float
    currency: str
    evidence: list[Extent]


class CountFound(TypedDict):
    """A count slot."""

    value: int
    approximate: bool
    of: str | None
    evidence: list[Extent]


class SignatoryFound(TypedDict):
    """A signatory; both are entity indexes."""

    person: int
    on_behalf_of: int | None
    inferred: bool
    evidence: list[Extent]


class FactFound(TypedDict):
    """What agreements, events and commitments share."""

    certainty: str
    attributed_to: int | None
    evidence: list[Extent]
    confidence: float
    rule: str
    cues: list[str]


class AgreementFound(FactFound):
    """See `records.Agreement`."""

    kind: str
    title: str | None
    parties: list[Filler]
    signatories: list[SignatoryFound]
    signed_on: DateFiller | None
    since: DateFiller | None
    period: DateFiller | None
    signed_at: Filler | None
    domains: list[DomainFound]
    amounts: list[AmountFound]
    supporters: list[Filler]
    status: str


class EventFound(FactFound):
    """See `records.Event`; `part_of` is an index of the Doc's events, `agreement` of its agreements."""

    kind: str
    name: str | None
    edition: int | None
    when: DateFiller | None
    original_when: DateFiller | None
    places: list[Filler]
    organizers: list[Filler]
    leaders: list[Filler]
    hosts: list[Filler]
    participants: list[Filler]
    headcounts: list[CountFound]
    amounts: list[AmountFound]
    domains: list[DomainFound]
    part_of: int | None
    agreement: int | None
    status: str


class CommitmentFound(FactFound):
    """See `records.Commitment`; `agreement` is an index of the Doc's agreements."""

    agreement: int | None
    parties: list[Filler]
    verb: str
    action: str
    domains: list[DomainFound]
    beneficiaries: list[Filler]
    amounts: list[AmountFound]
    due: DateFiller | None
    status: str


class QuoteFound(TypedDict):
    """See `records.Quote`."""

    speaker: int | None
    evidence: list[Extent]


def get_agreements(doc: Doc) -> list[AgreementFound]:
    """Agreements in the order of the text."""
    found: list[AgreementFound] = fetch(doc, AGREEMENTS)
    return found


def set_agreements(doc: Doc, agreements: list[AgreementFound]) -> None:
    """Put the agreements on the Doc."""
    store(doc, AGREEMENTS, agreements)


def get_events(doc: Doc) -> list[EventFound]:
    """Events in the order of the text."""
    found: list[EventFound] = fetch(doc, EVENTS)
    return found


def set_events(doc: Doc, events: list[EventFound]) -> None:
    """Put the events on the Doc."""
    store(doc, EVENTS, events)


def get_commitments(doc: Doc) -> list[CommitmentFound]:
    """Commitments in the order of the text."""
    found: list[CommitmentFound] = fetch(doc, COMMITMENTS)
    return found


def set_commitments(doc: Doc, commitments: list[CommitmentFound]) -> None:
    """Put the commitments on the Doc."""
    store(doc, COMMITMENTS, commitments)


def get_quotes(doc: Doc) -> list[QuoteFound]:
    """Quotes in the order of the text."""
    found: list[QuoteFound] = fetch(doc, QUOTES)
    return found


def set_quotes(doc: Doc, quotes: list[QuoteFound]) -> None:
    """Put the quotes on the Doc."""
    store(doc, QUOTES, quotes)
