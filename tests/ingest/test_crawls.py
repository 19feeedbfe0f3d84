"""WARC and WACZ crawls."""

import zlib
from datetime import date
from pathlib import Path

import brotli
import pytest
from made import PAGE, TEXT, gz, pdf, record, warc, word, zipped

from entente.ingest.sources import Source, find_sources, read_source

URL = "https://v.example/2019/03/12/accord/"
LONG = f"<html><body><article><h1>Accord</h1><p>{TEXT * 5}</p><p>{TEXT * 5}</p></article></body></html>".encode()


def found(path: Path, data: bytes) -> list[Source]:
    path.write_bytes(data)
    return list(find_sources([str(path)]))


@pytest.mark.parametrize("packed", [True, False])
def test_documents_are_named_by_their_address_and_dated_by_it_and_never_by_the_crawl(
    tmp_path: Path, packed: bool
) -> None:
    data = warc((URL, "text/html; charset=utf-8", LONG), ("https://v.example/a", "text/html", LONG), packed=packed)
    sources = found(tmp_path / "crawl.warc.gz", data)
    assert [source.name for source in sources] == [
        f"{tmp_path}/crawl.warc.gz!{url}" for url in (URL, "https://v.example/a")
    ]
    first, second = map(read_source, sources)
    assert first.text.startswith("La Ville de Clairval") or "Accord" in first.text
    assert (first.published, first.date_origin) == (date(2019, 3, 12), "url")
    assert second.published is None


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    data = warc(
        ("https://v.example/style.css", "text/css", b"p {}"),
        ("https://v.example/logo.png", "image/png", b"\x89PNG\r\n"),
        ("https://v.example/absente", "404", LONG),
        ("https://v.example/robots.txt", "text/plain", b"User-agent: *"),
        ("https://v.example/vide", "text/html", b""),
        ("https://v.example/inconnu", "", b"\x89PNG\r\n"),
    )
    assert found(tmp_path / "c.warc.gz", data) == []


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("application/pdf", pdf([[(60, 700, "Un accord")]]), "Un accord\n"),
        ("application/octet-stream", pdf([[(60, 700, "Un accord")]]), "Un accord\n"),
        ("text/plain", b"Un accord\n", "Un accord\n"),
        ("text/plain; charset=iso-8859-1", "Été".encode("latin-1"), "Été"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word("Un accord"), "Un accord\n"),
        ("", word("Un accord"), "Un accord\n"),
    ],
)
def test_texts_and_files_are_documents_too(tmp_path: Path, kind: str, body: bytes, text: str) -> None:
    (source,) = found(tmp_path / "c.warc.gz", warc(("https://v.example/a", kind, body)))
    assert read_source(source).text == text


def test_files_put_in_by_hand_and_texts_drawn_from_pages_are_documents(tmp_path: Path) -> None:
    data = record("https://v.example/a", b"Un accord", kind="resource", content_type="text/plain")
    data += record("https://v.example/b", b"Un autre", kind="conversion", content_type="text/plain")
    data += record("https://v.example/b", b"GET / HTTP/1.1\r\n\r\n", kind="request")
    assert [read_source(source).text for source in found(tmp_path / "c.warc", data)] == ["Un accord", "Un autre"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gz(LONG)),
        ("deflate", zlib.compress(LONG)),
        ("deflate", zlib.compress(LONG)[2:-4]),
        ("br", brotli.compress(LONG)),
        ("gzip", LONG),
    ],
    ids=["gzip", "deflate", "bare deflate", "brotli", "unpacked already"],
)
def test_pages_are_unpacked_as_the_server_packed_them(tmp_path: Path, encoding: str, body: bytes) -> None:
    data = warc((URL, "text/html", body), headers=f"Content-Encoding: {encoding}\r\n")
    (source,) = found(tmp_path / "c.warc.gz", data)
    assert source.data == LONG


def test_pages_sent_in_chunks_are_put_together(tmp_path: Path) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (LONG[:100], LONG[100:])) + b"0\r\n\r\n"
    (source,) = found(tmp_path / "c.warc", warc((URL, "text/html", chunks), headers="Transfer-Encoding: chunked\r\n"))
    assert source.data == LONG


@pytest.mark.parametrize(
    ("encoding", "body", "message"),
    [
        ("zstd", b"\x28\xb5\x2f\xfd", "was sent packed as 'zstd', which is not known"),
        ("gzip", gz(bytes(70_000_000)), "unpacks to more than 64 MB: a bomb"),
        ("br", brotli.compress(bytes(70_000_000), quality=1), "unpacks to more than 64 MB: a bomb"),
    ],
)
def test_an_answer_that_cannot_be_unpacked_costs_itself_only(
    tmp_path: Path, encoding: str, body: bytes, message: str
) -> None:
    data = warc((URL, "text/html", body), headers=f"Content-Encoding: {encoding}\r\n") + warc((URL, "text/html", LONG))
    broken, whole = found(tmp_path / "c.warc.gz", data)
    assert broken.problem is not None
    assert message in broken.problem
    assert whole.data == LONG


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [40, 400])
def test_what_stands_before_a_damage_is_given_and_the_rest_is_told(tmp_path: Path, packed: bool, cut: int) -> None:
    data = warc(*((f"{URL}{n}", "text/html", LONG + bytes(str(n), "ascii") * n * 99) for n in range(5)), packed=packed)
    *whole, rest = found(tmp_path / "c.warc.gz", data[:-cut] if not packed else data[: -min(cut, 90)])
    assert [source.name.removeprefix(f"{tmp_path}/c.warc.gz!{URL}") for source in whole] == ["0", "1", "2", "3"]
    assert rest.name == f"{tmp_path}/c.warc.gz"
    assert rest.problem is not None
    assert rest.problem.startswith("is damaged after 4 documents (")
    assert rest.key not in {source.key for source in whole}


def test_a_record_that_is_none_ends_its_crawl_and_says_so(tmp_path: Path) -> None:
    data = warc((URL, "text/html", LONG), packed=False) + b"n'importe quoi\r\n\r\n"
    whole, rest = found(tmp_path / "c.warc", data)
    assert whole.data == LONG
    assert rest.problem is not None
    assert "is damaged after 1 document (" in rest.problem


def test_a_wacz_is_its_crawls_and_nothing_else(tmp_path: Path) -> None:
    members = {
        "archive/data.warc.gz": warc((URL, "text/html", PAGE.encode())),
        "indexes/index.cdx.gz": gz(b"cdx"),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0", "text": "double"}\n',
        "datapackage.json": b'{"profile": "data-package"}',
    }
    (source,) = found(tmp_path / "c.wacz", zipped(members))
    assert source.name == f"{tmp_path}/c.wacz!archive/data.warc.gz!{URL}"
