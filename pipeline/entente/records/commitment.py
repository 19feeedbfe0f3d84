"""What was promised."""

from entente.records.codes import CommitmentStatus
from entente.records.fact import Fact
from entente.records.slots import Amount, DateSlot, DomainSlot, EntitySlot


class Commitment(Fact):
    """What a party binds itself to do."""

    id: str
    """Id, unique in the document: `c1`."""
    agreement: str | None = None
    """Id of the agreement that binds: `a1`."""
    parties: tuple[EntitySlot, ...] = ()
    """Who is bound."""
    verb: str
    """Lemma of the action, not of the promise: `soutenir`."""
    action: str
    """The clause, as written."""
    domains: tuple[DomainSlot, ...] = ()
    """Domains of the action."""
    beneficiaries: tuple[EntitySlot, ...] = ()
    """For whom."""
    amounts: tuple[Amount, ...] = ()
    """Sums promised."""
    due: DateSlot | None = None
    """By when."""
    status: CommitmentStatus
    """`pledged`, `done` or `withdrawn`."""
