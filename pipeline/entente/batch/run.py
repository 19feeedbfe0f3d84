"""A run over an archive, from paths to files or lines; resumed, repeated or grown, it costs only what is new."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from entente.batch.archive import Archive
from entente.batch.database import Database
from entente.batch.engine import Engine
from entente.batch.executors import InProcess, LocalPool, Workers
from entente.batch.kept import record_and_rows
from entente.batch.ledger import FORM, Ledger
from entente.batch.options import Options
from entente.batch.progress import Progress, Watch, unwatched
from entente.batch.report import DEFECT, Report, report_from, report_of
from entente.batch.version import pipeline_version
from entente.errors import OutputError, StaleError
from entente.ingest.sources import Source, find_sources
from entente.records import Failure

if TYPE_CHECKING:
    from entente.store.folder import Format

PLAIN = Options()
HANDFUL = 12
"""Documents up to which this process reads them itself: a pool takes 0.3 s to start, what eight documents take."""

LARGE = 100_000
"""Bytes that count as one document more."""


def extract(
    paths: Sequence[str], output: Path, form: "Format" = "all", options: Options = PLAIN, watch: Watch = unwatched
) -> Report:
    """Read an archive into the files of a folder; what earlier runs into the same folder have read is not read again.

    Raises OutputError when the folder cannot be written, or another run is writing to it, StaleError when what it holds
    was read by another version or with other options and `refresh` is not asked for, ClusterError when there is no
    cluster, WorkerLostError when no process can start.
    """
    with closing(Database(output)) as database:
        ledger = Ledger(database)
        _check_version(ledger, output, options)
        options = replace(options, walk=replace(options.walk, without=(str(output),)))
        archive = Archive(paths, options)
        former = _finished(ledger, archive, output, form)
        if former and not (options.retry_failed and former.failures):
            return former
        if options.retry_failed:
            ledger.forget_failures()
        sources = Counted(find_sources(paths, options.walk))
        if not all(_steps(ledger, archive, sources, options, watch)):
            ledger.note(running=None)
            return report_of(ledger, complete=False)
        report = report_of(ledger)
        if report.documents != sources.count:
            raise OutputError(f"{output} accounts for {report.documents:,} of {sources.count:,} documents: {DEFECT}")
        _write(ledger, archive, output, form, report)
        return report


def stream(paths: Sequence[str], options: Options = PLAIN, watch: Watch = unwatched) -> Iterator[str | Failure]:
    """The records of an archive as lines of `records.jsonl`, and its failures, in order and as soon as they are known.

    A document that is a duplicate, irrelevant or outside of the dates gives nothing. Nothing is kept for another run.
    """
    with closing(Database(None)) as database:
        ledger, position = Ledger(database), 0
        for _ in _steps(ledger, Archive(paths, options), find_sources(paths, options.walk), options, watch):
            for row in takewhile(lambda row: row.outcome is not None, ledger.rows(after=position)):
                position = row.position
                if row.outcome == "failed":
                    yield Failure.model_validate_json(row.failure or "")
                elif row.kept and row.decision == "read":
                    yield record_and_rows(row.kept)[0]


class Counted:
    """Sources, counted as they are taken: what the outcomes of a run must add up to."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = iter(sources)
        self.count = 0

    def __iter__(self) -> Iterator[Source]:
        """The sources that are left."""
        return self

    def __next__(self) -> Source:
        """The next source."""
        source = next(self._sources)
        self.count += 1
        return source


def _check_version(ledger: Ledger, output: Path, options: Options) -> None:
    """Begin a ledger, or see that what it holds is what this run would read."""
    now = {"form": FORM, "version": pipeline_version(), "options": json.dumps(options.reading())}
    then = {name: ledger.about(name) for name in now}
    if any(then.values()) and then != now and not options.refresh:
        raise StaleError(f"{output} was read {_difference(then, now)}: {ADVICE}")
    if options.refresh:
        ledger.forget()
    ledger.note(**now)


ADVICE = "give --refresh to read everything again, or choose another folder with -o"


def _difference(then: dict[str, str | None], now: dict[str, str]) -> str:
    if then["form"] != now["form"] or then["version"] != now["version"]:
        return f"by another version of entente ({then['version']}, this is {now['version']})"
    former, current = json.loads(then["options"] or "{}"), json.loads(now["options"])
    changed = sorted(name for name in former | current if former.get(name) != current.get(name))
    told = (f"{name} {former.get(name, 'not given')}, now {current.get(name, 'not given')}" for name in changed)
    return f"with other options ({'; '.join(told)})"


def _finished(ledger: Ledger, archive: Archive, output: Path, form: "Format") -> Report | None:
    """The report of the last run, where it ended, nothing has changed since and its files are there."""
    note = json.loads(ledger.about("finished") or "{}")
    if archive.digest is None or note.get("archive") != archive.digest or note.get("form") != form:
        return None
    return report_from(note["report"]) if note["files"] == _sizes(output, note["files"]) else None


def _write(ledger: Ledger, archive: Archive, output: Path, form: "Format", report: Report) -> None:
    """Write the files, then note that they are written: a kill between the two only costs writing them again."""
    from entente.batch.export import export  # noqa: PLC0415 - PyArrow takes 0.15 s to import, and lines need none

    names = export(ledger, output, form)
    note = {"archive": archive.digest, "form": form, "files": _sizes(output, names), "report": report.to_json()}
    ledger.note(finished=json.dumps(note), running=None)


def _sizes(output: Path, names: Iterable[str]) -> dict[str, int]:
    return {name: (output / name).stat().st_size if (output / name).is_file() else -1 for name in names}


def _steps(
    ledger: Ledger, archive: Archive, sources: Iterator[Source], options: Options, watch: Watch
) -> Iterator[bool]:
    """The steps of a run, each with the answer of `watch`; the first that is False is the last."""
    interrupted = ledger.about("running") is not None
    ledger.note(finished=None, running="yes")
    taken = islice(sources, options.limit)
    first = list(_first(taken))
    few = sum(map(_weight, first)) <= HANDFUL and not interrupted
    with closing(_workers(options, few=few)) as workers:
        task = replace(options.task(), hard=workers.hard, fingerprints=len(first) != 1)
        engine = Engine(ledger, workers, task, since=options.since, until=options.until)
        for _ in engine.steps(chain(first, taken)):
            going = watch(_progress(engine, archive))
            yield going
            if not going:
                return


def _first(sources: Iterator[Source]) -> Iterator[Source]:
    """More sources than a handful, where there are that many."""
    weight = 0
    for source in sources:
        yield source
        weight += _weight(source)
        if weight > HANDFUL:
            return


def _weight(source: Source) -> int:
    """How many documents a source counts for: one that comes with megabytes is more than a handful."""
    return 1 + len(source.data or b"") // LARGE


def _workers(options: Options, *, few: bool) -> Workers:
    """A cluster where one is asked for; this process for a few documents, if no run on them has died; else a pool."""
    if options.dask:
        from entente.batch.cluster import Cluster  # noqa: PLC0415 - an optional dependency, one second to import

        return Cluster(options.dask, options.workers)
    return InProcess() if few else LocalPool(options.workers or _cores())


def _cores() -> int:
    """The cores that this process may use, which a batch system has fewer of than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _progress(engine: Engine, archive: Archive) -> Progress:
    failures = engine.counts["failed"] + engine.counts["unread"]
    share = archive.passed(engine.last_key) / archive.bytes if archive.bytes else None
    return Progress(engine.counts.total(), failures, share)
