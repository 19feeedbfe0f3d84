"""The pipeline never reads worse than it did."""

import floors
import links
import pytest

from entente.records import Reading
from entente.records.reading import spans_of

Readings = dict[str, dict[str, Reading]]


@pytest.fixture(scope="session")
def readings() -> Readings:
    return floors.read_corpus()


@pytest.fixture(scope="session")
def reached(readings: Readings) -> floors.Figures:
    return floors.measure(readings)


def test_every_release_of_the_corpus_is_read(readings: Readings) -> None:
    texts = {folder: len(list((floors.ROOT / "corpus" / folder).glob("*.txt"))) for folder in floors.FOLDERS}
    assert {folder: len(found) for folder, found in readings.items()} == texts
    assert all(texts.values())


def test_the_floors_are_those_of_this_corpus() -> None:
    assert floors.load_floors()["corpus"] == floors.corpus_digest(), "the corpus changed: run `make floors LOWER=1`"


@pytest.mark.parametrize("part", floors.PARTS)
@pytest.mark.parametrize("name", floors.FIGURES)
def test_no_figure_falls_below_its_floor(reached: floors.Figures, part: str, name: str) -> None:
    floor = floors.load_floors()["figures"][part][name]
    assert reached[part][name] >= floor - floors.MARGIN


def test_the_readme_says_exactly_the_pinned_figures() -> None:
    table = floors.readme_table(floors.load_floors()["figures"])
    assert table in floors.README.read_text(encoding="utf-8"), "run `make floors`"


@pytest.mark.parametrize("part", floors.PARTS)
def test_negative_releases_hold_no_more_agreements_than_pinned(readings: Readings, part: str) -> None:
    """Counts only: the words of held-out releases stay unread, even where this fails."""
    pinned = floors.load_floors()["agreements_of_negatives"]
    assert floors.agreements_of_negatives(readings)[part] <= pinned[part]
    assert pinned["test"] == 0


def test_every_fact_has_its_words(readings: Readings) -> None:
    for named in readings.values():
        for reading in named.values():
            text = reading.document.text
            assert all(text[span.start : span.end] == span.text for span in spans_of(reading))
            facts = [*reading.agreements, *reading.events, *reading.commitments, *reading.roles, *reading.quotes]
            assert all(fact.evidence for fact in facts)


def test_places_are_linked_and_linked_right(readings: Readings) -> None:
    """No link rather than a wrong one: accuracy of the linked before their share."""
    figures = links.measure(readings)
    assert figures.right / figures.linked >= 0.97
    assert figures.linked / figures.found >= 0.92
