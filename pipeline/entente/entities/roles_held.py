"""What the rules for roles read and what they find."""

from bisect import bisect_left
from typing import NamedTuple

from entente.annotations import Extent
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_chains import Chain
from entente.entities.roles_sketch import Item, Sketch


class Held(NamedTuple):
    """A role found, before it is merged with others."""

    person: int
    title: str
    label: Extent
    organization: int | None
    former: bool
    evidence: list[Extent]
    explicit: bool
    """The text says which body; it is not understood."""


class Reader(NamedTuple):
    """What the rules look at: one sentence and the bodies of the document."""

    sketch: Sketch
    chains: list[Chain]
    bodies: Bodies
    claimed: set[int]
    """Positions of persons that hold an office by a rule that already ran."""
    paragraph: list[Item]
    """Persons named before in the paragraph."""
    titles: list[str]
    """Titles told so far in the document: the last is a counterpart's."""
    before: list[tuple[Sketch, list[Chain]]]
    """The sentences before."""

    @property
    def begin(self) -> int:
        """Offset of the sentence."""
        return self.sketch.offsets[0] if self.sketch.offsets else 0

    def people(self, start: int, end: int) -> list[tuple[int, Item]]:
        """The persons of a stretch of the sketch, each with its position."""
        at = self.sketch.people
        return [(i, self.sketch.items[i]) for i in at[bisect_left(at, start) : bisect_left(at, end)]]

    def last_person(self, end: int) -> tuple[int, Item] | None:
        """The last person before a position."""
        rank = bisect_left(self.sketch.people, end)
        at = self.sketch.people[rank - 1] if rank else None
        return None if at is None else (at, self.sketch.items[at])
