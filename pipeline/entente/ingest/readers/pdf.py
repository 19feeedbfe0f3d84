"""PDF files: their text layer, read by PDFium.

PDFium reads a page of text in 1.5 ms, pypdf in 11 and pdfminer.six in 50; it is the reader of Chrome, hardened against
hostile files, under the licences BSD-3-Clause and Apache-2.0. It gives lines and places; paragraphs are made here.
"""

import re
from collections.abc import Iterator
from datetime import date

import pypdfium2 as pdfium
from pypdfium2 import raw

from entente.errors import InputError
from entente.ingest.encoding import compose
from entente.ingest.readers.pdf_bombs import check_streams
from entente.ingest.readers.pdf_furniture import without_furniture
from entente.ingest.readers.pdf_lines import Page, page_lines
from entente.ingest.readers.pdf_paragraphs import paragraphs
from entente.ingest.release import Release
from entente.ingest.source import Hints
from entente.settings import MAX_CHARACTERS

MAX_PAGES = 5_000
"""Pages that are opened: a page of 100 characters is a table of contents already, and this many take ten seconds."""

FEW = 50
"""Characters below which a page under a picture is a scan: the stamp of a scanner, the number of the page."""

PICTURE = 0.5
"""Share of a page that a picture covers when the page is a scan."""

ILLEGIBLE = 0.2
"""Share of characters outside any alphabet above which the fonts hide what they say; in legible text it is 0.00."""

_HIDDEN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_JUNK_TITLE = re.compile(
    r"microsoft |untitled|sans titre|\(?anonymous|diapositive|document ?\d*$|.*\.(?:docx?|odt|indd|pdf|rtf|pptx?|qxd)$",
    re.IGNORECASE,
)
_MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def read(data: bytes, hints: Hints) -> Release:
    """The paragraphs of a PDF; scanned pages among others are named in the notes.

    Raises InputError, without a file name, when it is damaged, encrypted, a scan, or its fonts hide the text.
    """
    document = _opened(data)
    try:
        pages = list(_pages(document))
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    scanned = [number for number, page in enumerate(pages, 1) if page.scanned]
    text = compose(paragraphs(without_furniture([page.lines for page in pages])))
    _check(text, pages=len(pages), scanned=len(scanned))
    notes = (f"{_numbers(scanned)} scanned and not read: recognise the characters first",) if scanned else ()
    return Release(text=text, title=None if _JUNK_TITLE.match(title) else title or None, notes=notes)


def made_on(data: bytes) -> date | None:
    """The day on which the file was made, as it says itself."""
    document = _opened(data)
    try:
        found = _MADE.match(document.get_metadata_value("CreationDate"))
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    finally:
        document.close()


def _opened(data: bytes) -> pdfium.PdfDocument:
    check_streams(data)
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
            raise InputError("is an encrypted PDF: save a copy without password") from error
        raise InputError("is a damaged PDF: open it in a viewer and print it to a new PDF") from error


def _pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """Pages with their lines; raises InputError as soon as there is more text than is read."""
    if len(document) > MAX_PAGES:
        raise InputError(
            f"has {len(document):,} pages, more than the limit of {MAX_PAGES:,}: split it into its documents"
        )
    characters = 0
    for number in range(len(document)):
        page = _page(document, number)
        characters += sum(len(line.text) for line in page.lines)
        if characters > MAX_CHARACTERS:
            raise InputError(
                f"has more than {MAX_CHARACTERS:,} characters on its first {number + 1:,} pages of {len(document):,}, "
                "which is the limit: split it into its documents"
            )
        yield page


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    """One page; a broken one counts as a scan, so that it is named."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Page(lines=[], scanned=True)
    try:
        lines = page_lines(page)
        return Page(lines=lines, scanned=sum(len(line.text) for line in lines) < FEW and _is_picture(page))
    except pdfium.PdfiumError:
        return Page(lines=[], scanned=True)
    finally:
        page.close()


def _is_picture(page: pdfium.PdfPage) -> bool:
    whole = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > PICTURE * whole:
            return True
    return False


def _check(text: str, *, pages: int, scanned: int) -> None:
    if not text.strip():
        what = f"a scan without a text layer ({pages} pages)" if scanned else "a PDF without text"
        raise InputError(f"is {what}: recognise its characters first, for example with ocrmypdf -l fra")
    if len(_HIDDEN.findall(text)) > ILLEGIBLE * len(text):
        raise InputError(
            "is a PDF whose fonts hide the text: recognise its characters, with ocrmypdf --force-ocr -l fra"
        )


def _numbers(pages: list[int]) -> str:
    if len(pages) == 1:
        return f"page {pages[0]} is"
    shown = ", ".join(map(str, pages[:20]))
    return f"pages {shown}{'…' if len(pages) > 20 else ''} are"
