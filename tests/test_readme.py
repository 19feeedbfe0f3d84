"""What the README shows works: its Python runs, its commands answer, its tables are the code's."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from entente.cli import exits
from entente.cli.app import app
from entente.store.columns import TABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[tuple[list[str], list[str]]]:
    """Every command, with the lines that it is shown to print; «…» stands for others."""
    for block in blocks("console"):
        for shown in block.split("$ entente ")[1:]:
            command, *lines = shown.splitlines()
            yield shlex.split(command), [line for line in lines if line != "…"]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a clone, to write into."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_the_readme_has_blocks() -> None:
    assert len(blocks("python")) >= 3
    assert len(list(commands())) >= 4


@pytest.mark.parametrize(("command", "lines"), list(commands()))
def test_commands_run_and_print_what_is_shown(clone: Path, command: list[str], lines: list[str]) -> None:
    result = CliRunner().invoke(app, command)
    assert result.exit_code == exits.DONE, result.stderr
    printed = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line for line in lines if line not in printed] == []


@pytest.mark.parametrize("block", blocks("python"))
def test_python_runs_and_prints_what_it_says(clone: Path, block: str, capsys: pytest.CaptureFixture[str]) -> None:
    CliRunner().invoke(app, ["extract", "corpus/dev", "-o", "outputs"])
    exec(compile(block, "README.md", "exec"), {})
    said = re.findall(r"^# → (.*)$", block, re.MULTILINE)
    printed = capsys.readouterr().out.splitlines()
    assert printed[: len(said)] == said


def test_the_tables_are_those_of_the_store() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    assert [name for name in listed if name in TABLES] == list(TABLES)


def test_the_exit_codes_are_those_of_the_commands() -> None:
    codes = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)} == codes
