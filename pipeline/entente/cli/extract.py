"""`entente extract`: releases in, records and tables out."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from entente.cli.exits import DONE, NOT_WRITABLE, NOTHING_READ, SOME_FAILED, is_terminal, say, stop
from entente.cli.options import Published
from entente.cli.summary import Summary

if TYPE_CHECKING:
    from entente.records import Failure, Reading


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; - prints records on stdout.")
    ] = "outputs",
    published: Published = None,
    form: Annotated[Literal["jsonl", "parquet", "all"], typer.Option("--format", "-f", help="What to write.")] = "all",
) -> None:
    """Read releases (.txt, .html) and write their facts: `records.jsonl` and one Parquet file a table.

    Example: `entente extract communiques/ -o outputs/ --published 2024-05-31`

    Exit codes: 0 all read · 1 some documents failed (see failures.jsonl) · 2 wrong usage · 3 nothing could be read ·
    4 the output cannot be written.
    """
    summary = _to_stdout(paths, published) if output == "-" else _to_folder(paths, published, Path(output), form)
    if summary.failures:
        raise typer.Exit(SOME_FAILED if summary.documents else NOTHING_READ)
    raise typer.Exit(DONE)


def _to_folder(
    paths: list[str], published: date | None, folder: Path, form: Literal["jsonl", "parquet", "all"]
) -> Summary:
    from entente.batch import read_sources
    from entente.errors import OutputError
    from entente.ingest.sources import find_sources
    from entente.store import open_output

    summary, started = Summary(), time.monotonic()
    sources = list(find_sources(paths))
    try:
        with open_output(folder, form) as output:
            for outcome in _with_progress(read_sources(sources, published=published), len(sources)):
                output.write(outcome)
                summary.add(outcome)
    except OutputError as error:
        stop(error, NOT_WRITABLE)
    summary.print(seconds=time.monotonic() - started, folder=folder, form=form)
    return summary


def _to_stdout(paths: list[str], published: date | None) -> Summary:
    from entente.batch import read_sources
    from entente.ingest.sources import find_sources
    from entente.records import Failure

    summary = Summary()
    for outcome in read_sources(find_sources(paths), published=published):
        summary.add(outcome)
        if isinstance(outcome, Failure):
            say(f"entente: {outcome.message}")
        else:
            typer.echo(outcome.to_json())
    return summary


def _with_progress(outcomes: "Iterator[Reading | Failure]", total: int) -> "Iterator[Reading | Failure]":
    """The outcomes, with a bar on stderr for a person and nothing in a pipe."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    if not is_terminal():
        yield from outcomes
        return
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(outcomes, total=total)
