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
    line = _first_line(head)
    if not any(sign in line for sign in DELIMITERS):
        return False
    names = _header(line, _delimiter(line, DEFAULT))
    return len(names) > 1 and (_NAMED.search(name) is not None or has_text(names, DEFAULT))


def delimiter_of(head: bytes, options: Walk) -> str:
    """The sign that parts the columns: one with which there is a column for texts, else the one that parts most."""
    return _delimiter(_first_line(head), options)


def _delimiter(line: str, options: Walk) -> str:
    headers = {sign: _header(line, sign) for sign in DELIMITERS}
    return max(DELIMITERS, key=lambda sign: (has_text(headers[sign], options), len(headers[sign])))


def _first_line(head: bytes) -> str:
    lines = head.replace(b"\x00", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd").splitlines()
    return lines[0] if lines else ""


def _header(line: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
