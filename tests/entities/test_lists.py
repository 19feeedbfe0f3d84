"""Lists of words around names: every example fires, no trap does."""

import pytest
from tagged import render

from entente.entities.offices import find_offices
from entente.entities.roles_understood import national_offices
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import town_demonyms
from entente.lexicons.gazetteer import fold

BLOCKED = load_lexicon("entities_blocked")


@pytest.mark.parametrize("key", ["nature", "voies", "reseaux", "dollars", "surnoms"])
def test_what_stands_around_a_word_keeps_it_from_being_a_name(key: str) -> None:
    assert not set(BLOCKED[f"{key}_exemple"].split()) & {"Ibardin", "Lyon"} or key in {"nature", "voies"}
    text = f"La coopération : {BLOCKED[f'{key}_exemple']}, et le partenariat continue."
    assert "<city>" not in render(text)
    assert "<organization>" not in render(text)


def test_a_way_of_speaking_is_no_way() -> None:
    assert "<country>France</country>" in render(f"Le partenariat dit {BLOCKED['voies_piege']}.")


@pytest.mark.parametrize("entry", load_lexicon("entities_foreign")["types"], ids=lambda entry: entry["type"])
def test_foreign_words_make_names(entry: dict[str, str]) -> None:
    assert f"<{entry['type']}>" in render(f"La coopération avec {entry['exemple']} continue.")


@pytest.mark.parametrize("entry", load_lexicon("offices")["nationaux"], ids=lambda entry: entry["formes"][0])
def test_offices_of_some_countries(entry: dict[str, list[str]]) -> None:
    example = str(entry["exemple"])
    assert find_offices(example, 0, len(example))
    where, nowhere = national_offices()[fold(entry["formes"][0])]
    assert where or nowhere


def test_demonyms_of_towns() -> None:
    word = load_lexicon("entities_demonyms")["exemple"].split()[2].rstrip(",")
    assert town_demonyms()[fold(word)] == "saint brieuc"
