"""The end of a run, as a person wants to read it."""

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from entente.batch.report import OUTCOMES, Report
from entente.batch.work import COUNTED

LABELS = {
    "facts": "with facts",
    "no_facts": "without facts",
    "duplicate": "duplicates",
    "irrelevant": "irrelevant",
    "outside": "outside the dates",
    "unread": "not read yet",
}
"""Names of the outcomes; failures have a row of their own."""

WRITTEN = {"jsonl": "records.jsonl", "parquet": "the tables", "all": "records.jsonl and the tables"}


def print_summary(report: Report, *, seconds: float, folder: Path, form: str) -> None:
    """The counts and where the files are on stdout, what failed on stderr."""
    _print_failures(report, Console(stderr=True, highlight=False, soft_wrap=True))
    console = Console(highlight=False, soft_wrap=True)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_row("documents", f"{report.documents:,}", style="bold")
    for kind in COUNTED:
        table.add_row(kind, f"{report.records.get(kind, 0):,}")
    for outcome in (*OUTCOMES, "unread"):
        if outcome in LABELS and report.outcomes.get(outcome):
            table.add_row(LABELS[outcome], f"{report.outcomes[outcome]:,}")
    table.add_row("failures", f"{report.failures:,}", style="red" if report.failures else "")
    table.add_row("time", _duration(seconds))
    console.print(table)
    console.print(_last_line(report, escape(str(folder)), form))


def _last_line(report: Report, folder: str, form: str) -> str:
    if not report.complete:
        return f"Stopped: what is done is kept in {folder}; the same command goes on from here"
    if not report.fresh:
        return f"Nothing has changed since the last run: {WRITTEN[form]} in {folder}"
    return f"Written: {WRITTEN[form]} in {folder}"


def _print_failures(report: Report, console: Console) -> None:
    for failure in report.first_failures:
        console.print(f"[red]✗[/red] {escape(failure.message)}")
    if (more := report.failures - len(report.first_failures)) > 0:
        console.print(f"  and {more:,} more, in the failures file")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes)} min {rest:02.0f} s" if minutes else f"{rest:.1f} s"
