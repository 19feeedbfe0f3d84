"""What a file is, by its first bytes; its name only decides where bytes cannot."""

import json
import re
import tarfile
from enum import StrEnum, auto

from entente.ingest.refusals import OTHER_XML, Refused, refusal
from entente.ingest.tables import is_table

HEAD = 4_096
"""Bytes that are looked at: a page or feed names itself within its first kilobyte."""


class Kind(StrEnum):
    """A format that is read, as a document or as a container of documents."""

    TEXT = auto()
    HTML = auto()
    PDF = auto()
    DOCX = auto()
    ODT = auto()
    RTF = auto()
    MAIL = auto()
    """One message; its attachments are documents of their own."""
    MBOX = auto()
    FEED = auto()
    JSON = auto()
    """One object, or an array of them, over any number of lines."""
    JSON_LINES = auto()
    CSV = auto()
    PARQUET = auto()
    WARC = auto()
    ZIP = auto()
    """An archive; a WACZ is one too."""
    TAR = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()


MAGIC = {
    b"%PDF-": Kind.PDF,
    b"{\\rtf": Kind.RTF,
    b"PAR1": Kind.PARQUET,
    b"WARC/": Kind.WARC,
    b"PK\x03\x04": Kind.ZIP,
    b"PK\x05\x06": Kind.ZIP,
    b"\x1f\x8b": Kind.GZIP,
    b"BZh": Kind.BZIP2,
    b"\xfd7zXZ\x00": Kind.XZ,
}
"""First bytes of formats that have a signature of their own."""

_MAGIC = re.compile(b"|".join(map(re.escape, MAGIC)))

PDF_WITHIN = 1_024
"""A PDF may begin this far into its file: Adobe's implementation note 13 to PDF 1.7."""

_SPACE = rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*"
_XML = re.compile(_SPACE + rb"(?:<\?xml\s|<rss\s|<feed\s|<rdf:RDF\s)", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|rdf:RDF)[\s>]|<(?:\w+:)?feed\s[^>]*http://(?:www\.w3\.org/2005/Atom|purl\.org/atom)")
_HTML = re.compile(
    rb"<!doctype html|<(?:html|head|body)[\s>]"
    rb"|" + _SPACE + rb"<(?:article|div|h1|main|p|section|span|table|title)[\s>]",
    re.IGNORECASE,
)
_OBJECT = re.compile(_SPACE + rb'\{\s*"')
_ARRAY = re.compile(_SPACE + rb"\[\s*\{")
_ENVELOPE = re.compile(rb"From [^\n]*\d\d:\d\d[^\n]*\n[\w-]+:")
_FIELD = re.compile(rb"([!-9;-~]+):[ \t\r\n]|[ \t]")
_MAIL_FIELDS = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"})
"""Fields that only a message has; a release may well begin with «Date:» and «Contact:»."""


def detect(head: bytes, name: str = "") -> Kind | Refused:
    """The kind of the file that begins with these bytes; an office document is a ZIP until `zipped_kind` has looked.

    What is of no other kind is text, and may still turn out to be none when it is decoded.
    """
    if (magic := _MAGIC.match(head)) is not None:
        return MAGIC[magic.group()]
    if (refused := refusal(head)) is not None:
        return refused
    if b"%PDF-" in head[:PDF_WITHIN]:
        return Kind.PDF
    if _is_tar(head):
        return Kind.TAR
    return _textual(head.replace(b"\x00", b""), name)


def _textual(head: bytes, name: str) -> Kind | Refused:
    """The kind of what looks like text; NUL bytes are taken out, so that UTF-16 shows its markup too."""
    if _ENVELOPE.match(head):
        return Kind.MBOX
    if _XML.match(head) and _FEED.search(head):
        return Kind.FEED
    if _is_mail(head):
        return Kind.MAIL
    if _OBJECT.match(head):
        return Kind.JSON_LINES if _first_line_is_whole(head) else Kind.JSON
    if _ARRAY.match(head):
        return Kind.JSON
    if b"<" in head and _HTML.search(head):
        return Kind.HTML
    if _XML.match(head):
        return Refused(OTHER_XML)
    return Kind.CSV if is_table(head, name) else Kind.TEXT


def is_html(data: bytes) -> bool:
    """True when the first bytes are those of a page or a piece of one, whatever the file is called, in any encoding."""
    return detect(data[:HEAD]) is Kind.HTML


def _is_tar(head: bytes) -> bool:
    if len(head) < tarfile.BLOCKSIZE or not head[0] or 0 not in head[: tarfile.BLOCKSIZE]:
        return False
    try:
        tarfile.TarInfo.frombuf(head[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")  # checks its sum
    except tarfile.HeaderError:
        return False
    return True


def _is_mail(head: bytes) -> bool:
    """The lines before the first blank one are all fields, one at least of those that only messages have."""
    fields: set[bytes] = set()
    for line in head.lstrip(b"\xef\xbb\xbf").splitlines(keepends=True):
        if not line.strip():
            break
        if not line.endswith(b"\n"):
            break
        if (field := _FIELD.match(line)) is None:
            return False
        fields.add((field.group(1) or b"").lower())
    return b"from" in fields and not fields.isdisjoint(_MAIL_FIELDS | {b"subject"})


def _first_line_is_whole(head: bytes) -> bool:
    """True unless the object that begins here goes on after its first line."""
    line, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end and len(head) >= HEAD:
        return True
    try:
        json.loads(line.decode("utf-8", errors="replace"))
    except ValueError:
        return False
    return True
