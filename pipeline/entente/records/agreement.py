"""What was agreed."""

from pydantic import Field

from entente.records.codes import AgreementKind, AgreementStatus
from entente.records.fact import Fact
from entente.records.slots import Amount, DateSlot, DomainSlot, EntitySlot
from entente.records.span import Evidence, Record


class Signatory(Record):
    """A person who signed."""

    person: str
    """Id of the person: `e5`."""
    name: str
    """Name of the person: `Johanna Rolland`."""
    on_behalf_of: str | None = None
    """Id of the party signed for: `e3`."""
    inferred: bool = False
    """True when the signature, or for whom, was worked out from an office."""
    evidence: Evidence = Field(min_length=1)
    """The words that say it."""


class Agreement(Fact):
    """One instrument or standing relation between territories or institutions."""

    id: str
    """Id, unique in the document: `a1`."""
    kind: AgreementKind
    """Kind of instrument: `joint_declaration`."""
    title: str | None = None
    """Title as written: `Déclaration commune 2024-2025`."""
    parties: tuple[EntitySlot, ...] = ()
    """Who is bound."""
    signatories: tuple[Signatory, ...] = ()
    """Who signed, and for whom."""
    signed_on: DateSlot | None = None
    """When this instrument was, or will be, signed."""
    since: DateSlot | None = None
    """When the relation began."""
    period: DateSlot | None = None
    """The term that the instrument covers."""
    signed_at: EntitySlot | None = None
    """City or venue of the signature."""
    domains: tuple[DomainSlot, ...] = ()
    """Domains that it covers."""
    amounts: tuple[Amount, ...] = ()
    """Sums that it commits."""
    supporters: tuple[EntitySlot, ...] = ()
    """Witnesses, funders and go-betweens."""
    status: AgreementStatus
    """As the text leaves it: `signed`, `planned`, `ended`."""
