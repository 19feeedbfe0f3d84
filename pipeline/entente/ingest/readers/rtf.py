"""RTF files."""

from striprtf.striprtf import rtf_to_text

from entente.errors import InputError
from entente.ingest.encoding import compose, has_controls, without_controls
from entente.ingest.release import Release
from entente.ingest.source import Hints


def read(data: bytes, hints: Hints) -> Release:
    """The text of an RTF document; raises InputError, without a file name, when it holds none."""
    if has_controls(data) and b"\\bin" not in data:  # RTF is plain ASCII, but for pictures that say so
        raise InputError("is a damaged RTF document: open it and save it again")
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding="cp1252", errors="replace")
    except Exception as error:  # the library lets through what broken codes do to it
        raise InputError(f"is a damaged RTF document ({type(error).__name__}): open it and save it again") from error
    text = without_controls(compose(text))
    if not text.strip():
        raise InputError("is an RTF document without text: nothing to read")
    return Release(text=text)
