"""The table of the README's section on dates holds."""

import re
from pathlib import Path

import pytest

from entente.dates import read_dates

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## Dates\n")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| ([^|]+?) \| (?:`([^`|]+)`)? ?\|$", SECTION, re.MULTILINE)


def test_there_is_a_table() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize(("expression", "edtf"), [row for row in ROWS if row[0] != "expression"])
def test_a_row_holds(expression: str, edtf: str) -> None:
    assert [mention.edtf for mention in read_dates(expression, "2024-05-15")] == ([edtf] if edtf else [])
