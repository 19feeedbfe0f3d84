"""A day that a person or a file gives: ISO, or written in French."""

from datetime import date

from entente.errors import InputError


def written_day(value: date | str) -> date:
    """The day of an ISO date or of a full date written in French: `2024-05-31`, `31/05/2024`, «31 mai 2024».

    Raises InputError for anything less than a day, such as «mai 2024».
    """
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        found = _in_french(value)
    if found is None:
        raise InputError(f"{value!r} is not a day: write it as 2024-05-31, 31/05/2024 or 31 mai 2024")
    return found


def _in_french(value: str) -> date | None:
    import dateparser  # noqa: PLC0415 - takes 0.2 s to import, and most runs give ISO dates or none

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    found = dateparser.parse(value, languages=["fr"], settings=settings)
    return None if found is None else found.date()
