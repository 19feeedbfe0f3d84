"""PDF files: lines put together as they were written, scans told."""

import zlib

import pytest
from made import SCAN, paragraph, pdf

from entente.errors import InputError
from entente.ingest.readers.pdf import MAX_PAGES, made_on, read
from entente.ingest.source import Hints

FULL = "La Ville de Clairval et la commune de Montségur ont signé lundi un accord de"
"""A line that reaches the margin; the others are measured by it."""


def text_of(*pages: list[tuple[float, float, str]] | bytes) -> str:
    return read(pdf(pages), Hints()).text


def test_lines_that_the_margin_breaks_are_one_paragraph() -> None:
    assert (
        text_of(paragraph(FULL, "Coopération culturelle avec Québec."))
        == f"{FULL} Coopération culturelle avec Québec.\n"
    )


def test_a_line_that_ends_short_ends_its_paragraph() -> None:
    lines = paragraph(FULL, "coopération.", "Les élus se reverront en mai.")
    assert text_of(lines) == f"{FULL} coopération.\n\nLes élus se reverront en mai.\n"


def test_a_wide_gap_ends_a_paragraph() -> None:
    lines = paragraph(FULL, FULL) + paragraph(FULL, FULL, top=650)
    assert text_of(lines) == f"{FULL} {FULL}\n\n{FULL} {FULL}\n"


def test_items_stand_on_lines_of_their_own() -> None:
    lines = paragraph(FULL, "culture :", "• Théâtre : une résidence", "• Sport : un tournoi")
    assert text_of(lines) == f"{FULL} culture :\n\n- Théâtre : une résidence\n- Sport : un tournoi\n"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (
            "11/26/26, 5:04 PM Accord signé",
            "https://www.clairval.fr/actualites/accord 1/1",
        ),  # Chrome, and below Firefox
        ("Accord signé https://www.clairval.fr/actualites/accord", "1 sur 1 26/11/2026 17:04"),
    ],
)
def test_what_a_browser_prints_in_the_margins_is_not_of_the_release(head: str, foot: str) -> None:
    margins = [(20, 825, head), (20, 15, foot)]
    assert text_of(paragraph(FULL, "coopération.") + margins) == f"{FULL} coopération.\n"


def test_a_moment_at_the_head_of_a_dispatch_stays() -> None:
    assert "12/03/2019 14:30" in text_of([(60, 825, "AGENCE 12/03/2019 14:30"), *paragraph(FULL)])


def test_the_left_column_is_read_before_the_right_one() -> None:
    left, right = paragraph("Le maire signe", "la charte."), paragraph("Le préfet salue", "les élus.", left=320)
    assert text_of(left + right) == "Le maire signe la charte.\n\nLe préfet salue les élus.\n"


