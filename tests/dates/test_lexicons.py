"""Each feast day's own example fires, and its trap does not."""

from typing import Any

import pytest

from entente.dates import read_dates
from entente.lexicons import load_lexicon

FEASTS: list[dict[str, Any]] = load_lexicon("dates_fetes")


@pytest.mark.parametrize("entry", FEASTS, ids=lambda entry: entry["name"])
def test_the_example_fires(entry: dict[str, Any]) -> None:
    assert [mention.edtf for mention in read_dates(entry["exemple"], "2024-05-15") if mention.edtf]


@pytest.mark.parametrize("entry", [entry for entry in FEASTS if "piege" in entry], ids=lambda entry: entry["name"])
def test_the_trap_does_not(entry: dict[str, Any]) -> None:
    assert read_dates(entry["piege"], "2024-05-15") == []
