"""The bodies in the headings of a document."""

import re

from spacy.tokens import Doc

from entente.annotations import get_blocks, text_of

HEADING_WEIGHTS = {"label": 4, "first": 3, "other": 2}
"""What a name in a heading counts for, in mentions: «Nirac : …», the first of its names, another.

The order is by sense; the sizes keep a heading below a body that the text goes on naming.
"""

LABEL = re.compile(r"\s*[.:]\s")


def headings(doc: Doc, mentions: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Bodies in headings: the offset of the line, the body, what it counts for."""
    found: list[tuple[int, int, int]] = []
    blocks = iter(get_blocks(doc))
    block = next(blocks, None)
    for start, end, index in mentions:
        while block and block["end"] <= start:
            block = next(blocks, None)
        if block is None or start < block["start"] or block["kind"] not in ("title", "heading"):
            continue
        first = not found or found[-1][0] != block["start"]
        label = start == block["start"] and LABEL.match(text_of(doc), end)
        place = "label" if label else "first" if first else "other"
        found.append((block["start"], index, HEADING_WEIGHTS[place]))
    return found
