"""The page that a home is looked for on: its lines, and which of them are masthead, body and foot."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from entente.annotations import Block
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

COLLECTIVITIES = ("city", "intercommunality", "department", "region")
WORD = re.compile(r"[^\W\d_]+")
MASTHEAD_CHARACTERS = 120
"""Longest line of a masthead: «Lettre d'information de la Chambre d'agriculture du Cantal - n° 212» has 66."""

PROSE_CHARACTERS = 150
"""A line at the foot of a text that is longer is a paragraph, whatever its words."""


class Body(NamedTuple):
    """A territory or organization that may publish the text, and where it is named."""

    type: str
    name: str
    country: str | None
    mentions: list[tuple[int, int, bool]]
    """Starts and ends of its names in the order of the text; True where the name only says where («à Quimper»)."""


class Page:
    """A text in its lines."""

    def __init__(self, text: str, blocks: Sequence[Block], bodies: Sequence[Body]) -> None:
        self.text, self.blocks, self.bodies = text, blocks, bodies
        self._starts = [block["start"] for block in blocks]
        kinds = [block["kind"] for block in blocks]
        prose = [i for i, kind in enumerate(kinds) if kind == "paragraph" and self._long(i)]
        self.first_prose = prose[0] if prose else len(blocks)
        self.last_prose = prose[-1] if prose else -1
        self._inside: dict[int, list[tuple[int, int, int]]] = {}
        self.firsts: dict[str, int] = {}
        """Where a body of a type is named first."""
        for index, body in enumerate(bodies):
            if body.mentions:
                self.firsts[body.type] = min(self.firsts.get(body.type, len(text)), body.mentions[0][0])
            for start, end, _ in body.mentions:
                self._inside.setdefault(self.line_of(start), []).append((start, end, index))

    def _long(self, i: int) -> bool:
        return self.blocks[i]["end"] - self.blocks[i]["start"] > PROSE_CHARACTERS

    def line_of(self, offset: int) -> int:
        """The index of the line that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def line(self, i: int) -> str:
        """The words of a line."""
        return self.text[self.blocks[i]["start"] : self.blocks[i]["end"]]

    def opens(self, offset: int) -> bool:
        """Whether a line begins at an offset."""
        return bool(self.blocks) and self.blocks[self.line_of(offset)]["start"] == offset

    def is_masthead(self, i: int) -> bool:
        """A short line above the text that is made of names and of the words of mastheads: «VILLE DE VEVEY»."""
        line = self.line(i)
        if i >= self.first_prose or len(line) > MASTHEAD_CHARACTERS or line[-1] in "!?":
            return False
        return self.is_bare(i)

    def is_bare(self, i: int) -> bool:
        """A line without a word but names, figures and what goes with them in a masthead."""
        rest, position = "", self.blocks[i]["start"]
        for start, end, _ in sorted(self._inside.get(i, [])):
            rest += self.text[position:start] + " "
            position = max(position, end)
        rest += self.text[position : self.blocks[i]["end"]]
        return all(fold(word) in masthead_words() for word in WORD.findall(rest))

    def is_foot(self, i: int) -> bool:
        """A line below the text that says whom to ask or who wrote: «Mairie de Foix – 05 61 00 00 00»."""
        block = self.blocks[i]
        if block["kind"] != "boilerplate" and (i <= self.last_prose or self._long(i)):
            return False
        words = [fold(word) for word in WORD.findall(self.line(i))]
        return any(word in contact_words() for word in words) and words[:1] != ["lire"]

    def places_on(self, i: int) -> list[tuple[int, int, int]]:
        """Where a line names territories, in its order."""
        return sorted(item for item in self._inside.get(i, []) if self.bodies[item[2]].type in COLLECTIVITIES)

    def part(self, start: int, end: int) -> "Page":
        """A stretch of the text as a page of its own; bodies keep their indexes."""
        blocks = [block for block in self.blocks if start <= block["start"] < end]
        bodies = [body._replace(mentions=[m for m in body.mentions if start <= m[0] < end]) for body in self.bodies]
        return Page(self.text, blocks, bodies)

    def alone(self, i: int, index: int) -> bool:
        """Whether a line names no other body of the same type."""
        kind = self.bodies[index].type
        return all(k == index or self.bodies[k].type != kind for _, _, k in self._inside.get(i, []))


@cache
def masthead_words() -> frozenset[str]:
    """What a masthead is made of beside the name, folded."""
    words: list[str] = [*load_lexicon("entities_home")["enseigne"], *load_lexicon("layout")["months"]]
    return frozenset(fold(word) for word in [*words, *load_lexicon("layout")["weekdays"]])


@cache
def contact_words() -> frozenset[str]:
    """What a line of contacts or sources is told by, folded."""
    return frozenset(fold(word) for word in load_lexicon("entities_home")["contact"])
