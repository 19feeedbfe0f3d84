"""Is this text a table, and what parts its columns?"""

import csv
import re
from functools import cache

from entente.ingest.columns import has_text
from entente.ingest.walk import DEFAULT, Walk
from entente.lexicons import load_lexicon

DELIMITERS = ",;\t|"
"""Commas, semicolons (French spreadsheets), tabs, bars."""

_NAMED = re.compile(r"\.(?:csv|tsv|tab)$", re.IGNORECASE)


def is_table(head: bytes, name: str) -> bool:
    """True when the first line names columns, one of them for texts; one that is called a table needs but columns."""
    line = head[: head.find(b"\n") + 1 or len(head)]
    if _NAMED.search(name) is None and _column_of_texts().search(line) is None:
        return False
    return len(_header(head, delimiter_of(head, DEFAULT))) > 1


@cache
def _column_of_texts() -> re.Pattern[bytes]:
    """The name of a column of texts between two delimiters."""
    names = "|".join(name.replace("_", "[ _-]") for name in load_lexicon("archives")["columns"]["text"])
    return re.compile(rf"(?:^|[{DELIMITERS}])\s*\"?(?:{names})\"?\s*(?:[{DELIMITERS}]|$)".encode(), re.IGNORECASE)


def delimiter_of(head: bytes, options: Walk) -> str:
    """The sign that parts the columns: one with which there is a column for texts, else the one that parts most."""
    return max(DELIMITERS, key=lambda sign: (has_text(_header(head, sign), options), len(_header(head, sign))))


def _header(head: bytes, delimiter: str) -> list[str]:
    line = head.replace(b"\x00", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd").splitlines()[:1]
    return [name.strip() for name in next(csv.reader(line, delimiter=delimiter), [])]
