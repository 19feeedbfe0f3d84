"""The day of publication, as far as a row, a message, a page or an address says it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from entente.errors import InputError
from entente.ingest.day import written_day
from entente.ingest.release import DateOrigin, DatePrecision, Release
from entente.lexicons import load_lexicon

Known = tuple[date, DatePrecision]
"""The first day of what is known: `(date(2019, 3, 1), "month")` is some day of March 2019."""

EARLIEST, LATEST = 1900, 2099
"""Years outside are slips of a program: 1899-12-30 is the zero of spreadsheets."""

_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_ISO = re.compile(rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY}(?!\d))?)?(?=$|[T\s])")
_COMPACT = re.compile(rf"{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=$|T|\d{{6}}$)")
_FRENCH = re.compile(rf"{_DAY}(?P<s>[/.-]){_MONTH}(?P=s){_YEAR}(?=$|\s)")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}$")
_ADDRESS = (
    re.compile(rf"/{_YEAR}/{_MONTH}/{_DAY}(?=[/._-]|$)"),
    re.compile(rf"[/._-]{_YEAR}(?P<s>[._-])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"),
    re.compile(rf"[/_-]{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"),
    re.compile(rf"/{_YEAR}[/-](?P<m>0[1-9]|1[0-2])/"),
)
"""Day in folders, day in a name, day in figures, month in folders."""


def dated(release: Release, value: date | str | None, origin: DateOrigin) -> Release:
    """The release with a day that its source writes: «2019-03-12T10:00:00Z», «Tue, 12 Mar 2019…», «12 mars 2019».

    What is not understood leaves the day open, and a note.
    """
    if value is None or value == "":
        return release
    if (known := read_date(value)) is None:
        return replace(release, notes=(*release.notes, f"the date {str(value)[:40]!r} is not understood"))
    return _with(release, known, origin)


def of_address(release: Release, url: str | None) -> Release:
    """The release with what its address says, where nobody said more: `/2019/03/12/` a day, `/2019/03/` a month."""
    known = None if release.published or not url else address_date(url)
    return release if known is None else _with(release, known, "url")


def _with(release: Release, known: Known, origin: DateOrigin) -> Release:
    return replace(release, published=known[0], date_precision=known[1], date_origin=origin)


def read_date(value: date | str) -> Known | None:
    """A day, month or year as programs and people write it; None when it is none, or of no likely year."""
    if isinstance(value, date):
        return _plausible(value.date() if isinstance(value, datetime) else value)
    value = value.strip()
    for pattern in (_ISO, _COMPACT, _FRENCH):
        if found := pattern.match(value):
            return _known(found)
    if _SECONDS.match(value):
        seconds = float(value) / (1000 if len(value.partition(".")[0]) > 10 else 1)
        return _plausible(datetime.fromtimestamp(seconds, UTC).date())
    return _of_message(value) or _in_french(value)


def address_date(url: str) -> Known | None:
    """The day or month in the path of an address; a calendar of coming events says no day of publication."""
    path = re.sub(r"\A[a-z+]+://[^/]*|[?#].*", "", url.lower())
    if set(re.findall(r"[a-zé]+", path)) & set(load_lexicon("archives")["calendars"]):
        return None
    found = (pattern.search(path) for pattern in _ADDRESS)
    return next((known for match in found if match and (known := _known(match))), None)


def _known(found: re.Match[str]) -> Known | None:
    parts = found.groupdict()
    year, month, day = (int(parts.get(name) or 0) for name in "ymd")
    try:
        return date(year, month or 1, day or 1), "day" if day else "month" if month else "year"
    except ValueError:
        return None


def _plausible(day: date) -> Known | None:
    return (day, "day") if EARLIEST <= day.year <= LATEST else None


def _of_message(value: str) -> Known | None:
    """RFC 5322: `Tue, 12 Mar 2019 10:00:00 +0100`, the day of the sender's clock."""
    try:
        return _plausible(parsedate_to_datetime(value).date())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _in_french(value: str) -> Known | None:
    if len(value) > LONGEST:
        return None
    try:
        return _plausible(written_day(value))
    except InputError:
        return None


LONGEST = 60
"""Characters of a date in words; a longer value is a sentence, and slow to search."""
