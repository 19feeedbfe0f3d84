"""One run over an archive, killed at random again and again, against one that nobody disturbed: the same bytes?

python benchmarks/faults.py [--documents 400] [--kills 30] [--seed 1] [--workers 2]

The archive is made of varied releases and of neutral news, with copies, reprints and files that cannot be read among
them. Each kill is a SIGKILL, of the run or of one of the processes below it, a random time after a random number of
documents. A run that was killed is started again with the same arguments until it ends; then the files are compared
with those of a calm run, and every document must be accounted for once."""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from neutral_news import neutral_item
from varied_releases import positives, vary

SHARES = {"release": 0.5, "neutral": 0.35, "copy": 0.05, "reprint": 0.05, "empty": 0.05}
"""What the documents are; copies and reprints are of releases made before."""

DELAY = 0.5
"""Seconds after which a kill comes at the latest, once the run is as far as it was to be."""

EARLY = 0.2
"""Share of the kills that come whatever has been read, often before the workers have started."""

AT_WORKER = 0.3
"""Share of the kills that are for a worker; the run then goes on by itself."""


RUN = """
import sys
from pathlib import Path
from entente.batch import Options, extract

def told(progress):
    print(progress.documents, flush=True)
    return True

if __name__ == "__main__":
    extract([sys.argv[1]], Path(sys.argv[2]), options=Options(workers=int(sys.argv[3])), watch=told)
"""


def make_archive(folder: Path, documents: int, draw: random.Random) -> None:
    """Write the documents, in folders of a hundred."""
    releases: list[str] = []
    kinds = draw.choices(list(SHARES), list(SHARES.values()), k=documents)
    for number, kind in enumerate(kinds):
        text = _text(kind, releases, draw)
        path = folder / f"{number // 100:02}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _text(kind: str, releases: list[str], draw: random.Random) -> str:
    if kind == "empty":
        return ""
    if kind == "neutral":
        return "\n\n".join(neutral_item(draw))
    if kind == "release" or not releases:
        releases.append("\n\n".join(vary(draw.choice(positives()), draw)))
        return releases[-1]
    text = draw.choice(releases)
    return text if kind == "copy" else f"(AFP) - {text}\n© AFP. Tous droits de reproduction réservés."


def start(archive: Path, output: Path, workers: int) -> "subprocess.Popen[str]":
    """The run, which says on its standard output how many documents are done."""
    command = [sys.executable, "-c", RUN, str(archive), str(output), str(workers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def disturbed(archive: Path, output: Path, arguments: argparse.Namespace, draw: random.Random) -> list[str]:
    """Kill one run until there have been enough kills, then let it end; what was killed, in order."""
    killed: list[str] = []
    run = start(archive, output, arguments.workers)
    for threshold in sorted(draw.randrange(arguments.documents) for _ in range(arguments.kills)):
        early = draw.random() < EARLY
        if not _reaches(run, 0 if early else threshold):
            break
        time.sleep(draw.uniform(0, DELAY))
        if draw.random() < AT_WORKER and (processes := _below(run.pid)):
            os.kill(draw.choice(processes), signal.SIGKILL)
            killed.append("process")
        else:
            run.kill()
            run.communicate()
            killed.append("run")
            run = start(archive, output, arguments.workers)
    run.communicate()
    return killed


def _reaches(run: "subprocess.Popen[str]", documents: int) -> bool:
    """Wait until so many documents are done; False when the run ends before."""
    assert run.stdout is not None
    return documents == 0 or any(int(line) >= documents for line in run.stdout)


def _below(parent: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    found = []
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found += [child, *_below(child)]
    return found


def files(folder: Path) -> dict[str, bytes]:
    """The files of an output."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def accounted(output: Path, documents: int) -> bool:
    """True when every document has one row in `sources.jsonl`."""
    lines = (output / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    return len({json.loads(line)["source"] for line in lines}) == len(lines) == documents


def main() -> None:
    """Make, disturb, compare; exit code 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        archive, calm, killed = (Path(folder) / name for name in ("archive", "calm", "killed"))
        make_archive(archive, arguments.documents, draw)
        start(archive, calm, arguments.workers).communicate()
        victims = disturbed(archive, killed, arguments, draw)
        different = [name for name, data in files(calm).items() if files(killed).get(name) != data]
        print(f"{arguments.documents} documents, one run over them")
        print(f"killed: the run {victims.count('run')} times, one of its processes {victims.count('process')} times")
        print(f"files that differ from those of a calm run: {', '.join(different) or 'none'}")
        print(f"every document accounted for once: {accounted(killed, arguments.documents)}")
        sys.exit(bool(different) or not accounted(killed, arguments.documents))


if __name__ == "__main__":
    main()
