"""Single written dates, compared with dateparser, an independent reader: where it is right, we agree."""

from datetime import date, datetime

import dateparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.dates import read_dates

SETTINGS = {"DATE_ORDER": "DMY", "RELATIVE_BASE": datetime(2024, 5, 15, 12)}
MONTHS = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
]  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.sampled_from(["{d} {month} {y}", "{d:02}/{m:02}/{y}", "{d:02}-{m:02}-{y}", "{d:02}.{m:02}.{y}"]),
)
def test_a_written_day_is_the_same_day(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1])
    theirs = dateparser.parse(text, languages=["fr"], settings=SETTINGS)
    (ours,) = read_dates(text)
    assert theirs is not None
    assert ours.edtf == theirs.date().isoformat() == day.isoformat()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "text",
    [
        "hier",
        "avant-hier",
        "aujourd'hui",
        "demain",
        "après-demain",
        "il y a 3 jours",
        "dans 10 jours",
        "il y a 2 semaines",
    ],
)
def test_a_relative_day_is_the_same_day(text: str) -> None:
    theirs = dateparser.parse(text, languages=["fr"], settings=SETTINGS)
    (ours,) = read_dates(text, "2024-05-15")
    assert theirs is not None
    assert ours.edtf == theirs.date().isoformat()
