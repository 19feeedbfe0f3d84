"""Lexicons kept parsed: the same content from the cache, another file parsed anew, a broken cache harmless."""

from pathlib import Path

import pytest
import yaml

import entente.lexicons
from entente.cache import keep, recall
from entente.errors import LexiconError
from entente.lexicons import load_lexicon

NAMES = [path.stem for path in (Path(entente.lexicons.__file__).parent / "fr").glob("*.yml")]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path))
    return tmp_path


def parsed(name: str) -> object:
    return load_lexicon.__wrapped__(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_what_is_written(cache: Path, name: str) -> None:
    first = parsed(name)
    assert list(cache.iterdir())
    assert parsed(name) == first == load_lexicon(name)


def test_what_is_kept_is_not_parsed_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = parsed("petits_mots")
    monkeypatch.setattr(yaml, "load", lambda *_, **__: pytest.fail("parsed again"))
    assert parsed("petits_mots") == first


def test_another_content_is_parsed_anew(cache: Path) -> None:
    parsed("petits_mots")
    (file,) = cache.iterdir()
    keep(file.name, (b"of another file", {"mots": ["faux"]}))
    assert parsed("petits_mots") == load_lexicon("petits_mots")
    assert recall(file.name)[1] == load_lexicon("petits_mots")


@pytest.mark.parametrize("content", [b"", b"no marshal", b"N"])
def test_a_broken_cache_is_no_harm(cache: Path, content: bytes) -> None:
    parsed("petits_mots")
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert parsed("petits_mots") == load_lexicon("petits_mots")


def test_a_cache_that_cannot_be_written_is_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("ENTENTE_CACHE", str(tmp_path / "file"))
    assert parsed("petits_mots") == load_lexicon("petits_mots")


def test_a_missing_lexicon_is_named(cache: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon 'absent'"):
        parsed("absent")
