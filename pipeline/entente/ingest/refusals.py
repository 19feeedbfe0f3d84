"""Files that are known and not read, with what to do about each."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A format that is not read."""

    reason: str
    """What it is and what to do, without the name of the file."""


_IMAGE = "only text can be read; a scan needs character recognition first, for example with ocrmypdf"
_UNPACK = "unpack it first, or pack it again as .zip or .tar.gz"
_SOUND = "only text can be read: write down what it says first"

OLD_OFFICE = "is an old or encrypted office document (.doc, .xls, .msg): save it as .docx or .odt, without password"
EPUB = "is an EPUB book: save its text as .txt or .html"
SHEET = "is a spreadsheet: save the sheet as .csv, with a column for the texts"
SLIDES = "is a slide show: export it as PDF or plain text"
OTHER_OFFICE = "is an office document that holds no running text: save what it says as .docx, .odt or plain text"
OTHER_XML = "is XML, but neither a page nor a feed: export its texts as .txt, .html or JSON Lines"

SIGNATURES = (
    (0, b"\xd0\xcf\x11\xe0", OLD_OFFICE),
    (0, b"\x78\x9f\x3e\x22", "is a package of Outlook (winmail.dat): open the message and save what hangs on it"),
    (0, b"\x89PNG", f"is a PNG image: {_IMAGE}"),
    (0, b"\xff\xd8\xff", f"is a JPEG image: {_IMAGE}"),
    (0, b"GIF8", f"is a GIF image: {_IMAGE}"),
    (0, b"II*\x00", f"is a TIFF image: {_IMAGE}"),
    (0, b"MM\x00*", f"is a TIFF image: {_IMAGE}"),
    (8, b"WEBP", f"is a WebP image: {_IMAGE}"),
    (4, b"ftypheic", f"is a HEIC image: {_IMAGE}"),
    (4, b"ftypavif", f"is an AVIF image: {_IMAGE}"),
    (0, b"AT&TFORM", f"is a DjVu scan: {_IMAGE}"),
    (0, b"%!PS", "is a PostScript file: turn it into a PDF first, for example with ps2pdf"),
    (0, b"7z\xbc\xaf\x27\x1c", f"is a 7-Zip archive: {_UNPACK}"),
    (0, b"Rar!\x1a\x07", f"is a RAR archive: {_UNPACK}"),
    (0, b"\x28\xb5\x2f\xfd", f"is compressed with Zstandard: {_UNPACK}"),
    (0, b"\x04\x22\x4d\x18", f"is compressed with LZ4: {_UNPACK}"),
    (0, b"\x1f\x9d", f"is compressed with compress: {_UNPACK}"),
    (0, b"filedesc://", "is an ARC crawl, older than WARC: convert it first, for example with warcio recompress"),
    (4, b"ftyp", f"is a film or a sound: {_SOUND}"),
    (0, b"ID3", f"is a sound: {_SOUND}"),
    (0, b"OggS", f"is a sound: {_SOUND}"),
    (8, b"WAVE", f"is a sound: {_SOUND}"),
    (8, b"AVI ", f"is a film: {_SOUND}"),
    (0, b"\x1a\x45\xdf\xa3", f"is a film: {_SOUND}"),
    (0, b"SQLite format 3", "is a database: export the table as .csv or JSON Lines"),
    (0, b"\x7fELF", "is a program: only text can be read"),
    (0, b"MZ\x90", "is a program: only text can be read"),
)
"""Offset, bytes there, reason; the longer one first where two agree. From the lists of `file`(1)."""


_ANY = re.compile(b"|".join(b".{%d}%b" % (offset, re.escape(sign)) for offset, sign, _ in SIGNATURES), re.DOTALL)


def refusal(head: bytes) -> Refused | None:
    """Why the file that begins with these bytes is not read, or None when nothing is known against it."""
    if _ANY.match(head) is None:
        return None
    return next(Refused(reason) for offset, signature, reason in SIGNATURES if head.startswith(signature, offset))
