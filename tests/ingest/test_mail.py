"""Messages and mailboxes."""

from datetime import date
from pathlib import Path

import pytest
from made import TEXT, mail, mbox, pdf, word, zipped

from entente.errors import InputError
from entente.ingest.readers.mail import read
from entente.ingest.source import Hints
from entente.ingest.sources import find_sources, read_source

HTML = f"<html><body><table><tr><td><p>{TEXT}</p></td><td>Suivez-nous</td></tr></table></body></html>"


def names_and_texts(path: Path) -> dict[str, str]:
    return {
        source.name.removeprefix(str(path.parent) + "/"): read_source(source, language=False).text.strip()
        for source in find_sources([str(path)])
    }


def test_subject_day_and_sender_are_title_publication_and_publisher() -> None:
    release = read(mail(), Hints())
    assert release.text == TEXT
    assert (release.title, release.publisher) == ("Un accord à Clairval", "Ville de Clairval")
    assert (release.published, release.date_origin) == (date(2019, 3, 12), "metadata")


def test_the_plain_part_is_taken_before_the_page() -> None:
    assert read(mail(TEXT, html="<p>Autre texte</p>"), Hints()).text == TEXT


@pytest.mark.parametrize("plain", ["", "Votre logiciel n'affiche pas le HTML.\n"])
def test_the_page_is_taken_where_the_plain_part_is_empty_or_a_stub(plain: str) -> None:
    page = HTML.replace(TEXT, TEXT * 10)
    assert read(mail(plain, html=page) if plain else _page_alone(page), Hints()).text.startswith(TEXT.strip())


def _page_alone(page: str) -> bytes:
    return (
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page.encode()
    )


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ("Content-Type: text/plain; charset=iso-8859-1", "Été à Fès".encode("latin-1"), "Été à Fès\n"),
        ("Content-Type: text/plain; charset=inconnu", "Été à Fès".encode("cp1252"), "Été à Fès\n"),
        ("Content-Transfer-Encoding: quoted-printable", b"=C3=89t=C3=A9 =\n2019", "Été 2019\n"),
        ("Content-Type: text/plain; format=flowed", b"La Ville \nsigne.\n-- \nMaire", "La Ville signe.\n-- \nMaire\n"),
        ("Content-Type: multipart/mixed; boundary=x", b"--x\n\nSans fin", "Sans fin\n"),
    ],
    ids=["latin-1", "unknown charset", "quoted-printable", "flowed", "no end"],
)
def test_bodies_are_decoded(head: str, body: bytes, text: str) -> None:
    assert read(f"From: a@b.example\nSubject: x\n{head}\n\n".encode() + body, Hints()).text == text


def test_broken_fields_give_what_they_have() -> None:
    release = read(b"From: =?utf-8?b?!!!?= <a@b.example>\nSubject: =?x-none?q?Accord?=\nDate: jamais\n\nTexte", Hints())
    assert (release.text, release.published) == ("Texte\n", None)
    assert release.title is not None


def test_a_message_without_text_says_so() -> None:
    with pytest.raises(InputError, match=r"is a message without text: save what it says as \.txt"):
        read(b"From: a@b.example\nSubject: x\n\n", Hints())


def test_documents_that_hang_on_a_message_are_sources_and_pictures_are_not(tmp_path: Path) -> None:
    attached = [
        ("cp.docx", "application/octet-stream", word("Un accord.")),
        ("logo.png", "image/png", b"\x89PNG"),
        ("tout.zip", "application/zip", zipped({"a.txt": b"Dedans"})),
        ("../../invite.ics", "text/calendar", b"BEGIN:VCALENDAR"),
    ]
    (tmp_path / "m.eml").write_bytes(mail(attached=attached))
    assert names_and_texts(tmp_path / "m.eml") == {
        "m.eml": TEXT.strip(),
        "m.eml!cp.docx": "Un accord.",
        "m.eml!tout.zip!a.txt": "Dedans",
    }


def test_a_message_that_only_carries_a_document_is_that_document(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(
        mail("", attached=[("cp.pdf", "application/pdf", pdf([[(60, 700, "Un accord")]]))])
    )
    assert names_and_texts(tmp_path / "m.eml") == {"m.eml!cp.pdf": "Un accord"}


def test_a_message_that_was_passed_on_is_a_document_with_its_own_day(tmp_path: Path) -> None:
    outer = (
        b"From: a@b.example\nSubject: Tr\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nPour information\n--x\nContent-Type: message/rfc822\n\n"
        + mail()
        + b"\n--x--\n"
    )
    (tmp_path / "m.eml").write_bytes(outer)
    sources = list(find_sources([str(tmp_path / "m.eml")]))
    assert [source.name.rsplit("/")[-1] for source in sources] == ["m.eml", "m.eml!Un accord à Clairval"]
    assert read_source(sources[1]).published == date(2019, 3, 12)


def test_messages_of_a_mailbox_are_numbered_and_quoted_lines_restored(tmp_path: Path) -> None:
    box = mbox(mail("Un accord.\n"), mail("Un autre.\n\nFrom Lille 10:00, un mot.\n"), b"sans champ\n\nUn reste.\n")
    (tmp_path / "m.mbox").write_bytes(box)
    assert names_and_texts(tmp_path / "m.mbox") == {
        "m.mbox!1": "Un accord.",
        "m.mbox!2": "Un autre.\n\nFrom Lille 10:00, un mot.",
        "m.mbox!3": "sans champ\n\nUn reste.",
    }


def test_parts_that_nest_without_end_are_refused(tmp_path: Path) -> None:
    nested = b"From: a@b.example\nSubject: x\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)
    )
    (tmp_path / "m.eml").write_bytes(nested + b"\nTexte")
    (source,) = find_sources([str(tmp_path / "m.eml")])
    with pytest.raises(InputError, match=r"m\.eml is a message with parts inside parts, more than 200"):
        read_source(source)
