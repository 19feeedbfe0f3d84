"""Containers, one format a module: bytes in, members out; a module is imported when its format is first met."""

from importlib import import_module
from typing import cast

from entente.ingest.containers.member import Opener
from entente.ingest.kinds import Kind

OPENERS = {
    Kind.ZIP: "zips",
    Kind.TAR: "tars",
    Kind.GZIP: "compressed",
    Kind.BZIP2: "compressed",
    Kind.XZ: "compressed",
    Kind.MAIL: "attached",
    Kind.MBOX: "mailbox",
    Kind.FEED: "feed",
    Kind.JSON: "json_document",
    Kind.JSON_LINES: "json_lines",
    Kind.CSV: "csv_table",
    Kind.PARQUET: "parquet",
    Kind.WARC: "warc",
}
"""Kinds that are containers, and the module that opens each."""

SEEKING = frozenset({Kind.ZIP, Kind.PARQUET})
"""Kinds whose table of contents stands at the end."""


def opener_of(kind: Kind) -> Opener:
    """The opener of a kind of container."""
    return cast(Opener, import_module(f"{__name__}.{OPENERS[kind]}").members)
