"""Bytes that are read once, forwards, and counted."""

import io
import tempfile
from collections.abc import Callable
from typing import BinaryIO, Protocol

from entente.ingest.kinds import HEAD

IN_MEMORY = 20_000_000
"""Bytes of a container inside another that are kept in memory while it is read; more go to a temporary file."""

CHUNK = 1 << 18


class Readable(Protocol):
    """What all file objects of the standard library have."""

    def read1(self, size: int = ..., /) -> bytes:
        """At most so many bytes, after one read at most."""


class Stream(io.RawIOBase):
    """The bytes of a source; each call gives what there is, so that what stands before a damage is not lost."""

    def __init__(self, source: Readable, count: Callable[[int], None] = lambda size: None) -> None:
        self._source = source
        self._count = count
        self.position = 0
        """Bytes taken from the source so far."""
        self.head = self._fill()
        """The first bytes, which are still to be read."""
        self._rest = self.head

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes, as many as come at once."""
        data = self._rest[: len(buffer)] or self._next(len(buffer))
        self._rest = self._rest[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        data = self._source.read1(size)
        self.position += len(data)
        self._count(len(data))
        return data

    def _fill(self) -> bytes:
        data = b""
        while len(data) < HEAD and (more := self._next(HEAD - len(data))):
            data += more
        return data


def buffered(stream: Stream) -> io.BufferedReader:
    """The stream for libraries that read in small pieces."""
    return io.BufferedReader(stream, CHUNK)


def seekable(stream: Readable) -> BinaryIO:
    """All that is left of a stream, in memory or in a temporary file that goes away with it."""
    spool = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed with whatever reads it
    while data := stream.read1(CHUNK):
        spool.write(data)
    spool.seek(0)
    return spool  # type: ignore[return-value]
