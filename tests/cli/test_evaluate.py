import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from entente.cli.app import app
from entente.cli.exits import DONE, NOTHING_READ, SOME_FAILED

DATA = Path(__file__).parents[1] / "evaluation" / "data"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *(str(argument) for argument in arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "gold"))


def test_the_figures_of_an_earlier_run_are_those_of_the_reference_scorer() -> None:
    result = run(DATA, "--records", DATA / "records.jsonl", "--json")
    assert result.exit_code == DONE
    assert json.loads(result.stdout)["facts.f1"] == json.loads((DATA / "expected.json").read_text())["facts_f1"]


def test_texts_beside_the_gold_are_read_and_scored(folder: Path) -> None:
    result = run(folder, "--verbose")
    assert result.exit_code == DONE
    assert "3 documents" in result.stdout
    assert "precision  recall     F1" in result.stdout


def test_a_gold_file_that_does_not_parse_is_named_and_the_others_are_scored(folder: Path) -> None:
    (folder / "gala.gold.json").write_text("{", encoding="utf-8")
    result = run(folder)
    assert result.exit_code == SOME_FAILED
    assert "gala.gold.json does not parse" in result.stderr
    assert "2 documents" in result.stdout


def test_a_gold_file_without_its_text_is_named_and_counts_as_missed(folder: Path) -> None:
    (folder / "lac.txt").unlink()
    result = run(folder)
    assert result.exit_code == SOME_FAILED
    assert "lac.txt does not exist: check the path" in result.stderr
    assert "3 documents, without a reading: lac" in result.stdout


def test_a_folder_without_gold_cannot_be_scored(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == NOTHING_READ
    assert "holds no *.gold.json" in result.stderr


def test_a_records_file_that_is_none_is_named(folder: Path) -> None:
    (folder / "records.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    result = run(folder, "--records", folder / "records.jsonl")
    assert result.exit_code == NOTHING_READ
    assert "records.jsonl line 1 is not a record" in result.stderr
