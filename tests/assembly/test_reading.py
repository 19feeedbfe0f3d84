"""One text or many, in any order: the same bytes."""

from datetime import date
from pathlib import Path

import pytest

import entente
from entente.errors import InputError
from entente.settings import MAX_CHARACTERS

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*/*.txt"))
TEXTS = [path.read_text(encoding="utf-8") for path in CORPUS[::3]]


@pytest.fixture(scope="module")
def alone() -> list[str]:
    return [entente.read(text).to_json() for text in TEXTS]


def test_many_at_once_give_the_same_bytes_as_one_by_one(alone: list[str]) -> None:
    assert [reading.to_json() for reading in entente.read_many(TEXTS)] == alone


def test_another_order_gives_the_same_bytes(alone: list[str]) -> None:
    again = [reading.to_json() for reading in entente.read_many(reversed(TEXTS))]
    assert again[::-1] == alone


def test_metadata_of_a_release_are_kept() -> None:
    release = entente.Release(text="Le maire a signé.", source="p.html", title="Titre", published=date(2024, 5, 31))
    (reading,) = entente.read_many([release])
    document = reading.document
    assert (document.source, document.title, document.published) == ("p.html", "Titre", date(2024, 5, 31))


@pytest.mark.parametrize(
    "text",
    [
        "«",
        "\n\n.\n",
        "A" * 3_000,
        "LE MAIRE DE LYON A SIGNÉ. " * 40,
        "maire " * 4_000,
        "1" * 500,
        "le 31 février",
        "🤝 é́",
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    assert entente.read(text).document.text == text


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        ("", None, "is empty: nothing to read"),
        (" \n", None, "is empty: nothing to read"),
        ("a" * (MAX_CHARACTERS + 1), None, "500,001 characters, more than the limit of 500,000: split it"),
        ("Le maire " + "(" * 2_000, None, "a run of more than 2,000 signs without a letter or space, from character 9"),
        ("Le maire.", "mai 2024", "'mai 2024' is not a day: write it as 2024-05-31"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str, published: str | None, message: str) -> None:
    with pytest.raises(InputError, match=message):
        entente.read(text, published=published)
