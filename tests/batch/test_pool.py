"""A pool of real processes: one that dies takes nothing along, and none outlives its parent."""

import json
import operator
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path

import pytest

from entente.batch import executors
from entente.batch.executors import LocalPool

HOSTILE = """
import os, re, signal, time
import entente.batch.preloaded
from entente.batch import limits, worker
limits.GRACE = 1
whole = worker.read_source

def read_source(source, **options):
    if "crash" in source.name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "hang" in source.name:
        re.match("(a+)+$", "a" * 64 + "b")  # hours, and never back in the interpreter
    if "slow" in source.name:
        time.sleep(600)
    if "pid" in source.name:
        with open(source.path + "." + str(os.getpid()), "w"):
            time.sleep(600)
    return whole(source, **options)

worker.read_source = read_source
"""
"""What the fork server loads in place of the model alone: documents with these names do what they are called."""

MAIN = """
from entente.batch import engine, executors, run
executors.PRELOADED = "hostile"
engine.GRACE = 1
run.HANDFUL = 0
if __name__ == "__main__":
    from entente.cli import main
    main()
"""

TEXT = "La Ville de Lille et la Ville de {}, en Allemagne, ont signé un accord de coopération le 12 mars 2024.\n"


@pytest.fixture(scope="module", params=["forkserver", "spawn"])
def pool(request: pytest.FixtureRequest) -> Iterator[LocalPool]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(executors, "PRELOADED", "json")  # these tasks need no model
        with closing(LocalPool(2, method=request.param)) as pool:
            yield pool


def test_a_process_that_dies_takes_no_work_of_others_along(pool: LocalPool) -> None:
    others = [pool.submit(operator.add, 1, 1) for _ in range(2)]
    assert [future.result() for future in others] == [2, 2]
    death, other = pool.submit(os._exit, 1), pool.submit(operator.add, 2, 2)
    with pytest.raises(BrokenExecutor):
        death.result()
    assert other.result() == 4
    assert [pool.submit(operator.add, 3, 3).result() for _ in range(3)] == [6, 6, 6]


def test_suspects_have_a_process_of_their_own(pool: LocalPool) -> None:
    alone = pool.submit_alone(os.getpid).result()
    workers = {pool.submit(os.getpid).result() for _ in range(4)}
    assert alone not in workers | {os.getpid()}
    assert pool.submit_alone(os.getpid).result() == alone


def test_a_process_that_has_done_enough_is_replaced(pool: LocalPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "RECYCLED", 2)
    assert len({pool.submit_alone(os.getpid).result() for _ in range(6)}) == 3


def test_no_process_outlives_the_pool() -> None:
    pool = LocalPool(1, method="spawn")
    process = pool.submit(os.getpid).result()
    pool.submit(time.sleep, 600)
    pool.close()
    assert is_gone(process)


def is_gone(process: int) -> bool:
    """True when the process ends within ten seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text().split(")")[1].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    (tmp_path / "hostile.py").write_text(HOSTILE)
    (tmp_path / "main.py").write_text(MAIN)
    (tmp_path / "archive").mkdir()
    return tmp_path


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(folder / "main.py"), "extract", str(folder / "archive"), "-o", str(folder / "out")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}
    return subprocess.Popen(
        [*command, "--workers", "2", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(executors.METHOD != "forkserver", reason="what the fork server loads is replaced")
def test_documents_that_end_or_hold_up_their_process_are_told_and_the_others_are_read(hostile: Path) -> None:
    names = ["a", "b_crash", "c", "d_hang", "e", "f_slow", "g"]
    for name in names:
        (hostile / "archive" / f"{name}.txt").write_text(TEXT.format("Kiel" if len(name) > 1 else f"Bonn {name}"))
    output, errors = start(hostile, "--timeout", "2").communicate(timeout=120)
    failures = [json.loads(line) for line in (hostile / "out" / "failures.jsonl").read_text().splitlines()]
    told = {Path(failure["source"]).stem: failure["error"] for failure in failures}
    assert told == {"b_crash": "WorkerLostError", "d_hang": "TimeLimitError", "f_slow": "TimeLimitError"}, (
        output + errors
    )
    assert len((hostile / "out" / "records.jsonl").read_text().splitlines()) == 4
    assert "b_crash.txt ended the process that read it" in errors


@pytest.mark.skipif(executors.METHOD != "forkserver", reason="what the fork server loads is replaced")
def test_workers_die_with_a_parent_that_is_killed(hostile: Path) -> None:
    for number in range(2):
        (hostile / "archive" / f"pid{number}.txt").write_text(TEXT.format("Kiel"))
    run = start(hostile)
    deadline = time.monotonic() + 60
    while not (workers := [int(path.suffix[1:]) for path in (hostile / "archive").glob("*.txt.*")]):
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.1)
    run.kill()
    run.communicate()
    assert [worker for worker in workers if not is_gone(worker)] == []
