"""How much one container may unpack to: what ends a bomb."""

from collections.abc import Callable
from dataclasses import dataclass, field

from entente.errors import InputError
from entente.ingest.walk import Walk

FLOOR = 100_000_000
"""Bytes that any container may unpack to, however small it is: a crawl of one template packs beyond every ratio."""


class Overrun(InputError):
    """A container that unpacks to more than it may."""

    def __init__(self, message: str, budget: "Budget") -> None:
        super().__init__(message)
        self.budget = budget
        """Whose limit it was: that container ends, those around it go on."""


@dataclass(slots=True)
class Budget:
    """What one container and all that it holds may still unpack to; what is unpacked inside also counts outside."""

    packed: Callable[[], int]
    """Bytes of the container itself, as far as it was read."""
    options: Walk
    outer: "Budget | None" = None
    unpacked: int = field(default=0, init=False)
    members: int = field(default=0, init=False)

    def unpack(self, size: int) -> None:
        """Count bytes that came out; raises Overrun, without a file name, past a limit."""
        self.unpacked += size
        if self.unpacked > self.options.total_bytes:
            raise Overrun(f"unpacks to more than the limit of {_size(self.options.total_bytes)}: {_SPLIT}", self)
        if self.unpacked > FLOOR and self.unpacked > self.options.ratio * self.packed():
            times = f"{self.options.ratio} times its size ({_size(self.unpacked)} from {_size(self.packed())})"
            raise Overrun(f"unpacks to more than {times}: a bomb, or to be unpacked by hand", self)
        if self.outer is not None:
            self.outer.unpack(size)

    def add_member(self) -> None:
        """Count a member; raises Overrun, without a file name, past the limit."""
        self.members += 1
        if self.members > self.options.members:
            raise Overrun(f"holds more than {self.options.members:,} members: {_SPLIT}", self)
        if self.outer is not None:
            self.outer.add_member()


_SPLIT = "split it, or unpack it by hand"


def _size(count: int) -> str:
    """`1.5 GB`, in the units that disks are sold in."""
    for unit, size in (("TB", 10**12), ("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} B"
