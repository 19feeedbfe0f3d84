"""A release as its reader produced it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DateOrigin = Literal["given", "metadata", "dateline", "url", "file"]
"""Who says the day of publication: the user, the page or row, the date line of the text, the address, the file."""

DatePrecision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A text with what its file or page says about it; `text` is what all offsets count in."""

    text: str
    source: str | None = None
    """Path or URL; inside an archive `archive!member`."""
    title: str | None = None
    published: date | None = None
    """First day of what is known: `2019-03-01` with the precision `month` is some day of March 2019."""
    date_origin: DateOrigin | None = None
    date_precision: DatePrecision = "day"
    publisher: str | None = None
    """Name of the site or body that publishes, as its page says it."""
    notes: tuple[str, ...] = ()
    """What of the source is not in the text: «pages 3, 4 are scanned»."""

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day: only a day can anchor «mercredi»."""
        return self.published if self.date_precision == "day" else None
