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


@pytest.mark.parametrize(
    ("phrase", "day", "time"),
    [
        ("entre 9h30 et 11h mardi prochain", "2024-05-21", "09:30/11:00"),
        ("jeudi à 20 h", "2024-05-16", "20:00"),
        ("samedi 25 mai, à partir de 18h30", "2024-05-25", "18:30/.."),
        ("le 6 juin de 14 à 16 heures", "2024-06-06", "14:00/16:00"),
        ("demain à huit heures et demie du soir", "2024-05-16", "20:30"),
        ("lundi prochain à midi", "2024-05-20", "12:00"),
    ],
)
def test_a_time_of_day_has_the_day_beside_it(phrase: str, day: str, time: str) -> None:
    (mention,) = (mention for mention in read_dates(phrase, "2024-05-15") if mention.type == "TIME")
    assert (mention.edtf, mention.time) == (day, time)


def test_every_family_is_full() -> None:
    assert len(FAMILIES) >= 6
    assert len(phrasings()) > 250
    assert len(NOTHING) > 60
