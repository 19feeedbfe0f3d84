"""OpenDocument texts (.odt)."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from odfdo import Document

from entente.errors import InputError
from entente.ingest.encoding import compose
from entente.ingest.readers.blocks import Block, written
from entente.ingest.readers.office import check_size
from entente.ingest.release import Release
from entente.ingest.source import Hints

PARAGRAPHS = "descendant::text:p|descendant::text:h"
OUTSIDE = "descendant::text:note|descendant::office:annotation|descendant::text:tracked-changes"
"""Foot notes, remarks in the margin and struck-out text."""
IN_A_LIST = "ancestor::text:list-item"


def read(data: bytes, hints: Hints) -> Release:
    """The paragraphs, text boxes and table cells of an OpenDocument text, in order; remarks are left out.

    Raises InputError, without a file name, when it is damaged, encrypted or holds no text.
    """
    document = _opened(data)
    try:
        text = compose(written(_blocks(document)))
        title = document.meta.title
    except Exception as error:  # the library parses late, and lets through whatever that raises
        raise InputError(f"is a damaged ODT document ({type(error).__name__}): open it and save it again") from error
    if not text:
        raise InputError("is an ODT document without text: a picture of a text needs character recognition first")
    return Release(text=text, title=title or None)


def made_on(data: bytes) -> date | None:
    """The day on which the document was last saved, as its metadata say."""
    meta = _opened(data).meta
    moment = meta.date or meta.creation_date
    return None if moment is None else moment.date()


def _opened(data: bytes) -> Document:
    check_size(data)
    try:
        return Document(BytesIO(data))
    except Exception as error:
        raise InputError(f"is a damaged ODT document ({type(error).__name__}): open it and save it again") from error


def _blocks(document: Document) -> Iterator[Block]:
    body = document.body
    for outside in body.get_elements(OUTSIDE):
        outside.delete()
    for paragraph in body.get_elements(PARAGRAPHS):
        yield Block(paragraph.inner_text, item=bool(paragraph.xpath(IN_A_LIST)))
