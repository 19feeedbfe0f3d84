"""Whose voice a paragraph gives: «Contactée, la mairie de Nirac dément. « … », affirme X, adjointe»."""

import re

from entente.entities.roles_held import Reader
from entente.entities.roles_sketch import BODY, Sketch
from entente.lexicons.speech import inverted_speech

SUBJECT = re.compile(
    rf"^(?:[^{BODY}.;:]{{0,40}}?,\s*)?(?:(?:[Ll][ea]s?|[Dd]u côté d[eu])\s+|[Ll]['’])?"
    rf"(?:[\w-]+\s+(?:d[eu]\s+|d['’])?(?:la\s+|l['’])?)?([{BODY}])\s+(?:[^.;{BODY}]{{0,60}})[.…]?$"
)
"""A sentence with one body, which is its subject."""

LONGEST = 140
"""Characters of the sentence that brings in a voice."""


def voice(reader: Reader, position: int) -> int | None:
    """The body that the sentences before a quotation let speak, when its speaker follows."""
    told = _speech_before(reader.sketch, position)
    if not told or reader.sketch.opens:
        return None
    for sketch, _ in reversed(reader.before):
        found = SUBJECT.match(sketch.text) if len(sketch.text) <= LONGEST else None
        if found:
            return sketch.items[found.start(1)].entities[0]
        if sketch.opens:
            return None
    return None


def _speech_before(sketch: Sketch, position: int) -> bool:
    """Whether the office goes with the speaker of a quotation in its own sentence."""
    for mark in re.finditer(r"[»”\"]\s*,?\s*", sketch.text[:position]):
        if inverted_speech().match(sketch.text, mark.end()):
            return True
    return False
