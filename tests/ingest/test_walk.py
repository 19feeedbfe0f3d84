"""Folders: what is taken, in which order, under which name."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from made import TEXT, zipped

from entente.ingest.sources import Source, Walk, find_sources, read_source, top_level

PNG = b"\x89PNG\r\n\x1a\n"


def make(folder: Path, *names: str, data: bytes = TEXT.encode()) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def names(folder: Path, **options: tuple[str, ...]) -> list[str]:
    sources = find_sources([str(folder)], Walk(**options))
    return [source.name.removeprefix(f"{folder}/") for source in sources]


def test_a_folder_is_walked_in_the_order_of_its_paths_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.HTML", "b/z.txt", "b-a.txt", "B.txt", ".caché.txt", ".git/d.txt", "sans-suffixe")
    assert names(tmp_path) == ["B.txt", "a.HTML", "b-a.txt", "b.txt", "b/z.txt", "sans-suffixe"]


def test_what_stands_beside_documents_is_left_out_without_a_word(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.css", "js/a.js", "Thumbs.db", "desktop.ini", "~$a.docx", "police.woff2", "logo.svg")
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_document_but_might_be_missed_is_a_problem_with_its_name(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    make(tmp_path, "scan.png", data=PNG)
    _, scan = find_sources([str(tmp_path)])
    assert scan.problem == (
        "is a PNG image: only text can be read; a scan needs character recognition first, for example with ocrmypdf"
    )


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, ".caché/styles.css")
    (source,) = find_sources([str(tmp_path / ".caché/styles.css")])
    assert read_source(source).text == TEXT


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        (("*.txt",), (), ["2019/a.txt", "b.txt"]),
        (("2019/*",), (), ["2019/a.txt", "2019/c.html"]),
        (("c.*",), (), ["2019/c.html"]),
        ((), ("2019/",), ["b.txt"]),
        ((), ("2019",), ["b.txt"]),
        (("*.txt",), ("b*",), ["2019/a.txt"]),
        (("*.TXT",), (), []),
    ],
)
def test_globs_are_held_against_the_path_below_the_argument(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], taken: list[str]
) -> None:
    make(tmp_path, "2019/a.txt", "2019/c.html", "b.txt")
    assert names(tmp_path, include=include, exclude=exclude) == taken


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (source,) = find_sources([str(tmp_path)])
    assert source.problem == "is a folder with no readable file: check the path"


def test_links_are_followed_and_loops_of_them_end(tmp_path: Path) -> None:
    make(tmp_path, "a/un.txt", "z.txt")
    (tmp_path / "a/boucle").symlink_to(tmp_path)
    (tmp_path / "lien").symlink_to(tmp_path / "a")
    (tmp_path / "lien.txt").symlink_to(tmp_path / "z.txt")
    (tmp_path / "soi").symlink_to("soi")
    (tmp_path / "vide.txt").symlink_to("absent")
    sources = {source.name.removeprefix(f"{tmp_path}/"): source.problem for source in find_sources([str(tmp_path)])}
    assert sources == {
        "a/un.txt": None,
        "lien.txt": None,
        "soi": "cannot be opened (Too many levels of symbolic links): check the file and its permissions",
        "vide.txt": "is a link to nothing: mend the link",
        "z.txt": None,
    }


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["", "a"], ["a/un.txt", "z.txt"]),
        (["a", ""], ["a/un.txt", "z.txt"]),
        (["z.txt", "", "z.txt"], ["z.txt", "a/un.txt"]),
        (["", "z.txt"], ["a/un.txt", "z.txt"]),
    ],
)
def test_what_is_given_twice_comes_once(tmp_path: Path, given: list[str], taken: list[str]) -> None:
    make(tmp_path, "a/un.txt", "z.txt")
    sources = list(find_sources([f"{tmp_path}/{path}".removesuffix("/") for path in given]))
    assert [source.name.removeprefix(f"{tmp_path}/") for source in sources] == taken


def test_folders_nest_as_deep_as_paths_are_long(tmp_path: Path) -> None:
    os.makedirs(f"{tmp_path}/" + "d/" * 600)
    os.makedirs(f"{tmp_path}/" + "d/" * 1_200)
    make(tmp_path, "d/" * 1_200 + "a.txt")
    found = names(tmp_path)
    subprocess.run(["rm", "-r", str(tmp_path / "d")], check=True)  # deeper than shutil goes
    assert found == ["d/" * 1_200 + "a.txt"]


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    (tmp_path / "dossier.txt").mkdir()
    make(tmp_path, "dossier.txt/a.txt")
    inside, pipe = find_sources([str(tmp_path)])
    assert inside.name == f"{tmp_path}/dossier.txt/a.txt"
    assert pipe.problem == "is a named pipe, not a file: to read a stream, pipe it in and give - as path"
    (zero,) = find_sources(["/dev/zero"])
    assert zero.problem == "is a socket or device, not a file: to read a stream, pipe it in and give - as path"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    told = [source.problem for source in find_sources([str(tmp_path)])]
    (tmp_path / "b").chmod(0o700)
    assert told == ["cannot be opened (Permission denied): check the file and its permissions"] * 2


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"caf\xe9.txt", "café.txt"),
        ("café.txt".encode(), "café.txt"),
        (b"a\nb.txt", "a\\nb.txt"),
        (b"a\x1b[31m.txt", "a\\x1b[31m.txt"),
        (b"\xff\xfe.txt", "ÿþ.txt"),
    ],
)
def test_names_in_any_encoding_can_be_printed_stored_and_opened(tmp_path: Path, raw: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw)).write_text(TEXT)
    (source,) = find_sources([str(tmp_path)])
    release = read_source(source)
    assert (release.source, release.text) == (f"{tmp_path}/{shown}", TEXT)
    assert json.dumps([source.name, source.key], ensure_ascii=False).encode()
    with closing(sqlite3.connect(":memory:")) as store:
        assert store.execute("select ?, ?", (source.name, source.key)).fetchone() == (source.name, source.key)


def test_two_files_whose_names_look_alike_have_two_keys(tmp_path: Path) -> None:
    for raw in (b"caf\xe9.txt", "café.txt".encode()):
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))
        path.write_text(TEXT)
        os.utime(path, ns=(0, 0))
    first, second = find_sources([str(tmp_path)])
    assert first.name == second.name
    assert first.key != second.key


def test_paths_that_no_disk_holds_are_problems(tmp_path: Path) -> None:
    told = [source.problem for source in find_sources(["a\x00b", "x" * 5_000, str(tmp_path / "absent")])]
    assert [problem.partition(":")[0] for problem in told if problem] == [
        "cannot be opened (the name is not one that a disk can hold)",
        "cannot be opened (File name too long)",
        "does not exist",
    ]


def test_top_level_names_every_file_that_would_be_opened_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/c.txt", "x/d.txt")
    make(tmp_path, "b.zip", data=zipped({"a.txt": b"Un"}))
    os.utime(tmp_path / "b.txt", ns=(1, 2_000_000_001))
    listed = list(top_level([str(tmp_path), str(tmp_path / "absent")], Walk(exclude=("x",))))
    assert [(path.removeprefix(f"{tmp_path}/"), size) for path, size, _ in listed] == [
        ("a/c.txt", len(TEXT.encode())),
        ("b.txt", len(TEXT.encode())),
        ("b.zip", (tmp_path / "b.zip").stat().st_size),
        ("absent", -1),
    ]
    assert listed[1][2] == 2_000_000_001


def test_a_folder_of_any_size_is_walked_lazily(tmp_path: Path) -> None:
    make(tmp_path, *(f"{n:04}.txt" for n in range(300)))
    sources = find_sources([str(tmp_path)])
    first = next(sources)
    (tmp_path / "0299.txt").unlink()
    last: Source = list(sources)[-1]
    assert (first.problem, last.problem) == (None, "does not exist: check the path")


def test_libraries_of_formats_are_not_imported_before_their_format_is_met(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    code = (
        "import sys; from entente.ingest.sources import find_sources, read_source\n"
        f"print(read_source(next(find_sources([{str(tmp_path)!r}])), language=False).text)\n"
        "heavy = {'trafilatura', 'pypdfium2', 'docx', 'odfdo', 'feedparser', 'warcio', 'pyarrow', 'py3langid', 'lxml',"
        " 'charset_normalizer', 'dateparser', 'spacy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
