"""Which names the user's globs take."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def wanted(names: Sequence[str], include: Iterable[str], exclude: Iterable[str]) -> bool:
    """True for a document reached by these names: its file's relative path, then the members on the way to it.

    `["crawl.zip", "2019/a.txt"]` is taken by `*.txt`, by `2019/*` and by `crawl.zip`.
    """
    return not excluded(names, exclude) and (not include or matches(names, include))


def excluded(names: Sequence[str], exclude: Iterable[str]) -> bool:
    """True for a file, folder or container that is left out with all that it holds."""
    return bool(exclude) and matches(names, exclude)


def matches(names: Sequence[str], globs: Iterable[str]) -> bool:
    """True when a glob takes one of the names, its last part, or the whole way `crawl.zip!2019/a.txt`."""
    candidates = {*names, *(name.rsplit("/", 1)[-1] for name in names), "!".join(names)}
    return any(fnmatchcase(name, glob.removesuffix("/")) for glob in globs for name in candidates)
