"""Calendar dates of general French against gold: `python tests/quality/dates.py` prints the errors too.

`corpus/dates/general.jsonl`: notes, requests, isolated expressions, sentences, and lines without a date. A date is right when its
first and last day are among those accepted.
"""

import json
import sys
from typing import Any, NamedTuple

import floors

from entente.dates import DateMention, read_dates

GOLD = floors.ROOT / "corpus" / "dates" / "general.jsonl"


class Figures(NamedTuple):
    """Dates of the gold, those read right, those read where there is none or wrongly, and what went wrong."""

    wanted: int
    right: int
    spurious: int
    errors: list[str]


def measure() -> Figures:
    """Compare every line."""
    wanted = right = spurious = 0
    errors: list[str] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        left = [
            mention for mention in read_dates(row["text"], row["reference"]) if mention.type == "DATE" and mention.edtf
        ]
        for item in row["dates"]:
            wanted += 1
            hit = next((mention for mention in left if _is(mention, item)), None)
            right += hit is not None
            errors += [] if hit else [f"{row['reference']} {row['text']}: {item['text']} is {item['earliest']}"]
            left = [mention for mention in left if mention is not hit]
        spurious += len(left)
    return Figures(wanted, right, spurious, errors)


def _is(mention: DateMention, item: dict[str, Any]) -> bool:
    """True for one of the accepted pairs of first and last day; an open end only needs the other."""
    firsts, lasts = (value if isinstance(value, list) else [value] for value in (item["earliest"], item["latest"]))
    size = max(len(firsts), len(lasts))
    pairs = set(zip(firsts * (size // len(firsts)), lasts * (size // len(lasts)), strict=True))
    found = (mention.earliest, mention.latest)
    return found in pairs or (mention.earliest is None and mention.latest in {last for _, last in pairs})


if __name__ == "__main__":
    figures = measure()
    sys.stdout.write("\n".join([*figures.errors, str(figures[:3])]) + "\n")
