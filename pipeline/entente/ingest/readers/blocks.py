"""The paragraphs of a document that is not plain text, written as the stages expect them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_BLANKS = re.compile(r"[ \t\r\f\v]+")
_EDGES = re.compile(r" ?\n ?")
_BULLET = re.compile(r"\A[-•‣▪●◦·–—*o]\s")


class Block(NamedTuple):
    """One paragraph, or one item of a list."""

    text: str
    item: bool = False


def written(blocks: Iterable[Block]) -> str:
    """Blank lines between paragraphs, `- ` before items: a stage then takes no two paragraphs for a broken line."""
    text = ""
    former = Block("")
    for block in blocks:
        words = tidy(block.text)
        if not words:
            continue
        text += "\n" if block.item and former.item else "\n\n" if text else ""
        text += f"- {words}" if block.item and not _BULLET.match(words) else words
        former = block
    return text + "\n" if text else ""


def tidy(text: str) -> str:
    """One space where there are several, none at the ends of lines; no-break spaces stay."""
    return _EDGES.sub("\n", _BLANKS.sub(" ", text)).strip()
