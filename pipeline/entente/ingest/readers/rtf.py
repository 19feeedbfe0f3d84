"""RTF files."""

from striprtf.striprtf import rtf_to_text

from entente.errors import InputError
from entente.ingest.encoding import compose
from entente.ingest.release import Release
from entente.ingest.source import Hints


def read(data: bytes, hints: Hints) -> Release:
    """The text of an RTF document; raises InputError, without a file name, when it holds none."""
    text = compose(rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace"))
    if not text.strip():
        raise InputError("is an RTF document without text: nothing to read")
    return Release(text=text)
