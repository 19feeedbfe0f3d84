"""The words of a text, with what the entity rules ask of each: offsets, folded form, capital, line breaks."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import add
from typing import NamedTuple

from entente.lexicons.gazetteer import fold

WORD = re.compile(
    r"[a-zà-öø-ÿ]{2,}+(?![\w'’‐‑.-])"  # plain words are tried first, then marks and what most often else is a word
    r"|(?=\S)(?:"
    r"[^\w\s]"
    r"|[ld]['’]"
    r"|[A-ZÀ-Þ][a-zà-öø-ÿ]{3,}+(?![\w'’‐‑.-])"
    r"|[a-zà-öø-ÿ]{4,}(?![\w'’‐‑-])"
    r"|(?:\d+|[aày])(?![\w'’‐‑.-])"
    r"|(?:\b[^\W\d_]\.-?){2,}"  # initials: «J.-C.»
    r"|\b(?i:MM|M|Mr|Mrs|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste)\."
    r"|\b[A-ZÀ-Þ]\.(?=\s[A-ZÀ-Þ])"  # one initial
    r"|\b[NM]['’](?:[A-ZÀ-Þ]|[bcdfgjklmnpqrstvz]|ham)\w+(?:[-'’]\w+)*"  # «N'Djamena», «M'hamed»
    r"|\b(?i:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quelqu)['’]"  # an elided word
    r"|\w+(?:[-‐‑'’]\w+)*"
    r")"
)

ARTICLES = frozenset({"le", "la", "les", "l"})
OF = frozenset({"de", "d", "du", "des"})
CONNECTORS = (
    ARTICLES
    | OF
    | frozenset(
        {
            "a",
            "au",
            "aux",
            "en",
            "sur",
            "sous",
            "les",
            "lez",
            "et",
            "y",
            "an",
            "am",
            "im",
            "der",
            "del",
            "della",
            "dei",
            "do",
            "da",
            "dos",
            "los",
            "las",
            "el",
            "al",
            "bei",
            "ob",
            "upon",
            "i",
        }
    )
)


STEM = 5
"""Letters that a town shares with its adjective: «doude-villais»."""


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one item a word or mark."""

    source: str
    starts: list[int]
    ends: list[int]
    texts: list[str]
    folds: list[str]
    """Folded form («St-Étienne» → `saint etienne`), the mark itself for a mark."""
    capitals: list[bool]
    """Begins with a capital letter; «A» alone is the preposition, written without its accent."""
    breaks: list[bool]
    """Stands first on its line."""
    opens: list[bool]
    """Stands first in its sentence or line, where a capital means nothing."""

    upper: list[int]
    """Indexes of the capitalised words."""
    shouting: list[bool]
    """Stands on a line in capitals, where a capital means nothing."""
    counts: Counter[str]
    """How often each capitalised word is written so in the text."""
    stems: set[str]
    """The first letters of the longer capitalised words, folded."""

    def __len__(self) -> int:
        """Number of words and marks."""
        return len(self.texts)

    def local(self, index: int) -> bool:
        """True for the adjective of a town that the text names: «doudevillais» with Doudeville."""
        word = self.folds[index]
        return (
            len(word) > STEM
            and word.endswith(("ais", "aise", "ois", "oise", "ien", "ienne", "in", "ine", "ain", "aine"))
            and word[:STEM] in self.stems
        )

    def repeated(self, index: int) -> bool:
        """True when the word comes twice or more with its capital."""
        return self.counts[self.texts[index]] > 1

    def text(self, first: int, last: int) -> str:
        """The text of the words `first:last`, as written."""
        return self.source[self.starts[first] : self.ends[last - 1]]

    def at(self, mark: str) -> list[int]:
        """Where a mark stands."""
        return [i for i, text in enumerate(self.texts) if text == mark]

    def fold_at(self, index: int) -> str:
        """The folded word at an index, empty outside the text."""
        if index < 0:
            return ""
        try:
            return self.folds[index]
        except IndexError:
            return ""

    def capital_at(self, index: int) -> bool:
        """True when there is a capitalised word at an index."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def together(self, index: int) -> bool:
        """True when the word goes on from the one before on the same line."""
        try:
            return not self.breaks[index]
        except IndexError:
            return False


SENTENCE_ENDS = frozenset('.!?…:•*|«»"“”(')
"""Marks after which a capital may be only the capital of a beginning."""


def scan(indexes: Iterable[int], claim: Callable[[int], int]) -> None:
    """Call `claim` at each index that no earlier claim has passed; it returns the word after what it claims."""
    passed = 0
    for i in indexes:
        if i >= passed:
            passed = claim(i)


class Make(NamedTuple):
    """What a word is by itself, wherever it stands."""

    fold: str
    initial: bool
    """Begins with a capital."""
    capital: bool
    """Begins with a capital that is no preposition's."""
    mark: bool
    ends: bool
    """A capital after it may be only the capital of a beginning."""
    lettered: bool
    """Made of two letters or more, and nothing else."""
    loud: bool
    """So made, and all in capitals."""


