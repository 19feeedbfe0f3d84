"""What pages of a PDF repeat, running heads, feet and numbers, and what browsers print around a page."""

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

_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_PRINTED_AT = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s(?:à\s)?\d{1,2}[:h]\d\d", re.IGNORECASE
)  # «26/11/2026 17:04», «11/26/26, 5:04 PM»


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without the numbers of pages and without the lines that they repeat in their margins.

    The head of the first page stays: it may say who publishes. A browser prints the address of a page and the moment
    of printing, which is no day of the release, in its margins.
    """
    pages = [_without_what_browsers_print(page) for page in pages]
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in page if _is_marginal(line)})
    repeated = {mark for mark, count in seen.items() if count > 1 and count >= REPEATED * len(pages)}
    return [[line for line in page if not _is_furniture(line, repeated, first=not n)] for n, page in enumerate(pages)]


def _without_what_browsers_print(page: list[Line]) -> list[Line]:
    """The page as it is, where its margins do not hold both an address and a moment."""
    margins = [line for line in page if _is_marginal(line)]
    addresses, moments = (
        [line for line in margins if pattern.search(line.text)] for pattern in (_ADDRESS, _PRINTED_AT)
    )
    return [line for line in page if line not in addresses + moments] if addresses and moments else page


def _is_furniture(line: Line, repeated: set[tuple[str, int]], *, first: bool) -> bool:
    if not _is_marginal(line):
        return False
    return _NUMBER.match(line.text) is not None or (_mark(line) in repeated and not first)


def _is_marginal(line: Line) -> bool:
    return line.where < MARGIN or line.where > 1 - MARGIN


def _mark(line: Line) -> tuple[str, int]:
    """The same for a line that only counts the pages, at the same height within a few points."""
    return _DIGITS.sub("#", line.text), round(line.where * 100)
