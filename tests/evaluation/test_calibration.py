"""Confidence compared with success."""

import sys
from pathlib import Path

import pytest

from entente.errors import OutputError
from entente.evaluation.calibration import (
    bins_of,
    calibration_report,
    expected_calibration_error,
    plot_reliability,
)
from entente.evaluation.scores import Outcome


def outcomes(confidence: float, right: int, wrong: int) -> list[Outcome]:
    return [Outcome("rule", confidence, True)] * right + [Outcome("rule", confidence, False)] * wrong


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (outcomes(0.75, 3, 1), 0.0),
        (outcomes(1.0, 1, 0), 0.0),
        (outcomes(0.9, 0, 5), 0.9),
        (outcomes(0.9, 9, 1) + outcomes(0.5, 10, 0), 0.25),
        ([], 0.0),
    ],
)
def test_the_error_is_the_mean_gap(given: list[Outcome], error: float) -> None:
    assert expected_calibration_error(given) == pytest.approx(error)


def test_a_bin_holds_a_tenth_of_the_scale() -> None:
    (low, high) = bins_of(outcomes(0.62, 1, 1) + outcomes(1.0, 2, 0))
    assert (low.low, low.records, low.right) == (0.6, 2, 0.5)
    assert (high.low, high.records, high.right) == (0.9, 2, 1.0)


def test_the_report_has_a_line_a_bin() -> None:
    lines = calibration_report(outcomes(0.85, 17, 3)).splitlines()
    assert lines[0] == "expected calibration error 0.000 over 20 records"
    assert lines[2].split() == ["0.8", "to", "0.9", "20", "0.85", "0.85"]


def test_the_diagram_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "reliability.svg"
    plot_reliability(outcomes(0.85, 17, 3), path)
    assert path.read_text(encoding="utf-8").startswith("<?xml")


def test_without_matplotlib_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(OutputError, match=r"entente\[plot\]"):
        plot_reliability(outcomes(0.85, 17, 3), tmp_path / "reliability.svg")


def test_a_diagram_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        plot_reliability(outcomes(0.85, 17, 3), tmp_path / "missing" / "reliability.svg")
