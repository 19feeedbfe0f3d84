import pytest

from entente.facts.nominalisations import act_at, act_of
from entente.facts.verbs import is_infinitive
from entente.lexicons import load_lexicon

LEXICON = load_lexicon("nominalisations")


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("aménagement", "aménager"), ("échanges", "échanger"), ("promotion", "promouvoir"), ("réfection", "refaire"),
        ("numérisation", "numériser"), ("électrification", "électrifier"), ("bitumage", "bitumer"),
        ("creusement", "creuser"), ("élargissement", "élargir"), ("déploiement", "déployer"), ("achèvement", "achever"),
        ("affrètement", "affréter"), ("renouvellement", "renouveler"), ("vaccination", "vacciner"),
        ("éradication", "éradiquer"), ("coordination", "coordonner"), ("reconstruction", "reconstruire"),
        ("distribution", "distribuer"), ("élagage", "élaguer"), ("stockage", "stocker"), ("bourses", "octroyer"),
        ("village", None), ("population", None), ("logement", None), ("région", None), ("règlements", None), ("", None),
    ],
)  # fmt: skip
def test_nouns(noun: str, verb: str | None) -> None:
    assert act_of(noun) == verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("mise en réseau des archives", "mettre en réseau"), ("Mise en tourisme du site", "mettre en tourisme"),
        ("prise en charge des frais", "prendre en charge"), ("remise en état du quai", "remettre en état"),
        ("organisation d'un bal", "organiser"), ("édition annuelle d'un guide", "éditer"),
        ("organisation internationale", None), ("prise de vue", None), ("logement", None), ("", None),
    ],
)  # fmt: skip
def test_nouns_in_their_place(text: str, verb: str | None) -> None:
    assert act_at(text, 0, len(text)) == verb


def test_every_noun_stands_for_an_infinitive() -> None:
    verbs = [*LEXICON["noms"].values(), *LEXICON["avec_complement"].values()]
    assert [verb for verb in verbs if not is_infinitive(verb)] == []


def test_no_noun_is_both_an_act_and_none() -> None:
    assert not {*LEXICON["noms"], *LEXICON["avec_complement"]} & {*LEXICON["pas_actions"]}
