"""ZIP archives, and the WACZ crawls that are packed as such."""

import zipfile
from collections.abc import Iterator
from datetime import date

from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.paths import inside
from entente.ingest.containers.salvage import ENCRYPTED, salvaged
from entente.ingest.furniture import is_furniture
from entente.ingest.source import Hints

UNICODE = 0x800
"""Flag of a name in UTF-8 (PKWARE APPNOTE 4.4.4)."""


def members(content: Content) -> Iterator[Member]:
    """The files of the archive, in the order of its table; where that is lost, those that stand before the damage."""
    try:
        archive = zipfile.ZipFile(content.stream)
    except zipfile.BadZipFile:
        content.stream.seek(0)
        yield from salvaged(content.stream)
        raise
    with archive:
        crawl = _is_crawl(archive)
        for info in archive.infolist():
            name = inside(_name(info))
            if not info.is_dir() and not is_furniture(name) and (not crawl or name.startswith("archive/")):
                yield from _member(archive, info, name)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Member]:
    if info.flag_bits & ENCRYPTED:
        yield Member(name=name, problem="is encrypted: unpack it with its password first")
        return
    try:
        stream = archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield Member(name=name, problem=f"cannot be unpacked ({error}): pack the archive again")
        return
    with stream:
        yield Member(name=name, stream=stream, size=info.file_size, hints=Hints(modified=_day(info)))  # type: ignore[arg-type]


def _is_crawl(archive: zipfile.ZipFile) -> bool:
    """WACZ 1.1.1: `datapackage.json` beside the folder `archive/`, whose WARC files alone hold documents."""
    names = set(archive.namelist())
    return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def _name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: without the Unicode flag UTF-8 all the same, or else cp850, of French DOS."""
    if info.flag_bits & UNICODE or info.filename.isascii():
        return info.filename
    data = info.filename.encode("cp437", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp850")


def _day(info: zipfile.ZipInfo) -> date | None:
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return None
