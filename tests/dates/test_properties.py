"""Properties: any day in any written form reads back, offsets slice, nothing raises, and time is linear."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.dates import read_dates

MONTHS = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
]  # fmt: skip
ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
FORMS = [
    "le {d} {month} {y}",
    "{weekday} {d} {month} {y}",
    "LE {d} {MONTH} {y}",
    "{d} {plain} {y}",
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{y}",
    "{d:02}-{m:02}-{y}",
    "{y}-{m:02}-{d:02}",
    "{d}.{roman}.{y}",
    "le {weekday} {d} {month} {y} au soir",
    "le {d}\u00a0{month}\u00a0{y}",
]
WORDS = [
    "le", "la", "du", "de", "au", "à", "et", "ou", "en", "depuis", "jusqu'", "d'ici", "entre", "dans", "il y a",
    "12", "31",
    "2018", "mai", "mars", "lundi", "samedi", "dernier", "prochain", "an", "ans", "semaine", "mois", "siècle", "XXe",
    "début", "fin", "mi", "-", "/", ".", ",", "(", "1er", "premier", "deux", "vingt", "cent", "mille", "veille",
    "lendemain", "Noël", "Pâques", "automne", "été", "trimestre", "années", "h", "30", "midi", "hier",
    "aujourd'hui", "\n",
    "vers", "environ", "plus", "une dizaine", "quinzaine", "week-end", "rentrée", "tous", "chaque", "avant", "après",
]  # fmt: skip
BIG = 100_000
SECONDS = 20
"""Seconds that 100 kB of hostile text may take on a slow,
    busy machine: it takes about two; a square would take hours."""


@given(st.dates(date(1600, 1, 1), date(2150, 12, 31)), st.sampled_from(FORMS))
def test_any_day_in_any_form_reads_back(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    text = form.format(
        d=day.day, m=day.month, y=day.year, month=month, MONTH=month.upper(), plain=month.replace("é", "e"),
        roman=ROMANS[day.month - 1], weekday=WEEKDAYS[day.weekday()],
    )  # fmt: skip
    found = read_dates(f"Signé {text}, à Lyon.")
    assert [(mention.edtf, mention.conflict) for mention in found] == [(day.isoformat(), False)]


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(1, 300))
def test_any_interval_reads_back(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    left = f"{first.day} {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    text = f"du {left} au {last.day} {MONTHS[last.month - 1]} {last.year}"
    assert [mention.edtf for mention in read_dates(text)] == [f"{first.isoformat()}/{last.isoformat()}"]


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(2, 400))
def test_days_are_counted_by_the_calendar(reference: date, days: int) -> None:
    ahead, back = read_dates(f"dans {days} jours, et non il y a {days} jours", reference)
    assert ahead.edtf == (reference + timedelta(days=days)).isoformat()
    assert back.edtf == (reference - timedelta(days=days)).isoformat()


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_a_week(reference: date, weekday: str) -> None:
    (past,) = read_dates(f"Elle est arrivée {weekday}.", reference)
    (future,) = read_dates(f"Elle arrivera {weekday}.", reference)
    assert past.earliest is not None
    assert future.earliest is not None
    assert 0 <= (reference - date.fromisoformat(past.earliest)).days < 7
    assert 0 <= (date.fromisoformat(future.earliest) - reference).days < 7
    assert date.fromisoformat(past.earliest).weekday() == WEEKDAYS.index(weekday)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
)
def test_words_of_time_in_any_order_never_raise(text: str, reference: date | None) -> None:
    check(text, reference)


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_never_raises(text: str, reference: date | None) -> None:
    check(text, reference)


def check(text: str, reference: date | None) -> None:
    """Offsets slice to the text, mentions stand in order and apart, bounds are the right way round."""
    end = 0
    for mention in read_dates(text, reference):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest


@pytest.mark.parametrize(
    "unit",
    ["1 ", "3, ", "le 3 et ", "du 3 au ", "mai, ", "lundi ", "depuis ", "entre ", "2018-", "vingt-", "cent mille ",
     "le lendemain du ", "trois jours avant ", "fin de ", "vers ", "jusqu'à ", "a", "XVIIe et ", "\n", "12 mai ",
     "le 12 mai 2018 et ", "le 12 mai 1800 le 12 novembre ", "depuis dix ans ", "dimanche ( ", "1/", "1.", "é",
     "e\u0301", " ", "Québec, le ", "publié le ", "à 10h ", "un an et ", "« ", "première semaine de "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = (unit * (BIG // len(unit) + 1))[:BIG]
    start = time.process_time()
    read_dates(text, "2024-05-15")
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ufeff", "\x00", "le 12", "12", "mai", "depuis", "LE 12 MAI 2019", "\ud800"]
)
def test_odd_texts(text: str) -> None:
    check(text, None)


def test_a_reference_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="hier"):
        read_dates("demain", "hier")
