"""The version of the pipeline: another one whenever a document could be read otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.batch import version
from entente.batch.version import pipeline_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with a file in each of some rooms."""
    for name in ("facts/events.py", "lexicons/fr/accords.yml", "cli/show.py", "store/rows.py", "batch/fingerprint.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    monkeypatch.setattr(version, "files", lambda name: tmp_path)
    pipeline_version.cache_clear()
    yield tmp_path
    pipeline_version.cache_clear()


def after(package: Path, name: str) -> str:
    (package / name).write_text("changed")
    pipeline_version.cache_clear()
    return pipeline_version()


@pytest.mark.parametrize("name", ["facts/events.py", "lexicons/fr/accords.yml", "store/rows.py", "facts/new.py"])
def test_what_reads_makes_another_version(package: Path, name: str) -> None:
    assert pipeline_version() != after(package, name)


@pytest.mark.parametrize("name", ["cli/show.py", "store/new.py", "facts/events.pyc", "lexicons/CREDITS.md"])
def test_what_does_not_read_makes_none(package: Path, name: str) -> None:
    assert pipeline_version() == after(package, name)


def test_another_version_of_what_it_depends_on_is_another(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pipeline_version()
    monkeypatch.setattr(version.importlib.metadata, "version", lambda name: "0.0.1")
    pipeline_version.cache_clear()
    assert pipeline_version() != before
