"""The day of publication: what is said, to the precision with which it is said, and nothing else."""

from datetime import date, datetime

import pytest

from entente.ingest.published import address_date, dated, of_address, read_date
from entente.ingest.release import Release

DAY = (date(2019, 3, 12), "day")


@pytest.mark.parametrize(
    "value",
    [
        "2019-03-12",
        "2019-03-12T23:30:00+01:00",
        "2019-03-12 10:00:00",
        "20190312",
        "20190312101500",
        "12/03/2019",
        "12.3.2019",
        "12 mars 2019",
        "mardi 12 mars 2019",
        "Tue, 12 Mar 2019 23:30:00 +0100",
        "12 Mar 2019 10:00:00 GMT",
        "1552386600",
        "1552386600000",
        date(2019, 3, 12),
        datetime(2019, 3, 12, 23, 30),
    ],
)
def test_a_day_is_read_as_programs_and_people_write_it(value: date | str) -> None:
    assert read_date(value) == DAY


@pytest.mark.parametrize(
    ("value", "known"),
    [("2019-03", (date(2019, 3, 1), "month")), ("2019", (date(2019, 1, 1), "year"))],
)
def test_less_than_a_day_keeps_its_precision(value: str, known: tuple[date, str]) -> None:
    assert read_date(value) == known


@pytest.mark.parametrize(
    "value",
    [
        "hier",
        "2019-13-45",
        "0000-00-00",
        "1899-12-30x",
        "12",
        "à venir",
        "Tue, 12 Mar 2019 10:00:00 +99999999999999999999",
        "x" * 500,
        "1601-01-01",
    ],
)
def test_what_is_no_date_is_none(value: str) -> None:
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://ville.example/2019/03/12/un-accord/", DAY),
        ("https://ville.example/actu/2019/3/12/", DAY),
        ("https://ville.example/actu/2019-03-12-un-accord.html", DAY),
        ("https://ville.example/20190312_accord.pdf", DAY),
        ("https://ville.example/wp-content/uploads/2019/03/cp.pdf", (date(2019, 3, 1), "month")),
        ("https://ville.example/agenda/2019/03/12/concert/", None),
        ("https://ville.example/2019/13/45/", None),
        ("https://ville.example/?date=2019-03-12", None),
        ("https://2019-03-12.example/accord", None),
        ("https://ville.example/article/120319.html", None),
        ("https://ville.example/coop-2014-2020-12/", None),
        (r"C:\textes\accord.txt", None),
    ],
)
def test_an_address_says_a_day_or_a_month_or_nothing(url: str, known: tuple[date, str] | None) -> None:
    assert address_date(url) == known


def test_the_first_who_says_the_day_is_believed_and_named() -> None:
    release = dated(Release(text="x"), "2019-03-12", "metadata")
    assert (release.day, release.date_origin) == (date(2019, 3, 12), "metadata")
    assert of_address(release, "https://ville.example/2020/01/01/") == release
    found = of_address(Release(text="x"), "https://ville.example/2020/01/")
    assert (found.published, found.date_origin, found.date_precision, found.day) == (
        date(2020, 1, 1), "url", "month", None,
    )  # fmt: skip


def test_a_date_that_is_not_understood_leaves_the_day_open_and_a_note() -> None:
    release = dated(Release(text="x"), "la Saint-Glinglin", "metadata")
    assert (release.published, release.date_origin) == (None, None)
    assert release.notes == ("the date 'la Saint-Glinglin' is not understood",)
