"""Sources in chunks that are worth sending, with the bytes that a worker could not get."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from entente.ingest.sources import STDIN, Source
from entente.settings import MAX_BYTES

CHUNK_SOURCES = 64
"""Sources sent together: 0.1 s of work where nothing is relevant, fifty times what it costs to send them."""

CHUNK_BYTES = 2_000_000
"""Bytes from containers sent together; a larger document goes alone."""


def chunked(sources: Iterable[Source], *, carries: bool) -> Iterator[list[Source]]:
    """The sources in their order, some at a time; with `carries`, files on disk come with their bytes."""
    chunk: list[Source] = []
    size = 0
    for source in sources:
        sent = with_bytes(source) if carries or source.path == STDIN else source
        chunk.append(sent)
        size += _weight(sent)
        if len(chunk) >= CHUNK_SOURCES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def with_bytes(source: Source) -> Source:
    """The source with the bytes of its file, where it can be opened; the worker says why it cannot.

    Standard input is another document each time: its key takes the hash of the bytes in.
    """
    if source.path is None or source.data is not None or source.problem is not None:
        return source
    try:
        data = _first_bytes(source.path)
    except OSError:
        return source
    if len(data) > MAX_BYTES:
        return replace(source, problem=f"is larger than {MAX_BYTES // 1_000_000} MB: split it into its documents")
    key = f"{source.key}|{hashlib.sha256(data).hexdigest()}" if source.path == STDIN else source.key
    return replace(source, data=data, key=key)


def _first_bytes(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


def _weight(source: Source) -> int:
    fields = source.fields
    return len(source.data or b"") + (len(fields.text or "") + len(fields.html or "") if fields else 0)
