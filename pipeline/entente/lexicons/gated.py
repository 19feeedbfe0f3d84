"""Regular expressions that are not tried on texts without the letters that they need.

Most rules look for words that most sentences do not have. Python's `re` tries a pattern at every letter; to see whether
a text holds one of a few strings of letters takes a tenth of that or less.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple

SHORTEST = 3
"""Letters of a string below which most texts hold it, so that the look is not worth it."""

MOST = 60
"""Strings above which the look costs as much as the pattern: each takes about 60 ns."""

LONG_ENOUGH = 6
"""Letters from which a string is as rare as any longer one."""

Strings = frozenset[str]
NOTHING: Strings = frozenset({""})


class Gated:
    """A pattern, compiled when it is first asked for; finds what `re` finds."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self._flags = flags
        self._folds = bool(flags & re.IGNORECASE)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.source, self._flags)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Strings of which a text that matches holds one; none when the pattern needs no letters in a row."""
        return tuple(sorted(needed(self.source, self._flags) or ()))

    def may_match(self, text: str) -> bool:
        """False when the text lacks all that the pattern needs."""
        needs = self.needs
        if not needs:
            return True
        if self._folds:
            text = text.lower()
        for need in needs:  # noqa: SIM110 - half the time of `any` with a generator
            if need in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """`re.Pattern.search`."""
        return self.pattern.search(text, start, end) if self.may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """`re.Pattern.match`."""
        return self.pattern.match(text, start, end) if self.may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """`re.Pattern.fullmatch`."""
        return self.pattern.fullmatch(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """`re.Pattern.finditer`."""
        return self.pattern.finditer(text, start, end) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """`re.Pattern.findall`."""
        return self.pattern.findall(text) if self.may_match(text) else []


class _Told(NamedTuple):
    """What a part of a pattern says of the text that it matches."""

    begins: Strings
    """It begins with one of these."""
    exact: bool
    """It is one of these."""
    holds: Strings | None = None
    """It holds one of these somewhere."""


_ANYTHING = _Told(NOTHING, False)
_EMPTY = _Told(NOTHING, True)


def needed(source: str, flags: int = 0) -> Strings | None:
    """Strings of which every match of a pattern holds one, in small letters where case does not count; None if unknown.

    `(?:sign|paraph)e(?:r|nt)` → `signe`, `paraphe`.
    """
    parser: Any = getattr(re, "_parser", None)  # private to CPython: elsewhere every text is tried
    if parser is None:
        return None
    parsed = parser.parse(source, flags)
    folds = bool(flags & re.IGNORECASE)
    found = _best(_sequence(parsed, folds))
    return found if found and min(map(len, found)) >= SHORTEST and len(found) <= MOST else None


def _sequence(items: Any, folds: bool) -> _Told:
    """Parts one after the other: literal ones make longer strings."""
    begins: Strings | None = None
    run, holds = NOTHING, None
    for item in items:
        told = _part(item, folds)
        holds = _better(holds, told.holds)
        joined = frozenset(map("".join, product(run, told.begins))) if len(run) * len(told.begins) <= MOST else None
        holds = _better(holds, run if joined is None else joined)
        if joined is None or not told.exact:
            begins = (run if joined is None else joined) if begins is None else begins
            run = NOTHING
        else:
            run = joined
    return _Told(run if begins is None else begins, begins is None, holds)


def _part(item: Any, folds: bool) -> _Told:
    """One part of a pattern, as CPython parses it."""
    code, value = str(item[0]), item[1]
    if code == "LITERAL":
        letter = chr(value)
        return _Told(frozenset({letter.lower() if folds else letter}), True)
    if code == "IN":
        return _letters(value, folds)
    if code in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY
    if code == "SUBPATTERN":
        _, added, _, inner = value
        return _ANYTHING if added & re.IGNORECASE and not folds else _sequence(inner, folds)
    if code == "ATOMIC_GROUP":
        return _sequence(value, folds)
    if code == "BRANCH":
        return _branches([_sequence(branch, folds) for branch in value[1]])
    if code in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(value[0], value[1], _sequence(value[2], folds))
    return _ANYTHING


def _letters(members: Any, folds: bool) -> _Told:
    """A set of a few letters is one of them; any other set is anything."""
    if len(members) > 4 or any(str(code) != "LITERAL" for code, _ in members):
        return _ANYTHING
    return _Told(frozenset(chr(value).lower() if folds else chr(value) for _, value in members), True)


def _branches(told: list[_Told]) -> _Told:
    begins = frozenset().union(*(branch.begins for branch in told))
    bests = [_best(branch) for branch in told]
    holds = None if any(best is None for best in bests) else frozenset().union(*(best or () for best in bests))
    return _Told(begins, all(branch.exact for branch in told), holds)


def _repeated(least: int, most: int, told: _Told) -> _Told:
    if least == 0:
        return _Told(told.begins | NOTHING, told.exact) if most == 1 else _ANYTHING
    return _Told(told.begins, told.exact and most == 1, told.holds)


def _best(told: _Told) -> Strings | None:
    return _better(told.holds, told.begins)


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    """The set whose shortest string is longer, or that has fewer; one with an empty string says nothing."""
    sets = [strings for strings in (one, other) if strings and "" not in strings]
    return max(sets, key=lambda strings: (min(LONG_ENOUGH, *map(len, strings), 99), -len(strings)), default=None)
