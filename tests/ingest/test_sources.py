import io
import sys
from datetime import date
from pathlib import Path

import pytest

from entente import settings
from entente.errors import InputError
from entente.ingest import sources
from entente.ingest.sources import file_source, find_sources, read_source

TEXT = "La Ville a signé lundi un accord de coopération.\n"


def test_a_folder_is_walked_in_order_and_only_releases_are_taken(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "notes.csv", ".caché.txt", "z/c.txt", ".git/d.txt", "z/image.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = [Path(source.name).relative_to(tmp_path).as_posix() for source in find_sources([str(tmp_path)])]
    assert found == ["a.HTML", "b.txt", "z/c.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "communiqué.md").write_text(TEXT, encoding="utf-8")
    (source,) = find_sources([str(tmp_path / "communiqué.md")])
    assert read_source(source).text == TEXT


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    release = read_source(file_source("-"), published=date(2024, 5, 31))
    assert (release.text, release.source, release.published) == (TEXT, "-", date(2024, 5, 31))


def test_a_given_day_stands_before_that_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "<html><head><meta property='article:published_time' content='2020-01-02'></head><body><article>"
        f"<p>{TEXT * 5}</p><p>{TEXT * 5}</p></article></body></html>",
        encoding="utf-8",
    )
    assert read_source(file_source(str(page))).published == date(2020, 1, 2)
    assert read_source(file_source(str(page)), published=date(2021, 1, 1)).published == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty: nothing to read"),
        (b" \n\t\n", "is empty: nothing to read"),
        (b"\x00\x01\x02" * 100, "is a binary file"),
        (b"The town signed an agreement with its twin town on Monday. " * 10, "is in English, not in French"),
        (b"x" * 5_000_000, "has 5,000,000 characters, more than the limit of 500,000: split it"),
    ],
    ids=["empty", "blank", "binary", "english", "one line of 5 MB"],
)
def test_what_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"a\.txt {message}"):
        read_source(file_source(str(path)))


def test_a_missing_file_and_a_folder_without_releases_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.txt does not exist: check the path"):
        read_source(file_source(str(tmp_path / "absent.txt")))
    (source,) = find_sources([str(tmp_path)])
    with pytest.raises(InputError, match="is a folder with no readable file"):
        read_source(source)


def test_a_file_larger_than_the_limit_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"a" * 1_000_001)
    with pytest.raises(InputError, match="is larger than 1 MB"):
        read_source(file_source(str(tmp_path / "a.txt")))
    assert settings.MAX_BYTES > settings.MAX_CHARACTERS
