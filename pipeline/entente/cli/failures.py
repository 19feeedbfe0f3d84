"""`entente failures`: what could not be read, and why."""

from pathlib import Path
from typing import Annotated

import typer

from entente.cli.exits import NOT_WRITABLE, USAGE, stop


def failures(
    folder: Annotated[Path, typer.Argument(metavar="OUTPUT", help="Folder that entente extract writes to.")] = Path(
        "outputs"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON a failure.")] = False,
) -> None:
    """List the documents that could not be read, also of a run that was stopped.

    `entente extract … --retry-failed`, with the same paths, tries them again.

    Example: `entente failures outputs/`

    Exit codes: 0 listed, none included · 2 no run has written to the folder · 4 a run is writing to it.
    """
    from contextlib import closing

    from entente.batch.database import Database, has_ledger
    from entente.batch.ledger import Ledger
    from entente.batch.report import failures_of
    from entente.errors import OutputError

    if not has_ledger(folder):
        stop(f"{folder} is no folder that entente extract has written to: give the one of its -o", USAGE)
    try:
        with closing(Database(folder)) as database:
            for failure in failures_of(Ledger(database)):
                typer.echo(failure.model_dump_json() if as_json else f"{failure.error}: {failure.message}")
    except OutputError as error:
        stop(error, NOT_WRITABLE)
