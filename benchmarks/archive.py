"""Realistic mixed archives: releases about cooperation among ordinary local news, in the formats that archives come in.

    python benchmarks/archive.py FOLDER --documents 1000 --share 0.05 --reprints 0.1 --format txt warc --seed 1
    python benchmarks/archive.py --check 300

Relevant documents are releases of `corpus/`, varied; some are reprints of an earlier one, word for word or nearly. The
others are recombined from `neutral/`. The same arguments give the same bytes; a document does not depend on how many
there are. `--check` reads neutral documents with entente and tells what it finds in them: no agreement.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from containers import FORMATS, SITES, Item, write
from neutral_news import neutral_item
from varied_releases import positives, vary

FIRST_DAY = date(2010, 1, 1)
DAYS = 3_650
"""Days over which the documents were published."""

RELATED = 6
"""Links to other items on each page."""

TAILS = ("", "\n\n(Avec l'agence)", "\n\nArticle repris de notre édition locale.", "\n\nCommuniqué")
"""What a reprint adds to the text that it repeats."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an archive."""

    number: int
    title: str
    text: str
    published: date
    relevant: bool
    reprint_of: int | None = None
    """The number of the document that it repeats."""

    @property
    def identifier(self) -> str:
        """Its name in the archive."""
        return f"d{self.number:06d}"


def documents(count: int, *, share: float, reprints: float = 0.1, seed: int = 1) -> Iterator[Document]:
    """The documents of an archive, lazily: `share` of them relevant, `reprints` of these repeating an earlier one."""
    earlier: list[int] = []
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")
        if draw.random() >= share:
            yield _neutral(number, draw)
        elif earlier and draw.random() < reprints:
            yield _reprint(number, draw.choice(earlier), seed, draw)
        else:
            earlier.append(number)
            yield _release(number, seed)


def items(found: Iterator[Document]) -> Iterator[Item]:
    """The documents with what their pages need besides."""
    for document in found:
        draw = random.Random(f"page/{document.number}")
        related = tuple(neutral_item(draw)[0] for _ in range(RELATED))
        site = draw.choice(sorted(SITES))
        yield Item(document.identifier, document.title, document.text, document.published, site, related)


def _neutral(number: int, draw: random.Random) -> Document:
    title, text = neutral_item(draw)
    return Document(number, title, text, _day(draw), relevant=False)


def _release(number: int, seed: int) -> Document:
    """The relevant document of a number, made anew each time that it is asked for."""
    draw = random.Random(f"{seed}/{number}/release")
    title, text = vary(draw.choice(positives()), draw)
    return Document(number, title, text, _day(draw), relevant=True)


def _reprint(number: int, original: int, seed: int, draw: random.Random) -> Document:
    """The document of an earlier number again: with its title or another, some days later, perhaps a line more."""
    first = _release(original, seed)
    title = first.title if draw.random() < 0.5 else f"Repris : {first.title}"
    day = first.published + timedelta(days=draw.randint(0, 5))
    return Document(number, title, first.text + draw.choice(TAILS), day, relevant=True, reprint_of=original)


def _day(draw: random.Random) -> date:
    return FIRST_DAY + timedelta(days=draw.randrange(DAYS))


def check(count: int, seed: int) -> dict[str, int]:
    """How many facts of each kind entente reads in so many neutral documents, without the relevance gate."""
    import entente  # noqa: PLC0415 - writing an archive needs no model

    texts = (f"{document.title}\n\n{document.text}" for document in documents(count, share=0, seed=seed))
    found = dict.fromkeys(("agreements", "events", "commitments"), 0)
    for reading in entente.read_many(texts):
        for kind in found:
            found[kind] += len(getattr(reading, kind))
    return found


def main() -> None:
    """Write an archive in one or several formats, or check that neutral documents hold no agreement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="where to write; one folder a format is made in it")
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--share", type=float, default=0.05, help="of relevant documents")
    parser.add_argument("--reprints", type=float, default=0.1, help="share of the relevant ones")
    parser.add_argument("--format", nargs="+", choices=sorted(FORMATS), default=["txt"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", type=int, metavar="COUNT", help="read so many neutral documents instead of writing")
    arguments = parser.parse_args()
    if arguments.check:
        found = check(arguments.check, arguments.seed)
        print(
            f"{arguments.check} neutral documents: " + ", ".join(f"{number} {kind}" for kind, number in found.items())
        )
        raise SystemExit(1 if found["agreements"] else 0)
    if arguments.folder is None:
        parser.error("give the folder to write to, or --check COUNT")
    for kind in arguments.format:
        made = documents(arguments.documents, share=arguments.share, reprints=arguments.reprints, seed=arguments.seed)
        print(write(items(made), arguments.folder / kind, kind))


if __name__ == "__main__":
    main()
