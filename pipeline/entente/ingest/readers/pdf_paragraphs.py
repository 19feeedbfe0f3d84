"""Lines of pages put together: paragraphs, items, words that a line end parts."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from entente.ingest.readers.blocks import Block, written
from entente.ingest.readers.pdf_lines import Line
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import fold

WIDE_GAP = 1.25
"""Distance to the next line, in usual distances, from which a paragraph ends; word processors add a half or more."""

UNFINISHED = 0.15
"""Share of the width of a column by which a line without a full stop must be shorter still: widths are estimates."""

OTHER_SIZE = 1.15
"""Ratio of two font sizes that makes a title of one of them."""

NEAR = 40
"""Lines before and after that show where the margin of a column is: a page has about 50."""

_BULLET = re.compile(r"[-•‣▪●◦·–—\uf0b7\uf0a7\uf0d8\u2023]\s|[o➢➔►]\s")
_ENDING = re.compile(r"[.!?…:;»”\"]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def paragraphs(pages: Sequence[list[Line]]) -> str:
    """The text of the pages, a paragraph a line and blank lines between them; a paragraph may go on over a page."""
    words = _Words(pages)
    blocks: list[Block] = []
    former: Line | None = None
    for page in pages:
        shape = _Shape(page)
        for place, line in enumerate(page):
            if former is not None and _goes_on(former, line, shape.leading, shape.margins[max(0, place - 1)]):
                blocks[-1] = Block(words.join(blocks[-1].text, former, line), blocks[-1].item)
            else:
                blocks.append(_block(line))
            former = line
    return written(blocks)


class _Shape:
    """The usual measures of a page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def leading(self) -> float:
        """Distance between the lines of a paragraph, in font sizes: of all distances the first quartile."""
        gaps = [
            (above.base - below.base) / above.size
            for above, below in zip(self._lines, self._lines[1:], strict=False)
            if above.size and 0 < above.base - below.base < 3 * above.size
        ]
        return sorted(gaps)[len(gaps) // 4] if gaps else 1.2

    @cached_property
    def margins(self) -> list[float]:
        """How far right the lines go that stand near each line and in its column."""
        return [
            max(other.right for other in self._lines[max(0, place - NEAR) : place + NEAR] if _overlap(line, other))
            for place, line in enumerate(self._lines)
        ]


def _overlap(one: Line, other: Line) -> bool:
    return one.left <= other.right and other.left <= one.right


def _goes_on(former: Line, line: Line, leading: float, margin: float) -> bool:
    """True when a line continues the paragraph of the one before, whose column ends at the margin."""
    if former.broken:
        return True
    if _is_item(line) or max(former.size, line.size) > OTHER_SIZE * min(former.size, line.size):
        return False
    gap = former.base - line.base
    if not 0 < gap < 3 * former.size:  # another column or page
        return not _ENDING.search(former.text) and line.text[:1].islower()
    return gap < WIDE_GAP * leading * former.size and not _ends_short(former, line, margin)


def _ends_short(former: Line, line: Line, margin: float) -> bool:
    """The next word had room on the former line: its writer, and not the margin, ended it."""
    first_word = len(line.text.split(None, 1)[0])
    room = (line.right - line.left) / len(line.text) * (first_word + 1)
    if not _ENDING.search(former.text):
        room += UNFINISHED * (margin - former.left)
    return former.right + room < margin


def _block(line: Line) -> Block:
    bullet = _BULLET.match(line.text)
    return Block(line.text[bullet.end() :] if bullet else line.text, item=bullet is not None)


def _is_item(line: Line) -> bool:
    return _BULLET.match(line.text) is not None


class _Words:
    """The words of a document, which say whether a hyphen at the end of a line belongs to its word."""

    def __init__(self, pages: Iterable[list[Line]]) -> None:
        self._pages = pages

    @cached_property
    def _known(self) -> set[str]:
        return {word.lower() for page in self._pages for line in page for word in _WORD.findall(line.text)}

    def join(self, text: str, former: Line, line: Line) -> str:
        """The text with its next line: «coopé-» + «ration» → «coopération», «Saint-» + «Denis» → «Saint-Denis»."""
        if not former.broken:
            if not text.endswith("-") or text.endswith(" -"):
                return f"{text} {line.text}"
            text = text[:-1]
        return text + ("-" if self._is_compound(text, line.text) else "") + line.text

    def _is_compound(self, text: str, following: str) -> bool:
        left, right = _WORD.findall(text)[-1:], _WORD.match(following)
        if not left or right is None:
            return True
        first, second = left[0].lower(), right.group().lower()
        joined, parted = first + second in self._known, f"{first}-{second}" in self._known
        return parted if joined != parted else not right.group()[0].islower() or _is_compound(first, second)


def _is_compound(first: str, second: str) -> bool:
    """What a hyphen in general belongs to, in lower case: «vice-|président», «franco-|allemand», «dit-|elle»."""
    words = load_lexicon("archives")
    by_parts = first.rsplit("-", 1)[-1] in words["compounding"] or second in words["compounded"]
    return by_parts or (first.endswith("o") and fold(second) in demonyms())
