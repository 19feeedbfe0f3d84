"""The words of a text, with what the entity rules ask of each: offsets, folded form, capital, line breaks."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from entente.lexicons.gazetteer import fold

WORD = re.compile(
    r"(?P<plain>\b(?-i:[a-zà-öø-ÿ]{4,})(?![\w'’‐‑-]))"
    r"|(?P<initials>(?:\b[^\W\d_]\.-?){2,})"
    r"|(?P<honorific>\b(?:MM|M|Mr|Mrs|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste)\.)"
    r"|(?P<initial>\b(?-i:[A-ZÀ-Þ])\.(?=\s(?-i:[A-ZÀ-Þ])))"
    r"|(?P<african>\b(?-i:[NM])['’](?-i:[A-ZÀ-Þ])\w+(?:[-'’]\w+)*)"
    r"|(?P<elided>\b(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quelqu)['’])"
    r"|(?P<word>\w+(?:[-‐‑'’]\w+)*)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
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
    """How often each word is written with this capital in the text."""

    def __len__(self) -> int:
        """Number of words and marks."""
        return len(self.texts)

    def local(self, index: int) -> bool:
        """True for the adjective of a town that the text names: «doudevillais» with Doudeville."""
        word = self.folds[index]
        return (
            len(word) > 5
            and word.endswith(("ais", "aise", "ois", "oise", "ien", "ienne", "in", "ine", "ain", "aine"))
            and any(fold(name).startswith(word[:5]) for name in self.counts if len(name) > 4 and name[0].isupper())
        )

    def repeated(self, index: int) -> bool:
        """True when the word comes twice or more with its capital."""
        return self.counts[self.texts[index]] > 1

    def text(self, first: int, last: int) -> str:
        """The text of the words `first:last`, as written."""
        return self.source[self.starts[first] : self.ends[last - 1]]

    def fold_at(self, index: int) -> str:
        """The folded word at an index, empty outside the text."""
        return self.folds[index] if 0 <= index < len(self.folds) else ""

    def capital_at(self, index: int) -> bool:
        """True when there is a capitalised word at an index."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def together(self, index: int) -> bool:
        """True when the word goes on from the one before on the same line."""
        return index < len(self.texts) and not self.breaks[index]


SENTENCE_ENDS = frozenset('.!?…:•*|«»"“”(')
"""Marks after which a capital may be only the capital of a beginning."""


def scan(indexes: Iterable[int], claim: Callable[[int], int]) -> None:
    """Call `claim` at each index that no earlier claim has passed; it returns the word after what it claims."""
    passed = 0
    for i in indexes:
        if i >= passed:
            passed = claim(i)


def split_words(text: str) -> Words:
    """The words and marks of a text, in one pass.

    `L'Agglo d'Agen` → `L'`, `Agglo`, `d'`, `Agen`; hyphenated words stay whole.
    """
    words = Words(text, [], [], [], [], [], [], [], [], [], Counter())
    previous = 0
    opening = True
    for match in WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        mark = match.lastgroup == "mark"
        broken = not words.starts or "\n" in text[previous:start]
        words.starts.append(start)
        words.ends.append(end)
        words.texts.append(word)
        words.folds.append(word if mark or (match.lastgroup == "plain" and word.isascii()) else _folded(word))
        capital = match.lastgroup != "plain" and word[0].isupper() and word != "A"
        words.capitals.append(capital)
        if capital:
            words.upper.append(len(words.texts) - 1)
        words.breaks.append(broken)
        opening = opening or broken
        words.opens.append(opening)
        words.counts[word] += word[0].isupper()
        previous = end
        opening = word in SENTENCE_ENDS or (mark and opening) or (opening and word in "-–—")
    _mark_shouting(words)
    return words


def _folded(word: str) -> str:
    """`fold`, past it for the plain words that are most of a text."""
    if word.isascii() and word.isalpha() and word.islower() and len(word) > 3:
        return word
    return fold(word) or word.casefold()


def _mark_shouting(words: Words) -> None:
    """Mark the words of the lines of three words or more that are nearly all in capitals."""
    first = 0
    for last in range(1, len(words) + 1):
        if last < len(words) and not words.breaks[last]:
            continue
        letters = [text for text in words.texts[first:last] if text.isalpha() and len(text) > 1]
        loud = len(letters) >= 3 and sum(text.isupper() for text in letters) >= 0.8 * len(letters)
        words.shouting.extend([loud] * (last - first))
        first = last
