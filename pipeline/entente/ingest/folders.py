"""The files of folders, one after the other, in an order that is the same everywhere."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

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

    What is given twice comes once, and a folder that links lead to twice is walked once, so that a loop of links ends.
    Never raises.
    """
    paths = list(dict.fromkeys(paths))
    given = {os.path.abspath(path) for path in paths if path != STDIN and not os.path.isdir(path)}
    seen = _Seen(given=given, folders=set(_identities(options.without)))
    for path in paths:
        if path == STDIN:
            yield Entry(path=path, relative=path, named=True)
        elif os.path.isdir(path):
            yield from _argument(path, options, seen)
        else:
            yield file_entry(path)


def _identities(folders: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Device and inode of folders; nothing of one that cannot be looked at."""
    for folder in folders:
        with suppress(OSError):
            found = os.stat(folder)
            yield found.st_dev, found.st_ino


def file_entry(path: str) -> Entry:
    """The entry of a path that the user gave and that should be a file."""
    return _entry(path, os.path.basename(path), named=True)


@dataclass(slots=True)
class _Seen:
    """What a walk must not give twice."""

    given: set[str]
    """Files that the user names: each comes where it is named, and not where its folder is walked."""
    folders: set[tuple[int, int]] = field(default_factory=set)
    """Device and inode of those that were walked, and of those that are left out."""

    def add_folder(self, path: str) -> bool:
        """False when the folder was walked before; raises OSError."""
        found = os.stat(path)
        is_new = (found.st_dev, found.st_ino) not in self.folders
        self.folders.add((found.st_dev, found.st_ino))
        return is_new


def _argument(folder: str, options: Walk, seen: _Seen) -> Iterator[Entry]:
    count = len(seen.folders)
    empty = True
    for entry in _folder(folder, options, seen):
        empty = False
        yield entry
    if empty and not seen.given and len(seen.folders) > count:
        yield Entry(path=folder, relative="", named=True, problem="is a folder with no readable file: check the path")


def _folder(folder: str, options: Walk, seen: _Seen) -> Iterator[Entry]:
    """What is below a folder, without recursion: folders nest as deep as paths are long."""
    stack = [""]
    while stack:
        relative = stack.pop()
        path = os.path.join(folder, relative) if relative else folder
        if relative and not relative.endswith("/"):
            if not seen.given or os.path.abspath(path) not in seen.given:
                yield _entry(path, relative, named=False)
            continue
        try:
            names = _sorted_names(path) if seen.add_folder(path) else []
        except OSError as error:
            yield _refused(path.removesuffix("/"), relative.removesuffix("/"), error, named=not relative)
            continue
        below = (relative + name for name in reversed(names))
        stack += [name for name in below if not excluded([name.removesuffix("/")], options.exclude)]


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
