"""Where work is done: in this process, or in a pool of processes of this machine."""

import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from typing import Any, Protocol

from entente.batch.lifeline import start_worker

METHOD = "forkserver" if sys.platform == "linux" else "spawn"
"""How processes start. `fork` copies a parent that has threads and an open ledger; the fork server is a small process
of its own, with the model loaded, that all workers share. Elsewhere it is not safe (macOS) or does not exist
(Windows)."""

PRELOADED = "entente.batch.preloaded"

RECYCLED = 100
"""Tasks after which a process is replaced by a fresh one (1,000 to 6,000 documents): words never met before stay in
the vocabulary of spaCy, 25 kB a document in the worst case, and a fork costs 10 ms."""


class Workers(Protocol):
    """What a run needs of the place where its work is done."""

    @property
    def size(self) -> int:
        """Tasks that can be worked on at once."""

    carries: bool
    """True where workers do not see the files of this machine, so that the bytes have to be sent."""
    hard: bool
    """True where a process may be ended with the document that it hangs on."""
    lost: tuple[type[BaseException], ...]
    """Errors of a future whose process died."""

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this as soon as a process is free."""

    def submit_alone(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this in a process that has nothing else to do, so that its death has one cause. One call at a time."""

    def close(self) -> None:
        """End all processes, whatever they do."""


class InProcess:
    """This process: nothing to start, for a handful of documents."""

    size = 1
    carries = False
    hard = False
    lost: tuple[type[BaseException], ...] = ()

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this now."""
        future: Future[Any] = Future()
        try:
            future.set_result(act(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future

    submit_alone = submit

    def close(self) -> None:
        """Nothing to end."""


class LocalPool:
    """Processes of this machine, each behind an executor of its own: one that dies takes no other's work along."""

    carries = False
    hard = True
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(self, size: int, *, method: str = METHOD) -> None:
        self.size = size
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload([PRELOADED])
        self._reader, self._lifeline = context.Pipe(duplex=False)
        self._lanes = [Lane(context, self._reader) for _ in range(size)]
        self._alone = Lane(context, self._reader)

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this in the process that has least to do."""
        return min(self._lanes, key=lambda lane: lane.waiting).submit(act, *arguments)

    def submit_alone(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do this in a process that is kept for it."""
        return self._alone.submit(act, *arguments)

    def close(self) -> None:
        """End all processes: they die when the pipe closes, in whatever they do."""
        self._lifeline.close()
        for lane in (*self._lanes, self._alone):
            lane.close()
        self._reader.close()


class Lane:
    """One process at a time, replaced when it dies or has done enough; started by its first task."""

    def __init__(self, context: Any, lifeline: Any) -> None:
        self._context, self._lifeline = context, lifeline
        self._executor: Executor | None = None
        self._begun = 0
        self._futures: list[Future[Any]] = []

    @property
    def waiting(self) -> int:
        """Tasks that have not come back."""
        self._futures = [future for future in self._futures if not future.done()]
        return len(self._futures)

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Queue a task for the process."""
        if self._begun >= RECYCLED:
            self._retire()
        with suppress(BrokenExecutor):
            return self._submit(act, *arguments)
        self._retire()
        return self._submit(act, *arguments)

    def close(self) -> None:
        """Wait until the process has gone."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        if self._executor is None:
            self._executor = ProcessPoolExecutor(1, self._context, start_worker, (self._lifeline,))
        future = self._executor.submit(act, *arguments)
        self._begun += 1
        self._futures.append(future)
        return future

    def _retire(self) -> None:
        """Let the process finish what it has, and end."""
        if self._executor is not None:
            self._executor.shutdown(wait=False)
        self._executor, self._begun = None, 0
