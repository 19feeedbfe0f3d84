"""When: time expressions and their values."""

from datetime import date

from pydantic import Field

from entente.records.codes import DateMod, DateType
from entente.records.span import Evidence, Record


class DateExpression(Record):
    """A time expression of the text, with its value in EDTF (ISO 8601-2)."""

    id: str
    """Id, unique in the document: `d2`."""
    text: str
    """The expression as written: `du 24 au 31 mai 2024`."""
    type: DateType
    """TIMEX3 kind: `DATE`, `TIME`, `DURATION`, `SET`."""
    edtf: str | None
    """Value: `2024-05-24/2024-05-31`; null for a duration or a set that cannot be anchored."""
    earliest: date | None = None
    """First day that the value may cover, inclusive; null when open."""
    latest: date | None = None
    """Last day that the value may cover, inclusive; null when open."""
    mod: DateMod | None = None
    """Part or vagueness: `start` (début 2026), `approx` (une dizaine d'années)."""
    duration: str | None = None
    """ISO 8601 duration of a `DURATION` or `SET`: `P3Y`."""
    inferred: bool = False
    """True when a part was worked out from another date, such as the year."""
    conflict: bool = False
    """True when the weekday contradicts the calendar."""
    evidence: Evidence = Field(min_length=1)
    """Where it stands."""
