"""A file is read for what it is, whatever it is called."""

import re
from io import BytesIO

import pytest
from made import PAGE, TEXT, gz, mail, mbox, odt, parquet, pdf, tarred, warc, word, zipped

from entente.ingest.kinds import Kind, detect
from entente.ingest.refusals import Refused
from entente.ingest.zipped import zipped_kind

RSS = b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>'
ATOM = b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT.encode(), Kind.TEXT),
        (b"", Kind.TEXT),
        (b"Date : 12 mars 2019\nContact : presse\n\nLa Ville signe.", Kind.TEXT),
        (b"Communique: un accord\n\nLa Ville signe.", Kind.TEXT),
        ("À Lille, le maire a dit, ce lundi, sa joie.\n".encode(), Kind.TEXT),
        (PAGE.encode(), Kind.HTML),
        (PAGE.encode("utf-16"), Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html><body></body></html>', Kind.HTML),
        (pdf([[]]), Kind.PDF),
        (b"\n\nscanner says\n" + pdf([[]]), Kind.PDF),
        (b"{\\rtf1\\ansi Un accord}", Kind.RTF),
        (mail(), Kind.MAIL),
        (b"From: a@b.fr\nSubject: Accord\n\nTexte", Kind.MAIL),
        (mbox(mail()), Kind.MBOX),
        (RSS, Kind.FEED),
        (ATOM, Kind.FEED),
        (b'{"texte": "Un accord"}\n{"texte": "Un autre"}\n', Kind.JSON_LINES),
        (b'{"texte": "' + b"x" * 10_000, Kind.JSON_LINES),
        (b'{\n  "texte": "Un accord"\n}', Kind.JSON),
        (b'[{"texte": "Un accord"}]', Kind.JSON),
        (b"id;date;texte\n1;2019;Un accord\n", Kind.CSV),
        (parquet({"texte": ["Un accord"]}), Kind.PARQUET),
        (warc(("http://a.example/", "text/html", b"x"), packed=False), Kind.WARC),
        (zipped({"a.txt": b"x"}), Kind.ZIP),
        (tarred({"a.txt": b"x"}, "w:"), Kind.TAR),
        (gz(b"x"), Kind.GZIP),
        (tarred({"a.txt": b"x"}, "w:bz2"), Kind.BZIP2),
        (tarred({"a.txt": b"x"}, "w:xz"), Kind.XZ),
    ],
)
def test_a_kind_is_known_by_its_first_bytes(data: bytes, kind: Kind) -> None:
    assert detect(data[:4096], "sans.suffixe") is kind


@pytest.mark.parametrize(("data", "kind"), [(b"nom;ville\nAnne;Lille\n", Kind.CSV), (b"Lille signe.\n", Kind.TEXT)])
def test_a_table_of_unknown_columns_is_known_by_its_name_unless_it_has_none(data: bytes, kind: Kind) -> None:
    assert detect(data, "releves.csv") is kind
    assert detect(data, "releves") is Kind.TEXT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a PNG image: only text can be read; a scan needs character recognition first"),
        (b"\xff\xd8\xff\xe0", "is a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "is a WebP image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"is an old or encrypted office document \(\.doc.*: save it as \.docx"),
        (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive: unpack it first"),
        (b"\x28\xb5\x2f\xfd", "is compressed with Zstandard"),
        (b"\x7fELF\x02", "is a program"),
        (b"\x00\x00\x00\x18ftypmp42", "is a film or a sound"),
        (b"SQLite format 3\x00", "is a database: export the table"),
        (b'<?xml version="1.0"?>\n<NewsML></NewsML>', "is XML, but neither a page nor a feed"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(data: bytes, message: str) -> None:
    refused = detect(data)
    assert isinstance(refused, Refused)
    assert re.match(message, refused.reason)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word("Un accord"), Kind.DOCX),
        (odt("Un accord"), Kind.ODT),
        (zipped({"a.txt": b"x"}), Kind.ZIP),
        (zipped({"word/notes.txt": b"x"}), Kind.ZIP),
        (b"PK\x03\x04 nothing else", Kind.ZIP),
        (word("Un accord")[:-300], Kind.DOCX),
        (odt("Un accord")[:-300], Kind.ODT),
    ],
    ids=["docx", "odt", "zip", "zip of a folder called word", "broken", "cut docx", "cut odt"],
)
def test_an_office_document_is_told_from_an_archive(data: bytes, kind: Kind) -> None:
    stream = BytesIO(data)
    assert zipped_kind(stream) is kind
    assert stream.tell() == 0


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"mimetype": b"application/epub+zip", "a.xhtml": b""}, "is an EPUB book"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, "is a spreadsheet: save the sheet as .csv"),
        ({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}, "is a slide show"),
        ({"mimetype": b"application/vnd.oasis.opendocument.graphics"}, "holds no running text"),
    ],
)
def test_other_office_documents_are_refused(members: dict[str, bytes], message: str) -> None:
    refused = zipped_kind(BytesIO(zipped(members)))
    assert isinstance(refused, Refused)
    assert message in refused.reason
