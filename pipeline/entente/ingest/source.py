"""A place that holds one document, as the walk finds it and a worker reads it."""

from dataclasses import dataclass, field
from datetime import date

STDIN = "-"
"""The name of standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """A document that its container gives as text already: a row of a table, an entry of a feed."""

    text: str | None = None
    html: str | None = None
    """A piece of a page, where there is no `text`."""
    title: str | None = None
    published: date | str | None = None
    """As the container writes it: «2019-03-12T10:00:00+01:00», «12 mars 2019», «2019-03»."""
    publisher: str | None = None
    url: str | None = None

    def size(self) -> int:
        """Characters of the text."""
        return len(self.text or self.html or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the container or the disk says about a document, besides its bytes."""

    content_type: str | None = None
    """As declared: `text/html; charset=iso-8859-1`. A hint: the bytes decide what a document is."""
    url: str | None = None
    modified: date | None = None
    """Day of the member or file; anchors nothing unless it is asked to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document, picklable; small unless it carries bytes that came out of a container."""

    name: str
    """Path or URL, always printable; inside an archive `archive!member`, of a row `file!row`."""
    key: str
    """Identity for resuming: `path|size|mtime_ns` of a file, the container's key and the position inside it."""
    path: str | None = None
    """The file to open where there is neither `data` nor `fields`; `-` is standard input."""
    data: bytes | None = None
    """What came out of a container, or all of a file so short that the walk has read it."""
    fields: Fields | None = None
    hints: Hints = field(default=Hints())
    problem: str | None = None
    """Why it cannot be read and what to do about it, without its name."""