def test_a_paragraph_goes_on_over_a_page() -> None:
    assert text_of(paragraph(FULL), paragraph("coopération avec Québec.")) == f"{FULL} coopération avec Québec.\n"


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("la coopé-", "ration décentralisée", "coopération"),
        ("la commune de Saint-", "Nazaire", "Saint-Nazaire"),
        ("le comité franco-", "allemand", "franco-allemand"),
        ("la vice-", "présidente du conseil", "vice-présidente"),
        ("un bas-relief ; un bas-", "relief", "bas-relief"),
        ("nul ne pèse au-", "tant pour la province", "autant"),
        ("un oubli, déplore-", "t-elle", "déplore-t-elle"),
        ("le SYCOME ; le SY-", "COME", "SYCOME ; le SYCOME"),
        ("le mot coordination ; la coor-", "dination", "coordination"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_belongs_to_the_word(left: str, right: str, word: str) -> None:
    assert word in text_of(paragraph(f"Un début de phrase avec {left}", right))


def test_heads_feet_and_numbers_of_pages_are_left_out_but_for_the_first_head() -> None:
    pages = [
        [(60, 810, "Ville de Clairval"), *paragraph(f"Le point {name} est adopté."), (300, 20, f"Page {n}/3")]
        for n, name in enumerate(("un", "deux", "trois"), 1)
    ]
    assert (
        text_of(*pages)
        == "Ville de Clairval\n\nLe point un est adopté.\n\nLe point deux est adopté.\n\nLe point trois est adopté.\n"
    )


def test_the_title_is_taken_unless_a_program_wrote_it() -> None:
    assert read(pdf([paragraph(FULL)], "/Title (Un accord)"), Hints()).title == "Un accord"
    assert read(pdf([paragraph(FULL)], "/Title (Microsoft Word - cp.doc)"), Hints()).title is None


def test_the_day_on_which_the_file_was_made_is_no_day_of_publication() -> None:
    data = pdf([paragraph(FULL)], "/CreationDate (D:20190312101500+01'00')")
    assert read(data, Hints()).published is None
    assert str(made_on(data)) == "2019-03-12"
    assert made_on(pdf([paragraph(FULL)], "/CreationDate (D:20191345)")) is None


def test_a_scan_is_told_and_not_guessed() -> None:
    with pytest.raises(InputError, match=r"is a scan without a text layer \(2 pages\): recognise its characters first"):
        text_of(SCAN, SCAN)


def test_scanned_pages_among_others_are_named() -> None:
    release = read(pdf([paragraph(FULL), SCAN, paragraph(FULL), SCAN]), Hints())
    assert release.notes == ("pages 2, 4 are scanned and not read: recognise the characters first",)
    assert FULL in release.text


def test_a_page_that_a_number_is_stamped_on_is_a_scan_all_the_same() -> None:
    stamped = SCAN + b"\nBT /F1 10 Tf 300 20 Td (12) Tj ET"
    assert read(pdf([paragraph(FULL), stamped]), Hints()).notes == (
        "page 2 is scanned and not read: recognise the characters first",
    )


def _encrypted() -> bytes:
    return pdf([paragraph(FULL)]).replace(
        b"trailer << ",
        b"trailer << /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <" + b"00" * 32 + b"> /U <" + b"00" * 32
        + b"> /P -4 >> ",
    )  # fmt: skip


def _looping() -> bytes:
    """The tree of pages holds itself."""
    return pdf([paragraph(FULL)]).replace(b"/Kids [4 0 R] /Count 1", b"/Kids [2 0 R] /Count 1")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_encrypted(), "is an encrypted PDF: save a copy without password"),
        (b"%PDF-1.7\nnothing", "is a damaged PDF: open it in a viewer"),
        (_looping(), "is a (?:PDF without|scan)"),
        (pdf([[]]), "is a PDF without text"),
        (pdf([]), "is a damaged PDF"),
        (
            pdf([b"BT /F1 10 Tf 60 700 Td <0102030405060708> Tj ET"]),
            "is a PDF whose fonts hide the text|is a PDF without text",
        ),
    ],
    ids=["encrypted", "damaged", "loop", "blank", "no pages", "no letters"],
)
def test_what_cannot_be_read_says_so(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data, Hints())


def test_a_pdf_whose_table_is_wrong_is_mended() -> None:
    broken = pdf([paragraph(FULL)]).replace(b"startxref\n", b"startxref\n9")
    assert read(broken, Hints()).text == f"{FULL}\n"


def test_more_text_than_is_read_is_refused_before_it_is_all_read() -> None:
    page = paragraph(*[FULL] * 60)
    with pytest.raises(InputError, match=r"has more than 500,000 characters on its first 1\d\d pages of 300"):
        read(pdf([page] * 300), Hints())


def test_pages_without_number_are_refused() -> None:
    kids = b" ".join([b"4 0 R"] * (MAX_PAGES + 1))
    many = pdf([paragraph(FULL)]).replace(
        b"/Kids [4 0 R] /Count 1", b"/Kids [" + kids + b"] /Count %d" % (MAX_PAGES + 1)
    )
    with pytest.raises(InputError, match="has 5,001 pages, more than the limit of 5,000"):
        read(many, Hints())


def _packed(drawing: bytes, filters: str = "/FlateDecode") -> bytes:
    packed = zlib.compress(drawing)
    length = f"<< /Length {len(packed)}"
    return pdf([packed]).replace(f"{length} >>".encode(), f"{length} /Filter {filters} >>".encode())


@pytest.mark.parametrize(
    "data",
    [_packed(b"q " * 1_000_000), _packed(b"q", "[/FlateDecode /FlateDecode]")],
    ids=["a thousand times", "packed twice"],
)
def test_a_bomb_in_a_page_is_told_before_it_is_opened(data: bytes) -> None:
    with pytest.raises(InputError, match="a drawing that unpacks to more than 200 times its size: a bomb"):
        read(data, Hints())


def test_a_packed_page_is_read() -> None:
    drawing = b"BT /F1 10 Tf 60 700 Td (" + FULL.encode("cp1252") + b") Tj ET"
    assert read(_packed(drawing), Hints()).text == f"{FULL}\n"
