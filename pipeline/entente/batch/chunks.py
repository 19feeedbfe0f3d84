"""Sources in chunks that are worth sending, with the bytes that a worker could not get."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from entente.ingest.sources import STDIN, Source
from entente.settings import MAX_PACKED_BYTES

CHUNK_SOURCES = 64
"""Sources sent together: 10 ms of work where all are short texts without interest, ten times what it costs to send
them; some seconds where they are PDF files."""

STREAMED = f"{STDIN}|"
"""How the keys of what came by standard input begin."""

CHUNK_BYTES = 2_000_000
"""Bytes from containers sent together; a larger document goes alone."""


def chunked(sources: Iterable[Source], *, carries: bool) -> Iterator[list[Source]]:
    """The sources in their order, some at a time; with `carries`, files on disk come with their bytes."""
    chunk: list[Source] = []
    size = 0
    for source in sources:
        sent = with_bytes(source) if carries else source
        chunk.append(_told_apart(sent) if sent.key.startswith(STREAMED) else sent)
        size += len(sent.data or b"") + (sent.fields.size() if sent.fields else 0)
        if len(chunk) >= CHUNK_SOURCES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def with_bytes(source: Source) -> Source:
    """The source with the bytes of its file, where it can be opened; whoever reads it says why it cannot.

    Of a file that is too large, one byte more than may be read.
    """
    if source.path is None or source.data is not None or source.problem is not None:
        return source
    try:
        with open(source.path, "rb") as file:
            return replace(source, data=file.read(MAX_PACKED_BYTES + 1))
    except OSError:
        return source


def _told_apart(source: Source) -> Source:
    """What came by standard input is another document each time: its key takes the hash of its content in."""
    content = source.data or repr(source.fields).encode()
    return replace(source, key=f"{source.key}|{hashlib.sha256(content).hexdigest()}")
