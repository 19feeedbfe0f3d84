"""Speech after a dash and without marks: «– Nous voulions ce jumelage, répond la maire, et nous l'avons.»"""

import re
from collections.abc import Iterator

from entente.annotations import Block, Extent, Quotation
from entente.text.clause import is_clause
from entente.text.incise import find_incises

DASH = re.compile(r"[–—]\s*(?=[A-ZÀ-Ý])")
FIRST_PERSON = re.compile(r"\b(?:nous|je|j['’]|on|notre|nos|mon|ma|mes|vous|votre|vos)\b", re.IGNORECASE)
"""What tells speech from an item of a list that says who wrote it."""

MARKS = frozenset('«»“”"')


def find_dialogue(text: str, blocks: list[Block]) -> Iterator[Quotation]:
    """Lines that a long dash opens, with an incise that says who speaks, in the first or second person."""
    for block in blocks:
        opening = DASH.match(text, block["start"], block["end"])
        words = text[block["start"] : block["end"]]
        if opening is None or MARKS & set(words) or not FIRST_PERSON.search(words):
            continue
        parts = _parts(text, opening.end(), block["end"])
        if len(parts) and is_clause(" ".join(text[start:end] for start, end in parts)):
            yield Quotation(parts=parts, start=block["start"], end=parts[-1].end, clause=True)


def _parts(text: str, start: int, end: int) -> list[Extent]:
    """The words without the incises; none when there is no incise."""
    parts, position = [], start
    for incise in find_incises(text, start, end):
        parts.append(Extent(position, len(text[: incise.start].rstrip())))
        position = incise.end + len(text[incise.end : end]) - len(text[incise.end : end].lstrip())
    if not parts:
        return []
    rest = Extent(position, max(position, len(text[:end].rstrip())))
    return [part for part in [*parts, rest] if part.start < part.end]
