"""One behaviour for both formats: whole or not at all, the same bytes for the same readings."""

import errno
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from entente.errors import InputError, OutputError
from entente.records import Failure, Reading
from entente.store import parquet
from entente.store.arrow import table_of
from entente.store.columns import RUN_TABLES, TABLES, schema_of
from entente.store.folder import FORMATS, WORKSHOP, Format, open_output
from entente.store.jsonl import read_jsonl
from entente.store.rows import DOCUMENT_TABLES, encoded, packed

TEXT = "Lille et Cologne, jumelées depuis 1958, ont signé une charte le 12 mars 2024 pour 50 000 euros."
FAILURE = Failure(source="b.txt", error="InputError", message="b.txt is empty: nothing to read", where="entente")


def span(words: str) -> list[dict[str, object]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "text": words}]


def party(entity: str, name: str) -> dict[str, object]:
    return {"entity": entity, "name": name, "evidence": span(name)}


FACT = {"certainty": "asserted", "confidence": 0.9, "rule": "signed", "cues": ["ont signé"]}
READING = Reading.model_validate(
    {
        "document": {
            "id": "0123456789abcdef", "source": "a.txt", "title": None, "publisher": None, "published": "2024-03-13",
            "language": "fr", "text": TEXT,
        },
        "entities": [
            {"id": "e1", "type": "city", "name": "Lille", "ids": {"insee": "59350"}, "mentions": span("Lille")},
            {"id": "e2", "type": "city", "name": "Cologne", "mentions": span("Cologne")},
        ],
        "dates": [{"id": "d1", "text": "depuis 1958", "type": "DATE", "edtf": "1958/..", "earliest": "1958-01-01",
                   "evidence": span("depuis 1958")}],
        "agreements": [
            FACT | {
                "id": "a1", "kind": "twinning", "parties": [party("e1", "Lille"), party("e2", "Cologne")],
                "since": {"date": "d1", "edtf": "1958/..", "evidence": span("depuis 1958")}, "status": "signed",
                "domains": [{"code": "culture", "evidence": span("charte")}],
                "amounts": [{"value": 50000, "currency": "EUR", "evidence": span("50 000 euros")}],
                "evidence": span(TEXT),
            }
        ],
        "events": [
            FACT | {"id": "ev1", "kind": "signing", "leaders": [party("e1", "Lille")], "status": "held",
                    "participants": [party("e2", "Cologne")], "agreement": "a1", "evidence": span(TEXT)}
        ],
    }
)  # fmt: skip


SOURCE = {"source": "a.txt", "outcome": "facts", "document_id": "0123456789abcdef", "published": "2024-03-13"}


ROWS = packed(READING.model_dump(mode="json"))


def write(folder: Path, form: Format = "all") -> None:
    with open_output(folder, form) as output:
        output.add(READING.to_json(), ROWS)
        output.add_source(SOURCE)
        output.add_failure(FAILURE)


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return list(pq.read_table(folder / f"{table}.parquet").to_pylist())


def test_json_lines_give_the_reading_back(tmp_path: Path) -> None:
    write(tmp_path)
    assert list(read_jsonl(tmp_path / "records.jsonl")) == [READING]
    assert json.loads((tmp_path / "failures.jsonl").read_text())["message"] == FAILURE.message


def test_every_table_is_written_with_its_fixed_schema_even_when_empty(tmp_path: Path) -> None:
    with open_output(tmp_path, "parquet"):
        pass
    assert sorted(path.stem for path in tmp_path.glob("*.parquet")) == sorted(TABLES)
    for table in TABLES:
        assert pq.read_schema(tmp_path / f"{table}.parquet").equals(schema_of(table))
        assert rows(tmp_path, table) == []


def test_every_column_carries_its_meaning_in_the_file(tmp_path: Path) -> None:
    write(tmp_path)
    for table in TABLES:
        assert all(field.metadata[b"description"] for field in pq.read_schema(tmp_path / f"{table}.parquet"))


def test_every_row_has_its_document_and_its_own_id(tmp_path: Path) -> None:
    write(tmp_path)
    for table in TABLES:
        found = rows(tmp_path, table)
        ids = [row["id"] for row in found]
        assert len(set(ids)) == len(ids)
        assert table in RUN_TABLES or all(row["document_id"] == "0123456789abcdef" for row in found)


