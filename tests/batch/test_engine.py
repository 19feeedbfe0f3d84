"""The engine with workers that answer in any order, and die."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import closing
from typing import Any

import pytest

from entente.batch import engine as module
from entente.batch import remote
from entente.batch.database import Database
from entente.batch.engine import DEATHS, Engine
from entente.batch.ledger import Ledger, Row
from entente.batch.work import Prepared, Read, Task
from entente.errors import ClusterError, WorkerLostError
from entente.ingest.release import Release
from entente.ingest.sources import Source
from entente.records import Failure


class Lost(Exception):
    """The process of a task died."""


class Workers:
    """Does one task at a time, any of those that wait, when the engine waits for an answer."""

    size = 2
    carries = False
    hard = True
    lost: tuple[type[BaseException], ...] = (Lost,)

    def __init__(self, seed: int, deaths: dict[str, int]) -> None:
        self.draw = random.Random(seed)
        self.deaths = deaths
        """How often each document ends its process."""
        self.waiting: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.most = 0

    def submit(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.waiting.append((future, act, arguments))
        self.most = max(self.most, len(self.waiting))
        return future

    def submit_alone(self, act: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        future = self.submit(act, *arguments)
        if act is remote.ready:
            self.do(self.waiting.pop())
        return future

    def close(self) -> None:
        pass

    def answer(self, futures: Any, seconds: float, when: str) -> Any:
        if self.waiting:
            self.do(self.waiting.pop(self.draw.randrange(len(self.waiting))))
        return wait(futures, 0, when)

    def do(self, task: tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]) -> None:
        future, act, arguments = task
        names = set(map(name_of, arguments[0] if arguments else []))
        killer = next((name for name in names if self.deaths.get(name)), "anything" if self.deaths.get("*") else None)
        if killer is None:
            future.set_result(act(*arguments))
        else:
            self.deaths[killer] = self.deaths.get(killer, 0) - 1
            future.set_exception(Lost())


def prepare(sources: list[Source], task: Task) -> list[Prepared]:
    """A document a letter: capitals are irrelevant, the rest is relevant, and the same letter is the same text."""
    return [
        Prepared(
            name=source.name,
            state="irrelevant" if source.name[0].isupper() else "relevant",
            document_id=source.name[0],
            release=Release(text="x" * 20_000, source=source.name),
        )
        for source in sources
    ]


def name_of(item: Any) -> str:
    return str(item.name if isinstance(item, Source) else item.source)


def read(items: list[Release | Source], task: Task) -> list[Read]:
    return [
        Read(failure=Failure(source=name, error="E", message="m", where="w"))
        if name == "f1"
        else Read(kept=name.encode(), counts=(1, 0, 0, 0, 0, 0))
        for name in map(name_of, items)
    ]


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
NAMES = [f"{letter}{number}" for number in (1, 2, 3) for letter in LETTERS]


def sources(names: list[str]) -> Iterator[Source]:
    return (Source(name=name, key=name) for name in names)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "prepare", prepare)
    monkeypatch.setattr(remote, "read", read)
    monkeypatch.setattr("entente.batch.chunks.CHUNK_SOURCES", 4)


def run(
    monkeypatch: pytest.MonkeyPatch,
    *,
    seed: int = 0,
    deaths: dict[str, int] | None = None,
    names: list[str] = NAMES,
    timeout: float = 100.0,
) -> tuple[list[Row], Workers, Engine]:
    workers = Workers(seed, dict(deaths or {}))
    monkeypatch.setattr(module, "wait", workers.answer)
    with closing(Database(None)) as database:
        ledger = Ledger(database)
        engine = Engine(ledger, workers, Task(timeout=timeout))
        for _ in engine.steps(sources(names)):
            pass
        return list(ledger.rows()), workers, engine


def outcomes(rows: list[Row]) -> dict[str, str | None]:
    return {row.name: row.outcome for row in rows}


def test_every_document_ends_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, _, engine = run(monkeypatch)
    assert [row.name for row in rows] == NAMES
    ends = outcomes(rows)
    assert {name: ends[name] for name in ("a1", "A1", "a2", "f1")} == {
        "a1": "facts", "A1": "irrelevant", "a2": "duplicate", "f1": "failed",
    }  # fmt: skip
    assert engine.counts == {"read": 25, "unread": 1, "irrelevant": 78, "duplicate": 52}


@pytest.mark.parametrize("seed", range(1, 8))
def test_the_order_of_the_answers_changes_nothing(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    assert run(monkeypatch, seed=seed)[0] == run(monkeypatch, seed=0)[0]


@pytest.mark.parametrize("seed", range(4))
def test_a_death_by_chance_changes_nothing(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    calm = run(monkeypatch)[0]
    assert run(monkeypatch, seed=seed, deaths={"c1": 1, "m1": DEATHS, "K2": 1})[0] == calm


@pytest.mark.parametrize("name", ["c1", "C1"])
def test_a_document_that_ends_its_process_each_time_is_given_up_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    rows, workers, _ = run(monkeypatch, deaths={name: 99})
    (row,) = [row for row in rows if row.name == name]
    failure = Failure.model_validate_json(row.failure or "")
    assert (row.outcome, failure.error, failure.source) == ("failed", "WorkerLostError", name)
    assert 99 - workers.deaths[name] == 1 + DEATHS
    calm = outcomes(run(monkeypatch)[0])
    assert {key for key, end in outcomes(rows).items() if calm[key] != end} <= {name, "c2"}


def test_a_document_that_must_be_ended_is_told_as_late_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE", 0)
    rows, workers, _ = run(monkeypatch, deaths={"c1": 99}, timeout=0)
    failure = Failure.model_validate_json(next(row.failure for row in rows if row.name == "c1") or "")
    assert failure.error == "TimeLimitError"
    assert "c1 took longer than a document may" in failure.message
    assert 99 - workers.deaths["c1"] == 2


def test_processes_that_never_start_are_no_fault_of_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkerLostError, match="no worker process can start"):
        run(monkeypatch, deaths={"*": 99})


def test_a_cluster_that_goes_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(self: Workers, task: tuple[Future[Any], object, object]) -> None:
        task[0].cancel()
        task[0].set_running_or_notify_cancel()

    monkeypatch.setattr(Workers, "do", cancelled)
    with pytest.raises(ClusterError, match="what is done is kept: give the same command again"):
        run(monkeypatch)


def test_little_is_under_way_however_large_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def many() -> Iterator[Source]:
        for number in range(4_000):
            asked.append(number)
            yield Source(name=f"A{number}", key=str(number))

    workers = Workers(0, {})
    monkeypatch.setattr(module, "wait", workers.answer)
    with closing(Database(None)) as database:
        engine = Engine(Ledger(database), workers, Task())
        ahead = [len(asked) - engine.position for _ in engine.steps(many())]
    assert engine.position == 4_000
    assert max(ahead) <= 100
    assert workers.most <= 12


def test_a_run_that_is_stopped_goes_on_from_its_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    calm = run(monkeypatch)[0]
    done: list[str] = []
    monkeypatch.setattr(
        remote, "prepare", lambda items, task: done.extend(i.name for i in items) or prepare(items, task)
    )
    with closing(Database(None)) as database:
        ledger = Ledger(database)
        for stop in (9, 17, 10_000):
            workers = Workers(stop, {})
            monkeypatch.setattr(module, "wait", workers.answer)
            for step, _ in enumerate(Engine(ledger, workers, Task()).steps(sources(NAMES))):
                if step == stop:
                    break
        assert [row[1:] for row in ledger.rows()] == [row[1:] for row in calm]
    assert len(done) < 2 * len(NAMES)
