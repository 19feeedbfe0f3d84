"""Quotations: words between « », “ ”, " ", ‘ ’ or ' ', nested, broken by an incise or running over paragraphs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from entente.annotations import Block, Extent, Quotation
from entente.text.clause import is_clause
from entente.text.dialogue import find_dialogue
from entente.text.incise import find_incises

PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
STRAIGHT = "\"'"
PARAGRAPHS_AHEAD = 8
"""How many paragraphs an opened guillemet may wait for its closing mark."""

MARKS_AHEAD = 80
"""How many marks that may be apostrophes are tried before an opening mark counts as one too."""

OPENING = re.compile("[«“„‹\"‘']")
GUILLEMET = re.compile("[«»]")


class Quoted(NamedTuple):
    """One stretch between marks: the stretch with its marks, and whether the closing mark stands there."""

    start: int
    end: int
    closed: bool
    mark: str


def find_quotations(text: str, blocks: list[Block]) -> list[Quotation]:
    """Outermost quotations in the order of the text: «« A », dit-il, « b. »» is one with two parts."""
    chains = _join_incises(text, _join_paragraphs(text, blocks))
    found = [_quotation(text, chain) for chain in chains]
    marked = [item for item in found if any(start < end for start, end in item["parts"])]
    return sorted([*marked, *find_dialogue(text, blocks)], key=lambda item: item["start"])


def _quotation(text: str, chain: list[Quoted]) -> Quotation:
    parts = [part for quoted in chain for part in _inner_parts(text, quoted)]
    words = " ".join(text[part.start : part.end] for part in parts)
    return Quotation(parts=parts, start=chain[0].start, end=chain[-1].end, clause=is_clause(words))


def _inner_parts(text: str, quoted: Quoted) -> list[Extent]:
    """The words inside the marks, without the incises between commas."""
    start, end = _strip(text, quoted.start + 1, quoted.end - 1 if quoted.closed else quoted.end)
    parts, position = [], start
    for incise in find_incises(text, start, end):
        parts.append(Extent(*_strip(text, position, incise.start)))
        position = incise.end
    parts.append(Extent(*_strip(text, position, end)))
    return [part for part in parts if part.start < part.end] or [Extent(start, max(start, end))]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _join_paragraphs(text: str, blocks: list[Block]) -> Iterator[list[Quoted]]:
    """Stretches of one block each, chained where a quotation goes on in the next paragraph."""
    pending: list[Quoted] = []
    for index, block in enumerate(blocks):
        stretches = list(_scan(text, block["start"], block["end"], pending[-1].mark if pending else None))
        if pending and stretches:
            pending.append(stretches.pop(0))
            if not pending[-1].closed and not stretches and _goes_on(text, blocks, index):
                continue
            yield pending
            pending = []
        for quoted in stretches:
            if not quoted.closed and quoted is stretches[-1] and _goes_on(text, blocks, index):
                pending = [quoted]
            elif quoted.end - quoted.start > 1:
                yield [quoted]
    if pending:
        yield pending


def _goes_on(text: str, blocks: list[Block], index: int) -> bool:
    """The next paragraph reopens the guillemet, or a closing one comes later before any opening one."""
    for distance, block in enumerate(blocks[index + 1 : index + 1 + PARAGRAPHS_AHEAD]):
        words = text[block["start"] : block["end"]]
        opening, closing = words.find("«"), words.find("»")
        if distance == 0 and (opening == 0 or closing == 0):
            return True
        if opening >= 0 or closing >= 0:
            return closing >= 0 and (opening < 0 or closing < opening)
    return False


def _scan(text: str, start: int, end: int, pending: str | None) -> Iterator[Quoted]:
    """Outermost stretches of a block; `pending` is the opening mark that earlier paragraphs left open."""
    position = start
    if pending is not None:
        # A reopening guillemet stands for the opening mark; without one the stretch begins before the first character.
        reopened = text[start] in "«»“"
        first = _stretch(text, start if reopened else start - 1, end, pending)
        yield first if reopened else first._replace(start=start - 1)
        position = first.end
    while position < end:
        opening = _next_opening(text, position, end)
        if opening is None:
            return
        quoted = _stretch(text, opening, end, text[opening])
        if quoted.closed or quoted.mark in "«“":
            yield quoted
            position = quoted.end
        else:
            position = opening + 1


def _next_opening(text: str, start: int, end: int) -> int | None:
    for found in OPENING.finditer(text, start, end):
        if found.group() in "«“„‹" or _can_open(text, found.start()):
            return found.start()
    return None


def _stretch(text: str, start: int, end: int, mark: str) -> Quoted:
    """From an opening mark to the closing mark of the same depth, or to the end of the block."""
    if mark == "«":
        return _nested_stretch(text, start, end)
    closing, position = PAIRS.get(mark, mark), start
    for _ in range(MARKS_AHEAD):
        position = text.find(closing, position + 1, end)
        if position < 0:
            break
        if _can_close(text, position, mark):
            return Quoted(start, position + 1, True, mark)
    return Quoted(start, end, False, mark)


def _nested_stretch(text: str, start: int, end: int) -> Quoted:
    depth, last = 0, -1
    for found in GUILLEMET.finditer(text, start, end):
        depth += 1 if found.group() == "«" else -1
        last = found.end() if found.group() == "»" else last
        if depth == 0:
            return Quoted(start, last, True, "«")
    if last > 0:
        return Quoted(start, last, True, "«")
    return Quoted(start, end, False, "«")


def _can_open(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return (not before or before.isspace() or before in "([«“'’:-–—/") and bool(after) and not after.isspace()


def _can_close(text: str, position: int, mark: str) -> bool:
    """An apostrophe inside a word closes nothing; a straight mark closes after a character that is not white space."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if mark == '"':
        return not before.isspace() or not after or after.isspace() or not after.isalnum()
    if mark in "'‘":
        return not before.isspace() and not after.isalnum()
    return True


def _join_incises(text: str, chains: Iterator[list[Quoted]]) -> Iterator[list[Quoted]]:
    """«« A », a-t-il dit, « b »»: two chains with nothing but an incise between them are one quotation."""
    current: list[Quoted] = []
    for chain in chains:
        if current and _only_incise(text, current[-1].end, chain[0].start):
            current = [*current, *chain]
        else:
            if current:
                yield current
            current = chain
    if current:
        yield current


def _only_incise(text: str, start: int, end: int) -> bool:
    """Between two marks: «, verb of speech … ,» and nothing else."""
    between = text[start:end].strip()
    return (
        bool(between)
        and between[-1] in ",:"
        and between[0] == ","
        and any(incise.end >= end - 1 for incise in find_incises(text, start - 1, end))
    )
