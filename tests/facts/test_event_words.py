"""Every section of the event lexicon finds its own example and lets its trap pass."""

import pytest

from entente.facts.event_words import any_of, words
from entente.lexicons import load_lexicon

SECTIONS = sorted(name for name, entry in load_lexicon("evenements").items() if "formes" in entry)


@pytest.mark.parametrize("section", SECTIONS)
def test_example_fires_and_trap_does_not(section: str) -> None:
    entry = load_lexicon("evenements")[section]
    assert words(section).search(entry["exemple"])
    assert not words(section).search(entry["piege"])


def test_forms_are_whole_words_in_any_case_with_either_apostrophe() -> None:
    assert words("voyager").search("ELLE S’EST RENDUE À BONN")
    assert not words("visite").search("revisiter le passé")
    assert words("presents_apres").search("en présence d’élus")


def test_several_sections_at_once_never_hide_what_one_of_them_finds() -> None:
    edges = ("depart_sejour", "debut_sejour", "fin_sejour")
    examples = [load_lexicon("evenements")[section]["exemple"] for section in SECTIONS]
    stretches = [example[at : at + 45] for example in examples for at in range(0, len(example), 7)]
    told = [text for text in stretches if any(words(section).search(text) for section in edges)]
    assert len(told) > 5
    assert all(any_of(*edges).occurs(text) for text in told)
    assert not any_of(*edges).occurs("le conseil municipal du 3 mai")
