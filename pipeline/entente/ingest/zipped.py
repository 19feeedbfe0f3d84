"""What a ZIP is: an office document, or an archive of documents."""

import zipfile
from typing import BinaryIO

from entente.ingest.kinds import Kind
from entente.ingest.refusals import EPUB, OTHER_OFFICE, SHEET, SLIDES, Refused

_FIRST = ("[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "customXml/", "mimetype", "META-INF/")
"""What the first member of an office document is called; other ZIPs need not be looked into."""

_PARTS = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Refused(SHEET)),
    ("ppt/presentation.xml", Refused(SLIDES)),
)

_TYPES = (
    ("application/vnd.oasis.opendocument.text", Kind.ODT),
    ("application/vnd.oasis.opendocument.spreadsheet", Refused(SHEET)),
    ("application/vnd.oasis.opendocument.presentation", Refused(SLIDES)),
    ("application/vnd.oasis", Refused(OTHER_OFFICE)),
    ("application/epub", Refused(EPUB)),
)
"""Beginnings of what the member `mimetype` says."""

_BEGINNINGS = ((b"[Content_Types].xml", Kind.DOCX), (b"mimetypeapplication/vnd.oasis.opendocument", Kind.ODT))
"""First members of documents whose table is lost: their readers say that they are damaged."""


def zipped_kind(stream: BinaryIO) -> Kind | Refused:
    """The kind of a seekable ZIP, left at its beginning; what cannot be opened is an archive, damaged."""
    try:
        return _kind(stream)
    finally:
        stream.seek(0)


def _kind(stream: BinaryIO) -> Kind | Refused:
    head = stream.read(30 + 64)
    if not head[30:].startswith(tuple(name.encode() for name in _FIRST)):
        return Kind.ZIP
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            declared = _mimetype(archive) if "mimetype" in names else ""
    except Exception:  # whatever a broken archive does to the library, its reader will tell
        return next((kind for start, kind in _BEGINNINGS if head[30:].startswith(start)), Kind.ZIP)
    by_type = next((kind for start, kind in _TYPES if declared.startswith(start)), None)
    by_part = next((kind for part, kind in _PARTS if part in names), None)
    return by_type or by_part or Kind.ZIP


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        return member.read(100).decode("ascii", errors="replace")
