"""The files of folders, one after the other, in an order that is the same everywhere."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from entente.ingest.globs import excluded
from entente.ingest.source import STDIN
from entente.ingest.walk import Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file on disk, or a path at which none can be read."""

    path: str
    relative: str
    """The path below the argument that led to it, with `/`; the last part of an argument that is a file."""
    named: bool
    """True when the user gave the path itself, so that it is read whatever it is called."""
    size: int = -1
    mtime_ns: int = -1
    problem: str | None = None


def find_entries(paths: Iterable[str], options: Walk) -> Iterator[Entry]:
    """Files and problems, lazily; a folder's are sorted by path, hidden and excluded ones left out.

    A folder that links lead to twice is walked once, so that a loop of links ends. Never raises.
    """
    walked = set(_identities(options.without))
    for path in paths:
        if path == STDIN:
            yield Entry(path=path, relative=path, named=True)
        elif not os.path.isdir(path):
            yield file_entry(path)
        else:
            yield from _argument(path, options, walked)


def _identities(folders: Iterable[str]) -> Iterator[tuple[int, int]]:
    """What tells folders apart whatever they are called; nothing of one that cannot be looked at."""
    for folder in folders:
        with suppress(OSError):
            found = os.stat(folder)
            yield found.st_dev, found.st_ino


def file_entry(path: str) -> Entry:
    """The entry of a path that the user gave and that should be a file."""
    return _entry(path, os.path.basename(path), named=True)


def _argument(folder: str, options: Walk, walked: set[tuple[int, int]]) -> Iterator[Entry]:
    empty = True
    for entry in _folder(folder, "", options, walked):
        empty = False
        yield entry
    if empty:
        yield Entry(path=folder, relative="", named=True, problem="is a folder with no readable file: check the path")


def _folder(folder: str, relative: str, options: Walk, walked: set[tuple[int, int]]) -> Iterator[Entry]:
    try:
        found = os.stat(folder)
        if (found.st_dev, found.st_ino) in walked:
            return
        walked.add((found.st_dev, found.st_ino))
        names = _sorted_names(folder)
    except OSError as error:
        yield _refused(folder, relative, error, named=not relative)
        return
    for name in names:
        below = relative + name
        if excluded([below.removesuffix("/")], options.exclude):
            continue
        if name.endswith("/"):
            yield from _folder(os.path.join(folder, name[:-1]), below, options, walked)
        else:
            yield _entry(os.path.join(folder, name), below, named=False)


def _sorted_names(folder: str) -> list[str]:
    """Names in a folder, those of folders with a `/`, so that they sort as the whole paths do."""
    with os.scandir(folder) as entries:
        return sorted(
            entry.name + "/" if _is_folder(entry) else entry.name for entry in entries if not entry.name.startswith(".")
        )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _entry(path: str, relative: str, *, named: bool) -> Entry:
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        return _refused(path, relative, error, named=named)
    return Entry(
        path=path,
        relative=relative,
        named=named,
        size=found.st_size,
        mtime_ns=found.st_mtime_ns,
        problem=_special(found.st_mode),
    )


def _refused(path: str, relative: str, error: OSError | ValueError, *, named: bool) -> Entry:
    return Entry(path=path, relative=relative, named=named, problem=opening_problem(error, path))


def opening_problem(error: OSError | ValueError, path: str) -> str:
    """Why a path cannot be opened and what to do, without its name."""
    if isinstance(error, FileNotFoundError):
        return "is a link to nothing: mend the link" if os.path.islink(path) else "does not exist: check the path"
    reason = error.strerror if isinstance(error, OSError) else "the name is not one that a disk can hold"
    return f"cannot be opened ({reason}): check the file and its permissions"


def _special(mode: int) -> str | None:
    """What is no file: opening a named pipe or a device may wait for ever."""
    if stat.S_ISREG(mode):
        return None
    kind = "folder" if stat.S_ISDIR(mode) else "named pipe" if stat.S_ISFIFO(mode) else "socket or device"
    return f"is a {kind}, not a file: to read a stream, pipe it in and give - as path"
