"""What goes to a worker and what comes back: plain data, small enough to send."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from entente.batch.fingerprint import NONE, Fingerprint
from entente.ingest.release import DateOrigin, DatePrecision, Release
from entente.records import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How documents are to be read; the same for all of a run."""

    published: date | None = None
    file_dates: bool = False
    gate: bool = True
    timeout: float = 120.0
    """Seconds a document may take."""
    hard: bool = False
    """True in a process that may be ended when a document does not stop in time."""
    fingerprints: bool = True


State = Literal["relevant", "irrelevant", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What a source is, before its facts are read; depends on nothing but the source."""

    name: str
    state: State
    document_id: str | None = None
    title: str | None = None
    """Title that the page or row gives, not that of the text."""
    published: date | None = None
    date_origin: DateOrigin | None = None
    date_precision: DatePrecision | None = None
    score: float | None = None
    fingerprint: Fingerprint | None = NONE
    """None when it was not asked for."""
    failure: Failure | None = None
    release: Release | None = None
    """The text of a relevant document, where it is short enough to send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The facts of a document, or why there are none."""

    kept: bytes = b""
    """The record and its rows of the tables, as `entente.batch.kept` packs them."""
    counts: tuple[int, ...] = ()
    """How many records of each kind of COUNTED."""
    failure: Failure | None = None


COUNTED = ("agreements", "events", "commitments", "quotes", "entities", "dates")
"""Kinds of records that a run counts."""

FACTS = 3
"""The first kinds of COUNTED are the facts: a document without any of them ends as `no_facts`."""
