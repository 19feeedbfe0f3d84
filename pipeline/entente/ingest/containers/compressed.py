"""Files compressed by gzip, bzip2 or xz: one member, without a name of its own."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from typing import BinaryIO

from entente.ingest.containers.member import Content, Member
from entente.ingest.kinds import Kind


def members(content: Content) -> Iterator[Member]:
    """The content, unpacked as it is read."""
    with UNPACKERS[content.kind](content.stream) as stream:
        yield Member(name="", stream=stream)


def _gzip(stream: BinaryIO) -> BinaryIO:
    return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]


def _bzip2(stream: BinaryIO) -> BinaryIO:
    return bz2.BZ2File(stream)  # type: ignore[return-value]


def _xz(stream: BinaryIO) -> BinaryIO:
    return lzma.LZMAFile(stream)  # type: ignore[return-value]


UNPACKERS: dict[Kind, Callable[[BinaryIO], BinaryIO]] = {Kind.GZIP: _gzip, Kind.BZIP2: _bzip2, Kind.XZ: _xz}
