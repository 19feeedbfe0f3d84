"""Big regular expressions that are kept compiled: served from the disk, they find what they found before."""

import re
from pathlib import Path

import pytest

from entente.models.patterns import BIG_PATTERN, compiled_patterns

WORDS = "|".join(f"(?P<w{number}>jumelage{number})\\b" for number in range(BIG_PATTERN // 10))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path))
    return tmp_path


def compiled(pattern: str | bytes, flags: int = 0) -> re.Pattern:
    re.purge()
    with compiled_patterns():
        return re.compile(pattern, flags)


def content(cache: Path) -> bytes:
    (file,) = cache.iterdir()
    return file.read_bytes()


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_what_is_served_is_what_was_compiled(cache: Path, flags: int) -> None:
    built = compiled(WORDS, flags)
    kept = content(cache)
    served = compiled(WORDS, flags)
    assert content(cache) == kept
    assert (served.pattern, served.flags, served.groups, served.groupindex) == (
        built.pattern, built.flags, built.groups, built.groupindex,
    )  # fmt: skip
    for text in ("le JUMELAGE3 et", "le jumelage12 et"):
        assert [match.lastgroup for match in served.finditer(text)] == [
            match.lastgroup for match in built.finditer(text)
        ]


def test_another_pattern_or_other_flags_are_compiled_anew(cache: Path) -> None:
    compiled(WORDS)
    assert compiled(WORDS, re.IGNORECASE).search("JUMELAGE3")
    assert compiled(WORDS.replace("jumelage", "accord")).search("accord3")
    assert compiled(WORDS.encode()).search(b"jumelage3")
    assert not compiled(WORDS).search("JUMELAGE3")


def test_small_patterns_are_not_kept(cache: Path) -> None:
    assert compiled("accord").search("un accord")
    assert not list(cache.iterdir())
