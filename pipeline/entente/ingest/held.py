"""Bytes of which the beginning is known: of a file, a member, or standard input."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

from entente.ingest.budget import Budget
from entente.ingest.containers.member import Member
from entente.ingest.folders import Entry
from entente.ingest.kinds import HEAD
from entente.ingest.streams import IN_MEMORY, Readable, Stream, buffered, spooled


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Bytes to be read once, forwards unless the stream can seek."""

    stream: BinaryIO
    head: bytes
    size: int | None
    packed: Callable[[], int]
    """Bytes that were read so far, or all there are: what the bytes that come out of a container are measured by."""
    damage: Callable[[], Exception | None] = lambda: None
    """Why the bytes ended before their time, once they have been read."""
    path: str | None = None
    """The file that holds these bytes and no others."""


@contextmanager
def seekable(held: Held) -> Iterator[Held]:
    """The same bytes, in memory or in a temporary file unless they can be sought as they are."""
    if held.stream.seekable():
        yield held
        return
    with spooled(held.stream) as stream:  # type: ignore[arg-type]
        yield replace(held, stream=stream)


def held_file(file: io.BufferedReader, entry: Entry) -> Held:
    """A file on disk, at its beginning."""
    head = file.read(HEAD)
    file.seek(0)
    return Held(stream=file, head=head, size=entry.size, packed=lambda: entry.size, path=entry.path)


def held_member(member: Member, budget: Budget) -> Held:
    """A member of a container, in memory if it is small, counted against the container's budget."""
    if member.stream is None:
        raise TypeError("a member without bytes")
    if member.size is None or member.size > IN_MEMORY:
        return replace(held_stream(member.stream, budget.unpack), size=member.size)  # type: ignore[arg-type]
    data = member.stream.read()
    budget.unpack(len(data))
    return Held(stream=BytesIO(data), head=data[:HEAD], size=len(data), packed=lambda: len(data))


def held_stream(source: Readable, count: Callable[[int], None] = lambda size: None) -> Held:
    """A stream of unknown length."""
    stream = Stream(source, count)
    return Held(
        stream=buffered(stream),
        head=stream.head,
        size=None,
        packed=lambda: stream.position,
        damage=lambda: stream.damage,
    )
