"""Every section of the event lexicon finds its own example and lets its trap pass."""

import pytest

from entente.facts.event_words import words
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
