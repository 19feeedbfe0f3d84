"""The engine: sources in order to workers, decisions in order, facts as they come; all of it in the ledger."""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from entente.batch import remote
from entente.batch.chunks import chunked
from entente.batch.duplicates import Duplicates
from entente.batch.executors import Workers
from entente.batch.failures import lost_worker, timed_out
from entente.batch.ledger import Decision, Entry, Ledger
from entente.batch.limits import GRACE
from entente.batch.work import Prepared, Read, Task
from entente.errors import ClusterError, WorkerLostError
from entente.ingest.release import Release
from entente.ingest.sources import Source
from entente.records import Failure

PREPARED_AHEAD, READ_AHEAD = 3, 3
"""Tasks of each kind under way a worker: one that runs, one that waits for it, one that comes back. More only cost
memory."""

READ_CHARACTERS = 30_000
"""Characters read together: one batch of the pipeline, 6,000 tokens of five characters; half a second of work."""

DEATHS = 2
"""Times that a document, alone in a process, may end it before it is given up: the first may have been chance."""

TICK = 1.0
"""Seconds after which a run that waits looks whether it is to stop."""


@dataclass(slots=True)
class Slot:
    """A chunk of sources on its way to their decision."""

    sources: list[Source]
    entries: list[Entry | None]
    prepared: list[Prepared | None]

    @property
    def complete(self) -> bool:
        """True when each source is known."""
        return None not in self.prepared


@dataclass(slots=True)
class Job:
    """Work that was sent out."""

    prepares: bool
    items: list[Any]
    """Sources to prepare; releases, or sources of long ones, to read."""
    places: list[Any]
    """Where each result goes: slot and index; id of the source."""
    alone: bool = False
    deaths: int = 0
    begun: float = field(default_factory=time.monotonic)


