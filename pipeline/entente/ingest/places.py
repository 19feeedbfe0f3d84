"""Where a document stands: its name, its key, and the names that lead to it."""

import re
from dataclasses import dataclass, replace

from entente.ingest.names import readable

_PACKED = re.compile(r"\.(?:gz|gzip|bz2|xz)$", re.IGNORECASE)
_PACKED_TAR = re.compile(r"\.t(?:gz|bz2?|xz)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file, or a member of one."""

    name: str
    key: str
    names: tuple[str, ...]
    """What globs are held against: the path below the argument, then the member of each container."""
    inner: str
    """The last name, without the ending of what is unpacked already: `a.csv.gz` → `a.csv`."""

    def of_member(self, name: str, position: int) -> "Place":
        """The place of a member; a member without a name is the content of a compressed file, and keeps its name."""
        if not name:
            return replace(self, inner=_unpacked(self.inner))
        name = readable(name)
        return Place(
            name=f"{self.name}!{name}", key=f"{self.key}!{position}", names=(*self.names, name), inner=name
        )  # fmt: skip

    def of_rest(self) -> "Place":
        """The place of what could not be read of a container."""
        return replace(self, key=f"{self.key}!rest")


def _unpacked(name: str) -> str:
    return _PACKED_TAR.sub(".tar", _PACKED.sub("", name))
