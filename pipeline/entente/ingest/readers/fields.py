"""Documents that their container gives as text already."""

from entente.errors import InputError
from entente.ingest.encoding import compose
from entente.ingest.published import dated, of_address
from entente.ingest.release import Release
from entente.ingest.source import Fields


def read_fields(fields: Fields) -> Release:
    """The release of a row or entry; raises InputError, without a name, when it has no text."""
    text = _of_markup(fields.html or "") if fields.text is None else compose(fields.text)
    if not text.strip():
        raise InputError("is empty: nothing to read")
    release = Release(text=text, title=fields.title, publisher=fields.publisher)
    return of_address(dated(release, fields.published, "metadata"), fields.url)


def _of_markup(markup: str) -> str:
    from entente.ingest.readers.fragment import fragment_text  # noqa: PLC0415 - lxml takes 30 ms, rows are mostly text

    return fragment_text(markup)
