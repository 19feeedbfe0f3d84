"""Names of files and members that can be printed, written as JSON and told apart."""

import re

from entente.ingest.encoding import FOREIGN

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udc7f\udd00-\udfff]")
"""Control characters, and surrogates other than those that stand for bytes of a name on disk."""


def readable(name: str) -> str:
    """A name that any terminal and file takes: bytes that are not UTF-8 are read as cp1252, `\\x1b` is spelt.

    `"caf\\udce9.txt"` → `"café.txt"`
    """
    return name if _is_plain(name) else _bytes(name).decode("utf-8", errors=FOREIGN)


def distinct(name: str) -> str:
    """A name whose broken bytes are spelt, so that no two files share it: `"caf\\udce9"` → `"caf\\\\xe9"`."""
    return name if _is_plain(name) else _bytes(name).decode("utf-8", errors="backslashreplace")


def _is_plain(name: str) -> bool:
    return name.isascii() and name.isprintable()


def _bytes(name: str) -> bytes:
    spelt = _UNPRINTABLE.sub(lambda sign: repr(sign.group())[1:-1], name)
    return spelt.encode("utf-8", errors="surrogateescape")
