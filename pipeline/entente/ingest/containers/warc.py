"""Crawls in the WARC format: pages, texts and other documents among all that a browser fetched.

Read by warcio: FastWARC, six times as fast, asks for a seekable stream and ends the process where a record is broken.
"""

from collections.abc import Iterator
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from entente.errors import InputError
from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.transfer import decoded, unchunked
from entente.ingest.kinds import HEAD, Kind, detect
from entente.ingest.source import Hints
from entente.ingest.zipped import zipped_kind
from entente.settings import MAX_PACKED_BYTES

RECORDS = frozenset({"response", "resource", "conversion"})
"""Answers of servers, files put in by hand, and texts drawn from pages (WET)."""

DOCUMENTS = (
    "text/html", "text/plain", "text/rtf", "application/xhtml+xml", "application/pdf", "application/x-pdf",
    "application/rtf", "application/msword", "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)  # fmt: skip
"""Declared types of documents; styles, scripts, images, and feeds of pages that are there anyway are passed over."""

UNDECLARED = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/force-download",
    "application/download",
)
"""Types that say nothing; the bytes do."""

KNOWN = frozenset({Kind.HTML, Kind.PDF, Kind.DOCX, Kind.ODT})

FOUND = "200"
"""The status of an answer that holds what was asked for."""


def members(content: Content) -> Iterator[Member]:
    """The documents, named by their address; the day of the crawl is none of publication, and left out.

    Raises EOFError where the last record is cut short, InputError where there is no record.
    """
    records = 0
    for record in _Records(content.stream):
        records += record.rec_type is not None
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        if _may_be_document(record, url):
            yield from _members(record, url.strip("<>"))
    if not records:
        raise InputError("is a crawl without records: fetch it again")


class _Records(ArchiveIterator):  # type: ignore[misc]
    """Records, without the warning that the library writes to the terminal."""

    INC_RECORD = ""


def _may_be_document(record: ArcWarcRecord, url: str) -> bool:
    answered = record.rec_type != "response" or (record.http_headers and record.http_headers.get_statuscode() == FOUND)
    kind = _declared(record).partition(";")[0].strip().lower()
    declared = kind in UNDECLARED or kind.startswith(DOCUMENTS)
    return record.rec_type in RECORDS and answered and declared and not url.endswith("/robots.txt")


def _members(record: ArcWarcRecord, url: str) -> Iterator[Member]:
    declared = _declared(record)
    try:
        data = _body(record)
    except InputError as error:
        yield Member(name=url, problem=str(error))
        return
    if data.strip() and (declared.partition(";")[0].strip() not in UNDECLARED or _is_known(data)):
        yield Member(
            name=url, stream=BytesIO(data), size=len(data), hints=Hints(content_type=declared or None, url=url)
        )


def _is_known(data: bytes) -> bool:
    """True for bytes that are a document of a kind with a signature, whatever nobody said about them."""
    kind = detect(data[:HEAD])
    return kind in KNOWN or (kind is Kind.ZIP and zipped_kind(BytesIO(data)) in KNOWN)


def _declared(record: ArcWarcRecord) -> str:
    headers = record.http_headers if record.rec_type == "response" and record.http_headers else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _body(record: ArcWarcRecord) -> bytes:
    """What the server sent, unpacked; raises EOFError where the record is cut, InputError where it is too long."""
    data: bytes = record.raw_stream.read(MAX_PACKED_BYTES + 1)
    if len(data) > MAX_PACKED_BYTES:
        raise InputError(f"is larger than {MAX_PACKED_BYTES // 1_000_000} MB: split it into its documents")
    if record.raw_stream.limit > 0:
        raise EOFError(f"the record of {record.rec_headers.get_header('WARC-Target-URI')} is cut short")
    if record.http_headers is None:
        return data
    if (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        data = unchunked(data)
    return decoded(data, record.http_headers.get_header("Content-Encoding") or "")
