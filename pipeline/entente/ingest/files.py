"""The documents of files on disk, and of standard input."""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import cast

from entente.ingest.folders import Entry, opening_problem
from entente.ingest.furniture import is_furniture
from entente.ingest.held import Held, held_file, held_stream
from entente.ingest.names import distinct, readable
from entente.ingest.places import Place
from entente.ingest.source import STDIN, Hints, Source
from entente.ingest.streams import Readable
from entente.ingest.unpack import Scope, sources_of, taken
from entente.ingest.walk import Walk


def entry_sources(entry: Entry, options: Walk) -> Iterator[Source]:
    """The documents of one file on disk, or its problem; none for what stands beside documents."""
    place, scope = _place(entry), Scope(options=options)
    if entry.path == STDIN:
        yield from sources_of(held_stream(cast(Readable, sys.stdin.buffer)), place, Hints(), scope)
    elif entry.problem is not None:
        yield from taken(Source(name=place.name, key=place.key, path=entry.path, problem=entry.problem), place, scope)
    elif entry.named or not is_furniture(entry.relative):
        yield from _file_sources(entry, place, scope)


def _file_sources(entry: Entry, place: Place, scope: Scope) -> Iterator[Source]:
    try:
        file, held = _opened(entry)
    except OSError as error:
        problem = opening_problem(error, entry.path)
        yield from taken(Source(name=place.name, key=place.key, path=entry.path, problem=problem), place, scope)
        return
    with file:
        yield from sources_of(held, place, Hints(modified=_day(entry.mtime_ns)), scope)


def _opened(entry: Entry) -> tuple[io.BufferedReader, Held]:
    """The open file and its beginning; raises OSError where either cannot be had."""
    file = open(entry.path, "rb")  # noqa: SIM115 - closed when its documents have been taken
    try:
        return file, held_file(file, entry)
    except OSError:
        file.close()
        raise


def _place(entry: Entry) -> Place:
    relative = readable(entry.relative)
    key = f"{distinct(entry.path)}|{entry.size}|{entry.mtime_ns}"
    return Place(name=readable(entry.path), key=key, names=(relative,), inner=relative)


def _day(mtime_ns: int) -> date | None:
    try:
        return datetime.fromtimestamp(mtime_ns / 1e9, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
