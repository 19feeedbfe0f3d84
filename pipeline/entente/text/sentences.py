"""Sentences: where a full stop ends one, and where it does not."""

import re
from collections.abc import Iterator
from functools import cache

from entente.annotations import Block, Sentence
from entente.lexicons import load_lexicon

WHOLE = frozenset({"title", "heading", "dateline", "signature", "caption", "boilerplate"})
"""Blocks that are one sentence each, whatever stops they contain."""

END = re.compile(r"(?:[.!?]+|…)(?:[)\]’'”\"]*(?:\s*[»”])?(?:\s*\(\d+\))?)(?=\s+[«“\"‘'(\[–—-]*\s*[^\W_])")
"""Final punctuation with the marks that close after it, before white space and a word."""

LAST_WORD = re.compile(r"[\w.'’-]+$")
NEXT_WORD = re.compile(r"[\s«“\"‘'(\[–—-]*([^\W_]+)")
SPACE = re.compile(r"\s*")
LOOK_BACK = 24
"""Characters before a full stop in which an abbreviation is looked for."""


def find_sentences(text: str, blocks: list[Block]) -> list[Sentence]:
    """Sentences in the order of the text: «M. X est venu. Il repart.» → two; a title is one."""
    return [
        Sentence(start=start, end=end, block=index)
        for index, block in enumerate(blocks)
        for start, end in _split(text, block)
    ]


def _split(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block["start"]
    if block["kind"] not in WHOLE:
        for mark in END.finditer(text, block["start"], block["end"]):
            if _ends(text, mark):
                yield start, mark.end()
                start = SPACE.match(text, mark.end()).end()  # type: ignore[union-attr]
    yield start, block["end"]


def _ends(text: str, mark: re.Match[str]) -> bool:
    """A stop ends its sentence before a capital or a figure, unless it belongs to an abbreviation or an initial."""
    following = NEXT_WORD.match(text, mark.end())
    if following is None or following.group(1)[0].islower():
        return False
    if mark.group()[0] != "." or mark.group().startswith(".."):
        return True
    before = LAST_WORD.search(text[max(0, mark.start() - LOOK_BACK) : mark.start()])
    word = before.group().lower().replace("’", "'").rsplit("'", 1)[-1] if before else ""
    if "." in word:
        return _acronym_ends(word, following.group(1))
    if len(word) == 1 and word.isalpha():
        return False
    figure = following.group(1)[0].isdigit()
    return word not in _abbreviations() and not (figure and word in _before_figures())


def _acronym_ends(word: str, following: str) -> bool:
    """«l'U.E. Nous…» ends a sentence, «S.E. Francis» and «J.-C. Dupont» do not."""
    if word in _abbreviations():
        return False
    dotted = re.fullmatch(r"(?:[^\W\d_]\.-?)+[^\W\d_]", word)
    return dotted is None or following.lower() in _openers()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load_lexicon("layout")["abbreviations"])


@cache
def _before_figures() -> frozenset[str]:
    return frozenset(load_lexicon("layout")["before_figures"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(load_lexicon("layout")["openers"])
