"""Whether confidence means what it says: expected calibration error, and the reliability diagram.

Ten bins of equal width; the error is the mean gap between a bin's average confidence and its share of right records,
weighted by their number (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017).
"""

from collections.abc import Iterable
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from entente.errors import OutputError
from entente.evaluation.scores import Outcome

BINS = 10


class Bin(NamedTuple):
    """The records whose confidence lies in a tenth of the scale."""

    low: float
    records: int
    confidence: float
    """Their average confidence."""
    right: float
    """The share of them that stands for a gold record."""


def bins_of(outcomes: Iterable[Outcome]) -> list[Bin]:
    """The tenths that hold records, lowest first."""
    grouped: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        grouped.setdefault(min(int(outcome.confidence * BINS), BINS - 1), []).append(outcome)
    return [
        Bin(index / BINS, len(each), mean(o.confidence for o in each), mean(o.right for o in each))
        for index, each in sorted(grouped.items())
    ]


def expected_calibration_error(outcomes: list[Outcome]) -> float:
    """Average gap between confidence and success, 0 for none: 0.1 says that confidence is off by ten points."""
    if not outcomes:
        return 0.0
    return sum(each.records * abs(each.confidence - each.right) for each in bins_of(outcomes)) / len(outcomes)


def calibration_report(outcomes: list[Outcome]) -> str:
    """The error, and a line a tenth of the scale."""
    lines = [f"expected calibration error {expected_calibration_error(outcomes):.3f} over {len(outcomes)} records"]
    lines += ["confidence   records  average  right"]
    lines += [
        f"{each.low:.1f} to {each.low + 1 / BINS:.1f}  {each.records:8}  {each.confidence:7.2f}  {each.right:5.2f}"
        for each in bins_of(outcomes)
    ]
    return "\n".join(lines)


def plot_reliability(outcomes: list[Outcome], path: Path) -> None:
    """Write the reliability diagram, in the format that the file's ending names.

    Raises OutputError when matplotlib is not installed, or the file cannot be written.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, needed for the diagram only
    except ImportError as error:
        raise OutputError(
            f"no diagram without matplotlib ({error}): install it with pip install 'entente[plot]'"
        ) from error
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    rows = bins_of(outcomes)
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey", label="perfect")
    axes.bar([each.low + 0.5 / BINS for each in rows], [each.right for each in rows], width=0.9 / BINS, label="right")
    axes.scatter([each.confidence for each in rows], [each.right for each in rows], color="black", label="average")
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share of right records")
    axes.set_title(f"{len(outcomes)} records, expected calibration error {expected_calibration_error(outcomes):.3f}")
    axes.legend(loc="upper left")
    try:
        figure.savefig(path)
    except (OSError, ValueError) as error:
        raise OutputError(f"{path} cannot be written ({error}): give a file that ends in .svg or .png") from error
