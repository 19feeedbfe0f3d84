"""How a run is watched: a bar on a terminal, nothing in a pipe, and a way to stop it cleanly."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from entente.batch.progress import Progress as Done
from entente.cli.exits import is_terminal, say

SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a batch system or a container sends before it kills."""

COLUMNS = (
    TextColumn("Reading"),
    BarColumn(),
    TextColumn("{task.percentage:>3.0f} %"),
    TextColumn(
        "{task.fields[documents]:,} documents, {task.fields[rate]:,.0f} a second, {task.fields[failures]:,} failed"
    ),
    TimeElapsedColumn(),
    TextColumn("left:"),
    TimeRemainingColumn(),
)


class Watch:
    """What a run tells its progress to, and asks whether to go on."""

    def __init__(self, progress: Progress | None) -> None:
        self.stopped = False
        self._progress = progress
        self._task = None if progress is None else progress.add_task("", total=None, documents=0, failures=0, rate=0.0)

    def __call__(self, done: Done) -> bool:
        """Show the progress; False once a signal has come."""
        if self._progress is not None and self._task is not None:
            elapsed = self._progress.tasks[0].elapsed or 0
            self._progress.update(
                self._task,
                total=1.0 if done.share else None,
                completed=done.share or 0.0,
                documents=done.documents,
                failures=done.failures,
                rate=done.documents / elapsed if elapsed else 0.0,
            )
        return not self.stopped

    def stop(self, number: int, frame: FrameType | None) -> None:
        """The first signal stops the run after what is under way; the next one ends the program at once."""
        if not self.stopped:
            say("entente: stopping; once more to end at once")
        self.stopped = True
        for each in SIGNALS:
            signal.signal(each, signal.default_int_handler)


@contextmanager
def watching(*, quiet: bool = False) -> Iterator[Watch]:
    """A watch that ends with the block: Ctrl-C inside it stops the run and not the program."""
    progress = None
    if is_terminal() and not quiet:
        progress = Progress(*COLUMNS, console=Console(stderr=True), transient=True)
    watch = Watch(progress)
    former = {number: signal.signal(number, watch.stop) for number in SIGNALS}
    try:
        if progress is None:
            yield watch
        else:
            with progress:
                yield watch
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
