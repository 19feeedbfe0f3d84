"""Words between quotation marks, and whether they are speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.text.blocks import find_blocks
from entente.text.clause import is_clause
from entente.text.quotations import find_quotations


def parts(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in q["parts"]] for q in find_quotations(text, find_blocks(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous y allons », a-t-il dit, « dès demain ».", [["Nous y allons", "dès demain"]]),
        ("« Nous y allons, a-t-elle dit, dès demain. »", [["Nous y allons", "dès demain."]]),
        ("“Nous y allons, indique le maire, M. J. Roy. Demain.”", [["Nous y allons", "Demain."]]),
        ("Il dit : « C’est « l’amitié » qui compte ».", [["C’est « l’amitié » qui compte"]]),
        ("« Un début.\n« Une suite. »\nFin.", [["Un début.", "Une suite."]]),
        ("« Un début.\n\nUne suite », dit-il.", [["Un début.", "Une suite"]]),
        ("'C’est l’heure d'y aller', dit l'élu d'ici.", [["C’est l’heure d'y aller"]]),
        ("‘C’est l’heure’, dit-il.", [["C’est l’heure"]]),
        ('Le "pont" et la "fête" de la ville.', [["pont"], ["fête"]]),
        ("L’accord n’a pas d’autre objet.", []),
        ("– Nous y tenons, répond la maire, et depuis longtemps.", [["Nous y tenons", "et depuis longtemps."]]),
        ("– La Ville, rappelle la maire, versera une aide.", []),
        ("« Les élus, les habitants et les écoles y seront »", [["Les élus, les habitants et les écoles y seront"]]),
    ],
)
def test_parts(text: str, expected: list[list[str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Nous avons beaucoup à partager",
        "Ce voyage change notre regard",
        "Un glacier ne demande pas de passeport",
        "Quel beau jour ce sera !",
    ],
)
def test_speech(words: str) -> None:
    assert is_clause(words)


@pytest.mark.parametrize(
    "words",
    ["Nuit blanche", "prime au mérite", "culture, sport, jeunesse, tourisme", "gagnant-gagnant", "s’ouvrir à l’Europe",
     "Économie circulaire et Salubrité de la Rive", "Maires pour la paix", ""],
)  # fmt: skip
def test_no_speech(words: str) -> None:
    assert not is_clause(words)


@given(st.text(alphabet="aé. \n«»“”\"'’‘,-", max_size=80))
def test_parts_are_grounded_and_in_order(text: str) -> None:
    for quotation in find_quotations(text, find_blocks(text)):
        ends = [offset for part in quotation["parts"] for offset in part]
        assert ends == sorted(ends)
        assert quotation["start"] <= ends[0]
        assert ends[-1] <= quotation["end"] <= len(text)
