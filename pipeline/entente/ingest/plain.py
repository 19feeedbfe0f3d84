"""Plain text files."""

from entente.errors import InputError
from entente.ingest.encoding import decode
from entente.ingest.release import Release


def read_plain(data: bytes, *, source: str | None) -> Release:
    """The text of a file in any encoding; raises InputError, without a file name, when it is empty or not text."""
    text = decode(data)
    if not text.strip():
        raise InputError("is empty: nothing to read")
    return Release(text=text, source=source)
