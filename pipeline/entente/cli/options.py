"""Options that several commands share."""

from datetime import date
from typing import Annotated

import typer

from entente.errors import InputError
from entente.ingest.day import written_day


def _day(value: str | date) -> date:
    try:
        return written_day(value)
    except InputError as error:
        raise typer.BadParameter(str(error)) from error


Published = Annotated[
    date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="Day of publication (2024-05-31 or «31 mai 2024») of all the documents, before the date that a page says.",
    ),
]

Since = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="Leave out what was published before this day, where it is known."),
]
Until = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="Leave out what was published after this day, where it is known."),
]
