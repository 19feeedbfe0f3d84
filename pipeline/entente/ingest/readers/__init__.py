"""Readers, one format a module: bytes in, a Release out; a module is imported when its format is first met."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import cast

from entente.ingest.kinds import Kind
from entente.ingest.release import Release
from entente.ingest.source import Hints

Reader = Callable[[bytes, Hints], Release]
"""Raises InputError, without a file name, for what cannot be read."""

READERS = {
    Kind.TEXT: "plain",
    Kind.HTML: "html",
    Kind.PDF: "pdf",
    Kind.DOCX: "docx",
    Kind.ODT: "odt",
    Kind.RTF: "rtf",
    Kind.MAIL: "mail",
}
"""Kinds that are documents, and the module that reads each."""

OWN_DATES = frozenset({Kind.PDF, Kind.DOCX, Kind.ODT})
"""Kinds that keep the day on which the file was made; it is often that of a template or of a later export."""


def reader_of(kind: Kind) -> Reader:
    """The reader of a kind of document."""
    return cast(Reader, _module(kind).read)


def made_on(kind: Kind, data: bytes) -> date | None:
    """The day on which a file was made, where its kind keeps that."""
    return cast(Callable[[bytes], date | None], _module(kind).made_on)(data) if kind in OWN_DATES else None


def _module(kind: Kind) -> ModuleType:
    return import_module(f"{__name__}.{READERS[kind]}")
