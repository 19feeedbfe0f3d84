"""The document that a reading is about."""

import hashlib
from datetime import date

from entente.records.span import Record


class Document(Record):
    """A release, as its reader produced it; the text is never altered afterwards."""

    id: str
    """Hash of the text: the first 16 hexadecimal digits of its SHA-256."""
    source: str | None
    """Path or URL; inside an archive `archive!member`."""
    title: str | None
    """Headline, from the page's metadata or the first line."""
    publisher: str | None
    """Id of the entity that publishes the release, where the text or page says it: `e1`."""
    published: date | None
    """Day of publication, given, read from the metadata, or from the date line: `2018-11-15`."""
    language: str
    """ISO 639-1 code: `fr`."""
    text: str
    """The text that all offsets count in."""


def document_id(text: str) -> str:
    """The id of the document with this text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
