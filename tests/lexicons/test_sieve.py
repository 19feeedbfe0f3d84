"""A sieve may pass a list that does not occur; it never stops one that does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.lexicons.sieve import Sieve

SIEVE = Sieve({"aller": ["s'est rendu*", "part pour"], "signer": ["a signé", "paraph*"], "taire": ["ne dit mot"]})


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("La délégation s’est rendue à Lomé.", {"aller"}),
        ("ELLE A SIGNÉ ET PARAPHÉ.", {"signer"}),
        ("Il part pour Dakar.", {"aller"}),
        ("Rien de tel.", set()),
        ("", set()),
    ],
)
def test_lists_that_may_occur_pass(text: str, passing: set[str]):
    assert SIEVE.passing(text) == passing


WORD_END = r"\w*"
FORMS = {
    f"liste {i}": [form] for i, form in enumerate(["ab", "a*", "abc*", "abcd", "abcde*", "b abcd*", "a b", "c* ab"])
}


@given(st.lists(st.text("abcde", min_size=1, max_size=6), max_size=5))
def test_a_list_that_occurs_is_never_stopped(words: list[str]):
    occurring = {
        name
        for name, (form,) in FORMS.items()
        if re.search(rf"(?<!\w){form.replace('*', WORD_END)}(?!\w)", " ".join(words)) is not None
    }
    assert occurring <= Sieve(FORMS).passing(" ".join(words))
