"""What pages of a PDF repeat: running heads, feet, numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from entente.ingest.readers.pdf_lines import Line

MARGIN = 0.12
"""Share of the height of a page, at its top and bottom, where heads and feet stand."""

REPEATED = 0.5
"""Share of the pages that show a line at the same height, from two pages on, when it is a head or a foot."""

_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:/|sur|de|-)\s*\d{1,4})?\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without the numbers of pages and without the lines that they repeat in their margins.

    The head of the first page stays: it may say who publishes.
    """
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in page if _is_marginal(line)})
    repeated = {mark for mark, count in seen.items() if count > 1 and count >= REPEATED * len(pages)}
    return [[line for line in page if not _is_furniture(line, repeated, first=not n)] for n, page in enumerate(pages)]


def _is_furniture(line: Line, repeated: set[tuple[str, int]], *, first: bool) -> bool:
    if not _is_marginal(line):
        return False
    return _NUMBER.match(line.text) is not None or (_mark(line) in repeated and not first)


def _is_marginal(line: Line) -> bool:
    return line.where < MARGIN or line.where > 1 - MARGIN


def _mark(line: Line) -> tuple[str, int]:
    """The same for a line that only counts the pages, at the same height within a few points."""
    return _DIGITS.sub("#", line.text), round(line.where * 100)
