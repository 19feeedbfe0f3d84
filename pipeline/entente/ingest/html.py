"""HTML pages: the article without menus and banners, its title, date and site."""

import re
from datetime import date

from trafilatura import bare_extraction

from entente.errors import InputError
from entente.ingest.encoding import decode
from entente.ingest.release import Release

DATE_SEARCH = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
"""The first publication, and only where the page says so: an update, or any date in the text, would anchor wrongly."""

_HTML = re.compile(
    rb"<!doctype html|<(?:html|head|body)[\s>]"
    rb"|\A(?:\xef\xbb\xbf)?\s*<(?:article|div|h1|main|p|section|span|table|title)[\s>]",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4_000


def is_html(data: bytes) -> bool:
    """True when the first bytes are those of a page or a piece of one, whatever the file is called, in any encoding."""
    return _HTML.search(data[:_HEAD].replace(b"\x00", b"")) is not None


def read_html(data: bytes, *, source: str | None) -> Release:
    """The article of a page; raises InputError, without a file name, when there is none."""
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared=declared.group(1).decode("ascii") if declared else None)
    article = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATE_SEARCH
    )
    if article is None or not (article.text or "").strip():
        raise InputError("is a page without an article: save the text of the release as .txt")
    return Release(
        text=article.text,
        source=source,
        title=article.title or None,
        published=date.fromisoformat(article.date) if article.date else None,
        publisher=article.sitename or None,
    )
