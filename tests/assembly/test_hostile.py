"""Texts that no press office wrote: read without error, and in time that grows with their length."""

import random
import time
from pathlib import Path

import pytest

import entente

TRAIN = sorted((Path(__file__).parents[2] / "corpus" / "train").glob("*.txt"))
WORDS = sorted({word for path in TRAIN[:20] for word in path.read_text(encoding="utf-8").split()})
FIRST = ["Awa", "Jean-Paul", "Maïmouna", "Řehoř", "Ó Briain", "Nguyễn", "Anne", "El Hadj", "María José", "Björn"]
LAST = ["Diallo", "Le Goff", "de La Tour", "N'Diaye", "Müller-Lüdenscheidt", "Ben Ouda", "Traoré", "O'Neill", "Šimek"]


def random_words(count: int) -> str:
    return " ".join(random.Random(3).choices(WORDS, k=count))


def names(count: int) -> str:
    chosen = random.Random(4)
    return ", ".join(f"{chosen.choice(FIRST)} {chosen.choice(LAST)}-{number}" for number in range(count))


def without_accents(text: str) -> str:
    return text.translate(str.maketrans("éèêëàâîïôûùçÉÈÀÇ", "eeeeaaiiouucEEAC"))


@pytest.mark.parametrize(
    "text",
    [
        random_words(5_000),
        "\n".join(random_words(1_000).split()),
        names(300),
        names(300).upper(),
        TRAIN[0].read_text(encoding="utf-8").upper(),
        without_accents(TRAIN[1].read_text(encoding="utf-8")),
        "Maire de " * 500,
        "(AFD) " * 500,
        "la Ville de Nantes, " * 300,
    ],
    ids=["words", "lines", "names", "loud names", "capitals", "no accents", "offices", "acronyms", "places"],
)
def test_odd_texts_are_read(text: str) -> None:
    reading = entente.read(text)
    assert all(text[span.start : span.end] == span.text for entity in reading.entities for span in entity.mentions)


@pytest.mark.parametrize("make", [random_words, names], ids=["words", "names"])
def test_time_grows_with_length(make: object) -> None:
    assert callable(make)
    entente.read(make(100))
    short, long = (_seconds(make(count)) for count in (600, 2_400))
    assert long < 10 * short, "four times the text took more than ten times the time"


def _seconds(text: str) -> float:
    start = time.process_time()
    entente.read(text)
    return time.process_time() - start
