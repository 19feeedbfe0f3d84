"""RSS and Atom feeds: each entry is a document."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser

from entente.errors import InputError
from entente.ingest.containers.member import Content, Member
from entente.ingest.readers.fragment import fragment_text
from entente.ingest.source import Fields
from entente.settings import MAX_BYTES


def members(content: Content) -> Iterator[Member]:
    """The entries, named by their address; raises InputError when the feed declares entities, is too large or empty."""
    data = content.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"is a feed of more than {MAX_BYTES // 1_000_000} MB: split it")
    if b"<!ENTITY" in data.replace(b"\x00", b""):
        raise InputError("is a feed that declares entities, as bombs do and feeds need not: write them out")
    feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise InputError("is a feed without entries: nothing to read")
    for number, entry in enumerate(feed.entries, 1):
        yield Member(name=entry.get("link") or entry.get("id") or str(number), fields=_fields(entry, feed.feed))


def _fields(entry: Any, feed: Any) -> Fields:
    """The whole text where the entry has it, else its summary; Atom's `updated` where it has no `published`."""
    full = [part.get("value", "") for part in entry.get("content", [])]
    publisher = entry.get("source", {}).get("title") or feed.get("title", "")
    return Fields(
        html=max([*full, entry.get("summary", "")], key=len),
        title=_line(entry.get("title", "")),
        published=entry.get("published") or entry.get("updated") or None,
        publisher=_line(publisher),
        url=entry.get("link") or None,
    )


def _line(markup: str) -> str | None:
    return " ".join(fragment_text(markup).split()) or None
