from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import entente
from entente.batch import read_sources, reading
from entente.ingest.release import Release
from entente.ingest.sources import Source, file_source, find_sources
from entente.records import Failure, Reading

TEXT = "La Ville de Lille et la Ville de Cologne ont signé un accord de coopération le 12 mars 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(TEXT.encode("utf-16"))
    (tmp_path / "d.txt").write_bytes(bytes(range(256)))
    (tmp_path / "e.txt").write_text(TEXT * 2, encoding="utf-8")
    return tmp_path


def test_bad_documents_fail_and_the_others_go_on_in_order(folder: Path) -> None:
    outcomes = list(read_sources(find_sources([str(folder)])))
    assert [type(outcome).__name__ for outcome in outcomes] == ["Reading", "Failure", "Reading", "Failure", "Reading"]


def test_a_failure_says_what_where_and_what_to_do(folder: Path) -> None:
    (failure,) = [item for item in read_sources([file_source(str(folder / "b.txt"))]) if isinstance(item, Failure)]
    assert failure.source == str(folder / "b.txt")
    assert failure.error == "InputError"
    assert failure.message == f"{folder / 'b.txt'} is empty: nothing to read"
    assert failure.where == "entente.ingest.readers.plain.read"


def test_a_stage_that_breaks_on_one_document_costs_that_document_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reading.read_many

    def broken(releases: Iterable[Release]) -> Iterator[Reading]:
        for release in releases:
            if release.text.count("Lille") > 1:
                raise ZeroDivisionError("nothing to divide")
            yield from whole([release])

    monkeypatch.setattr(reading, "read_many", broken)
    outcomes = list(read_sources(find_sources([str(folder)])))
    assert [type(outcome).__name__ for outcome in outcomes] == ["Reading", "Failure", "Reading", "Failure", "Failure"]
    assert isinstance(outcomes[4], Failure)
    assert outcomes[4].error == "ZeroDivisionError"
    assert "please report it with the text" in outcomes[4].message


def test_each_reading_is_what_read_gives_to_the_byte(folder: Path) -> None:
    day = date(2024, 3, 13)
    outcomes = read_sources(find_sources([str(folder / "a.txt")]), published=day)
    alone = entente.read(TEXT, published=day, source=str(folder / "a.txt"))
    assert [outcome.to_json() for outcome in outcomes if isinstance(outcome, Reading)] == [alone.to_json()]


def test_sources_are_read_lazily(folder: Path) -> None:
    asked: list[str] = []

    def sources() -> Iterator[Source]:
        for number in range(10_000):
            asked.append(str(number))
            yield file_source(str(folder / "b.txt" if number % 2 else folder / "a.txt"))

    next(iter(read_sources(sources())))
    assert len(asked) < 3_000
