"""A gated pattern finds what `re` finds, wherever it is asked."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import entente.entities
import entente.facts
from entente.facts.folding import fold
from entente.lexicons.gated import Gated, needed

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        (r"(?:sign|paraph)e(?:r|nt)", {"signer", "signent", "parapher", "paraphent"}),
        (r"\b(?:sera|seront)(?=\s)", {"sera", "seront"}),
        (r"(?<!\w)(?:de|du)\s+ville", {"ville"}),
        (r"fran[cç]ais\w*|belge", {"frança", "franca", "belge"}),
        (r"ab?cdef", {"abcdef", "acdef"}),
        (r"(?:pro)?grammes?", {"programme", "programmes", "gramme", "grammes"}),
        (r"(?:abc)+", {"abc"}),
        (r"(?:abc)*", None),
        (r"abc|d", None),
        (r"a\w+b", None),
        (r"(?i:abc)", None),
    ],
)
def test_the_strings_that_a_pattern_needs(source: str, strings: set[str] | None):
    found = needed(source)
    assert (found is None) == (strings is None)
    assert all(any(string.startswith(short) for short in found or ()) for string in strings or ())


def test_capitals_count_as_small_letters_where_case_does_not():
    pattern = Gated(r"\bjumel\w+", re.IGNORECASE)
    assert pattern.needs
    assert pattern.search("JUMELAGE") is not None
    assert pattern.findall("Le Jumelage, les villes JUMELLES") == ["Jumelage", "JUMELLES"]
    assert pattern.search("partenariat") is None


def test_places_are_those_of_re():
    text, source = "deux villes, trois villes", r"\bvilles\b"
    assert [m.span() for m in Gated(source).finditer(text, 8)] == [
        m.span() for m in re.compile(source).finditer(text, 8)
    ]
    assert Gated(source).match(text, 5) is not None
    assert Gated(source).fullmatch(text, 5, 11) is not None
    assert Gated(source).search(text, 0, 8) is None


def patterns() -> Iterator[tuple[str, Gated]]:
    for room in (entente.entities, entente.facts):
        for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Gated):
                    yield f"{module.name}.{name}", value


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*item, id=item[0]) for item in patterns()])
def test_no_pattern_of_the_rules_is_kept_from_what_it_finds(name: str, pattern: Gated):
    assert pattern.needs, f"{name} needs no letters in a row: re.compile does for it"
    lines = [
        line
        for path in sorted(CORPUS.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    for line in (*lines, *map(fold, lines)):
        assert pattern.may_match(line) or pattern.pattern.search(line) is None
