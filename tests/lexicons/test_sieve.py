"""A sieve may pass a list that does not occur; it never stops one that does."""

import pytest

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
