"""Bytes that are read once, forwards, and counted."""

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol, cast

from entente.errors import InputError
from entente.ingest.kinds import HEAD

IN_MEMORY = 20_000_000
"""Bytes of a container inside another that are kept in memory while it is read; more go to a temporary file."""

CHUNK = 1 << 18


class Readable(Protocol):
    """What all file objects of the standard library have."""

    def read1(self, size: int = ..., /) -> bytes:
        """At most so many bytes, after one read at most."""


class Stream(io.RawIOBase):
    """The bytes of a source up to its end or its first damage, which is kept: libraries lose what they have read so far
    when they meet an error."""

    def __init__(self, source: Readable, count: Callable[[int], None] = lambda size: None) -> None:
        self._source = source
        self._count = count
        self.position = 0
        """Bytes taken from the source so far."""
        self.damage: Exception | None = None
        """Why the bytes end before their time."""
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
        try:
            data = b"" if self.damage else self._source.read1(size)
        except InputError:
            raise
        except Exception as error:  # EOFError, OSError, zlib.error, LZMAError, BadZipFile… and those of broken tables
            self.damage, data = error, b""
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


@contextmanager
def spooled(stream: Readable) -> Iterator[BinaryIO]:
    """All that is left of a stream, in memory or in a temporary file."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        while data := stream.read1(CHUNK):
            spool.write(data)
        spool.seek(0)
        yield cast(BinaryIO, spool)
