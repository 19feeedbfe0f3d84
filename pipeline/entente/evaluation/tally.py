"""Counts of right, spurious and missed fillers, and the figures that they make."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Tally:
    """True positives, false positives, false negatives, added up over fillers as in MUC (micro average)."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, right: int, spurious: int, missed: int) -> None:
        """Count some more."""
        self.right += right
        self.spurious += spurious
        self.missed += missed

    @property
    def precision(self) -> float:
        """Share of the fillers found that are right; 1 when none was found."""
        found = self.right + self.spurious
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold fillers that were found; 1 when there is none."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several tallies."""
    result = Tally()
    for tally in tallies:
        result.add(tally.right, tally.spurious, tally.missed)
    return result
