"""Rows of tables: JSON Lines, JSON, CSV, Parquet."""

import json
from datetime import date
from pathlib import Path

import pytest
from made import gz, parquet

from entente.ingest.sources import Source, Walk, find_sources, read_source

ROWS = [
    {
        "id": "r1",
        "titre": "Un",
        "texte": "Un accord.",
        "date": "2019-03-12",
        "url": "https://a.example/1",
        "source": "Lille",
    },
    {
        "id": "r2",
        "titre": "Deux",
        "texte": "Un autre.",
        "date": "2019-03",
        "url": "https://a.example/2",
        "source": "Metz",
    },
]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
SEMICOLONS = "\n".join(";".join(row.values()) for row in [dict(zip(ROWS[0], ROWS[0], strict=True)), *ROWS])
COLUMNS = {name: [row[name] for row in ROWS] for name in ROWS[0]}


def found(folder: Path, name: str, data: bytes, **options: str) -> list[Source]:
    (folder / name).write_bytes(data)
    return list(find_sources([str(folder / name)], Walk(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.jsonl", LINES.encode()),
        ("t.jsonl", b"\xef\xbb\xbf" + LINES.encode()),
        ("t.ndjson.gz", gz(LINES.encode())),
        ("t.json", json.dumps(ROWS, indent=2).encode()),
        ("t.json", json.dumps({"nombre": 2, "articles": ROWS}, indent=2).encode()),
        ("t.json", json.dumps({"nombre": 2, "articles": ROWS}).encode()),
        ("t.csv", SEMICOLONS.encode()),
        ("t.csv", SEMICOLONS.replace(";", ",").encode("utf-8-sig")),
        ("t.csv", SEMICOLONS.replace(";", "\t").encode("utf-16")),
        ("t.csv", SEMICOLONS.replace(";", "|").encode("utf-16-le")),
        ("sans nom", SEMICOLONS.encode()),
        ("t.parquet", parquet(COLUMNS)),
    ],
)
def test_rows_are_documents_with_what_their_columns_say(tmp_path: Path, name: str, data: bytes) -> None:
    sources = found(tmp_path, name, data)
    assert [source.name for source in sources] == [f"{tmp_path / name}!r1", f"{tmp_path / name}!r2"]
    assert len({source.key for source in sources}) == 2
    releases = [read_source(source) for source in sources]
    assert [release.text for release in releases] == ["Un accord.", "Un autre."]
    assert [release.title for release in releases] == ["Un", "Deux"]
    assert [release.publisher for release in releases] == ["Lille", "Metz"]
    assert [(release.published, release.date_precision, release.date_origin) for release in releases] == [
        (date(2019, 3, 12), "day", "metadata"),
        (date(2019, 3, 1), "month", "metadata"),
    ]


def test_rows_without_an_id_are_numbered(tmp_path: Path) -> None:
    sources = found(tmp_path, "t.jsonl", b'{"text": "a"}\n\n{"text": "b"}\n')
    assert [source.name for source in sources] == [f"{tmp_path}/t.jsonl!1", f"{tmp_path}/t.jsonl!3"]


def test_columns_are_named_by_the_options(tmp_path: Path) -> None:
    rows = b'{"n": 7, "quand": "12/03/2019", "doc": {"dit": "Un accord."}, "text": "non"}\n'
    (source,) = found(tmp_path, "t.jsonl", rows, text_column="doc.dit", date_column="quand", id_column="n")
    assert source.name.endswith("!7")
    assert (read_source(source).text, read_source(source).published) == ("Un accord.", date(2019, 3, 12))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.jsonl", b'{"nom": "a", "ville": "b"}\n' * 3),
        ("t.json", b'{\n"nom": "a", "ville": "b"}'),
        ("t.csv", b"nom;ville\na;b\n"),
        ("t.parquet", parquet({"nom": ["a"], "ville": ["b"]})),
    ],
)
def test_a_table_without_a_column_for_texts_is_one_problem_that_lists_its_columns(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (source,) = found(tmp_path, name, data)
    assert source.problem == (
        "has no column that is known to hold texts; name one with --text-column, or leave the file "
        "out with --exclude: 'nom', 'ville'"
    )


def test_a_column_that_is_asked_for_and_absent_is_told(tmp_path: Path) -> None:
    (source,) = found(tmp_path, "t.csv", b"nom;texte\na;b\n", date_column="jour")
    assert source.problem == "has no column 'jour' (--date-column), but 'nom', 'texte'"


def test_a_broken_row_costs_itself_only(tmp_path: Path) -> None:
    rows = b'{"text": "a"}\n{"text": \n[1]\n{"autre": 1}\n{"text": null}\n' + b"[" * 50_000 + b'\n{"text": "b"}\n'
    sources = found(tmp_path, "t.jsonl", rows)
    assert [source.problem and source.problem.split(" (")[0].split(":")[0] for source in sources] == [
        None,
        "is not JSON",
        "is JSON without objects",
        "has nothing in the column 'text'",
        "has nothing in the column 'text'",
        "is JSON nested without end",
        None,
    ]


def test_a_row_longer_than_a_document_is_passed_over(tmp_path: Path) -> None:
    rows = b'{"text": "a"}\n{"text": "' + b"x" * 45_000_000 + b'"}\n{"text": "b"}\n'
    sources = found(tmp_path, "t.jsonl", rows)
    assert [source.name.rsplit("!")[-1] for source in sources] == ["1", "2", "3"]
    assert sources[1].problem == "is a row of more than 20 MB: split it into its documents"
    assert sources[2].problem is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>Un <b>accord</b></p><p>à Lille</p>", "Un accord\n\nà Lille\n"),
        (["Un accord", "à Lille"], "Un accord\n\nà Lille"),
    ],
    ids=["markup", "list"],
)
def test_a_text_may_be_a_piece_of_a_page_or_a_list_of_paragraphs(tmp_path: Path, value: object, text: str) -> None:
    (source,) = found(tmp_path, "t.jsonl", json.dumps({"text": value}).encode())
    assert read_source(source).text == text


def test_cells_may_hold_line_ends_and_delimiters(tmp_path: Path) -> None:
    (source,) = found(tmp_path, "t.csv", b'id,text\n1,"Un accord, dit-elle.\nFin ""nette"""\n')
    assert read_source(source).text == 'Un accord, dit-elle.\nFin "nette"'


def test_a_cp1252_table_is_read_as_such(tmp_path: Path) -> None:
    (source,) = found(tmp_path, "t.csv", "id;texte\n1;L’été à Fès\n".encode("cp1252"))
    assert read_source(source).text == "L’été à Fès"


def test_the_address_of_a_row_says_its_day_where_no_column_does(tmp_path: Path) -> None:
    (source,) = found(tmp_path, "t.jsonl", b'{"text": "a", "url": "https://v.example/2019/03/12/a"}')
    assert (read_source(source).published, read_source(source).date_origin) == (date(2019, 3, 12), "url")


def test_a_table_of_names_alone_holds_no_document(tmp_path: Path) -> None:
    (source,) = found(tmp_path, "t.csv", b"id;texte\n")
    assert source.problem == "holds no document: nothing to read"
