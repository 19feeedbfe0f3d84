"""Coarse NER on sentences of general French: `python tests/quality/general.py` compares with the base alone."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import floors

import entente
from entente.entities.candidates import COARSE
from entente.models import load_base

Spans = set[tuple[int, int, str]]
LABELS = frozenset({"PER", "LOC", "ORG"})
HELD_OUT = floors.ROOT / "corpus" / "general" / "test.jsonl"


def spans_read(text: str) -> Spans:
    """What `entente.read` names, as the base's labels; lower-case descriptions («la ville») are no names."""
    reading = entente.read(text)
    return {
        (span.start, span.end, COARSE.get(entity.type, "LOC"))
        for entity in reading.entities
        for span in entity.mentions
        if any(c.isupper() for c in span.text)
    }


def f1(path: Path, spans: Callable[[str], Spans]) -> float:
    """Strict F1 over characters and label."""
    right = found = named = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = {(start, end, label) for start, end, label in row["entities"] if label in LABELS}
        predicted = spans(row["text"])
        right, found, named = right + len(gold & predicted), found + len(predicted), named + len(gold)
    return 2 * right / (found + named)


def base_spans() -> Callable[[str], Spans]:
    """The base alone."""
    nlp = load_base()
    return lambda text: {(e.start_char, e.end_char, e.label_) for e in nlp(text).ents if e.label_ in LABELS}


if __name__ == "__main__":
    sys.stdout.write(f"entente {f1(HELD_OUT, spans_read):.3f}, the base alone {f1(HELD_OUT, base_spans()):.3f}\n")
