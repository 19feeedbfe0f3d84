"""What a worker does: sources to prepared documents, releases to records and rows as they are kept."""

import threading
from contextlib import closing
from datetime import date

from entente.assembly import SAMPLE, read_many
from entente.batch.chunks import with_bytes
from entente.batch.failures import attempt
from entente.batch.fingerprint import fingerprint
from entente.batch.kept import kept
from entente.batch.limits import TimeLimit
from entente.batch.work import COUNTED, Prepared, Read, Task
from entente.ingest.language import load_languages
from entente.ingest.release import Release
from entente.ingest.sources import Source, read_source, skim
from entente.records import Failure, Reading
from entente.records.document import document_id
from entente.text.relevance import may_concern, relevance

SENT = 100_000
"""Characters up to which a text is sent with its preparation; a longer one is taken out of its source a second time, a
hundredth of the time that its reading takes, so that no process ever holds more than a few megabytes of waiting
texts."""

_ONE_AT_A_TIME = threading.Lock()
"""A cluster may give a worker several threads; the model and the time limits are for one."""


def warm() -> None:
    """Load all that documents need: the model, the lexicons, the gate, the readers of texts and pages.

    The model of languages comes first: it takes 50 MB more while it is loaded, and a worker that met its first foreign
    text in mid-run would take them on top of all the rest.
    """
    load_languages()
    task = Task(published=date(2024, 3, 13))
    markup = f"<html><body><article><h1>Coopération</h1><p>{SAMPLE}</p></article></body></html>".encode()
    sources = [Source(name=name, key=name, data=data) for name, data in (("txt", SAMPLE.encode()), ("html", markup))]
    read([item.release for item in prepare(sources, task) if item.release], task)


def prepare(sources: list[Source], task: Task) -> list[Prepared]:
    """One a source, in order; never raises for what a source holds."""
    with _ONE_AT_A_TIME, closing(TimeLimit(task.timeout, hard=task.hard)) as limit:
        return [_prepared(source, task, limit) for source in sources]


def read(items: list[Release | Source], task: Task) -> list[Read]:
    """One a document, in order; a source is a release that was too long to be sent.

    Never raises for what a text holds.
    """
    with _ONE_AT_A_TIME, closing(TimeLimit(task.timeout, hard=task.hard)) as limit:
        releases = [_release(item, task, limit) if isinstance(item, Source) else item for item in items]
        readings = iter(_readings([release for release in releases if isinstance(release, Release)], limit))
        return [Read(failure=item) if isinstance(item, Failure) else next(readings) for item in releases]


def _prepared(source: Source, task: Task, limit: TimeLimit) -> Prepared:
    found = attempt(source.name, lambda: limit.within(lambda: _looked_at(source, task)))
    return Prepared(name=source.name, state="failed", failure=found) if isinstance(found, Failure) else found


def _looked_at(source: Source, task: Task) -> Prepared:
    opened = with_bytes(source)
    if task.gate and not _may_concern(opened):
        return Prepared(name=source.name, state="irrelevant")
    release = read_source(opened, published=task.published, file_dates=task.file_dates)
    verdict = relevance(release.text) if task.gate else None
    relevant = verdict is None or verdict.passes
    return Prepared(
        name=source.name,
        state="relevant" if relevant else "irrelevant",
        document_id=document_id(release.text),
        title=release.title,
        published=release.published,
        date_origin=release.date_origin,
        date_precision=release.date_precision if release.published else None,
        score=verdict.score if verdict else None,
        fingerprint=(fingerprint(release.text) if relevant else None) if task.fingerprints else None,
        release=release if relevant and len(release.text) <= SENT else None,
    )


def _may_concern(source: Source) -> bool:
    """False where the markup or text holds no fact by its words: an article is not worth taking out of it."""
    said = skim(source)
    return said is None or not said.strip() or may_concern(said)


def _release(source: Source, task: Task, limit: TimeLimit) -> Release | Failure:
    def again() -> Release:
        return read_source(source, published=task.published, file_dates=task.file_dates)

    return attempt(source.name, lambda: limit.within(again))


def _readings(releases: list[Release], limit: TimeLimit) -> list[Read]:
    """All together, for speed; when one breaks or takes too long, each alone, so that only that one is lost."""
    together = attempt("", lambda: limit.within(lambda: [_read(reading) for reading in read_many(releases)]))
    if not isinstance(together, Failure):
        return together
    return [_read_alone(release, limit) for release in releases]


def _read_alone(release: Release, limit: TimeLimit) -> Read:
    found = attempt(release.source or "", lambda: limit.within(lambda: _read(next(read_many([release])))))
    return Read(failure=found) if isinstance(found, Failure) else found


def _read(reading: Reading) -> Read:
    return Read(kept=kept(reading.to_json()), counts=tuple(len(getattr(reading, kind)) for kind in COUNTED))
