import contextlib
import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from made import pdf, tarred, warc, word, zipped

from entente.errors import InputError
from entente.ingest.sources import Fields, Source, file_source, find_sources, read_source, skim

TEXT = "La Ville a signé lundi un accord de coopération.\n"


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


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Source(name="a", key="a", data=TEXT.encode("utf-16")), TEXT),
        (Source(name="a", key="a", data=b"<html><body><p>L&rsquo;&eacute;t&eacute;"), "<html><body><p>L’été"),
        (Source(name="a", key="a", fields=Fields(text="Un accord")), "Un accord"),
        (Source(name="a", key="a", fields=Fields(html="<p>&Eacute;t&eacute;")), "<p>Été"),
        (Source(name="a", key="a", data=pdf([[(60, 700, "Un accord")]])), None),
        (Source(name="a", key="a", data=bytes(range(256))), None),
        (Source(name="absent", key="a"), None),
        (Source(name="a", key="a", problem="is broken"), None),
    ],
    ids=["text", "page", "row", "markup of a row", "PDF", "binary", "absent", "problem"],
)
def test_a_source_is_skimmed_without_being_taken_apart(source: Source, said: str | None) -> None:
    assert skim(source) == said


def test_file_dates_stand_in_only_where_they_are_asked_for_and_nobody_says_better(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    os.utime(path, (0, 1_552_386_600))
    (source,) = find_sources([str(path)])
    assert read_source(source).published is None
    release = read_source(source, file_dates=True)
    assert (release.published, release.date_origin) == (date(2019, 3, 12), "file")
    assert read_source(source, published=date(2020, 1, 1), file_dates=True).date_origin == "given"


def test_a_document_that_keeps_the_day_it_was_made_is_dated_by_that(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[(60, 700, "Un accord")]], "/CreationDate (D:20180101000000)"))
    (source,) = find_sources([str(path)])
    assert read_source(source).published is None
    assert read_source(source, file_dates=True).published == date(2018, 1, 1)


@pytest.mark.parametrize("data", [zipped({"a.txt": TEXT.encode()}), tarred({"a.txt": TEXT.encode()})])
def test_an_archive_may_come_on_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (source,) = find_sources(["-"])
    assert (source.name, read_source(source).text) == ("-!a.txt", TEXT)


def test_libraries_say_nothing_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    broken = {
        "a.html": b"<html><head><title></head><body><p>",
        "b.pdf": pdf([[(60, 700, "Un accord")]]).replace(b"startxref\n", b"startxref\n9"),
        "c.docx": word("x")[:-300],
        "d.xml": b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title></channel>",
        "e.warc": warc(("https://v.example/a b", "text/html", b"<html>"), packed=False).replace(
            b"\r\n\r\n", b"\r\n\r\nx"
        ),
        "f.rtf": b"{\\rtf1 {\\u99999999 x}",
        "g.eml": b"From: =?x?q?\nSubject: x\nContent-Type: multipart/mixed\n\nx",
    }
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    for source in find_sources([str(tmp_path)]):
        with contextlib.suppress(InputError):
            read_source(source)
    assert capfd.readouterr() == ("", "")
