"""A text as folded tokens: what the date grammar reads, in one pass and with the offsets of the text."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import Any

_TOKEN = re.compile(
    r"\s*+(?:[a-zà-öø-ÿ]++(?![\w'’ʼ´\u0300-\u036f])"  # plain words are tried first: most are
    r"|\d+|[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f][^\W\d_]*)*(?:['’ʼ´](?=[^\W\d_]))?|[^\w\s]|_+)"
)
"""A token with the white space before it, so that the tokens join to the text."""

_LINE_END = re.compile(r"[\n\r]")
_HYPHENS = frozenset("-‐‑‒")
_DASHES = frozenset("–—−")
_WRAPPED = 55
"""Shortest line after which a single line break may be one of layout only, inside a sentence."""

BREAK = "\n"
"""The token that stands for the end of a line which ends its phrase."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Folded words (no capitals, no accents) with their offsets; reading past the end gives the empty word."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    days: dict[int, Any] = field(default_factory=dict, compare=False)
    """What the grammar read as a day at each place, so that rules which begin alike read it once."""
    amounts: dict[int, Any] = field(default_factory=dict, compare=False)
    """The same for amounts of time."""

    def __len__(self) -> int:
        """Number of words, without the padding."""
        return len(self.words) - PADDING

    def word(self, i: int) -> str:
        """The folded word at `i`; empty outside the text (the padding also answers for the places before it)."""
        try:
            return self.words[i]
        except IndexError:
            return ""

    def glued(self, i: int) -> bool:
        """True when nothing stands between the tokens `i - 1` and `i`."""
        return 0 < i < len(self) and self.starts[i] == self.ends[i - 1] and self.words[i - 1] != BREAK

    def number(self, i: int, digits: int = 9) -> int | None:
        """The number written in digits at `i`, when it has at most that many."""
        try:
            word = self.words[i]
        except IndexError:
            return None
        return int(word) if word.isdecimal() and len(word) <= digits else None

    def raw(self, i: int) -> str:
        """The word at `i` as written."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self) else ""

    def is_capital(self, i: int) -> bool:
        """True when the word at `i` begins with a capital."""
        return 0 <= i < len(self) and self.text[self.starts[i]].isupper()

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a character."""
        return bisect_left(self.starts, offset, 0, len(self))


PADDING = 16
"""Empty words after the last: more than any rule looks back from the first word."""


def fold(word: str) -> str:
    """No capitals, no accents, straight apostrophes: `Février` → `fevrier`."""
    if word.isascii():
        return word.lower()
    word = word.replace("’", "'").replace("ʼ", "'").replace("´", "'").replace("œ", "oe").replace("Œ", "oe")
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def tokenise(text: str) -> Tokens:
    """The tokens of a text: `Le 1er août` → `le`, `1`, `er`, `aout`."""
    found = _TOKEN.findall(text.rstrip())
    ends = list(accumulate(map(len, found)))
    starts = list(map(sub, ends, map(len, map(str.lstrip, found))))
    words = list(map(_read, found))
    for i, place in reversed(_breaks(text, starts, ends)):
        words.insert(i, BREAK)
        starts.insert(i, place)
        ends.insert(i, place)
    tail = len(text)
    return Tokens(text, words + [""] * PADDING, starts + [tail] * PADDING, ends + [tail] * PADDING)


def _breaks(text: str, starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """The tokens before which a phrase ends with its line, and where."""
    breaks: list[tuple[int, int]] = []
    line_start, after = 0, -1
    for newline in _LINE_END.finditer(text):
        i = bisect_left(starts, newline.start())
        if i == after or i == len(starts):
            continue
        after, place = i, ends[i - 1] if i else 0
        between = text[place : starts[i]]
        lines = between.count("\n") or between.count("\r")
        if lines > 1 or not _wrapped(text, line_start, place, starts[i]):
            breaks.append((i, place))
        line_start = starts[i]
    return breaks


@lru_cache(maxsize=20_000)
def _read(word: str) -> str:
    """The token of a word or mark with the white space before it: few in a text are new, the others are kept."""
    word = word.lstrip()
    return "-" if word in _HYPHENS else "–" if word in _DASHES else fold(word)


def _wrapped(text: str, line_start: int, previous: int, start: int) -> bool:
    """True when a line break only wraps a long line: the next one goes on in small letters or digits."""
    head = text[start]
    return (
        previous - line_start >= _WRAPPED and (head.islower() or head.isdecimal()) and text[previous - 1] not in ".!?:;"
    )
