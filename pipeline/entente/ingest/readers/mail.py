"""Messages (.eml, and those of a mailbox)."""

from entente.errors import InputError
from entente.ingest.messages import Mail, bodies, field, parse, sender
from entente.ingest.published import dated
from entente.ingest.readers.fragment import fragment_text
from entente.ingest.release import Release
from entente.ingest.source import Hints

STUB = 0.25
"""A plain part shorter than this share of the HTML part only says that there is one."""


def read(data: bytes, hints: Hints) -> Release:
    """The text of a message, its subject as title, its day, and its sender as publisher.

    The plain part is taken before the HTML part, unless it is a stub; attachments are documents of their own. Raises
    InputError, without a file name, when there is no text.
    """
    message = parse(data)
    text = body_text(message)
    if not text.strip():
        raise InputError("is a message without text: save what it says as .txt")
    release = Release(text=text, title=field(message, "Subject") or None, publisher=sender(message))
    return dated(release, field(message, "Date"), "metadata")


def body_text(message: Mail) -> str:
    """What a message shows; empty when all of it is attached."""
    shown = list(bodies(message))
    plain = "\n\n".join(text.strip("\n") for kind, text in shown if kind == "plain" and text.strip())
    page = "\n".join(fragment_text(text) for kind, text in shown if kind == "html")
    if len(plain) < STUB * len(page):
        return page
    return plain + "\n" if plain else page
