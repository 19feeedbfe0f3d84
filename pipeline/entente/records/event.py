"""What was held."""

from entente.records.codes import EventKind, EventStatus
from entente.records.fact import Fact
from entente.records.slots import Amount, Count, DateSlot, DomainSlot, EntitySlot


class Event(Fact):
    """A visit, meeting, ceremony, conference or exchange."""

    id: str
    """Id, unique in the document: `ev1`."""
    kind: EventKind
    """Kind of event: `mission`."""
    name: str | None = None
    """Name as written: `31e Entretiens Jacques Cartier`."""
    edition: int | None = None
    """Number of the edition: `31`."""
    when: DateSlot | None = None
    """When it was or will be held; the new date of a postponed event."""
    original_when: DateSlot | None = None
    """The old date of a postponed event."""
    places: tuple[EntitySlot, ...] = ()
    """Where."""
    organizers: tuple[EntitySlot, ...] = ()
    """Those whom the text says organise."""
    leaders: tuple[EntitySlot, ...] = ()
    """Those who head the delegation."""
    hosts: tuple[EntitySlot, ...] = ()
    """Those who receive."""
    participants: tuple[EntitySlot, ...] = ()
    """Those who take part, none of the above."""
    headcounts: tuple[Count, ...] = ()
    """Counts of people or bodies."""
    amounts: tuple[Amount, ...] = ()
    """Sums spent on it."""
    domains: tuple[DomainSlot, ...] = ()
    """Domains that it is about."""
    part_of: str | None = None
    """Id of the event that it belongs to: `ev1`."""
    agreement: str | None = None
    """Id of the agreement that was signed or celebrated: `a1`."""
    status: EventStatus
    """`held`, `planned`, `cancelled` or `postponed`."""
