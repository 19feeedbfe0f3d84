import json

from typer.testing import CliRunner, Result

from entente.cli.app import app


def run(lines: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["dates", *options], input=lines)


def answers(result: Result) -> list[list[str]]:
    return [[date["edtf"] for date in json.loads(line)["dates"]] for line in result.stdout.splitlines()]


def test_lines_of_text_and_of_json() -> None:
    result = run('du 24 au 31 mai 2024\n{"text": "Il a signé mercredi.", "reference": "2018-11-15"}\n\nrien\n')
    assert answers(result) == [["2024-05-24/2024-05-31"], ["2018-11-14"], [], []]
    assert result.exit_code == 0


def test_a_date_has_all_its_fields() -> None:
    (date,) = json.loads(run("début 2026").stdout)["dates"]
    assert date == {
        "text": "début 2026", "start": 0, "end": 10, "earliest": "2026-01-01", "latest": "2026-04-30", "edtf": "2026",
        "type": "DATE", "mod": "start", "inferred": False, "duration": None, "time": None, "conflict": False,
    }  # fmt: skip


def test_a_reference_for_all_lines() -> None:
    assert answers(run("hier\ndemain\n", "--reference", "2024-05-15")) == [["2024-05-14"], ["2024-05-16"]]


def test_a_bad_line_is_named_and_answered() -> None:
    result = run('{"tex": 1}\n{"text": "hier", "reference": "jamais"}\n{"text": \n2019\n')
    assert answers(result) == [[], [], [], ["2019"]]
    assert result.exit_code == 1
    assert "line 1" in result.stderr
    assert "line 3" in result.stderr


def test_a_bad_reference_is_wrong_usage() -> None:
    assert run("hier\n", "--reference", "hier").exit_code == 2
