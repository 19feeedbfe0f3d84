"""`entente extract` as a user meets it: files, summary, messages, exit codes."""

import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from entente.cli.app import app
from entente.cli.exits import DONE, NOT_WRITABLE, NOTHING_READ, SOME_FAILED, USAGE

FRENCH = "La Ville de Lille et la Ville de Cologne, en Allemagne, ont signé un accord de coopération le 12 mars 2024.\n"
ENGLISH = "The town of Lille signed a cooperation agreement with its twin town on Monday morning.\n"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "bon.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["jsonl", "parquet", "all"])
def test_files_are_written_and_counted(good: Path, tmp_path: Path, form: str) -> None:
    result = run("extract", good, "-o", tmp_path / "out", "--format", form)
    assert result.exit_code == DONE
    assert [line.split()[0] for line in result.stdout.splitlines()[:4]] == [
        "documents",
        "agreements",
        "events",
        "commitments",
    ]
    assert (tmp_path / "out" / "records.jsonl").exists() is (form != "parquet")
    assert (tmp_path / "out" / "agreements.parquet").exists() is (form != "jsonl")
    assert result.stderr == ""


BAD = {
    "vide.txt": (b"", "is empty: nothing to read"),
    "binaire.txt": (bytes(range(256)), "is a binary file: only documents"),
    "document.txt": (b"%PDF-1.5 ...", "is a damaged PDF: open it in a viewer"),
    "anglais.txt": (ENGLISH.encode() * 5, "is in English, not in French"),
    "ligne.txt": (b"Le maire signe. " * 312_500, "more than the limit of 500,000: split it into its documents"),
    "page.html": (b"<html><body></body></html>", "is a page without an article: save the text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_fails_with_its_reason_and_the_others_go_on(good: Path, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    (tmp_path / name).write_bytes(content)
    result = run("extract", tmp_path / name, good, "-o", tmp_path / "out", "--no-gate")
    assert result.exit_code == SOME_FAILED
    assert f"{tmp_path / name} " in result.stderr
    assert message in result.stderr
    (failure,) = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text().splitlines()]
    assert (failure["source"], failure["error"]) == (str(tmp_path / name), "InputError")
    assert pq.read_table(tmp_path / "out" / "failures.parquet").to_pylist() == [{"id": "f1"} | failure]
    assert pq.read_table(tmp_path / "out" / "documents.parquet")["source"].to_pylist() == [str(good)]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings_are_no_failure(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(FRENCH.encode(encoding))
    result = run("extract", tmp_path / "a.txt", "-o", "-")
    assert result.exit_code == DONE
    assert json.loads(result.stdout)["document"]["text"] == FRENCH


def test_a_folder_without_files_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / ".caché").write_text(FRENCH)
    result = run("extract", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == NOTHING_READ
    assert "is a folder with no readable file" in result.stderr


def test_a_missing_path_reads_nothing(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "absent.txt", "-o", tmp_path / "out")
    assert result.exit_code == NOTHING_READ
    assert "absent.txt does not exist: check the path" in result.stderr


def test_an_output_folder_that_cannot_be_written_stops_the_run(good: Path) -> None:
    result = run("extract", good, "-o", good / "out")
    assert result.exit_code == NOT_WRITABLE
    assert "cannot be written" in result.stderr
    assert "choose another folder with -o" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(good: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    result = run("extract", good, "-o", locked)
    assert result.exit_code == NOT_WRITABLE
    assert "Permission denied" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "hier"], "is not a day"),
        (["--format", "csv"], "csv"),
        (["--colour"], "No such option"),
    ],
)
def test_wrong_usage_is_told(good: Path, arguments: list[str], message: str) -> None:
    result = run("extract", good, *arguments)
    assert result.exit_code == USAGE
    assert message in result.stderr


def test_standard_input_to_standard_output(good: Path) -> None:
    result = run("extract", "-", "-o", "-", "--published", "2024-03-13", stdin=FRENCH.encode("utf-8"))
    record = json.loads(result.stdout)
    assert (record["document"]["source"], record["document"]["published"]) == ("-", "2024-03-13")
    assert result.stderr == ""


def test_the_same_input_gives_the_same_bytes(good: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("extract", good, "-o", tmp_path / name)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two
