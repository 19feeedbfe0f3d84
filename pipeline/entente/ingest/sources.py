"""Where releases come from: files, folders, standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from entente.errors import InputError
from entente.ingest.html import is_html, read_html
from entente.ingest.language import check_french
from entente.ingest.plain import read_plain
from entente.ingest.release import Release
from entente.settings import MAX_BYTES, MAX_CHARACTERS

STDIN = "-"
SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""Names that are read inside a folder; a file that is named itself is read whatever it is called."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place that should hold one release; nothing is opened before `read_source`."""

    name: str
    """Path as given, or `-` for standard input."""


def find_sources(paths: Iterable[str]) -> Iterator[Source]:
    """The files to read, in a stable order; a folder is walked and sorted, hidden files left out.

    Never raises: a path that cannot be read is a source whose reading fails, so that the others go on.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _walk(path)
        else:
            yield Source(path)


def _walk(folder: str) -> list[Source]:
    found: list[str] = []
    refused: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: refused.append(str(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(parent, name) for name in files if _is_release(name)]
    return [Source(name) for name in sorted(found + refused)] or [Source(folder)]


def _is_release(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES


def read_source(source: Source, *, published: date | None = None) -> Release:
    """The release of one source, as plain text or as a page by what its bytes are.

    `published`, where given, stands before the date that a page says. Raises InputError (what, where, what to do) when
    the source is missing, empty, binary, too long, or not in French.
    """
    try:
        data = _bytes(source.name)
        release = (read_html if is_html(data) else read_plain)(data, source=source.name)
        if len(release.text) > MAX_CHARACTERS:
            raise InputError(
                f"has {len(release.text):,} characters, more than the limit of {MAX_CHARACTERS:,}: "
                "split it into its documents"
            )
        check_french(release.text)
    except InputError as error:
        where = "standard input" if source.name == STDIN else source.name
        raise InputError(f"{where} {error}") from error
    return release if published is None else replace(release, published=published)


def _bytes(name: str) -> bytes:
    if name == STDIN:
        return _limited(sys.stdin.buffer.read(MAX_BYTES + 1))
    try:
        with open(name, "rb") as file:
            return _limited(file.read(MAX_BYTES + 1))
    except FileNotFoundError as error:
        raise InputError("does not exist: check the path") from error
    except IsADirectoryError as error:
        suffixes = ", ".join(sorted(SUFFIXES))
        raise InputError(f"is a folder with no readable file: releases are files in {suffixes}") from error
    except OSError as error:
        raise InputError(f"cannot be opened ({error.strerror}): check the file and its permissions") from error


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB: split it into its documents")
    return data
