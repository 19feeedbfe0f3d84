"""A day as people write it; less than a day is refused."""

from datetime import date

import pytest

from entente.errors import InputError
from entente.ingest.day import written_day


@pytest.mark.parametrize(
    "value", ["2024-05-31", "31/05/2024", "31 mai 2024", "vendredi 31 mai 2024", date(2024, 5, 31)]
)
def test_a_written_day(value: str | date):
    assert written_day(value) == date(2024, 5, 31)


@pytest.mark.parametrize("value", ["mai 2024", "2024", "hier", "", "31/02/2024", "n'importe quoi"])
def test_less_than_a_day_is_refused(value: str):
    with pytest.raises(InputError, match="is not a day: write it as"):
        written_day(value)
