"""Reprints made from the corpus: how many are found again, and is any text taken for another that tells something else?

python benchmarks/reprints.py

Prints, for each way of changing a release, the lowest and the middle share of common shingles, how many of the changed
texts are taken for reprints of the release, and how many should be. The thresholds of `entente.batch.reprints` come
from this table."""

import itertools
import random
import re
import statistics
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

from entente.batch.fingerprint import NONE, Fingerprint, fingerprint
from entente.batch.reprints import is_reprint, similarity

CORPUS = Path(__file__).resolve().parent.parent / "corpus"

NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÉ][a-zà-ÿ]{3,}")
MORE = (
    "Par ailleurs, la Ville de Lyon a signé le 3 juin 2021 un accord de coopération avec la Ville de Bamako, au Mali, "
    "pour développer pendant trois ans la formation des agents de la voirie et l'accès à l'eau potable."
)


def typography(text: str, draw: random.Random) -> str:
    """Straight quotation marks and apostrophes, common spaces."""
    return text.translate(str.maketrans("’«»\u00a0\u202f–", '\'""  -'))


def without_accents(text: str, draw: random.Random) -> str:
    """As a wire of the last century."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def wrapped(text: str, draw: random.Random) -> str:
    """Lines of 60 characters."""
    return "\n".join(textwrap.fill(line, 60) for line in text.split("\n"))


def header(text: str, draw: random.Random) -> str:
    """As a paper prints it on its site."""
    return f"Le Courrier de l'Ouest — Publié le 14 mars 2024 à 18 h 05\nPar la rédaction\n\n{text}\n\nLire aussi : tout"


def other_header(text: str, draw: random.Random) -> str:
    """As another paper does."""
    return f"Ouest-Matin, 16 mars, par Jeanne Le Goff. Lecture : 3 minutes\n{text}\n\nAbonnez-vous dès 1 €"


def agency(text: str, draw: random.Random) -> str:
    """As an agency sends it."""
    return f"(AFP) - {text}\n© AFP 2024. Tous droits de reproduction et de représentation réservés."


def without_end(text: str, draw: random.Random) -> str:
    """Less its last paragraph."""
    return "\n".join(_paragraphs(text)[:-1])


def retitled(text: str, draw: random.Random) -> str:
    """Under another title."""
    return "\n".join(["Coopération : ce qu'il faut retenir de la signature", *_paragraphs(text)[1:]])


def shortened(text: str, draw: random.Random) -> str:
    """Less a paragraph of its middle."""
    paragraphs = _paragraphs(text)
    return "\n".join(paragraphs[: len(paragraphs) // 2] + paragraphs[len(paragraphs) // 2 + 1 :])


def another_name(text: str, draw: random.Random) -> str:
    """Another partner."""
    return text.replace(draw.choice(sorted(set(NAME.findall(text))) or ["\0"]), "Brindas")


def another_number(text: str, draw: random.Random) -> str:
    """Another day, year or sum."""
    places = list(re.finditer(r"\d+", text))
    place = draw.choice(places) if places else None
    return text if place is None else f"{text[: place.start()]}{int(place.group()) + 1}{text[place.end() :]}"


def denied(text: str, draw: random.Random) -> str:
    """What was signed was not."""
    return text.replace(" a signé", " n'a pas signé").replace(" ont signé", " n'ont pas signé")


def with_more(text: str, draw: random.Random) -> str:
    """A fact more at the end."""
    return f"{text}\n{MORE}"


Change = Callable[[str, random.Random], str]

SAME: tuple[Change, ...] = (
    typography, without_accents, wrapped, header, agency, without_end, retitled, shortened,
)  # fmt: skip
OTHERS: tuple[Change, ...] = (another_name, another_number, denied, with_more)


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _line(name: str, pairs: list[tuple[Fingerprint, Fingerprint]], expected: int) -> None:
    """One row: changed texts against the texts that were read before."""
    shares = sorted(similarity(new.signature, read.signature) for new, read in pairs)
    found = sum(is_reprint(new, read) for new, read in pairs)
    print(f"{name:24s} {shares[0]:6.2f} {statistics.median(shares):6.2f} {found:6d} of {expected}")


def main() -> None:
    """Print the table."""
    draw = random.Random(1)
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/*.txt"))]
    prints = [fingerprint(text) for text in texts]
    print(f"{'':24s} {'lowest':>6s} {'middle':>6s} {'found':>6s} and should be")
    for change in (*SAME, *OTHERS):
        changed = [(change(text, draw), text, known) for text, known in zip(texts, prints, strict=True)]
        pairs = [(fingerprint(new), known) for new, text, known in changed if new != text]
        pairs = [pair for pair in pairs if NONE not in pair]
        _line(change.__name__, pairs, 0 if change in OTHERS else len(pairs))
    pairs = [(fingerprint(other_header(text, draw)), fingerprint(header(text, draw))) for text in texts]
    _line("header, other header", pairs, len(pairs))
    _line("two releases", list(itertools.permutations(prints, 2)), 0)


if __name__ == "__main__":
    main()
