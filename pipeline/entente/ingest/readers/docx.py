"""Word documents (.docx)."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from entente.errors import InputError
from entente.ingest.encoding import compose
from entente.ingest.readers.blocks import Block, written
from entente.ingest.readers.office import check_size
from entente.ingest.release import Release
from entente.ingest.source import Hints

PARAGRAPH = qn("w:p")
TEXT = qn("w:t")
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
REPEATED = frozenset({"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})
"""Holds a text box a second time, for older programs."""
REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})
"""What a reviser struck out."""


def read(data: bytes, hints: Hints) -> Release:
    """The paragraphs, text boxes and table cells of a Word document, in order; struck-out text is left out.

    Raises InputError, without a file name, when it is damaged or holds no text.
    """
    document = _opened(data)
    text = compose(written(_blocks(document)))
    if not text:
        raise InputError("is a Word document without text: a picture of a text needs character recognition first")
    return Release(text=text, title=document.core_properties.title.strip() or None)


def made_on(data: bytes) -> date | None:
    """The day on which the document was last saved, as its properties say."""
    properties = _opened(data).core_properties
    moment = properties.modified or properties.created
    return None if moment is None else moment.date()


def _opened(data: bytes) -> Document:
    check_size(data)
    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # the library lets through whatever its parts raise: KeyError, XMLSyntaxError…
        raise InputError(f"is a damaged Word document ({type(error).__name__}): open it and save it again") from error


def _blocks(document: Document) -> Iterator[Block]:
    listed = set(_list_styles(document))
    for paragraph in document.element.body.iter(PARAGRAPH):
        if not _is_under(paragraph, REPEATED):
            yield Block("".join(_pieces(paragraph)), item=_is_item(paragraph, listed))


def _pieces(element: _Element) -> Iterator[str]:
    """The text of a paragraph without that of the paragraphs inside it, which are text boxes and come by themselves."""
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag != PARAGRAPH and child.tag not in REMOVED:
            yield from _pieces(child)


def _is_under(element: _Element, tags: frozenset[str]) -> bool:
    return any(above.tag in tags for above in element.iterancestors())


def _is_item(paragraph: _Element, listed: set[str]) -> bool:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return False
    style = properties.find(qn("w:pStyle"))
    return properties.find(qn("w:numPr")) is not None or (style is not None and style.get(qn("w:val")) in listed)


def _list_styles(document: Document) -> Iterator[str]:
    """Ids of the styles that number or bullet their paragraphs, headings left out."""
    for style in document.styles.element.iter(qn("w:style")):
        if style.find(f".//{qn('w:numPr')}") is not None and style.find(f".//{qn('w:outlineLvl')}") is None:
            yield style.get(qn("w:styleId"), "")
