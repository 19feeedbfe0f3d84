"""One run over an archive, killed at random again and again, against one that nobody disturbed: the same bytes?

    python benchmarks/faults.py [--documents 400] [--kills 30] [--seed 1] [--workers 2]

The archive is made of varied releases and of neutral news, with duplicates, reprints and files that cannot be read among
them. The run is `entente extract` as a process group of its own; each kill is a SIGKILL, of the parent alone or of one of
its workers, after a random time. A killed parent is started again with the same command until a run ends; then the files
are compared with those of a calm run, and every document must be accounted for once.
"""

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

LONGEST = 4.0
"""Seconds after which a kill comes at the latest: some come before the first document is read, some in the middle."""

AT_WORKER = 0.3
"""Share of the kills that are for a worker; the run then goes on by itself."""


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


def start(archive: Path, output: Path, workers: int) -> "subprocess.Popen[bytes]":
    """The run, in a process group of its own."""
    code = "from entente.cli import main; main()"
    command = [sys.executable, "-c", code, "extract", str(archive), "-o", str(output), "--workers", str(workers)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def disturbed(archive: Path, output: Path, arguments: argparse.Namespace, draw: random.Random) -> tuple[int, int]:
    """Kill until there have been enough, then let it end; how many parents and how many workers were killed."""
    parents = helpers = 0
    run = start(archive, output, arguments.workers)
    while parents + helpers < arguments.kills:
        time.sleep(draw.uniform(0, LONGEST))
        if run.poll() is not None:  # it has ended: begin again from nothing, to have something to kill
            subprocess.run(["rm", "-rf", str(output)], check=True)
            run = start(archive, output, arguments.workers)
        elif draw.random() < AT_WORKER and (processes := _below(run.pid)):
            os.kill(draw.choice(processes), signal.SIGKILL)
            helpers += 1
        else:
            run.kill()
            run.wait()
            parents += 1
            run = start(archive, output, arguments.workers)
    run.wait()
    return parents, helpers


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
        start(archive, calm, arguments.workers).wait()
        parents, helpers = disturbed(archive, killed, arguments, draw)
        different = [name for name, data in files(calm).items() if files(killed).get(name) != data]
        print(f"{arguments.documents} documents; {parents} kills of the run and {helpers} of its helpers")
        print(f"files that differ from those of a calm run: {', '.join(different) or 'none'}")
        print(f"every document accounted for once: {accounted(killed, arguments.documents)}")
        sys.exit(bool(different) or not accounted(killed, arguments.documents))


if __name__ == "__main__":
    main()
