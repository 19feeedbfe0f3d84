"""Exit codes, one meaning each, for all commands."""

import sys
from typing import NoReturn

import typer

DONE = 0
SOME_FAILED = 1
USAGE = 2
NOTHING_READ = 3
NOT_WRITABLE = 4
STOPPED = 130


def stop(error: Exception | str, code: int) -> NoReturn:
    """Say why on stderr and leave with a code."""
    say(f"entente: {error}")
    raise typer.Exit(code)


def say(message: str) -> None:
    """A message for the person, apart from the data on stdout."""
    typer.echo(message, err=True)


def is_terminal() -> bool:
    """True when a person watches stderr."""
    return sys.stderr.isatty()
