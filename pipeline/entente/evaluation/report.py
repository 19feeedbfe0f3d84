"""Scores as a page of plain text."""

from collections.abc import Iterator
from statistics import mean

from entente.evaluation.fillers import SLOTS
from entente.evaluation.scores import SIMPLE, Outcome, Scores
from entente.evaluation.tally import Tally

WIDTH = 24


def report(scores: Scores) -> str:
    """Precision, recall and F1, a line a kind and a slot."""
    return "\n".join(_lines(scores))


def rules_report(scores: Scores) -> str:
    """A line a rule: how many records it read, the share that is right, and the confidence that it gives on average.

    Confidence means what it says where the two last columns agree, over enough records.
    """
    grouped: dict[str, list[Outcome]] = {}
    for outcome in scores.outcomes:
        grouped.setdefault(outcome.rule, []).append(outcome)
    lines = [f"{'rule':{WIDTH}}  records  right  confidence"]
    for rule, outcomes in sorted(grouped.items()):
        right, confidence = mean(each.right for each in outcomes), mean(each.confidence for each in outcomes)
        lines.append(f"{rule:{WIDTH}}  {len(outcomes):7}  {right:5.2f}  {confidence:10.2f}")
    return "\n".join(lines)


def _lines(scores: Scores) -> Iterator[str]:
    missing = f", without a reading: {', '.join(scores.missing)}" if scores.missing else ""
    yield f"{scores.documents} documents{missing}"
    yield f"{'':{WIDTH}}  precision  recall     F1"
    for kind in SIMPLE:
        yield _line(kind, scores.of(kind))
    for kind in SLOTS:
        yield _line(kind, scores.of(kind))
        yield _line("  (whole records)", scores.detection[kind])
        yield from (_line(f"  {slot}", tally) for slot, tally in sorted(scores.slots[kind].items()))
    yield _line("facts", scores.facts)


def _line(name: str, tally: Tally) -> str:
    return f"{name:{WIDTH}}  {tally.precision:9.3f}  {tally.recall:6.3f}  {tally.f1:5.3f}"
