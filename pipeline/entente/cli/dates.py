"""`entente dates`: the time expressions of any French text, line by line."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from entente.cli.exits import SOME_FAILED, USAGE, say, stop


def dates(
    reference: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Day (or moment) of writing for lines that give none, in ISO form."),
    ] = None,
) -> None:
    """Read texts on standard input, one a line, and write the time expressions of each as one line of JSON.

    A line is plain text, or JSON with `text` and, if known, `reference` (the day of writing):
    `{"text": "Le maire a signé mercredi.", "reference": "2018-11-15"}`.

    Example: `echo "du 24 au 31 mai 2024" | entente dates`

    Exit codes: 0 every line was read · 1 some lines were not what they should be (named on stderr, answered with no
    dates) · 2 wrong usage.
    """
    from entente.dates.read import as_moment, read_dates

    try:
        as_moment(reference)
    except ValueError:
        stop(f"--reference {reference!r} is not an ISO date: write it as 2024-05-31", USAGE)
    failed = 0
    for number, line in enumerate(_lines(), 1):
        try:
            text, day = _asked(line, reference)
            found = [mention.as_dict() for mention in read_dates(text, day)]
        except ValueError as error:
            say(f"entente: line {number}: {error}")
            found, failed = [], failed + 1
        sys.stdout.write(json.dumps({"dates": found}, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if failed:
        raise typer.Exit(SOME_FAILED)


def _lines() -> Iterator[str]:
    """Lines of standard input as text; bytes that are not UTF-8 are replaced, so that a line stays a line."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8-sig", "replace").rstrip("\r\n")


def _asked(line: str, reference: str | None) -> tuple[str, str | None]:
    """The text of a line and its day of writing; raises ValueError when a JSON line is not what it should be."""
    if not line.lstrip().startswith('{"'):
        return line, reference
    row: Any = json.loads(line)
    if not isinstance(row.get("text"), str):
        raise ValueError('a JSON line needs a string under "text"')
    day = row.get("reference")
    if day is not None and not isinstance(day, str):
        raise ValueError('"reference" is an ISO date in quotes, such as "2024-05-31"')
    return row["text"], day or reference
