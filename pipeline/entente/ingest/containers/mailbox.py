"""Mailboxes in the mbox format, as a stream; the standard library wants a file on disk, and reads it twice."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from entente.ingest.containers.member import Content, Member
from entente.ingest.source import Hints
from entente.settings import MAX_PACKED_BYTES

MESSAGE = Hints(content_type="message/rfc822")

_ENVELOPE = re.compile(rb"From .*\d\d:\d\d")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def members(content: Content) -> Iterator[Member]:
    """The messages, numbered from 1; a line that begins with `From ` after a blank line opens the next (RFC 4155)."""
    for number, data in enumerate(_messages(content.stream), 1):
        if len(data) > MAX_PACKED_BYTES:
            yield Member(name=str(number), problem=f"is larger than {MAX_PACKED_BYTES // 1_000_000} MB: take it out")
        elif data.strip():
            data = _QUOTED.sub(rb"\1", data)
            yield Member(name=str(number), stream=BytesIO(data), size=len(data), hints=MESSAGE)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each message without its envelope line; of one that is too large, more than the limit."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in _lines(stream):
        if blank and _ENVELOPE.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= MAX_PACKED_BYTES:
            lines.append(line)
            size += len(line)
        blank = not line.strip()
    yield b"".join(lines)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_PACKED_BYTES):
        yield line
