"""A release as its reader produced it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A text with what its file or page says about it; `text` is what all offsets count in."""

    text: str
    source: str | None = None
    """Path or URL; inside an archive `archive!member`."""
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    """Name of the site or body that publishes, as its page says it."""
