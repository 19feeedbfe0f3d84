"""The members of a ZIP whose end is missing, with its table of contents: each is also described where it begins."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from entente.ingest.containers.member import Member
from entente.ingest.containers.paths import inside
from entente.ingest.furniture import is_furniture
from entente.settings import MAX_BYTES

HEADER = struct.Struct("<4s2H H 2H 3I 2H")
"""The local file header: signature, version, flags, method, time, day, CRC, packed size, size, length of name and extra
field (PKWARE APPNOTE 4.3.7)."""

SIGNATURE = b"PK\x03\x04"
STORED, DEFLATED = 0, 8
ENCRYPTED = 0x1
DESCRIBED_AFTER = 0x8
"""Flag of a member whose sizes stand after it."""

CHUNK = 1 << 16


class _Header(NamedTuple):
    name: str
    flags: int
    method: int
    packed: int


def salvaged(stream: BinaryIO) -> Iterator[Member]:
    """The whole members before the damage, each of the size of a document; stops where a header or member is broken."""
    while (header := _header(stream)) is not None:
        data = _data(stream, header)
        if data is None:
            return
        if header.name and not header.name.endswith("/") and not is_furniture(inside(header.name)):
            yield Member(name=inside(header.name), stream=BytesIO(data), size=len(data))


def _header(stream: BinaryIO) -> _Header | None:
    data = stream.read(HEADER.size)
    if len(data) < HEADER.size or not data.startswith(SIGNATURE):
        return None
    _, _, flags, method, _, _, _, packed, _, name_length, extra_length = HEADER.unpack(data)
    name = stream.read(name_length).decode("utf-8", errors="replace")
    stream.read(extra_length)
    return _Header(name, flags, method, packed)


def _data(stream: BinaryIO, header: _Header) -> bytes | None:
    """The bytes of a member; None when it is cut short, too large, encrypted or packed in another way."""
    if header.flags & ENCRYPTED:
        return None
    if header.method == STORED and not header.flags & DESCRIBED_AFTER and header.packed <= MAX_BYTES:
        data = stream.read(header.packed)
        return data if len(data) == header.packed else None
    return _inflated(stream, header) if header.method == DEFLATED else None


def _inflated(stream: BinaryIO, header: _Header) -> bytes | None:
    start = stream.tell()
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    data = b""
    read = 0
    while not inflate.eof:
        packed = stream.read(CHUNK)
        read += len(packed)
        try:
            data += inflate.decompress(packed, MAX_BYTES + 1 - len(data))
        except zlib.error:
            return None
        if not packed or len(data) > MAX_BYTES or inflate.unconsumed_tail:
            return None
    stream.seek(start + read - len(inflate.unused_data))
    if header.flags & DESCRIBED_AFTER:
        _skip_description(stream)
    return data


def _skip_description(stream: BinaryIO) -> None:
    """CRC and two sizes, after the signature that most writers put before them."""
    signed = stream.read(4) == b"PK\x07\x08"
    stream.read(12 if signed else 8)
