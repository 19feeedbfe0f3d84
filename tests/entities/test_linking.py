"""Places are linked to registers where the text leaves no doubt."""

import pytest
from tagged import read

from entente.annotations import get_entities

LINKS = [
    ("La ville de Nantes a signé.", {"insee": "44109", "geonames": "2990969"}, "FR"),
    ("Nantes Métropole a signé.", {"siren": "244400404"}, "FR"),
    ("Le Conseil départemental de l'Aude a signé.", {"insee": "11"}, "FR"),
    ("Elle arrive de Lisbonne, au Portugal.", {"geonames": "2267057"}, "PT"),
    ("La ville de Saint-Aubin a signé.", {}, None),
]


@pytest.mark.parametrize(("text", "ids", "country"), LINKS)
def test_sure_places_are_linked(text: str, ids: dict[str, str], country: str | None) -> None:
    entity = get_entities(read(text))[0]
    assert {key: entity["ids"].get(key) for key in ids} == ids
    assert entity["country"] == country
    assert bool(entity["ids"]) == bool(ids)


HOSTILE = [
    "",
    " \n\n ",
    "(((((",
    "LA VILLE DE LYON ET LA REGION BRETAGNE SIGNENT UN ACCORD AVEC LE MALI " * 20,
    "le maire de lyon et la region bretagne ont signe a bamako " * 20,
    "Chambre de commerce de " * 300,
    "Paris " * 1500,
    "Metz, " * 3000,
    "La Ville et Metz. " * 2000,
    "(AFD) " * 500,
    ", ".join(f"Awa Diop{chr(97 + i % 26)}" for i in range(300)),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read_and_mentions_stand_in_it(text: str) -> None:
    doc = read(text)
    for entity in get_entities(doc):
        assert entity["mentions"]
        assert all(0 <= m["start"] < m["end"] <= len(doc.text) for m in entity["mentions"])
