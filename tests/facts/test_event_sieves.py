"""Short cuts of events: what the cheap look lets go, the pattern would not have found."""

import re
from pathlib import Path

import pytest

from entente.facts.event_locative import GENERIC, LOCATIVE, _locates
from entente.facts.event_negation import NONE, _may_deny

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = [path.read_text("utf-8") for part in ("train", "dev") for path in sorted((CORPUS / part).glob("*.txt"))]
NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w+")
BEFORE = 90
"""Characters before a name that are looked at, as `event_locative.REACH` has it."""

STRETCHES = [text[max(0, name.start() - BEFORE) : name.start()] for text in TEXTS for name in NAME.finditer(text)]
NOUNS = sorted(set(re.findall(r"[a-zà-ÿ]{3,}", GENERIC)))


def test_words_that_locate_are_all_looked_for() -> None:
    located = [before for before in STRETCHES if LOCATIVE.search(before)]
    assert len(located) > 500
    assert [before for before in located if not _locates(before)] == []


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_of_places_is_looked_for(noun: str) -> None:
    for before in (
        f"reçus à la {noun} de ",
        f"reçus dans le {noun} d'",
        f"reçus au {noun} fortifié de ",
        f"en {noun} ",
    ):
        assert _locates(before) == (LOCATIVE.search(before) is not None)


def test_words_that_deny_are_all_looked_for() -> None:
    texts = [text[: word.start()][-BEFORE:] for text in TEXTS for word in re.finditer(r"\b\w+", text)]
    denied = [before for before in texts if NONE.search(before)]
    assert len(denied) > 100
    assert [before for before in denied if not _may_deny(before)] == []
