"""Documents a second that `find_sources` and `read_source` give, format by format, in CPU time and on the wall.

    python benchmarks/ingest.py [--documents 2000]

The texts are those of corpus/, in files that tests/ingest/made.py makes in a temporary folder. The language is not
checked, since that costs the same for every format. `walk` is what the parent of a pool pays, `read` what a worker
pays; Word files carry the 800 kB of styles that python-docx puts into each, ten times what Word writes.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "ingest"))

from made import mail, mbox, odt, paragraph, parquet, pdf, tarred, warc, word, zipped  # noqa: E402

from entente.ingest.sources import find_sources, read_source  # noqa: E402

SLOW = 10
"""Times fewer documents of the formats that take milliseconds each."""

LINE = 95
"""Characters of a line of the PDF files."""


def page(text: str) -> bytes:
    """A page with a menu, a date and the text as its article."""
    menu = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(20))
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    meta = "<meta property='article:published_time' content='2021-03-04'>"
    head = f"<html><head><title>Accord</title>{meta}</head><body>"
    return f"{head}<ul>{menu}</ul><article><h1>Accord</h1>{body}</article></body></html>".encode()


def printed(text: str) -> bytes:
    """A PDF of the text, hard-wrapped."""
    words = text.encode("cp1252", errors="replace").decode("cp1252")
    lines = [line[start : start + LINE] for line in words.splitlines() for start in range(0, len(line), LINE)]
    return pdf([paragraph(*lines[start : start + 55]) for start in range(0, len(lines), 55)])


def files(suffix: str, make: Callable[[str], bytes]) -> Callable[[Path, list[str]], None]:
    """Writes one file a text."""

    def write(folder: Path, texts: list[str]) -> None:
        for number, text in enumerate(texts):
            (folder / f"{number:06}.{suffix}").write_bytes(make(text))

    return write


def one(name: str, make: Callable[[list[str]], bytes]) -> Callable[[Path, list[str]], None]:
    """Writes one container of all texts."""
    return lambda folder, texts: (folder / name).write_bytes(make(texts)) and None


def members(texts: list[str]) -> dict[str, bytes]:
    """The texts as files of an archive."""
    return {f"{number:06}.txt": text.encode() for number, text in enumerate(texts)}


def crawl(texts: list[str]) -> bytes:
    """The texts as pages of a crawl."""
    return warc(*((f"https://v.example/2021/03/04/{n}", "text/html", page(text)) for n, text in enumerate(texts)))


FORMATS = {
    "txt": (1, files("txt", str.encode)),
    "jsonl": (1, one("a.jsonl", lambda texts: "\n".join(json.dumps({"text": text}) for text in texts).encode())),
    "parquet": (1, one("a.parquet", lambda texts: parquet({"text": texts}))),
    "zip": (1, one("a.zip", lambda texts: zipped(members(texts)))),
    "tar.gz": (1, one("a.tar.gz", lambda texts: tarred(members(texts)))),
    "mbox": (1, one("a.mbox", lambda texts: mbox(*map(mail, texts)))),
    "eml": (1, files("eml", mail)),
    "html": (SLOW, files("html", page)),
    "warc.gz": (SLOW, one("a.warc.gz", crawl)),
    "pdf": (SLOW, files("pdf", printed)),
    "docx": (SLOW, files("docx", lambda text: word(*text.splitlines()))),
    "odt": (SLOW, files("odt", lambda text: odt(*text.splitlines()))),
}


def measure(folder: Path) -> tuple[int, float, float, float]:
    """Documents, then seconds of CPU time of the walk and of reading, and seconds on the wall of both."""
    wall, start = time.perf_counter(), time.process_time()
    sources = list(find_sources([str(folder)]))
    walked = time.process_time()
    for source in sources:
        read_source(source, language=False)
    return len(sources), walked - start, time.process_time() - walked, time.perf_counter() - wall


def main() -> None:
    """Print one line a format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    wanted = parser.parse_args().documents
    corpus = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "train").glob("*.txt"))]
    print(f"{'format':8} {'documents':>9} {'walk/s CPU':>11} {'read/s CPU':>11} {'both/s wall':>12}")
    for name, (slower, write) in FORMATS.items():
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), [corpus[n % len(corpus)] for n in range(wanted // slower)])
            read_source(next(find_sources([folder])), language=False)
            count, walk, read, wall = measure(Path(folder))
        print(f"{name:8} {count:9,} {count / walk:11,.0f} {count / read:11,.0f} {count / wall:12,.0f}")


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    main()
