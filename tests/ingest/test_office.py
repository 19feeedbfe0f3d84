"""Word, OpenDocument and RTF files."""

import io
import zipfile
from collections.abc import Callable

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from made import odt, word, zipped

from entente.errors import InputError
from entente.ingest.readers import docx as docx_reader
from entente.ingest.readers import odt as odt_reader
from entente.ingest.readers import rtf as rtf_reader
from entente.ingest.source import Hints

Reader = Callable[[bytes, Hints], object]


def word_of(document: docx.document.Document) -> str:
    file = io.BytesIO()
    document.save(file)
    return docx_reader.read(file.getvalue(), Hints()).text


def test_paragraphs_stand_apart() -> None:
    assert docx_reader.read(word("Un accord.", "À Lille"), Hints()).text == "Un accord.\n\nÀ Lille\n"
    assert odt_reader.read(odt("Un accord.", "À Lille"), Hints()).text == "Un accord.\n\nÀ Lille\n"


def test_items_of_word_are_marked() -> None:
    assert docx_reader.read(word("Culture", "Sport", style="List Bullet"), Hints()).text == "- Culture\n- Sport\n"


def test_items_of_odt_are_marked() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.List(["Culture", "Sport"]))
    file = io.BytesIO()
    document.save(file)
    assert odt_reader.read(file.getvalue(), Hints()).text == "- Culture\n- Sport\n"


def test_the_title_of_word_is_that_of_its_properties() -> None:
    assert docx_reader.read(word("Un accord.", title="Jumelage"), Hints()).title == "Jumelage"
    assert docx_reader.read(word("Un accord."), Hints()).title is None


def test_cells_of_tables_are_paragraphs_in_their_place() -> None:
    document = docx.Document()
    document.add_paragraph("Avant")
    document.add_table(1, 2).rows[0].cells[0].text = "Dedans"
    document.add_paragraph("Après")
    assert word_of(document) == "Avant\n\nDedans\n\nAprès\n"


def test_struck_out_text_is_left_out_and_inserted_text_is_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("La Ville ")._p
    for mark in (
        "<w:del {0}><w:r><w:delText>refuse</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>signe</w:t></w:r></w:ins>",
    ):
        paragraph.append(parse_xml(mark.format(nsdecls("w"))))
    assert word_of(document) == "La Ville signe\n"


def test_a_text_box_is_read_once() -> None:
    box = "<w:p><w:r><w:t>Titre</w:t></w:r></w:p>"
    choice = (
        f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:txbxContent>{box}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{box}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = docx.Document()
    document.add_paragraph("Corps")._p.append(parse_xml(choice))
    assert word_of(document) == "Corps\n\nTitre\n"


def test_remarks_and_notes_of_odt_are_left_out() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    paragraph = odfdo.Paragraph("La Ville signe.")
    paragraph.insert_note(after="signe", note_id="n1", citation="1", body="une note")
    document.body.append(paragraph)
    file = io.BytesIO()
    document.save(file)
    assert odt_reader.read(file.getvalue(), Hints()).text == "La Ville signe.\n"


def test_rtf_is_read_with_its_accents() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252 La Ville de Montr\'e9al signe.\par \u192?\u160? suivre}"
    assert rtf_reader.read(data, Hints()).text == "La Ville de Montréal signe.\nÀ\xa0 suivre"


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An office document with one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped(members | {name: content})


LAUGHS = b"<!DOCTYPE a [<!ENTITY a0 'ha'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
) + b"]>"  # fmt: skip
"""A billion of them."""

WORD_LAUGHS = (
    LAUGHS + f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>".encode()
)
ODT_LAUGHS = LAUGHS + (
    b"<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    b"xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>&a9;</text:p>"
    b"</office:text></office:body></office:document-content>"
)


@pytest.mark.parametrize(
    ("read", "data", "message"),
    [
        (docx_reader.read, word("x")[:-300], "is a damaged office document: open it and save it again"),
        (odt_reader.read, odt("x")[:-300], "is a damaged office document: open it and save it again"),
        (docx_reader.read, zipped({"word/document.xml": b"<x/>"}), "is a damaged Word document"),
        (
            odt_reader.read,
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "is a damaged ODT document",
        ),
        (
            odt_reader.read,
            _with_part(odt("x"), "META-INF/manifest.xml", b"<manifest:encryption-data/>"),
            "is an encrypted",
        ),
        (docx_reader.read, word(), "is a Word document without text"),
        (odt_reader.read, odt(), "is an ODT document without text"),
        (rtf_reader.read, b"{\\rtf1 }", "is an RTF document without text"),
        (docx_reader.read, _with_part(word("x"), "word/document.xml", WORD_LAUGHS), "is a (?:damaged )?Word document"),
        (odt_reader.read, _with_part(odt("x"), "content.xml", ODT_LAUGHS), "is a damaged ODT document"),
        (
            docx_reader.read,
            _with_part(word("x"), "word/media/a.bin", bytes(201_000_000)),
            "unpacks to 201 MB, more than the limit",
        ),
    ],
    ids=[
        "cut docx",
        "cut odt",
        "no docx",
        "no odt",
        "encrypted",
        "no words",
        "no odt words",
        "no rtf words",
        "laughs",
        "odt laughs",
        "bomb",
    ],
)
def test_what_cannot_be_read_says_so(read: Reader, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data, Hints())
