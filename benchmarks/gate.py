"""What the relevance gate lets pass and what it costs.

    python benchmarks/gate.py [FOLDER …]

Each folder holds annotated releases (`NAME.txt` with `NAME.gold.json`; the parts of `corpus/` where none is given).
Prints the recall of positive releases with their least scores, the negative ones that are stopped, what passes of
neutral news by topic and of releases cut short, and CPU time.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from neutral_news import WORLD, neutral_item, topics
from varied_releases import CORPUS, PARTS

from entente.text.relevance import may_concern, relevance

ITEMS = 300
"""Neutral items a topic."""

LOWEST = 5
"""How many of the least scores are shown."""

CUTS = (300, 500, 700, 1_000)
"""Characters to which releases are cut."""

LOADING = """
import time, numpy, yaml, ahocorasick_rs
begun = time.process_time()
from entente.text.relevance import relevance
relevance("Jumelage")
print(time.process_time() - begun)
"""
"""What the gate adds to a process of entente, which has the libraries anyway."""


def main() -> None:
    """Print all figures; exit with 1 when a positive release is stopped."""
    folders = [Path(name) for name in sys.argv[1:]] or [CORPUS / part for part in PARTS]
    lost = sum(releases(folder) for folder in folders)
    cut_short(folders)
    neutral()
    cost(folders)
    raise SystemExit(1 if lost else 0)


def releases(folder: Path) -> int:
    """Print recall and least scores of a folder; how many positive releases were stopped."""
    verdicts = {path.name: (kind, text, relevance(text)) for path, kind, text in _annotated(folder)}
    scores = sorted((verdict.score, name) for name, (kind, _, verdict) in verdicts.items() if kind != "negative")
    passed = [
        name for name, (kind, text, v) in verdicts.items() if kind != "negative" and v.passes and may_concern(text)
    ]
    stopped = [name for name, (kind, _, verdict) in verdicts.items() if kind == "negative" and not verdict.passes]
    print(f"{folder}: {len(passed)} of {len(scores)} positive releases pass; least scores (0.5 passes):", end=" ")
    print(", ".join(f"{score} {name}" for score, name in scores[:LOWEST]))
    print(f"  negative: {len(verdicts) - len(scores) - len(stopped)} pass, stopped: {', '.join(stopped) or 'none'}")
    return len(scores) - len(passed)


def cut_short(folders: list[Path]) -> None:
    """Print how many positive releases pass by their beginning alone."""
    texts = [text for folder in folders for _, kind, text in _annotated(folder) if kind != "negative"]
    for cut in CUTS:
        passed = sum(relevance(text[:cut]).passes for text in texts)
        print(f"first {cut:,} characters of a positive release alone: {passed / len(texts):.1%} pass")


def neutral() -> None:
    """Print what passes of each topic, of local topics and of all."""
    shares = {topic: _passing(topic) for topic in topics()}
    local = [share for topic, share in shares.items() if topic not in WORLD]
    print(f"neutral news, {ITEMS} items a topic: {sum(shares.values()) / len(shares):.2%} pass", end="; ")
    print(f"of {len(local)} local topics {sum(local) / len(local):.2%}; by topic, where not 0:", end=" ")
    print(", ".join(f"{topic} {share:.1%}" for topic, share in shares.items() if share))


def cost(folders: list[Path]) -> None:
    """Print CPU time, best of five."""
    texts = [text for folder in folders for _, _, text in _annotated(folder)]
    news = ["\n\n".join(neutral_item(random.Random(number))) for number in range(500)]
    for name, given in (("releases", texts), ("neutral news", news)):
        for judge in (relevance, may_concern):
            print(f"{judge.__name__} of {name}: {_microseconds(judge, given):.0f} µs CPU per 1,500 characters")
    loading = [
        subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True) for _ in range(3)
    ]
    print(f"import and first look: {min(float(run.stdout) for run in loading):.3f} s CPU")


def _annotated(folder: Path) -> list[tuple[Path, str, str]]:
    """Path, kind and text of each annotated release."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt"))
        found.append((text, json.loads(path.read_text("utf-8")).get("kind", "positive"), text.read_text("utf-8")))
    return found


def _passing(topic: str) -> float:
    items = ("\n\n".join(neutral_item(random.Random(f"{topic}/{number}"), topic)) for number in range(ITEMS))
    return sum(relevance(item).passes for item in items) / ITEMS


def _microseconds(judge: Callable[[str], object], texts: list[str]) -> float:
    best = float("inf")
    for _ in range(5):
        begun = time.process_time()
        for text in texts:
            judge(text)
        best = min(best, time.process_time() - begun)
    return best / sum(map(len, texts)) * 1_500 * 1e6


if __name__ == "__main__":
    main()
