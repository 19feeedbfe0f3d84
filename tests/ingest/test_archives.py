"""ZIP, TAR and compressed files, and what stands in what."""

import bz2
import lzma
import pickle
import zipfile
from pathlib import Path

import pytest
from made import PAGE, TEXT, gz, mail, mbox, odt, pdf, tarred, warc, word, zipped

from entente.errors import InputError
from entente.ingest.sources import Source, Walk, file_source, find_sources, read_source

MEMBERS = {"b/deux.txt": b"Deux", "a/un.txt": b"Un"}


def found(path: Path, data: bytes, **options: object) -> list[Source]:
    path.write_bytes(data)
    return list(find_sources([str(path)], Walk(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tout.zip", zipped(MEMBERS)),
        ("tout.zip", zipped(MEMBERS, zipfile.ZIP_STORED)),
        ("tout.zip", zipped(MEMBERS, zipfile.ZIP_LZMA)),
        ("tout.tar", tarred(MEMBERS, "w:")),
        ("tout.tgz", tarred(MEMBERS, "w:gz")),
        ("tout.tar.bz2", tarred(MEMBERS, "w:bz2")),
        ("tout.tar.xz", tarred(MEMBERS, "w:xz")),
        ("sans suffixe", tarred(MEMBERS, "w:xz")),
        ("faux.txt", zipped(MEMBERS)),
    ],
)
def test_members_are_documents_in_the_order_of_the_archive(tmp_path: Path, name: str, data: bytes) -> None:
    sources = found(tmp_path / name, data)
    assert [source.name for source in sources] == [f"{tmp_path / name}!b/deux.txt", f"{tmp_path / name}!a/un.txt"]
    assert [read_source(source).text for source in sources] == ["Deux", "Un"]


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gz), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_compressed_document_keeps_its_name_and_is_read_for_what_is_in_it(
    tmp_path: Path, suffix: str, pack: object
) -> None:
    assert callable(pack)
    (source,) = found(tmp_path / f"a.txt.{suffix}", pack(TEXT.encode()))
    assert (source.name, read_source(source).text) == (str(tmp_path / f"a.txt.{suffix}"), TEXT)
    (row,) = found(tmp_path / f"t.csv.{suffix}", pack(b"numero;corps\n7;Un accord"))
    assert row.name == f"{tmp_path}/t.csv.{suffix}!7"


def test_all_formats_are_read_inside_archives_inside_archives(tmp_path: Path) -> None:
    inner = {
        "a.txt": TEXT.encode(),
        "b.html": PAGE.encode(),
        "c.pdf": pdf([[(60, 700, "Un accord")]]),
        "d.docx": word("Un accord"),
        "e.odt": odt("Un accord"),
        "f.eml": mail(attached=[("g.txt", "application/octet-stream", b"Dedans")]),
        "h.mbox": mbox(mail()),
        "i.jsonl": b'{"text": "Un accord"}',
        "j.warc.gz": warc(("https://v.example/", "text/html", PAGE.encode())),
    }
    sources = found(tmp_path / "x.zip", zipped({"y.tar.gz": tarred({"z.zip": zipped(inner)})}))
    start = f"{tmp_path}/x.zip!y.tar.gz!z.zip!"
    assert [source.name.removeprefix(start) for source in sources] == [
        "a.txt", "b.html", "c.pdf", "d.docx", "e.odt", "f.eml", "f.eml!g.txt", "h.mbox!1", "i.jsonl!1",
        "j.warc.gz!https://v.example/",
    ]  # fmt: skip
    assert all("accord" in read_source(source).text for source in sources if not source.name.endswith("g.txt"))
    assert len({source.key for source in sources}) == len(sources)
    assert [pickle.loads(pickle.dumps(source)) for source in sources] == sources


def test_keys_are_the_same_until_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    before = [source.key for source in found(path, zipped(MEMBERS))]
    assert [source.key for source in find_sources([str(path)])] == before
    after = {source.key for source in found(path, zipped({**MEMBERS, "c.txt": b"Trois"}))}
    assert after.isdisjoint(before)


def test_furniture_of_archives_is_left_out_and_the_rest_accounted_for(tmp_path: Path) -> None:
    members = {
        "a.txt": b"Un",
        "__MACOSX/._a.txt": b"x",
        ".git/b.txt": b"x",
        "c.css": b"p{}",
        "d.png": b"\x89PNG\r\n",
        "e/": b"",
    }
    sources = found(tmp_path / "a.zip", zipped(members))
    assert [(source.name.rsplit("!")[-1], source.problem is None) for source in sources] == [
        ("a.txt", True),
        ("d.png", False),
    ]


@pytest.mark.parametrize(
    ("flags", "raw", "name"),
    [
        (0x800, "été.txt".encode(), "été.txt"),
        (0, "été.txt".encode(), "été.txt"),
        (0, "été À.txt".encode("cp850"), "été À.txt"),
    ],
    ids=["flagged", "UTF-8 without the flag", "French DOS"],
)
def test_names_of_members_are_read_as_they_were_meant(tmp_path: Path, flags: int, raw: bytes, name: str) -> None:
    data = zipped({"x" * len(raw): b"Un"}).replace(b"x" * len(raw), raw)
    if flags:
        data = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x00\x08")
        data = data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x08")
    (source,) = found(tmp_path / "a.zip", data)
    assert source.name == f"{tmp_path}/a.zip!{name}"


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        ((), (), ["un.txt", "deux.html", "x/trois.txt"]),
        (("*.txt",), (), ["un.txt", "x/trois.txt"]),
        (("x/*",), (), ["x/trois.txt"]),
        (("trois.txt",), (), ["x/trois.txt"]),
        (("a.zip",), (), ["un.txt", "deux.html", "x/trois.txt"]),
        (("a.zip!un.txt",), (), ["un.txt"]),
        ((), ("x/*",), ["un.txt", "deux.html"]),
        ((), ("a.zip",), []),
        (("*.txt",), ("trois*",), ["un.txt"]),
    ],
)
def test_globs_are_held_against_members_and_the_way_to_them(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], taken: list[str]
) -> None:
    members = {"un.txt": b"Un", "deux.html": PAGE.encode(), "x/trois.txt": b"Trois"}
    sources = found(tmp_path / "a.zip", zipped(members), include=include, exclude=exclude)
    assert [source.name.removeprefix(f"{tmp_path}/a.zip!") for source in sources] == taken


def test_a_container_is_no_single_document(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(MEMBERS))
    with pytest.raises(InputError, match=r"a\.zip is a container of documents \(zip\): read it with entente extract"):
        read_source(file_source(str(tmp_path / "a.zip")))


def test_a_name_of_tar_in_another_encoding_can_be_printed(tmp_path: Path) -> None:
    (source,) = found(tmp_path / "a.tar", tarred({"caf\udce9.txt": b"Un"}, "w:"))
    assert source.name == f"{tmp_path}/a.tar!café.txt"
