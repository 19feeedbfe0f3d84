"""Speed of the date reader: documents of 900 characters a second on one core, through `entente dates`.

usage: python benchmarks/dates.py [--documents 4000]
The texts are the releases of `corpus/train`, cut into pieces of 900 characters and repeated; the command runs as a
process of its own, start and loading included.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

LENGTH = 900
CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "train"


def main() -> None:
    """Print documents a second, by processor time and all included."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=4000)
    documents = list(islice(cycle(pieces()), parser.parse_args().documents))
    lines = "".join(json.dumps({"text": text, "reference": "2024-05-31"}) + "\n" for text in documents)
    command = [sys.executable, "-c", "from entente.cli import main; main()", "dates"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True, env=os.environ)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    found = sum(len(json.loads(line)["dates"]) for line in done.stdout.splitlines())
    print(f"{len(documents)} documents of {LENGTH} characters, {found} dates: {seconds:.2f} s of processor time,")
    print(f"{len(documents) / seconds:.0f} documents a second")


def pieces() -> list[str]:
    """The corpus as texts of LENGTH characters."""
    whole = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt")))
    return [whole[start : start + LENGTH] for start in range(0, len(whole) - LENGTH, LENGTH)]


if __name__ == "__main__":
    main()
