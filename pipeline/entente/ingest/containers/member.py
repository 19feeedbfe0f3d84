"""What comes out of a container, and what a container is opened with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from entente.ingest.budget import Budget
from entente.ingest.kinds import Kind
from entente.ingest.source import Fields, Hints
from entente.ingest.walk import Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member: bytes still to be looked at, a document whose text is known, or a reason why there is neither."""

    name: str
    """Inside its container: a path, an address, the number of a row; empty for the content of a compressed file."""
    stream: BinaryIO | None = None
    """Read before the next member is asked for."""
    size: int | None = None
    """Bytes of the stream, where the container says so."""
    fields: Fields | None = None
    hints: Hints = field(default=Hints())
    problem: str | None = None
    """Why there is neither, and what to do, without the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of a container, and how they are to be opened."""

    kind: Kind
    stream: BinaryIO
    """At its beginning; seekable where the format asks for it."""
    head: bytes
    """The first bytes, which are still to be read from the stream."""
    options: Walk
    budget: Budget


class Opener(Protocol):
    """Gives the members of a container, in its order; raises whatever its library raises where it is damaged."""

    def __call__(self, content: Content) -> Iterator[Member]:
        """The members, lazily."""
