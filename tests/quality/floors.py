"""Quality floors: what the pipeline reached on the corpus, pinned with the corpus digest.

usage: python tests/quality/floors.py [--update [--allow-lower]]

Without options, prints the figures beside the floors. `--update` pins the figures reached now and writes the table of
the README; it refuses to lower one unless `--allow-lower` is given.
"""

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

from entente.batch import read_sources
from entente.evaluation.gold import gold_files, read_gold
from entente.evaluation.scores import score
from entente.ingest.sources import file_source
from entente.records import Reading

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
README = ROOT / "README.md"
FOLDERS = ("train", "dev", "test", "validation")
PARTS = {"train+dev": ("train", "dev"), "test": ("test",), "validation": ("validation",)}
KINDS = ("entities", "roles", "dates", "quotes", "agreements", "events", "commitments", "facts")
FIGURES = (*KINDS, "agreements.detection", "events.detection", "commitments.detection")

MARGIN = 0.01
"""How far below its floor a figure may fall: other processors round the base's floats differently, and one entity
more or less moves a figure of the small test part by half of this."""

Figures = dict[str, dict[str, float]]


def corpus_digest() -> str:
    """SHA-256 over names and contents of the texts and gold files that the floors measure."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in FOLDERS for path in (ROOT / "corpus" / folder).glob("*.*")):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_corpus() -> dict[str, dict[str, Reading]]:
    """The readings of the whole corpus, by folder and case name."""
    readings: dict[str, dict[str, Reading]] = {}
    for folder in FOLDERS:
        files = sorted((ROOT / "corpus" / folder).glob("*.txt"))
        outcomes = list(read_sources(file_source(str(path)) for path in files))
        readings[folder] = {
            path.stem: outcome for path, outcome in zip(files, outcomes, strict=True) if isinstance(outcome, Reading)
        }
    return readings


def measure(readings: dict[str, dict[str, Reading]]) -> Figures:
    """F1 of each kind, and of whole records, on each part."""
    figures: Figures = {}
    for part, folders in PARTS.items():
        cases = [read_gold(path) for folder in folders for path in gold_files(ROOT / "corpus" / folder)]
        found = {name: reading for folder in folders for name, reading in readings[folder].items()}
        scores = score(cases, found).figures()
        figures[part] = {name: scores[f"{name}.f1"] for name in FIGURES}
    return figures


def agreements_of_negatives(readings: dict[str, dict[str, Reading]]) -> dict[str, int]:
    """How many agreements were read in the negative releases of each part, where there is none."""
    found = {
        part: [
            len(readings[folder][path.name.removesuffix(".gold.json")].agreements)
            for folder in folders
            for path in gold_files(ROOT / "corpus" / folder)
            if json.loads(path.read_text(encoding="utf-8"))["kind"] == "negative"
        ]
        for part, folders in PARTS.items()
    }
    return {part: sum(counts) for part, counts in found.items()}


def load_floors() -> Any:
    """`{"corpus": digest, "figures": {part: {name: f1}}, "agreements_of_negatives": {part: count}}`."""
    return json.loads(FLOORS.read_text(encoding="utf-8"))


def readme_table(figures: Figures) -> str:
    """The figures as the README shows them."""
    rows = ["| | " + " | ".join(PARTS) + " |", "|---|" + "---|" * len(PARTS)]
    rows += [f"| {kind} | " + " | ".join(f"{figures[part][kind]:.3f}" for part in PARTS) + " |" for kind in KINDS]
    return "\n".join(rows)


TABLE = re.compile(r"(<!-- scores[^>]*-->\n).*?(<!-- end of scores -->)", re.DOTALL)


def main() -> int:
    """Print, or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="pin the figures reached now")
    parser.add_argument("--allow-lower", action="store_true", help="also where they are lower")
    options = parser.parse_args()
    readings = read_corpus()
    reached, spurious = measure(readings), agreements_of_negatives(readings)
    pinned = load_floors()["figures"]
    ceilings = load_floors()["agreements_of_negatives"]
    lower = [f"{part} agreements_of_negatives" for part, count in spurious.items() if count > ceilings[part]]
    sys.stdout.write(f"agreements read in negative releases: {spurious}, at most {ceilings}\n")
    for part, figures in reached.items():
        for name, figure in figures.items():
            floor = pinned.get(part, {}).get(name, 0.0)
            sys.stdout.write(f"{part:10} {name:24} floor {floor:.3f}  reached {figure:.3f}\n")
            lower += [f"{part} {name}"] if figure < floor else []
    if not options.update:
        return 0
    if lower and not options.allow_lower:
        sys.stderr.write(f"not pinned, since these are lower: {', '.join(lower)} (--allow-lower pins them)\n")
        return 1
    content = {"corpus": corpus_digest(), "figures": reached, "agreements_of_negatives": spurious}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    page = README.read_text(encoding="utf-8")
    README.write_text(TABLE.sub(lambda found: f"{found[1]}{readme_table(reached)}\n{found[2]}", page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
