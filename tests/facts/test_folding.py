"""Folding is one character for one, by whichever way it goes."""

import pytest

from entente.facts.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Été à Québec", "l'ete a quebec"),
        ("Mairie\u00a0: 3\u202f€ – «\u00a0Ça\u00a0»…", "mairie : 3 € - « ca »…"),
        ("Un cœur, l’œuvre", "un cœur, l'œuvre"),
        ("Łódź et Kyōto, ʼn Ελλάδα", "łodz et kyoto, 'n Ελλάδα"),
        ("", ""),
    ],
)
def test_letters_lose_case_and_accents(text: str, folded: str):
    assert fold(text) == folded


def test_every_character_folds_alone_as_beside_any_other():
    characters = [chr(code) for code in range(1, 0x2100)]
    alone = [fold(character) for character in characters]
    assert all(len(folded) == 1 for folded in alone)
    assert [fold(f"{character}œ")[0] for character in characters] == alone
    assert [fold(f"{character}ł日")[0] for character in characters] == alone
