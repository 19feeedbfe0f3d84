"""What hangs on a message: readable documents, and archives of them."""

from collections.abc import Iterator
from io import BytesIO

from entente.ingest.containers.member import Content, Member
from entente.ingest.containers.paths import inside
from entente.ingest.furniture import is_furniture
from entente.ingest.messages import attached_bytes, attachments, parse
from entente.ingest.source import Hints


def members(content: Content) -> Iterator[Member]:
    """The attachments of a message; pictures, sounds and cards are left out, a message that was passed on is one."""
    for number, (name, part) in enumerate(attachments(parse(content.stream.read())), 1):
        data = attached_bytes(part)
        kind = part.get_content_type()
        if not is_furniture(name) and kind not in UNREAD:
            name = inside(name) if name else f"pièce {number}"
            yield Member(name=name, stream=BytesIO(data), size=len(data), hints=Hints(content_type=kind))


UNREAD = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/calendar",
        "text/vcard",
        "text/x-vcard",
    }
)
"""Types that are no documents: signatures, appointments, cards."""
