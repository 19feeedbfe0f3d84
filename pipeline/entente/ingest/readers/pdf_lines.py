"""The lines of a page of a PDF, with their places."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

BROKEN = "\ufffe"
"""What PDFium writes for the hyphen at the end of a line."""


_SIGNS = {0x02: BROKEN, 0xAD: BROKEN, 0x00: "\ufffd"}
"""Of one character each, so that places stay: the hyphen as it comes by single characters, soft hyphens, nothing."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Signs of print that stand for two letters; «œ» and «æ» are letters of their own."""


class Line(NamedTuple):
    """A line as printed; lengths in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    """Height of the base line."""
    size: float
    """Of the font."""
    broken: bool = False
    """A hyphen at the end of the line parts a word, or stands in it."""
    where: float = 0.5
    """Height on the page, from 0 at the bottom to 1."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds."""

    lines: list[Line]
    scanned: bool


def page_lines(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page as it draws them, which is the order of reading but for its margins."""
    textpage = page.get_textpage()
    try:
        height = page.get_height() or 1.0
        return list(_lines(textpage, _characters(textpage), height))
    finally:
        textpage.close()


def _characters(textpage: pdfium.PdfTextPage) -> str:
    """One character a place in the page's own count."""
    count = textpage.count_chars()
    text = textpage.get_text_range() if count else ""
    if len(text) != count:
        text = "".join(chr(raw.FPDFText_GetUnicode(textpage.raw, place)) for place in range(count))
    return text.translate(_SIGNS)


def _lines(textpage: pdfium.PdfTextPage, text: str, height: float) -> Iterator[Line]:
    start = 0
    for end in [*(place for place, sign in enumerate(text) if sign in (BROKEN, "\r", "\n")), len(text)]:
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip()) - 1
            yield _line(textpage, words.strip(), first, last, broken=text[end : end + 1] == BROKEN, height=height)
        start = end + 1


def _line(textpage: pdfium.PdfTextPage, words: str, first: int, last: int, *, broken: bool, height: float) -> Line:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage.raw, first, x, y)
    right = textpage.get_charbox(last, loose=True)[2]
    size = raw.FPDFText_GetFontSize(textpage.raw, first)
    return Line(
        words.translate(_LIGATURES), x.value, right, y.value, _shown(textpage, first, size), broken, y.value / height
    )


def _shown(textpage: pdfium.PdfTextPage, place: int, size: float) -> float:
    """The size as it shows: many writers set a font of size 1 and scale the page."""
    _, bottom, _, top = textpage.get_charbox(place, loose=True)
    return top - bottom or size