class Engine:
    """One run over an archive."""

    def __init__(
        self, ledger: Ledger, workers: Workers, task: Task, *, since: date | None = None, until: date | None = None
    ) -> None:
        self._ledger, self._workers, self._task = ledger, workers, task
        self._since, self._until = since or date.min, until or date.max
        self._duplicates = Duplicates(ledger.database)
        self._slots: deque[Slot] = deque()
        self._under_way: dict[Future[Any], Job] = {}
        self._suspects: deque[Job] = deque()
        self._to_read: list[tuple[int, Release | Source]] = []
        self.position = 0
        """Sources decided on."""
        self.counts: Counter[str] = Counter()
        """Documents that are done, by decision, and `unread` ones that failed at their reading."""
        self.last_key = ""
        """Key of the last source that was taken."""

    def steps(self, sources: Iterable[Source]) -> Iterator[None]:
        """Do all the work, a step at a time; whoever stops asking for steps stops the run, and nothing is lost."""
        self._begin()
        chunks = chunked(sources, carries=self._workers.carries)
        walking = True
        while walking or self._slots or self._to_read or self._under_way or self._suspects:
            if walking and self._has_room():
                chunk = next(chunks, None)
                walking = chunk is not None
                self._take(chunk or [])
            self._submit_suspect()
            self._settle(0 if walking and self._has_room() else TICK)
            self._decide()
            self._submit_readings(every=not walking and not self._slots)
            yield

    def _begin(self) -> None:
        self._ledger.begin_walk()
        with self._ledger.database.transaction():
            self._duplicates.forget()

    def _has_room(self) -> bool:
        prepares = sum(job.prepares for job in self._under_way.values())
        readings = len(self._under_way) - prepares
        ahead = self._workers.size
        return (
            prepares < PREPARED_AHEAD * ahead
            and readings < READ_AHEAD * ahead
            and len(self._slots) < 2 * PREPARED_AHEAD * ahead
        )

    def _take(self, chunk: list[Source]) -> None:
        """Look up a chunk, and send out what is not known of it."""
        if not chunk:
            return
        known = self._ledger.known([source.key for source in chunk])
        entries = [known.get(source.key) for source in chunk]
        slot = Slot(chunk, entries, [entry.prepared if entry and self._holds(entry) else None for entry in entries])
        self._slots.append(slot)
        self.last_key = chunk[-1].key
        unknown = [index for index, prepared in enumerate(slot.prepared) if prepared is None]
        if unknown:
            self._submit(Job(True, [chunk[index] for index in unknown], [(slot, index) for index in unknown]))

    def _holds(self, entry: Entry) -> bool:
        """False for the one document of an earlier run, which was read without a fingerprint."""
        missing = entry.prepared.state == "relevant" and entry.prepared.fingerprint is None
        return not (missing and self._task.fingerprints)

    def _decide(self) -> None:
        """Decide on the chunks that are known, in order."""
        while self._slots and self._slots[0].complete:
            slot = self._slots.popleft()
            with self._ledger.database.transaction():
                for source, entry, prepared in zip(slot.sources, slot.entries, slot.prepared, strict=True):
                    assert prepared is not None
                    self._decide_one(source, entry, prepared)

    def _decide_one(self, source: Source, entry: Entry | None, prepared: Prepared) -> None:
        fresh = entry is None or not self._holds(entry)
        id = self._ledger.add(source.key, prepared) if fresh or entry is None else entry.id
        self.position += 1
        decision, original = self._decision(prepared)
        self._ledger.decide(self.position, id, decision, original)
        if decision == "read":
            self._duplicates.add(prepared, id, self.position)
        if decision == "read" and not (entry and entry.read):
            self._to_read.append((id, prepared.release or source))
        else:
            self.counts[decision] += 1

    def _decision(self, prepared: Prepared) -> tuple[Decision, int | None]:
        """What is done with a document; one whose day is not known is not outside of any dates."""
        if prepared.state != "relevant":
            return prepared.state, None
        if prepared.published and not self._since <= prepared.published <= self._until:
            return "outside", None
        original = self._duplicates.original(prepared)
        return ("read", None) if original is None else ("duplicate", original)

    def _submit_readings(self, *, every: bool) -> None:
        """Send out full batches; the last one when there is nothing to wait for."""
        start = characters = 0
        for end, (_, item) in enumerate(self._to_read, 1):
            characters += len(item.text) if isinstance(item, Release) else READ_CHARACTERS
            if characters >= READ_CHARACTERS or (every and end == len(self._to_read)):
                batch = self._to_read[start:end]
                self._submit(Job(False, [item for _, item in batch], [id for id, _ in batch]))
                start, characters = end, 0
        del self._to_read[:start]

    def _submit(self, job: Job) -> None:
        send = self._workers.submit_alone if job.alone else self._workers.submit
        job.begun = time.monotonic()
        self._under_way[send(remote.prepare if job.prepares else remote.read, job.items, self._task)] = job

    def _submit_suspect(self) -> None:
        """One suspect at a time, so that the death of its process has one cause."""
        if self._suspects and not any(job.alone for job in self._under_way.values()):
            self._submit(self._suspects.popleft())

    def _settle(self, seconds: float) -> None:
        """Take what has come back; wait so many seconds for the first."""
        done, _ = wait(self._under_way, seconds, FIRST_COMPLETED)
        for future in done:
            job = self._under_way.pop(future)
            try:
                self._accept(job, future.result())
            except self._workers.lost:
                self._suspect(job)
            except CancelledError as error:  # nothing here cancels: it is the far end that is no more
                raise ClusterError("the cluster has gone; what is done is kept: give the same command again") from error

    def _accept(self, job: Job, results: list[Any]) -> None:
        if job.prepares:
            for (slot, index), prepared in zip(job.places, results, strict=True):
                slot.prepared[index] = prepared
            return
        with self._ledger.database.transaction():
            for id, read in zip(job.places, results, strict=True):
                self._ledger.add_reading(id, read)
                self.counts["unread" if read.failure else "read"] += 1

    def _suspect(self, job: Job) -> None:
        """A process died: each of its documents is tried alone, and the one that does it again is given up."""
        if not job.alone:
            self._check_start()
            pairs = zip(job.items, job.places, strict=True)
            self._suspects += [Job(job.prepares, [item], [place], alone=True) for item, place in pairs]
            return
        job.deaths += 1
        late = time.monotonic() - job.begun >= self._task.timeout + GRACE
        if job.deaths < DEATHS and not late:
            self._suspects.appendleft(job)
            return
        (item,) = job.items
        name = item.name if isinstance(item, Source) else item.source or ""
        self._accept(job, [_given_up(timed_out(name) if late else lost_worker(name), prepares=job.prepares)])

    def _check_start(self) -> None:
        """Tell a document that ends its process from processes that never start."""
        if self._suspects or any(job.alone for job in self._under_way.values()):
            return  # one has started
        for _ in range(DEATHS):
            with suppress(*self._workers.lost):
                self._workers.submit_alone(remote.ready).result()
                return
        raise WorkerLostError(NO_START)


NO_START = (
    'no worker process can start: in a script, call this below `if __name__ == "__main__":`; else see what Python says '
    "above, and how much memory is left"
)


def _given_up(failure: Failure, *, prepares: bool) -> Prepared | Read:
    return Prepared(name=failure.source, state="failed", failure=failure) if prepares else Read(failure=failure)
