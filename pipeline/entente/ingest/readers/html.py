"""HTML pages: the article without menus and banners, its title, date and site."""

import re

from trafilatura import bare_extraction

from entente.errors import InputError
from entente.ingest.encoding import charset, decode
from entente.ingest.published import dated, of_address
from entente.ingest.release import Release
from entente.ingest.source import Hints

DATE_SEARCH = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
"""The first publication, and only where the page says so: an update, or any date in the text, would anchor wrongly."""

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4_000


def read(data: bytes, hints: Hints) -> Release:
    """The article of a page; raises InputError, without a file name, when there is none."""
    article = bare_extraction(
        decode_page(data, hints),
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=DATE_SEARCH,
    )
    if article is None or not (article.text or "").strip():
        raise InputError("is a page without an article: save the text of the release as .txt")
    release = Release(text=article.text, title=article.title or None, publisher=article.sitename or None)
    return dated(release, article.date, "metadata") if article.date else of_address(release, article.url)


def decode_page(data: bytes, hints: Hints) -> str:
    """The markup of a page, in the encoding that the page says, or else its server."""
    declared = _META.search(data[:_HEAD])
    return decode(data, declared=declared.group(1).decode("ascii") if declared else charset(hints.content_type))
