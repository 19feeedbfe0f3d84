"""Bytes to text: the encoding is found in the content, never trusted from a name."""

import codecs
import re
import unicodedata

from entente.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks, longest first where one begins another."""

SINGLE_BYTE = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""Encodings of French text that is not Unicode; without this list charset-normalizer takes short texts for Greek."""

MIXED_SHARE = 0.1
"""Share of valid UTF-8 sequences among all accented bytes above which a text is UTF-8 with foreign pieces: an accented
letter of cp1252 is followed by one that makes valid UTF-8 less than once in a thousand."""

_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])

BINARY = "is a binary file: only documents can be read (text, pages, PDF, Word, ODT, messages)"


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of bytes in any encoding: Unix line ends, composed accents, no byte-order mark.

    `b"Montr\\xe9al"` (cp1252) → `"Montréal"`. `declared` is what a page or a server says; it is believed where the
    bytes are not UTF-8. Raises InputError, without a file name, when the bytes are not text.
    """
    return compose(_decoded(data, declared).lstrip("\ufeff"))


def of_stream(head: bytes) -> str:
    """The encoding of a long text by its first bytes: a wide one, else UTF-8, to be read with `errors=FOREIGN`."""
    return _marked(head) or _wide(head) or "utf-8"


def compose(text: str) -> str:
    """The text with Unix line ends, composed accents and without lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", unicodedata.normalize("NFC", text))


def charset(content_type: str | None) -> str | None:
    """`"text/html; charset=iso-8859-1"` → `"iso-8859-1"`."""
    found = _CHARSET.search(content_type or "")
    return found.group(1) if found else None


def _decoded(data: bytes, declared: str | None) -> str:
    if (encoding := _marked(data) or _wide(data)) is not None:
        return without_controls(data.decode(encoding, errors="replace"))
    if has_controls(data):
        raise InputError(BINARY)
    for encoding in ("utf-8", declared):
        if encoding is not None and (text := _strict(data, encoding)) is not None:
            return text
    return _mixed(data) if _is_mixed(data) else _guessed(data)


def has_controls(data: bytes) -> bool:
    """True when bytes of eight bits a character hold some that no text has."""
    return len(data.translate(None, _CONTROL_BYTES)) < len(data)


def without_controls(text: str) -> str:
    """The text; raises InputError, without a file name, when it holds characters that no text has."""
    if _CONTROL.search(text):
        raise InputError(BINARY)
    return text


def _marked(data: bytes) -> str | None:
    """The encoding that a byte-order mark announces."""
    return next((encoding for mark, encoding in BOMS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a Latin text is zero."""
    sample = data[:4000]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_mixed(data: bytes) -> bool:
    valid = len(_SEQUENCE.findall(data))
    foreign = len(_HIGH.findall(_SEQUENCE.sub(b"", data)))
    return valid > MIXED_SHARE * (valid + foreign)


def _mixed(data: bytes) -> str:
    """UTF-8 where it is valid, cp1252 elsewhere: what pasting from two sources leaves behind."""
    return data.decode("utf-8", errors=FOREIGN)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """The handler of bytes that are not UTF-8."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


FOREIGN = "entente_cp1252"
codecs.register_error(FOREIGN, _as_cp1252)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes 20 ms to import, and most texts are UTF-8

    best = from_bytes(data[:100_000], cp_isolation=SINGLE_BYTE).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
