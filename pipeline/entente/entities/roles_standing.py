"""The bodies that a document stands under: its publisher, those of its date lines and headings."""

import re

from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_blocks, get_meta, text_of
from entente.lexicons.gazetteer import fold

HEADING_WEIGHTS = {"label": 4, "first": 3, "other": 2}
"""What a name in a heading counts for, in mentions: «Nirac : …», the first of its names, another.

The order is by sense; the sizes keep a heading below a body that the text goes on naming.
"""

LABEL = re.compile(r"\s*[.:]\s")
INLINE_DATELINE = re.compile(
    r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:,\s*(?:le )?\d[^\n–—-]{1,30})?[.]?\s*[–—-]\s|\s*\([A-Z/]{2,12}\)\s"
)


def publisher_of(doc: Doc, mentions: list[tuple[int, int, int]], entities: list[LinkedEntity]) -> int | None:
    """The body whose name stands in the publisher's."""
    publisher = fold(get_meta(doc)["publisher"] or "")
    return next((i for _, _, i in mentions if publisher and fold(entities[i]["name"]) in publisher), None)


def standing_bodies(
    doc: Doc, mentions: list[tuple[int, int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int, int]]]:
    """Bodies of date lines («Nirac, le 3 mai», «NIRAC (APS) – …») and of headings, with the offsets of the lines."""
    datelines: list[tuple[int, int]] = []
    headings: list[tuple[int, int, int]] = []
    blocks = iter(get_blocks(doc))
    block = next(blocks, None)
    for start, end, index in mentions:
        while block and block["end"] <= start:
            block = next(blocks, None)
        if block is None or start < block["start"]:
            continue
        opens = start == block["start"] and INLINE_DATELINE.match(text_of(doc), end)
        if block["kind"] == "dateline" or opens:
            datelines.append((block["start"], index))
        elif block["kind"] in ("title", "heading"):
            first = not headings or headings[-1][0] != block["start"]
            label = start == block["start"] and LABEL.match(text_of(doc), end)
            place = "label" if label else "first" if first else "other"
            headings.append((block["start"], index, HEADING_WEIGHTS[place]))
    return datelines, headings


def bodies_before(pairs: list[tuple[int, int]], offset: int) -> list[int]:
    """Bodies of the lines above an offset, those of the nearest line first, in the order of its words."""
    above = [pair for pair in pairs if pair[0] < offset]
    return [index for _, index in sorted(above, key=lambda pair: -pair[0])]
