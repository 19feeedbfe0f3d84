"""Files of every format with bytes changed, cut, doubled: each is read or gives its reason; nothing else is raised."""

import contextlib
import random
from pathlib import Path

import pytest
from made import PAGE, SCAN, TEXT, mail, mbox, odt, paragraph, parquet, pdf, tarred, warc, word, zipped

from entente.errors import InputError
from entente.ingest.sources import find_sources, read_source

DRAWN = 25
"""Mutants of each file; some thousands were tried with other seeds."""

FILES = {
    "a.html": PAGE.encode(),
    "a.pdf": pdf([paragraph(*TEXT.split(" et ")), SCAN], "/Title (Un accord)"),
    "a.docx": word("Un accord", "à Lille"),
    "a.odt": odt("Un accord", "à Lille"),
    "a.rtf": rb"{\rtf1\ansi La Ville de Montr\'e9al {\b signe}.\par \u192?}",
    "a.eml": mail(html=f"<p>{TEXT}</p>", attached=[("a.zip", "application/zip", zipped({"a.txt": b"Un"}))]),
    "a.mbox": mbox(mail(), mail()),
    "a.xml": b"<rss version='2.0'><channel><item><title>a</title><description>&lt;p&gt;Un</description></item></channel></rss>",
    "a.jsonl": b'{"id": 1, "text": "Un accord", "date": "2019-03-12"}\n' * 3,
    "a.json": b'[\n{"id": 1, "text": "Un accord"}]',
    "a.csv": b'id;texte;date\n1;"Un accord";2019\n2;Un;x\n',
    "a.parquet": parquet({"id": [1, 2], "texte": ["Un", "Deux"], "date": ["2019", None]}),
    "a.warc": warc(("https://v.example/", "text/html", PAGE.encode()), ("https://v.example/b", "text/plain", b"Un")),
    "a.zip": zipped({"a.txt": b"Un", "b/c.html": PAGE.encode(), "d.zip": zipped({"e.txt": b"x"})}),
    "a.tar": tarred({"a.txt": b"Un", "b.txt": b"Deux"}, "w:"),
    "a.tar.xz": tarred({"a.txt": b"Un", "b.txt": b"Deux"}, "w:xz"),
}


def mutant(data: bytes, chosen: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chosen.choice([1, 2, 10])):
        start = chosen.randrange(len(changed))
        end = start + chosen.choice([1, 4, 60])
        act = chosen.randrange(4)
        if act == 0:
            changed[start] ^= 1 << chosen.randrange(8)
        elif act == 1:
            changed[start:end] = chosen.randbytes(len(changed[start:end]))
        elif act == 2:
            changed[start:start] = changed[start:end] * 3
        else:
            del changed[start + 1 : end + 1]
    return bytes(changed[: chosen.randrange(1, len(changed) + 1)] if chosen.random() < 0.2 else changed)


@pytest.mark.parametrize("name", FILES)
def test_a_mutant_is_read_or_gives_its_reason(tmp_path: Path, name: str) -> None:
    read = 0
    for number in range(DRAWN):
        (tmp_path / name).write_bytes(mutant(FILES[name], random.Random(number)))
        for source in find_sources([str(tmp_path / name)]):
            read += 1
            with contextlib.suppress(InputError):
                assert read_source(source, language=False).text
    assert read
