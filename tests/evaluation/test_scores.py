"""Our scorer gives the figures of the reference scorer, frozen in `data/expected.json` for the records beside it."""

import json
from pathlib import Path

import pytest

from entente.evaluation.gold import gold_files, read_gold
from entente.evaluation.report import report, rules_report
from entente.evaluation.scores import Scores, score
from entente.store.jsonl import read_jsonl

DATA = Path(__file__).with_name("data")
SHORT = {"precision": "p", "recall": "r", "f1": "f1"}


@pytest.fixture(scope="module")
def scores() -> Scores:
    readings = {Path(reading.document.source or "").stem: reading for reading in read_jsonl(DATA / "records.jsonl")}
    return score([read_gold(path) for path in gold_files(DATA)], readings)


def test_every_figure_agrees_with_the_reference_scorer(scores: Scores) -> None:
    expected = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    compared = {}
    for name, figure in scores.figures().items():
        *path, kind = name.split(".")
        if path == ["facts"]:
            reference = expected["facts_f1"] if kind == "f1" else None
        elif path[1:] == ["detection"]:
            reference = expected[path[0]]["detection_f1"] if kind == "f1" else None
        elif len(path) == 2:
            reference = expected[path[0]]["slots"][path[1]] if kind == "f1" else None
        else:
            reference = expected[path[0]][SHORT[kind]]
        if reference is not None:
            compared[name] = (figure, reference)
    assert len(compared) > 40
    assert {name: pair for name, pair in compared.items() if pair[0] != pair[1]} == {}


def test_headcounts_are_never_matched_as_in_the_reference_scorer(scores: Scores) -> None:
    assert scores.slots["events"]["headcount"].right == 0


def test_a_case_without_a_reading_is_all_missed() -> None:
    scores = score([read_gold(DATA / "lac.gold.json")], {})
    assert scores.missing == ["lac"]
    assert scores.of("agreements").recall == 0.0
    assert scores.simple["roles"].missed == 1


def test_errors_are_told_in_words(scores: Scores) -> None:
    assert "lac agreements kind: read partnership, gold charter|twinning" in scores.errors
    assert "fleuve role missed: Luc Ferrand ['vice_president', 'councillor'] ['Sources']" in scores.errors


def test_the_report_has_a_line_for_every_kind_and_slot(scores: Scores) -> None:
    lines = report(scores).splitlines()
    assert lines[0] == "3 documents"
    assert any(line.startswith("entities ") and line.endswith("0.471") for line in lines)
    assert any(line.startswith("  parties ") for line in lines)


def test_a_rule_shows_its_success_beside_its_confidence(scores: Scores) -> None:
    header, line = rules_report(scores).splitlines()
    assert header.split() == ["rule", "records", "right", "confidence"]
    assert line.split() == ["r", "9", "0.67", "0.50"]
