"""Files of every format, made for the tests."""

import gzip
import io
import random
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage

import docx
import odfdo
import pyarrow as pa
import pyarrow.parquet as pq

TEXT = "La Ville de Clairval et la commune de Montségur ont signé lundi un accord de coopération.\n"
PAGE = (
    f"<html><head><title>Accord</title></head><body><article><p>{TEXT * 3}</p><p>{TEXT * 3}</p></article></body></html>"
)


def pdf(pages: Sequence[Sequence[tuple[float, float, str]] | bytes], info: str = "") -> bytes:
    """A PDF whose pages are lines (x, y, text) in Helvetica 10, or content streams of their own."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else b"\n".join(map(_shown, page))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    objects.append(f"<< {info} >>".encode("cp1252"))
    return _assembled(objects)


def _shown(line: tuple[float, float, str]) -> bytes:
    x, y, text = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return f"BT /F1 10 Tf {x} {y} Td (".encode() + escaped + b") Tj ET"


def _assembled(objects: Sequence[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    trailer = (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    )
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer.encode()


SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
"""The content of a page that is one picture."""


def paragraph(*lines: str, top: float = 700, left: float = 60, leading: float = 12) -> list[tuple[float, float, str]]:
    """Lines below each other, as `pdf` takes them."""
    return [(left, top - number * leading, line) for number, line in enumerate(lines)]


def word(*paragraphs: str, style: str | None = None, title: str = "") -> bytes:
    """A Word document."""
    document = docx.Document()
    document.core_properties.title = title
    for text in paragraphs:
        document.add_paragraph(text, style=style)
    return _saved(document)


def odt(*paragraphs: str) -> bytes:
    """An OpenDocument text."""
    document = odfdo.Document("text")
    document.body.clear()
    for text in paragraphs:
        document.body.append(odfdo.Paragraph(text))
    return _saved(document)


def _saved(document: docx.document.Document | odfdo.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def mail(
    text: str = TEXT,
    *,
    html: str | None = None,
    subject: str = "Un accord à Clairval",
    attached: Iterable[tuple[str, str, bytes]] = (),
) -> bytes:
    """A message; attachments are name, type and bytes."""
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Ville de Clairval <presse@clairval.example>"
    message["Date"], message["Message-ID"] = "Tue, 12 Mar 2019 23:30:00 +0100", "<1@clairval.example>"
    if text:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, kind, data in attached:
        maintype, _, subtype = kind.partition("/")
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message.as_bytes()


def mbox(*messages: bytes) -> bytes:
    """A mailbox."""
    envelope = b"From presse@clairval.example Tue Mar 12 23:30:00 2019\n"
    return b"\n".join(envelope + message.replace(b"\nFrom ", b"\n>From ") for message in messages)


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2019, 3, 12, 10, 0, 0)), data, compress_type=compression)
    return file.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    """A TAR archive, compressed by the mode."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), int(datetime(2019, 3, 12).timestamp())
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def warc(*answers: tuple[str, str, bytes], packed: bool = True, headers: str = "") -> bytes:
    """A crawl; answers are address, declared type and body. `404` as type makes an answer that found nothing."""
    records = (record(url, _answer(kind, body, headers)) for url, kind, body in answers)
    return b"".join(gz(data) if packed else data for data in records)


def _answer(kind: str, body: bytes, headers: str) -> bytes:
    status = "404 Not Found" if kind == "404" else "200 OK"
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body


def record(url: str, block: bytes, *, kind: str = "response", content_type: str = "application/http") -> bytes:
    """One record of a crawl."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-31T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def parquet(rows: Mapping[str, Sequence[object]]) -> bytes:
    """A table in Parquet."""
    file = io.BytesIO()
    pq.write_table(pa.table(dict(rows)), file)
    return file.getvalue()


_CHOSEN = random.Random(1)


def noise(size: int) -> bytes:
    """Bytes that nothing packs, other ones at each call and the same in each run."""
    return _CHOSEN.randbytes(size)


def bomb(size: int) -> bytes:
    """Zeros, packed by gzip a thousand times smaller."""
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1_000_000)
    return b"".join(packer.compress(block) for _ in range(size // 1_000_000)) + packer.flush()


def gz(data: bytes) -> bytes:
    """The bytes, packed by gzip with no time in its header."""
    return gzip.compress(data, mtime=0)
