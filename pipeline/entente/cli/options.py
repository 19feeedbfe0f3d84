"""Options that several commands share."""

from datetime import date
from typing import Annotated

import typer


def _day(value: str | date) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not an ISO date: write it as 2024-05-31") from error


Published = Annotated[
    date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="Day of publication (2024-05-31) of all the documents; stands before the date that a page says.",
    ),
]
