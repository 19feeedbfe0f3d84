"""Which texts are the same release again, and which tell something else."""

import pytest

from entente.batch.fingerprint import NONE, fingerprint
from entente.batch.reprints import is_reprint

BODY = (
    "La Ville de Brest et la Ville de Kiel, en Allemagne, ont signé mardi 12 mars 2024 une convention de coopération dans "
    "le domaine de la mer. Réunis à l'hôtel de ville, le maire de Brest et son homologue ont rappelé que les deux ports "
    "travaillent ensemble depuis 1964. La convention prévoit l'échange de techniciens pendant trois ans et une enveloppe de "
    "50 000 euros par an. Une délégation de trente lycéens se rendra à Kiel à l'automne, et le festival des deux villes "
    "accueillera les fanfares du port. Le conseil municipal avait approuvé le texte en février, à l'unanimité des présents. "
    "Les services culturels préparent une exposition commune sur les chantiers navals, qui sera présentée dans les deux villes."
)
TITLE = "Brest et Kiel renforcent leurs liens\n\n"
TEXT = TITLE + BODY

REPRINTS = {
    "typography": TEXT.replace("'", "’").replace(". ", ".\n"),
    "capitals": TEXT.upper(),
    "accents lost": TEXT.translate(str.maketrans("éèêàôûç", "eeeaouc")),
    "agency": f"(AFP) - {TEXT}\n© AFP 2024. Tous droits de reproduction et de représentation réservés.",
    "header": f"Le Télégramme du Ponant — Publié le 13 mars 2024 à 18 h 05, par la rédaction\n\n{TEXT}",
    "other title": f"Coopération maritime : ce qu'il faut retenir\n\n{BODY}",
    "cut": TEXT[: TEXT.index("Les services culturels")],
    "reworded": TEXT.replace("approuvé le texte", "validé le document"),
}
OTHERS = {
    "another name": TEXT.replace("Kiel", "Gdynia"),
    "another day": TEXT.replace("12 mars", "13 mars"),
    "another sum": TEXT.replace("50 000", "80 000"),
    "denied": TEXT.replace("ont signé", "n'ont pas signé"),
    "cancelled": TEXT.replace("se rendra", "annule sa venue"),
    "more": f"{TEXT} Par ailleurs, la Ville de Lyon a signé le 3 juin 2021 un accord de coopération avec la Ville de "
    "Bamako, au Mali, pour développer pendant trois ans la formation des agents de la voirie et l'accès à l'eau potable.",
    "inserted": TEXT.replace("La convention prévoit", "Le maire de Lorient était présent. La convention prévoit"),
    "other text": "Le budget de la voirie a été voté jeudi. " * 12,
}


@pytest.mark.parametrize("name", REPRINTS)
def test_a_reprint_tells_nothing_more(name: str) -> None:
    assert is_reprint(fingerprint(REPRINTS[name]), fingerprint(TEXT))


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_that_tells_something_else_is_none(name: str) -> None:
    assert not is_reprint(fingerprint(OTHERS[name]), fingerprint(TEXT))


def test_two_papers_with_headers_of_their_own_print_the_same_release() -> None:
    assert is_reprint(
        fingerprint(f"Ouest-Matin, 16 mars, par Jeanne Le Goff. Temps de lecture : 3 minutes\n{TEXT}"),
        fingerprint(REPRINTS["header"]),
    )


@pytest.mark.parametrize("text", ["Le maire de Brest a signé.", "mot " * 20_001])
def test_a_text_too_short_or_too_long_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text) == NONE
    assert not is_reprint(NONE, fingerprint(TEXT))
    assert not is_reprint(NONE, NONE)
