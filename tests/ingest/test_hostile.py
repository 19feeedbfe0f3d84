"""Files that mean harm, or that have come to it: each says what, where and what to do, and the others go on."""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from made import TEXT, bomb, gz, noise, tarred, zipped

from entente.errors import InputError
from entente.ingest.sources import Source, Walk, file_source, find_sources, read_source

GOOD = {"bon.txt": TEXT.encode()}


def found(path: Path, data: bytes, **options: object) -> list[Source]:
    path.write_bytes(data)
    return list(find_sources([str(path)], Walk(**options)))  # type: ignore[arg-type]


def problems(sources: list[Source], folder: Path) -> dict[str, str]:
    """The problems by name, without the folder; an empty one for what can be read."""
    return {source.name.removeprefix(f"{folder}/"): source.problem or "" for source in sources}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt.gz", bomb(200_000_000), "is larger than 20 MB: split it into its documents"),
        ("a.tar.gz", gz(tarred({"a.txt": bytes(300_000_000)}, "w:")), "unpacks to more than 200 times its size (10"),
        ("a.jsonl.gz", gz(b'{"text": "' + b"a" * 300_000_000 + b'"}\n'), "unpacks to more than 200 times its size"),
    ],
    ids=["document", "archive", "table"],
)
def test_a_bomb_is_told_with_its_limit_and_before_it_is_unpacked(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    told = problems(found(tmp_path / name, data), tmp_path)
    assert any(message in problem for problem in told.values())
    assert all(told.values())


def test_bombs_inside_one_archive_share_its_limit_and_end_it(tmp_path: Path) -> None:
    members = {f"{n:02}.txt": bytes(15_000_000) for n in range(20)}
    *_, last = found(tmp_path / "a.zip", zipped(members))
    assert last.name == f"{tmp_path}/a.zip"
    assert last.problem is not None
    assert last.problem.startswith("unpacks to more than 200 times its size (105 MB from ")


def test_a_bomb_in_an_archive_ends_itself_and_its_neighbours_go_on(tmp_path: Path) -> None:
    weight = noise(3_000_000)
    inner = zipped({f"{n:02}.txt": bytes(15_000_000) for n in range(20)})
    told = problems(found(tmp_path / "a.zip", zipped({"bombe.zip": inner, "poids.txt": weight, **GOOD})), tmp_path)
    assert told["a.zip!bombe.zip"].startswith("unpacks to more than 200 times its size")
    assert told["a.zip!bon.txt"] == ""


def test_archives_nested_too_deeply_are_told_with_the_limit(tmp_path: Path) -> None:
    data = zipped(GOOD)
    for _ in range(10):
        data = zipped({"a.zip": data, **GOOD})
    told = problems(found(tmp_path / "a.zip", data, depth=3), tmp_path)
    assert told == {
        "a.zip!a.zip!a.zip!a.zip": "stands in more than 3 containers, one in the other: a bomb, or to be unpacked by hand",
        "a.zip!a.zip!a.zip!bon.txt": "",
        "a.zip!a.zip!bon.txt": "",
        "a.zip!bon.txt": "",
    }


def test_a_gzip_that_holds_itself_comes_to_an_end(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(60):
        data = gz(data)
    (source,) = found(tmp_path / "a.gz", data)
    assert source.problem is not None
    assert "stands in more than 8 containers" in source.problem


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"members": 5}, "holds more than 5 members: split it"),
        ({"total_bytes": 50}, "unpacks to more than the limit of 50 B: split it"),
    ],
)
def test_the_limits_of_members_and_bytes_are_told(tmp_path: Path, options: dict[str, int], message: str) -> None:
    *good, rest = found(tmp_path / "a.zip", zipped({f"{n}.txt": b"dix octets" for n in range(9)}), **options)
    assert len(good) == 5
    assert rest.problem is not None
    assert rest.problem.startswith(message)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\textes\\a.txt", "textes/a.txt"),
        ("a/./b/../c.txt", "a/b/c.txt"),
        ("..", "sans nom"),
        ("a\x1b[31m.txt", "a\\x1b[31m.txt"),
        ("a\nb.txt", "a\\nb.txt"),
    ],
)
def test_a_path_that_climbs_or_plays_with_the_terminal_is_only_a_name(tmp_path: Path, written: str, shown: str) -> None:
    for name, data in (("a.zip", zipped({written: b"Un"})), ("a.tar", tarred({written: b"Un"}, "w:"))):
        (source,) = found(tmp_path / name, data)
        assert source.name == f"{tmp_path}/{name}!{shown}"
        assert read_source(source).text == "Un"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_links_and_devices_in_an_archive_hold_no_document(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, kind in (
            ("lien", tarfile.SYMTYPE),
            ("dur", tarfile.LNKTYPE),
            ("tube", tarfile.FIFOTYPE),
            ("zero", tarfile.CHRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    (source,) = found(tmp_path / "a.tar", file.getvalue())
    assert source.problem == "holds no document: nothing to read"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({f"{n}.txt": noise(500).hex().encode() for n in range(5)})[:2_000]),
        ("a.zip", zipped({f"{n}.txt": noise(500).hex().encode() for n in range(5)}, zipfile.ZIP_STORED)[:4_000]),
        ("a.tar", tarred({f"{n}.txt": noise(500).hex().encode() for n in range(5)}, "w:")[:6_800]),
        ("a.tgz", tarred({f"{n}.txt": noise(5_000).hex().encode() for n in range(5)}, "w:gz")[:-9_000]),
        ("a.txz", tarred({f"{n}.txt": noise(5_000).hex().encode() for n in range(5)}, "w:xz")[:-9_000]),
        (
            "a.jsonl.gz",
            gz(b"".join(b'{"text": "%d %s"}\n' % (n, noise(5_000).hex().encode()) for n in range(5)))[:-9_000],
        ),
    ],
    ids=["zip", "stored zip", "tar", "tar.gz", "tar.xz", "jsonl.gz"],
)
def test_what_stands_before_a_cut_is_given_and_the_rest_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    sources = found(tmp_path / name, data)
    told = problems(sources, tmp_path)
    assert [name for name, problem in told.items() if not problem][:3]
    assert told[name].startswith("is damaged after ")
    assert "fetch it again, or unpack it by hand" in told[name]
    assert len({source.key for source in sources}) == len(sources)