def split_words(text: str) -> Words:
    """The words and marks of a text, in one pass.

    `L'Agglo d'Agen` → `L'`, `Agglo`, `d'`, `Agen`; hyphenated words stay whole.
    """
    texts = WORD.findall(text)
    starts, ends = _places(text, texts)
    makes = [*map(_make, texts)]
    breaks = _line_starts(text, starts)
    capitals = [make.capital for make in makes]
    counts = Counter([word for word, make in zip(texts, makes, strict=True) if make.initial])
    return Words(
        text,
        starts,
        ends,
        texts,
        [make.fold for make in makes],
        capitals,
        breaks,
        _openings(makes, breaks),
        [*compress(range(len(texts)), capitals)],
        _shouting(makes, breaks),
        counts,
        {fold(name)[:STEM] for name in counts if len(name) >= STEM},
    )


def _places(text: str, words: list[str]) -> tuple[list[int], list[int]]:
    """Starts and ends of the words: each is the next of its letters, as only white space lies between."""
    end, index = 0, text.index
    starts: list[int] = []
    for word in words:
        starts.append(start := index(word, end))
        end = start + len(word)
    return starts, [*map(add, starts, map(len, words))]


def _line_starts(text: str, starts: list[int]) -> list[bool]:
    """Whether each word stands first on its line."""
    breaks = [False] * len(starts)
    newline = 0
    while newline >= 0:
        i = bisect_left(starts, newline)
        if i == len(starts):
            break
        breaks[i] = True
        newline = text.find("\n", starts[i])
    return breaks


@lru_cache(maxsize=20_000)
def _make(word: str) -> Make:
    """Worked out once for each word: a text has few that no text before it had."""
    initial, mark = word[0].isupper(), not (word[0].isalnum() or word[0] == "_")
    lettered = word.isalpha() and len(word) > 1
    return Make(
        word if mark else fold(word) or word.casefold(),
        initial,
        initial and word != "A",
        mark,
        word in SENTENCE_ENDS,
        lettered,
        lettered and word.isupper(),
    )


def _openings(makes: list[Make], breaks: list[bool]) -> list[bool]:
    """Whether each word stands first in its sentence or line, marks passed over."""
    opens = [*breaks]
    for i in [i for i, make in enumerate(makes, 1) if make.ends]:
        opens[i : i + 1] = [True] * (i < len(makes))
    for i in [*compress(range(len(makes)), opens)]:
        while makes[i].mark and i + 1 < len(makes) and not opens[i + 1]:
            i += 1
            opens[i] = True
    return opens


def _shouting(makes: list[Make], breaks: list[bool]) -> list[bool]:
    """Mark the words of the lines of three words or more that are nearly all in capitals."""
    shouting = [False] * len(makes)
    firsts = [i for i, broken in enumerate(breaks) if broken]
    last = 0
    for i in [i for i, make in enumerate(makes) if make.loud]:
        if i < last:
            continue
        line = bisect_right(firsts, i)
        first, last = firsts[line - 1], firsts[line] if line < len(firsts) else len(makes)
        letters = sum([make.lettered for make in makes[first:last]])
        loud = sum([make.loud for make in makes[first:last]])
        if letters >= 3 and loud >= 0.8 * letters:
            shouting[first:last] = [True] * (last - first)
    return shouting
