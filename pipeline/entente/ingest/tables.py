"""Is this text a table, and what parts its columns?"""

import csv
import re

from entente.ingest.columns import has_text
from entente.ingest.walk import DEFAULT, Walk

DELIMITERS = ",;\t|"
"""Commas, semicolons (French spreadsheets), tabs, bars."""

_NAMED = re.compile(r"\.(?:csv|tsv|tab)$", re.IGNORECASE)


def is_table(head: bytes, name: str) -> bool:
    """True when the first line names columns, one of them for texts; one that is called a table needs but columns."""
    names = _header(head, delimiter_of(head, DEFAULT))
    return len(names) > 1 and (_NAMED.search(name) is not None or has_text(names, DEFAULT))


def delimiter_of(head: bytes, options: Walk) -> str:
    """The sign that parts the columns: one with which there is a column for texts, else the one that parts most."""
    return max(DELIMITERS, key=lambda sign: (has_text(_header(head, sign), options), len(_header(head, sign))))


def _header(head: bytes, delimiter: str) -> list[str]:
    line = head.replace(b"\x00", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd").splitlines()[:1]
    return [name.strip() for name in next(csv.reader(line, delimiter=delimiter), [])]
