"""Where releases come from: files, folders, containers, standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from entente.errors import InputError
from entente.ingest.folders import Entry, file_entry, find_entries, opening_problem
from entente.ingest.globs import wanted
from entente.ingest.html import is_html, read_html
from entente.ingest.language import check_french
from entente.ingest.names import distinct, readable
from entente.ingest.plain import read_plain
from entente.ingest.release import Release
from entente.ingest.source import STDIN, Fields, Hints, Source
from entente.ingest.walk import DEFAULT, Walk
from entente.settings import MAX_BYTES, MAX_CHARACTERS

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})

__all__ = ["STDIN", "Fields", "Hints", "Source", "Walk", "file_source", "find_sources", "read_source", "top_level"]


def find_sources(paths: Iterable[str], options: Walk = DEFAULT) -> Iterator[Source]:
    """The documents to read, lazily and in a stable order; a folder is walked and sorted, hidden files left out.

    Never raises for what the paths hold: what cannot be read is a source with its `problem`, and the others go on.
    """
    for entry in find_entries(paths, options):
        taken = entry.named or entry.problem or os.path.splitext(entry.path)[1].lower() in SUFFIXES
        if taken and wanted([entry.relative], options.include, options.exclude):
            yield _source(entry)


def top_level(paths: Iterable[str], options: Walk = DEFAULT) -> Iterator[tuple[str, int, int]]:
    """Name, size in bytes and time of change in ns of every file on disk that `find_sources` would open, in its order.

    A path that cannot be opened has the size -1. Nothing is opened: 10,000 files take a tenth of a second.
    """
    for entry in find_entries(paths, options):
        yield distinct(entry.path), entry.size, entry.mtime_ns


def file_source(path: str) -> Source:
    """The source of one file, or of standard input, that holds one document."""
    return _source(Entry(path=path, relative=path, named=True) if path == STDIN else file_entry(path))


def _source(entry: Entry) -> Source:
    key = f"{distinct(entry.path)}|{entry.size}|{entry.mtime_ns}"
    return Source(name=readable(entry.path), key=key, path=entry.path, problem=entry.problem)


def read_source(source: Source, *, published: date | None = None, language: bool = True) -> Release:
    """The release of one source, as plain text or as a page by what its bytes are.

    `published`, where given, stands before the date that a page says. With `language=False` a text that is not French
    is read too. Raises InputError (what, where, what to do) when the source is missing, empty, binary, too long, or
    not in French.
    """
    try:
        data = _bytes(source)
        release = (read_html if is_html(data) else read_plain)(data, source=source.name)
        if len(release.text) > MAX_CHARACTERS:
            raise InputError(
                f"has {len(release.text):,} characters, more than the limit of {MAX_CHARACTERS:,}: "
                "split it into its documents"
            )
        if language:
            check_french(release.text)
    except InputError as error:
        where = "standard input" if source.name == STDIN else source.name
        raise InputError(f"{where} {error}") from error
    if published is not None:
        return replace(release, published=published, date_origin="given", date_precision="day")
    return replace(release, date_origin="metadata") if release.published else release


def _bytes(source: Source) -> bytes:
    if source.problem is not None:
        raise InputError(source.problem)
    if source.data is not None:
        return source.data
    path = source.path or source.name
    if path == STDIN:
        return _limited(sys.stdin.buffer.read(MAX_BYTES + 1))
    try:
        with open(path, "rb") as file:
            return _limited(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise InputError(opening_problem(error, path)) from error


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB: split it into its documents")
    return data
