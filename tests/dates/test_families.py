"""Value → phrasings, by family; and phrasings in which nothing may be found."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from entente.dates import read_dates

HERE = Path(__file__).parent
FAMILIES = sorted((HERE / "families").glob("*.yml"))
NOTHING = (HERE / "families" / "rien.txt").read_text(encoding="utf-8").splitlines()


def phrasings() -> list[Any]:
    rows = []
    for path in FAMILIES:
        family = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        rows += [
            pytest.param(phrase, family["reference"], value, id=f"{path.stem}: {phrase}")
            for value, phrases in family["values"].items()
            for phrase in phrases
        ]
    return rows


@pytest.mark.parametrize(("phrase", "reference", "value"), phrasings())
def test_a_phrasing_has_its_value(phrase: str, reference: str, value: str) -> None:
    found = [mention.edtf for mention in read_dates(phrase, reference) if mention.type == "DATE"]
    assert found == [value]


@pytest.mark.parametrize("phrase", NOTHING)
@pytest.mark.parametrize("reference", [None, "2024-05-15"])
def test_what_is_no_date_has_no_value(phrase: str, reference: str | None) -> None:
    assert [mention for mention in read_dates(phrase, reference) if mention.edtf] == []


def test_every_family_is_full() -> None:
    assert len(FAMILIES) >= 6
    assert len(phrasings()) > 250
    assert len(NOTHING) > 60
