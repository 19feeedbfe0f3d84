"""The end of a run, as a person wants to read it."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from entente.records import Failure, Reading

COUNTED = ("agreements", "events", "commitments", "quotes", "entities", "dates")
SHOWN_FAILURES = 10
"""Failures that are listed; the rest stand in the failures file."""


@dataclass
class Summary:
    """Counts of one run; what it holds does not grow with the documents."""

    documents: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    first_failures: list[Failure] = field(default_factory=list)

    def add(self, outcome: Reading | Failure) -> None:
        """Count one outcome."""
        if isinstance(outcome, Reading):
            self.documents += 1
            self.facts.update({kind: len(getattr(outcome, kind)) for kind in COUNTED})
            return
        self.failures += 1
        if len(self.first_failures) < SHOWN_FAILURES:
            self.first_failures.append(outcome)

    def print(self, *, seconds: float, folder: Path, form: str) -> None:
        """The counts and where the files are on stdout, what failed on stderr."""
        console = Console(highlight=False, soft_wrap=True)
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        table.add_column()
        table.add_column(justify="right")
        table.add_row("documents", f"{self.documents:,}", style="bold")
        for kind in COUNTED:
            table.add_row(kind, f"{self.facts[kind]:,}")
        table.add_row("failures", f"{self.failures:,}", style="red" if self.failures else "")
        table.add_row("time", _duration(seconds))
        self._print_failures(Console(stderr=True, highlight=False, soft_wrap=True))
        console.print(table)
        written = {"jsonl": "records.jsonl", "parquet": "the tables", "all": "records.jsonl and the tables"}[form]
        console.print(f"Written: {written} in {escape(str(folder))}")

    def _print_failures(self, console: Console) -> None:
        for failure in self.first_failures:
            console.print(f"[red]✗[/red] {escape(failure.message)}")
        if (more := self.failures - len(self.first_failures)) > 0:
            console.print(f"  and {more:,} more, in the failures file")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes)} min {rest:02.0f} s" if minutes else f"{rest:.1f} s"
