"""How archives are walked: what is taken, which columns are read, how much is unpacked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Options of `find_sources`.

    Globs are those of the shell, case and all, with `*` also going over `/`: `*.pdf`, `2019/*`, `*/communiques/*`. One
    is held against the path relative to the argument, the names of members and addresses inside, and their last parts.
    """

    include: tuple[str, ...] = ()
    """Where given, only documents that one of them takes, or that stand in a container that one of them takes."""
    exclude: tuple[str, ...] = ()
    """Files, folders, containers and documents that are left out."""
    without: tuple[str, ...] = ()
    """Folders that are left out wherever they are met, under whatever name: the one that a run writes to."""
    text_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    depth: int = 8
    """Containers inside containers; a WACZ is three: zip, gzip, WARC."""
    members: int = 10_000_000
    """Documents and other members of one file on disk: a decade of a national newspaper has two million."""
    ratio: int = 200
    """Times that a container may grow when it is unpacked: text packs 3 to 10 times, markup 20, a bomb 1,000."""
    total_bytes: int = 1_000_000_000_000
    """What one container may unpack to, however large it is."""


DEFAULT = Walk()
