"""An event in the making: what one sentence tells of it, before the tellings are put together."""

from dataclasses import dataclass, field

from entente.annotations import Extent
from entente.facts.event_view import Seen, View


@dataclass
class Sketch:
    """What one sentence, and later several, tell of an event."""

    rule: str
    kind: str
    family: str
    """What may be one: `visit`, `signing`, `conference`, `festival`, `ceremony`, `reception`, `meeting`, `exchange`,
    `other`."""
    view: View
    cues: list[Extent]
    trigger: Extent
    """The word that tells of the event."""
    when: int | None = None
    edtf: str = ""
    until: int | None = None
    """Index of the date of the last day, where the first is told apart; `edtf` then spans both."""
    edge: str = ""
    """`start` or `end` when its date is only the first or the last day of a stay."""
    original_when: int | None = None
    places: list[Seen] = field(default_factory=list)
    organizers: list[Seen] = field(default_factory=list)
    leaders: list[Seen] = field(default_factory=list)
    hosts: list[Seen] = field(default_factory=list)
    participants: list[Seen] = field(default_factory=list)
    evidence: list[View] = field(default_factory=list)
    edition: int | None = None
    again: bool = False
    """True when the words take up an event already told («la cérémonie», «ce déplacement»)."""
    part: str = ""
    """`closing` or `opening` for that part of an occasion alone («la cérémonie de clôture du forum»)."""
    aside: bool = False
    """True when it is only told by the way, as what an instrument went through («la convention signée en 2012»)."""
    there: bool = False
    """True for «y» or «sur place», whose place the sentence does not name."""
    status: str = "held"
    tense: str = "none"
    certainty: str = "asserted"
    sure: bool = True
    """False for words of a wide meaning, which count only where a sentence tells nothing surer."""
    weak: bool = False
    """True for words that only count together with another telling."""
    part_of: "Sketch | None" = None

    @property
    def told(self) -> bool:
        """True when it has anything of its own to tell."""
        return bool(self.when is not None or self.places or self.leaders or self.participants or self.hosts)
