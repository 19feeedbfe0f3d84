import pytest

from entente.facts.verbs import infinitive, tense_of


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("encouragera", "encourager"), ("verseront", "verser"), ("fournira", "fournir"), ("tiendra", "tenir"),
        ("mettrons", "mettre"), ("ira", "aller"), ("feront", "faire"),
        ("pourra", "pouvoir"), ("construira", "construire"),
        ("inscrira", "inscrire"), ("accueillera", "accueillir"), ("renouvellera", "renouveler"), ("mènera", "mener"),
        ("couvrirait", "couvrir"), ("disposeraient", "disposer"), ("dira", "dire"), ("bâtira", "bâtir"),
        ("soutiennent", "soutenir"), ("prévoit", "prévoir"), ("finance", "financer"), ("protègent", "protéger"),
        ("aménagée", "aménager"), ("conclus", "conclure"), ("fourni", "fournir"),
        ("aménagement", "aménager"), ("échanges", "échanger"), ("promotion", "promouvoir"), ("Création", "créer"),
        ("mise en réseau", "mettre en réseau"), ("appuyer", "appuyer"),
    ],
)  # fmt: skip
def test_infinitives(form: str, verb: str) -> None:
    assert infinitive(form) == verb


@pytest.mark.parametrize("form", ["tira", "entra", "opéra", "environs", "patrons", "front", "mairie", "", "paraît"])
def test_words_that_are_no_verb_of_action(form: str) -> None:
    assert infinitive(form) is None


@pytest.mark.parametrize(
    ("form", "tense"),
    [
        ("signera", "future"), ("signerait", "conditional"), ("signaient", "past"), ("signèrent", "past"),
        ("signer", "infinitive"),
        ("prévoit", "present"), ("souhait", None), ("convention", None), ("retrait", None),
    ],
)  # fmt: skip
def test_tenses(form: str, tense: str | None) -> None:
    assert tense_of(form) == tense
