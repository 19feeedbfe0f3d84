"""Big regular expressions kept compiled on disk: the French tokenizer's takes four seconds to compile anew, those of
the project's word lists half a second.

The compiled code is kept in the user's cache and put back with the interpreter's own constructor, keyed by the pattern
itself and the version of Python, so that a word list that has changed is compiled anew.
"""

import contextlib
import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

from entente.cache import keep, recall

BIG_PATTERN = 200
"""Characters above which a regular expression is worth keeping compiled: 150 of them take 0.7 s besides the tokenizer's
of 1.45 million characters, the thousand smaller ones 0.1 s together."""

MOST = 1_000
"""Patterns above which those are forgotten that this process has not asked for, of word lists that have changed."""

Key = tuple[str | bytes, int]
"""A pattern and the flags that it is compiled with."""


class Code(NamedTuple):
    """What the interpreter's constructor asks for besides the pattern."""

    flags: int
    words: list[int]
    groups: int
    groupindex: dict[str, int]
    indexgroup: tuple[str | None, ...]


@contextlib.contextmanager
def compiled_patterns() -> Iterator[None]:
    """Serve big regular expressions from the cache, and fill it; any surprise falls back to plain compilation."""
    compiler = getattr(re, "_compiler", None)
    engine = getattr(compiler, "_sre", None)
    if compiler is None or not isinstance(engine, ModuleType) or isinstance(compiler.compile, _Server):
        yield  # another interpreter, or inside of such a block
        return
    server = _Server(compiler, engine, _restored())
    compiler.compile = server
    try:
        yield
    finally:
        compiler.compile = server.plain
    if server.is_new:
        keep(_file(), [(key, tuple(code)) for key, code in server.codes().items()])


def _file() -> str:
    """Named by everything that the compiled code of a pattern depends on, as a short hash."""
    return f"patterns-{hashlib.sha256(f'{sys.version}|{sys.implementation.cache_tag}|2'.encode()).hexdigest()[:16]}.bin"


def _restored() -> dict[Key, Code]:
    """The codes that are kept; none when there is nothing usable."""
    try:
        return {key: Code(*code) for key, code in recall(_file()) or ()}
    except (ValueError, TypeError):
        return {}


class _Server:
    """Stands in for `re._compiler.compile`, which all compilation goes through."""

    def __init__(self, compiler: Any, engine: ModuleType, kept: dict[Key, Code]) -> None:
        self.plain: Callable[..., Any] = compiler.compile
        self.is_new = False
        """True when something was compiled that is worth keeping."""
        self._compiler, self._engine = compiler, engine
        self._kept, self._asked = kept, dict[Key, Code]()

    def __call__(self, pattern: Any, flags: int = 0) -> Any:
        """The compiled pattern."""
        if not isinstance(pattern, str | bytes) or len(pattern) <= BIG_PATTERN:
            return self.plain(pattern, flags)
        key = pattern, int(flags)
        return self._served(key) or self._compiled(key)

    def codes(self) -> dict[Key, Code]:
        """What is to be kept."""
        return self._kept | self._asked if len(self._kept) < MOST else self._asked

    def _served(self, key: Key) -> Any:
        """The pattern from its code; None where there is none, or it is broken."""
        code = self._kept.get(key)
        if code is None:
            return None
        with contextlib.suppress(RuntimeError, TypeError, ValueError, OverflowError):
            built = self._engine.compile(key[0], *code)
            self._asked[key] = code
            return built
        return None

    def _compiled(self, key: Key) -> Any:
        """The pattern compiled anew, and its code noted on the way."""
        recorder = ModuleType("_sre")
        recorder.__dict__.update(self._engine.__dict__)

        def record(pattern: str | bytes, flags: int, code: Any, groups: int, groupindex: Any, indexgroup: Any) -> Any:
            if pattern is key[0]:  # and not one of another thread
                self._asked[key] = Code(int(flags), [int(word) for word in code], groups, dict(groupindex), indexgroup)
                self.is_new = True
            return self._engine.compile(pattern, flags, code, groups, groupindex, indexgroup)

        recorder.compile = record  # type: ignore[attr-defined]
        self._compiler._sre = recorder
        try:
            return self.plain(*key)
        finally:
            self._compiler._sre = self._engine