def test_a_header_of_tar_that_is_garbage_is_told(tmp_path: Path) -> None:
    data = tarred({"a.txt": b"Un", "b.txt": b"Deux"}, "w:")
    first, rest = found(tmp_path / "a.tar", data[:1024] + b"\x07" * 512 + data[1536:])
    assert read_source(first).text == "Un"
    assert rest.problem is not None
    assert "is damaged after 1 document (" in rest.problem


def test_a_broken_member_costs_itself_only(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"x" * 1_000, **GOOD}, zipfile.ZIP_STORED)
    told = problems(found(tmp_path / "a.zip", data.replace(b"xxx", b"xyx", 1)), tmp_path)
    assert told["a.zip!a.txt"].startswith("is damaged (Bad CRC-32 for file 'a.txt')")
    assert told["a.zip!bon.txt"] == ""


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"Un", **GOOD}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    told = problems(found(tmp_path / "a.zip", bytes(data)), tmp_path)
    assert told == {"a.zip!a.txt": "is encrypted: unpack it with its password first", "a.zip!bon.txt": ""}


def test_a_method_of_packing_that_is_not_known_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"Un"}))
    place = data.index(b"PK\x01\x02") + 10
    data[place : place + 2] = struct.pack("<H", 97)
    (source,) = found(tmp_path / "a.zip", bytes(data))
    assert source.problem is not None
    assert source.problem.startswith("cannot be unpacked (")


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"WARC/1.0\r\n", b"PAR1", b"%PDF-", b"{\\rtf"]
)
def test_a_file_of_noise_with_a_good_beginning_is_one_problem(tmp_path: Path, head: bytes) -> None:
    (source,) = found(tmp_path / "a", head + noise(3_000))
    with pytest.raises(InputError, match=f"{tmp_path}/a "):
        read_source(source)


def test_a_text_of_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.write(TEXT.encode() * 100)
        file.truncate(1_000_000_000)  # sparse
    (source,) = find_sources([str(tmp_path / "a.txt")])
    assert source.problem == "is larger than 20 MB: split it into its documents"
    with pytest.raises(InputError, match="is larger than 20 MB"):
        read_source(file_source(str(tmp_path / "a.txt")))


def test_a_member_that_says_it_is_huge_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w") as member,
    ):
        for _ in range(90):
            member.write(b"texte " * 200_000)
    (source,) = find_sources([str(tmp_path / "a.zip")])
    assert source.problem == "is larger than 20 MB: split it into its documents"


def test_a_large_archive_in_an_archive_is_read_from_a_temporary_file(tmp_path: Path) -> None:
    large = {f"{n}.txt": noise(6_000_000).hex().encode()[:9_000_000] for n in range(5)}
    inner = zipped({**large, **GOOD}, zipfile.ZIP_STORED)
    sources = found(tmp_path / "a.zip", zipped({"b.zip": inner}, zipfile.ZIP_STORED))
    assert sources[-1].name.endswith("a.zip!b.zip!bon.txt")
    assert sources[-1].data == TEXT.encode()
