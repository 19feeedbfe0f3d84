import pytest

from entente.facts.verbs import (
    conditional_of,
    future_of,
    is_infinitive,
    participle_of,
    present_of,
    tense_of,
    with_locution,
)


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("encouragera", "encourager"), ("verseront", "verser"), ("fournira", "fournir"), ("tiendra", "tenir"),
        ("mettrons", "mettre"), ("ira", "aller"), ("feront", "faire"), ("pourra", "pouvoir"),
        ("construira", "construire"), ("inscrira", "inscrire"), ("accueillera", "accueillir"),
        ("renouvellera", "renouveler"), ("mènera", "mener"), ("dira", "dire"), ("bâtira", "bâtir"),
        ("tira", None), ("entra", None), ("opéra", None), ("front", None), ("patrons", None),
    ],
)  # fmt: skip
def test_futures(form: str, verb: str | None) -> None:
    assert future_of(form) == verb


@pytest.mark.parametrize(
    ("form", "verb"), [("couvrirait", "couvrir"), ("disposeraient", "disposer"), ("paraît", None), ("était", None)]
)
def test_conditionals(form: str, verb: str | None) -> None:
    assert conditional_of(form) == verb


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("soutiennent", "soutenir"), ("prévoit", "prévoir"), ("finance", "financer"), ("protègent", "protéger"),
        ("mairie", None), ("", None),
    ],
)  # fmt: skip
def test_presents(form: str, verb: str | None) -> None:
    assert present_of(form) == verb


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("aménagée", "aménager"), ("conclus", "conclure"), ("fourni", "fournir"), ("assainies", "assainir"),
        ("refaite", "refaire"), ("rouverts", "rouvrir"), ("réparti", "répartir"), ("environs", None), ("mairie", None),
    ],
)  # fmt: skip
def test_participles(form: str, verb: str | None) -> None:
    assert participle_of(form) == verb


@pytest.mark.parametrize("word", ["appuyer", "cartographier", "refaire", "promouvoir", "tisser", "trier"])
def test_infinitives(word: str) -> None:
    assert is_infinitive(word)


@pytest.mark.parametrize("word", ["chantier", "hiver", "particulier", "laboratoire", "étranger"])
def test_words_that_end_like_an_infinitive(word: str) -> None:
    assert not is_infinitive(word)


@pytest.mark.parametrize(
    ("verb", "following", "whole"),
    [
        ("mettre", " en place un comité", "mettre en place"),
        ("mettre", " un local à la disposition des artistes", "mettre à disposition"),
        ("prendre", " en outre à sa charge le transport", "prendre en charge"),
        ("prendre", " des photos, à sa charge", "prendre"),
        ("faire", " naître une filière", "faire naître"),
    ],
)
def test_locutions(verb: str, following: str, whole: str) -> None:
    assert with_locution(verb, following) == whole


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
