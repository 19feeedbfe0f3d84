"""How often each rule is right: `python -m entente.training.confidence corpus models/fr_entente/confidence.json`.

A record is right when it stands for a gold one. Read on the invented releases of `train/`: they came after most of the
rules, which know the others by heart. A rule that is rarely met is drawn towards the share of all records (a Beta prior
worth PRIOR records). `entente evaluate corpus/validation` tells whether the result holds elsewhere.
"""

import argparse
import json
from pathlib import Path

from entente.assembly import read_many
from entente.evaluation.gold import gold_files, read_gold
from entente.evaluation.scores import Outcome, score
from entente.ingest.release import Release

PRIOR = 12
"""Records that the share of all records counts for."""


def main() -> None:
    """Read, compare, write the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    shares = shares_of(_outcomes(options.corpus / "train"))
    options.output.write_text(json.dumps(shares, indent=1) + "\n", encoding="utf-8")


def _outcomes(folder: Path) -> list[Outcome]:
    later = [path for path in gold_files(folder) if json.loads(path.read_text(encoding="utf-8")).get("invented")]
    cases = [read_gold(path) for path in later]
    texts = [(folder / f"{case.name}.txt").read_text(encoding="utf-8") for case in cases]
    readings = read_many(Release(text=text) for text in texts)
    return score(cases, dict(zip((case.name for case in cases), readings, strict=True))).outcomes


def shares_of(outcomes: list[Outcome]) -> dict[str, float]:
    """`{"any": 0.85, "signing": 0.88, "agreement_named, inferred": 0.79}`."""
    overall = sum(outcome.right for outcome in outcomes) / len(outcomes)
    grouped: dict[str, list[bool]] = {}
    for outcome in outcomes:
        grouped.setdefault(f"{outcome.rule}, inferred" if outcome.inferred else outcome.rule, []).append(outcome.right)
    shares = {
        rule: round((sum(right) + PRIOR * overall) / (len(right) + PRIOR), 2) for rule, right in sorted(grouped.items())
    }
    return {"any": round(overall, 2), **shares}


if __name__ == "__main__":
    main()
