"""`entente extract`: releases in, records and tables out."""

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from entente.cli.exits import DONE, NOT_WRITABLE, NOTHING_READ, SOME_FAILED, STOPPED, USAGE, is_terminal, say, stop
from entente.cli.options import Published, Since, Until

if TYPE_CHECKING:
    from entente.batch import Options, Report

Form = Literal["jsonl", "parquet", "all"]


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; - prints records on stdout.")
    ] = "outputs",
    published: Published = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="What to write.")] = "all",
    include: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Take only these files and members; may be repeated.")
    ] = None,
    exclude: Annotated[list[str] | None, typer.Option(metavar="GLOB", help="Leave these out; may be repeated.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Take the first N documents only.")] = None,
    text_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column of the text, in tables.")] = None,
    date_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column of the day of publication.")] = None,
    id_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column that names a row.")] = None,
    file_dates: Annotated[
        bool, typer.Option("--file-dates", help="Where nobody says the day of publication, take that of the file.")
    ] = False,
    no_gate: Annotated[
        bool, typer.Option("--no-gate", help="Read also what cannot hold a fact by its words: much slower.")
    ] = False,
    timeout: Annotated[float, typer.Option(min=0.001, metavar="SECONDS", help="Time that a document may take.")] = 120,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; one a core where it is not given.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option(metavar="SCHEDULER", help="Address of a Dask scheduler, tcp://host:8786, or local.")
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Forget what earlier runs have read.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed.")] = False,
) -> None:
    """Read an archive of releases and write its facts: `records.jsonl` and one Parquet file a table.

    What a run has read into a folder is kept there: the same command goes on where it was stopped, does nothing when
    nothing has changed, and reads only what is new when the archive has grown.

    Example: `entente extract communiques/ -o outputs/ --since 2019-01-01`

    Exit codes: 0 all read · 1 some documents failed (see `entente failures`) · 2 wrong usage · 3 nothing could be read
    · 4 the output cannot be written · 130 stopped before the end.
    """
    from entente.batch import Options
    from entente.errors import ClusterError, LexiconError, ModelError, OutputError, WorkerLostError
    from entente.ingest.walk import Walk

    walk = Walk(
        include=tuple(include or ()), exclude=tuple(exclude or ()),
        text_column=text_column, date_column=date_column, id_column=id_column,
    )  # fmt: skip
    options = Options(
        walk=walk, published=published, file_dates=file_dates, gate=not no_gate, limit=limit, since=since, until=until,
        workers=workers, dask=dask, timeout=timeout, refresh=refresh, retry_failed=retry_failed,
    )  # fmt: skip
    try:
        code = _to_stdout(paths, options) if output == "-" else _to_folder(paths, Path(output), form, options)
    except OutputError as error:
        stop(error, NOT_WRITABLE)
    except ClusterError as error:
        stop(error, USAGE)
    except (ModelError, LexiconError, WorkerLostError) as error:
        stop(error, NOTHING_READ)
    raise typer.Exit(code)


def _to_folder(paths: list[str], folder: Path, form: Form, options: "Options") -> int:
    """Read, after asking whether what another version has read may go."""
    from entente.errors import StaleError

    try:
        return _read(paths, folder, form, options)
    except StaleError as error:
        if not is_terminal():
            stop(error, USAGE)
        say(f"entente: {error}")
        if not typer.confirm("Read everything again now?", err=True):
            raise typer.Exit(USAGE) from error
        return _read(paths, folder, form, replace(options, refresh=True))


def _read(paths: list[str], folder: Path, form: Form, options: "Options") -> int:
    from entente.batch import extract
    from entente.cli.progress import watching
    from entente.cli.summary import print_summary

    started = time.monotonic()
    with watching() as watch:
        report = extract(paths, folder, form, options, watch)
    print_summary(report, seconds=time.monotonic() - started, folder=folder, form=form)
    return _code(report)


def _code(report: "Report") -> int:
    if not report.complete:
        return STOPPED
    if report.failures:
        return SOME_FAILED if report.read else NOTHING_READ
    return DONE


def _to_stdout(paths: list[str], options: "Options") -> int:
    from entente.batch import stream
    from entente.cli.progress import watching
    from entente.records import Failure

    failures = records = 0
    with watching(quiet=True) as watch:
        for item in stream(paths, options, watch):
            if isinstance(item, Failure):
                say(f"entente: {item.message}")
                failures += 1
            else:
                typer.echo(item)
                records += 1
    if watch.stopped:
        return STOPPED
    return (SOME_FAILED if records else NOTHING_READ) if failures else DONE
