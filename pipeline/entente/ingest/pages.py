"""The markup of pages, before anything is taken out of it."""

import re

from entente.ingest.encoding import charset, decode
from entente.ingest.source import Hints

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4_000


def decode_page(data: bytes, hints: Hints) -> str:
    """The markup of a page, in the encoding that the page says, or else its server."""
    declared = _META.search(data[:_HEAD])
    return decode(data, declared=declared.group(1).decode("ascii") if declared else charset(hints.content_type))
