"""TAR archives, read as a stream."""

import tarfile
from collections.abc import Iterator
from datetime import UTC, date, datetime

from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.paths import inside
from entente.ingest.furniture import is_furniture
from entente.ingest.source import Hints


def members(content: Content) -> Iterator[Member]:
    """The files of the archive, one after the other; links and devices hold no document."""
    with tarfile.open(fileobj=content.stream, mode="r|", tarinfo=_Strict, errors="surrogateescape") as archive:
        for info in archive:
            name = inside(info.name)
            if info.isreg() and not is_furniture(name) and (stream := archive.extractfile(info)) is not None:
                yield Member(name=name, stream=stream, size=info.size, hints=Hints(modified=_day(info)))  # type: ignore[arg-type]
            archive.members = []  # type: ignore[attr-defined]  # the library keeps every member it has passed


class _Strict(tarfile.TarInfo):
    """A header whose damage is told: the library takes it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> "_Strict":
        """The next header; raises ReadError where one is cut short or does not have its sum."""
        try:
            return super().fromtarfile(archive)
        except (tarfile.TruncatedHeaderError, tarfile.InvalidHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(f"{error} at byte {archive.offset:,}") from error


def _day(info: tarfile.TarInfo) -> date | None:
    try:
        return datetime.fromtimestamp(info.mtime, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