def test_lists_are_real_list_columns(tmp_path: Path) -> None:
    write(tmp_path)
    (agreement,) = rows(tmp_path, "agreements")
    assert agreement["parties"] == ["Lille", "Cologne"]
    assert agreement["domains"] == ["culture"]
    assert agreement["amounts"] == [{"value": 50000.0, "currency": "EUR"}]
    assert (agreement["since"], agreement["signed_on"]) == ("1958/..", None)
    assert [row["name"] for row in rows(tmp_path, "agreement_parties")] == ["Lille", "Cologne"]
    assert [(row["role"], row["name"]) for row in rows(tmp_path, "event_participants")] == [
        ("leader", "Lille"),
        ("participant", "Cologne"),
    ]


def test_a_text_found_twice_has_its_facts_once(tmp_path: Path) -> None:
    with open_output(tmp_path, "all") as output:
        output.add(READING.to_json(), ROWS)
        output.add_copy(READING.document.model_dump(mode="json") | {"source": "z.txt"})
    assert [row["source"] for row in rows(tmp_path, "documents")] == ["a.txt", "z.txt"]
    assert len(rows(tmp_path, "agreements")) == 1
    assert list(read_jsonl(tmp_path / "records.jsonl")) == [READING]


def test_the_tables_of_documents_and_those_of_runs_are_all() -> None:
    assert {*DOCUMENT_TABLES, *RUN_TABLES} == set(TABLES)


def test_what_became_of_each_source_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    (row,) = rows(tmp_path, "sources")
    assert (row["id"], row["outcome"], row["published"]) == ("s1", "facts", date(2024, 3, 13))
    assert row["duplicate_of"] is None
    assert json.loads((tmp_path / "sources.jsonl").read_text()) == SOURCE


def test_groups_of_rows_are_one_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_BYTES", 1)
    with open_output(tmp_path, "parquet") as output:
        for _ in range(3):
            output.add(READING.to_json(), ROWS)
    assert pq.ParquetFile(tmp_path / "documents.parquet").num_row_groups == 3
    assert len(rows(tmp_path, "agreements")) == 3


def test_a_column_that_no_table_has_is_refused() -> None:
    with pytest.raises(pa.ArrowInvalid, match="unexpected field"):
        table_of("entities", encoded([{"id": "e1", "colour": "blue"}]))


def test_a_line_break_of_unicode_is_text(tmp_path: Path) -> None:
    row = {"id": "e1", "name": "Saint\u2028Denis \x85 \U0001f91d"}
    assert table_of("entities", encoded([row])).to_pylist()[0]["name"] == row["name"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_readings_give_the_same_bytes(tmp_path: Path, form: Format) -> None:
    write(tmp_path / "one", form)
    write(tmp_path / "two", form)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / run).iterdir()} for run in ("one", "two"))
    assert one == two
    assert one


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_that_breaks_leaves_the_former_files_as_they_were(tmp_path: Path, form: Format) -> None:
    write(tmp_path, form)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken_run() -> None:
        with open_output(tmp_path, form) as output:
            output.add(READING.to_json(), ROWS)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_run()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_a_killed_run_left_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / WORKSHOP).mkdir()
    (tmp_path / WORKSHOP / "records.jsonl").write_text("half a rec")
    write(tmp_path)
    assert not (tmp_path / WORKSHOP).exists()
    assert list(read_jsonl(tmp_path / "records.jsonl")) == [READING]


def test_a_full_disk_says_so(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OutputError, match="free some space"), open_output(tmp_path, "all"):
        raise full


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path, form: Format) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match=r"file/out cannot be written .* choose another folder with -o"):
        write(tmp_path / "file" / "out", form)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1 is not a record"),
        (READING.to_json().replace('"end":5', '"end":6', 1), "line 1 is not a record"),
        (
            READING.to_json().replace('"schema_version":"1"', '"schema_version":"0"'),
            r"schema_version: .*write it again",
        ),
    ],
)
def test_a_line_that_breaks_the_contract_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "records.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(read_jsonl(tmp_path / "records.jsonl"))
