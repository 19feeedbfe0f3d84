"""Scores as a page of plain text."""

from collections.abc import Iterator

from entente.evaluation.fillers import SLOTS
from entente.evaluation.scores import SIMPLE, Scores
from entente.evaluation.tally import Tally

WIDTH = 24


def report(scores: Scores) -> str:
    """Precision, recall and F1, a line a kind and a slot."""
    return "\n".join(_lines(scores))


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
