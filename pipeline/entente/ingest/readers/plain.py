"""Plain text files."""

from entente.errors import InputError
from entente.ingest.encoding import charset, decode
from entente.ingest.release import Release
from entente.ingest.source import Hints


def read(data: bytes, hints: Hints) -> Release:
    """The text of a file in any encoding; raises InputError, without a file name, when it is empty or not text."""
    text = decode(data, declared=charset(hints.content_type))
    if not text.strip():
        raise InputError("is empty: nothing to read")
    return Release(text=text)
