"""Train the scorer of candidates: `python -m entente.training.scorer corpus models/fr_entente/scorer.json`.

Candidates of the releases of `train/` and `dev/` are right when the gold names them with that type; those of the
sentences of `general/train.jsonl` when the gold has exactly their characters and label. A logistic regression (L2)
learns from both; the threshold is the one of the best F1 in five folds by text. The same input gives the same file.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from entente.assembly import annotate
from entente.entities.candidates import COARSE, Candidate
from entente.entities.component import propose
from entente.entities.features import features, of_the_genre
from entente.entities.leftovers import rivals
from entente.entities.scorer import model_of
from entente.entities.words import Words
from entente.evaluation.folding import fold
from entente.evaluation.gold import as_list
from entente.ingest.release import Release

STRENGTH = 0.3
"""Inverse of the L2 penalty: 0.1, 0.3 and 1 were tried; the folds agree within half a point."""
FOLDS = 5
CLOSE = 0.004
"""F1 that is given up to drop fewer candidates: the folds differ by more."""
SMALL = 5e-3
"""Weights nearer to zero are left out of the file."""
RARE = 3
"""Texts in which a feature must come to get a weight."""
SEED = 7


class Example(NamedTuple):
    """One candidate: the text that it comes from, its features, and whether it is right."""

    text: str
    model: str
    features: dict[str, float]
    right: bool
    genre: bool


def main() -> None:
    """Train, report on folds, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    examples = [*_of_releases(options.corpus), *_of_sentences(options.corpus / "general" / "train.jsonl")]
    content: dict[str, Any] = {"folds": {}, "thresholds": {}, "weights": {}}
    for name in ("rules", "leftovers"):
        some = [example for example in examples if example.model == name]
        odds = _out_of_fold(some)
        thresholds = {part: _best_threshold(some, odds, genre=part == "genre") for part in ("genre", "general")}
        content["folds"][name] = _report(some, odds, thresholds)
        content["thresholds"][name] = thresholds
        content["weights"][name] = _weights(some)
    options.output.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(content["folds"], indent=1))  # noqa: T201 - a script's answer


def _weights(examples: list[Example]) -> dict[str, float]:
    model, names = _fit(examples)
    table = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True) if abs(w) > SMALL}
    return {"bias": round(float(model.intercept_[0]), 4), **dict(sorted(table.items()))}


def _of_releases(corpus: Path) -> Iterator[Example]:
    """Candidates of annotated releases."""
    for folder in ("train", "dev"):
        for path in sorted((corpus / folder).glob("*.txt")):
            gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
            named, doubtful = _named(gold["entities"])
            for candidate, words, values in _candidates(path.read_text(encoding="utf-8")):
                name = fold(words.text(candidate.first, candidate.last))
                kind = "person" if candidate.type == "person" else "other"
                coarse = COARSE.get(candidate.type, "LOC")
                right = (name, coarse) in named or (
                    kind == "person" and (name.split()[-1:] or [""])[0] in _surnames(named)
                )
                right = right or (fold(candidate.name), coarse) in named
                if not right and (name, coarse) in doubtful:
                    continue
                yield Example(f"{folder}/{path.stem}", model_of(candidate), values, right, genre=True)


def _named(entities: list[dict[str, Any]]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Names with their coarse types; and those that are optional."""
    named: set[tuple[str, str]] = set()
    doubtful: set[tuple[str, str]] = set()
    for entity in entities:
        forms = {
            (fold(name), COARSE.get(kind, "LOC"))
            for name in as_list(entity["name"])
            for kind in as_list(entity["type"])
        }
        (doubtful if entity.get("optional") else named).update(forms)
    return named, doubtful


def _surnames(named: set[tuple[str, str]]) -> set[str]:
    return {name.split()[-1] for name, kind in named if kind == "PER"}


def _of_sentences(path: Path) -> Iterator[Example]:
    """Candidates of sentences of general French."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        gold = {(start, end, label) for start, end, label in row["entities"]}
        for candidate, words, values in _candidates(row["text"]):
            span = (words.starts[candidate.first], words.ends[candidate.last - 1], COARSE.get(candidate.type, "LOC"))
            yield Example(f"general/{number}", model_of(candidate), values, span in gold, genre=False)


def _candidates(text: str) -> Iterator[tuple[Candidate, Words, dict[str, float]]]:
    proposal = propose(annotate(Release(text=text), before="entente_entities"))
    words = proposal.found.words
    genre = of_the_genre(words)
    for candidate in [*proposal.found.candidates, *([] if genre else rivals(proposal.found, proposal.labels))]:
        yield candidate, words, features(candidate, proposal.found, proposal.atlas, proposal.labels, genre=genre)


def _fit(examples: list[Example]) -> tuple[LogisticRegression, list[str]]:
    texts: dict[str, set[str]] = {}
    for example in examples:
        for name in example.features:
            texts.setdefault(name, set()).add(example.text)
    rows = [{n: v for n, v in example.features.items() if len(texts[n]) >= RARE} for example in examples]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(matrix, [example.right for example in examples])
    return model, list(vectorizer.get_feature_names_out())


def _out_of_fold(examples: list[Example]) -> list[float]:
    """Log-odds of each example by a model that has not seen its text."""
    texts = sorted({example.text for example in examples})
    random.Random(SEED).shuffle(texts)
    fold_of = {text: number % FOLDS for number, text in enumerate(texts)}
    odds = [0.0] * len(examples)
    for number in range(FOLDS):
        model, names = _fit([example for example in examples if fold_of[example.text] != number])
        weight = dict(zip(names, model.coef_[0], strict=True))
        for index, example in enumerate(examples):
            if fold_of[example.text] == number:
                known = sum(weight.get(name, 0.0) * value for name, value in example.features.items())
                odds[index] = float(model.intercept_[0] + known)
    return odds


def _best_threshold(examples: list[Example], odds: list[float], *, genre: bool) -> float:
    """The lowest log-odds that give nearly the best F1, the missed counted among the candidates only."""
    rows = [(example, value) for example, value in zip(examples, odds, strict=True) if example.genre == genre]
    choices = [step / 10 for step in range(-30, 21)]
    best = max(_f1(rows, value) for value in choices)
    return next(value for value in choices if _f1(rows, value) >= best - CLOSE)


def _f1(rows: list[tuple[Example, float]], threshold: float) -> float:
    kept = [example.right for example, value in rows if value >= threshold]
    return round(2 * sum(kept) / (len(kept) + sum(example.right for example, _ in rows)), 3)


def _report(examples: list[Example], odds: list[float], thresholds: dict[str, float]) -> dict[str, dict[str, float]]:
    """F1 of accepting all, and of the scorer, on texts that it has not seen."""
    report = {}
    for part, threshold in thresholds.items():
        rows = [(e, value) for e, value in zip(examples, odds, strict=True) if e.genre == (part == "genre")]
        kept = [example.right for example, value in rows if value >= threshold]
        report[part] = {
            "candidates": len(rows),
            "right": sum(example.right for example, _ in rows),
            "kept": len(kept),
            "kept_right": sum(kept),
            "f1_accepting_all": _f1(rows, -1e9),
            "f1_scored": _f1(rows, threshold),
        }
    return report


if __name__ == "__main__":
    main()
