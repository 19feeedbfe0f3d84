"""Laid out by first letter, an alternation finds what the plain one finds."""

import re

import pytest

from entente.lexicons import load_lexicon
from entente.lexicons.alternation import alternation, beginnings

TEXT = (
    "les deux villes ont signe le pacte en vue d'une charte ; la convention-cadre, resignee, a ete conclue sous l'egide"
    " du ministere. la tacite reconduction n'est pas prevue, l'accord se renouvelle et sera paraphe par le maire."
)


@pytest.mark.parametrize("lexicon", ["accords", "perimetre"])
def test_finds_what_the_plain_alternation_finds(lexicon: str):
    for forms in load_lexicon(lexicon).values():
        if isinstance(forms, list):
            plain = re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})")
            laid_out = re.compile(alternation(forms, r"[\w-]"))
            assert [m.span() for m in laid_out.finditer(TEXT)] == [m.span() for m in plain.finditer(TEXT)]


def test_a_group_at_the_start_is_opened():
    assert alternation(["(?:signe|scelle)e?s?", "nou(?:e|er)"], r"\w") == (
        r"(?:s(?<!\ws)(?:ignee?s?|cellee?s?)|n(?<!\wn)(?:ou(?:e|er)))"
    )
    assert alternation([r"\w+o-francais", "signe"], r"\w") == r"(?<!\w)(?:\w+o-francais|signe)"


@pytest.mark.parametrize(
    ("form", "begun"),
    [
        (r"en\s+vue\b", ["en vue*"]),
        (r"(?:sign|paraph)er(?:a|ont)\b", ["signer*", "parapher*"]),
        (r"domaines?\b", ["domaine*"]),
        (r"a\s+(?:la|cette)", ["a"]),
        (r"(?:,\s+)?qui", ["*"]),
        (r"co-?operer", ["co*"]),
    ],
)
def test_beginnings(form: str, begun: list[str]):
    assert beginnings(form) == begun
