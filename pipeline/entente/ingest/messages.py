"""Messages in their parts, by the standard library's `email`; broken ones give what they have."""

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import TYPE_CHECKING

from entente.errors import InputError
from entente.ingest.encoding import decode
from entente.ingest.kinds import HEAD

if TYPE_CHECKING:
    Mail = Message[str, str]
else:
    Mail = Message  # takes no parameters before Python 3.12


def parse(data: bytes) -> Mail:
    """The message of these bytes; raises InputError, without a file name, when its parts nest without end.

    The library holds every line against the edge of every part that is open, which takes hours where thousands are.
    """
    if len(_BOUNDARY.findall(data)) > MAX_PARTS:
        raise InputError(f"is a message with parts inside parts, more than {MAX_PARTS}: save its text as .txt")
    return email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"))


def field(message: Mail, name: str) -> str:
    """A field in plain words: `=?utf-8?q?Jumelage_=C3=A0_Lille?=` → `Jumelage à Lille`; empty where there is none."""
    return _decoded(str(message.get(name, "")))


def _decoded(value: str) -> str:
    try:
        words = str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        words = value
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def sender(message: Mail) -> str | None:
    """The name of who wrote, or the address where there is no name."""
    name, address = parseaddr(field(message, "From"))
    return name.strip(" \"'") or address or None


def bodies(message: Mail) -> Iterator[tuple[str, str]]:
    """Subtype (`plain` or `html`) and text of each part that is shown, not attached."""
    for part in _leaves(message):
        if not _is_attached(part) and part.get_content_subtype() in _SHOWN:
            yield part.get_content_subtype(), _text(part)


def has_text(message: Mail) -> bool:
    """True when a message says something itself."""
    return any(text.strip() for _, text in bodies(message))


def may_have_attachments(head: bytes) -> bool:
    """False when the fields of a message say that nothing hangs on it; True when they are not all in its beginning."""
    fields, end, _ = head.replace(b"\r\n", b"\n").partition(b"\n\n")
    found = _TYPE.search(fields)
    return (not end and len(head) >= HEAD) if found is None else found.group(1).lower() not in _ALONE


def attachments(message: Mail) -> Iterator[tuple[str, Mail]]:
    """Name and part of each document that hangs on a message; a message that hangs on it keeps its own."""
    for part in _leaves(message):
        if _is_attached(part) and part.get_content_maintype() not in UNREAD:
            yield _filename(part), part


def attached_bytes(part: Mail) -> bytes:
    """The bytes of an attachment; of an attached message, the message."""
    if part.get_content_type() == "message/rfc822":
        return b"".join(message.as_bytes() for message in _parts(part))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


MAX_PARTS = 200
"""Parts that hold others; a digest of a list has some dozens."""

_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_TYPE = re.compile(rb"^content-type:\s*([\w-]+/[\w-]+)", re.IGNORECASE | re.MULTILINE)
_ALONE = frozenset({b"text/plain", b"text/html", b"multipart/alternative"})
"""Types of messages on which nothing hangs."""

UNREAD = frozenset({"image", "audio", "video", "font"})
"""Types of attachments that hold no text: logos and signatures hang on every second message."""

_FLOWED = re.compile(r"(?<!^--) \n(?![>\n])", re.MULTILINE)
"""A line end that only wraps, in `format=flowed` (RFC 3676); `-- ` opens the signature."""

_SHOWN = ("plain", "html")
_DEEPEST = 30
"""Parts inside parts that are looked into; messages have two or three, hostile ones thousands."""


def _leaves(message: Mail, depth: int = 0) -> Iterator[Mail]:
    """The parts that hold no others; an attached message is one of them."""
    if message.get_content_type() == "message/rfc822" and depth:
        yield message
    elif message.is_multipart() and depth < _DEEPEST:
        for part in _parts(message):
            yield from _leaves(part, depth + 1)
    else:
        yield message


def _is_attached(part: Mail) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text"


def _filename(part: Mail) -> str:
    name = _decoded(part.get_filename("") or "")
    inner = _parts(part)
    return name or (field(inner[0], "Subject") if inner else "")


def _parts(message: Mail) -> list[Mail]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _text(part: Mail) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        text = decode(data, declared=part.get_content_charset())
    except InputError:
        return ""
    return _FLOWED.sub(" ", text) if part.get_param("format") == "flowed" else text
