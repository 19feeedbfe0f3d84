"""A run over a folder that means harm: every document ends in an outcome, what is good is read, nothing leaves the output."""

import io
import json
import os
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from entente.batch import Options, extract

PARTNERS = ("Kiel", "Bonn", "Ulm", "Essen", "Worms")


def release(partner: str) -> str:
    return (
        f"La Ville de Lille et la Ville de {partner}, en Allemagne, ont signé le 12 mars 2024 une convention de coopération. "
        f"Le maire de Lille et son homologue de {partner} ont rappelé les liens anciens des deux villes. La convention prévoit "
        "l'échange de techniciens pendant trois ans. Une délégation de lycéens se rendra en Allemagne à l'automne prochain."
    )


def zipped(members: dict[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def nested(levels: int) -> bytes:
    data = zipped({"communique.txt": release("Essen")})
    for level in range(levels):
        data = zipped({f"etage{level}.zip": data})
    return data


def tar_of_links() -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, kind, target in (("lien", tarfile.SYMTYPE, "/etc/passwd"), ("tube", tarfile.FIFOTYPE, "")):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target
            archive.addfile(member)
        data = release("Worms").encode()
        member = tarfile.TarInfo("communique.txt")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return content.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "rire rire rire rire">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><rss version='2.0'><channel><title>t</title><item><title>&j;</title><description>&j;</description></item></channel></rss>"
)


REFUSED = {
    "bombe.zip": ["bombe.txt", "20 MB"],
    "etages.zip": ["etage4.zip", "8 containers"],
    "bruit.zip": ["damaged"],
    "moi": ["symbolic links"],
    "rires.xml": ["entities"],
}
"""What fails, with words of what is told of it."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Good releases beside a bomb, nested archives, names that climb, links in a circle, laughs, noise and a name in Latin-1."""
    folder = tmp_path / "archive"
    (folder / "dossier").mkdir(parents=True)
    (folder / "bon.txt").write_text(release("Kiel"), encoding="utf-8")
    (folder / "bombe.zip").write_bytes(zipped({"bombe.txt": b" " * 60_000_000}))
    (folder / "etages.zip").write_bytes(nested(12))
    (folder / "grimpe.zip").write_bytes(zipped({"../../../dehors.txt": release("Bonn"), "/dehors.txt": release("Ulm")}))
    (folder / "liens.tar").write_bytes(tar_of_links())
    (folder / "rires.xml").write_bytes(LAUGHS)
    (folder / "bruit.zip").write_bytes(zipped({"a.txt": release("Kiel")})[:60] + bytes(range(256)) * 8)
    (folder / "dossier" / "boucle").symlink_to(folder, target_is_directory=True)
    (folder / "moi").symlink_to("moi")
    (folder / os.fsdecode(b"communiqu\xe9.txt")).write_text(release("Essen"), encoding="utf-8")
    return folder


def sources(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / "sources.jsonl").read_text(encoding="utf-8").splitlines()]


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_every_document_ends_in_an_outcome_and_the_good_ones_are_read(archive: Path, tmp_path: Path) -> None:
    before = files(tmp_path)
    report = extract([str(archive)], tmp_path / "out", options=Options(workers=1))
    rows = sources(tmp_path / "out")
    assert sum(report.outcomes.values()) == len(rows) == report.documents
    assert dict(Counter(row["outcome"] for row in rows)) == {k: n for k, n in report.outcomes.items() if n}
    texts = (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8")
    assert [partner for partner in PARTNERS if f"Ville de {partner}" not in texts] == []
    assert {path for path in files(tmp_path) - before if tmp_path / "out" not in path.parents} == set()


def test_what_is_refused_says_why(archive: Path, tmp_path: Path) -> None:
    extract([str(archive)], tmp_path / "out", options=Options(workers=1))
    told = {}
    for line in (tmp_path / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines():
        failure = json.loads(line)
        told[failure["source"].removeprefix(str(archive) + "/").split("!")[0]] = failure["message"]
    assert {name: [word for word in words if word in told.get(name, "")] for name, words in REFUSED.items()} == REFUSED
    assert told.keys() == REFUSED.keys()


def test_two_processes_give_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        extract([str(archive)], tmp_path / str(workers), options=Options(workers=workers))
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / str(n)).iterdir() if path.is_file()} for n in (1, 2)
    )
    assert one == two
