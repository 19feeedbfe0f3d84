"""HTML pages: the article without menus and banners, its title, date and site."""

from trafilatura import bare_extraction

from entente.errors import InputError
from entente.ingest.pages import decode_page
from entente.ingest.published import dated, of_address
from entente.ingest.release import Release
from entente.ingest.source import Hints

DATE_SEARCH = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
"""The first publication, and only where the page says so: an update, or any date in the text, would anchor wrongly."""


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
