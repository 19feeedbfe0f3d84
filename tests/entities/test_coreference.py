"""Whom a description means, and which names are one entity."""

import pytest
from tagged import meant, read

from entente.annotations import get_entities

DESCRIPTIONS = [
    ("Vannes, le 3 mai 2022\nLa Ville de Matola a répondu. La Ville se félicite de ce retour.", "La Ville", {"Vannes"}),
    ("Mâcon : vers un jumelage avec la ville marocaine d'Asilah. La Ville votera lundi.", "La Ville", {"Mâcon"}),
    ("Lille et Cologne ont signé. Les deux villes échangeront des stagiaires.", "Les deux villes", {"Lille", "Cologne"}),
    ("Nantes Métropole y travaille. Depuis 2011, la Métropole finance des puits.", "la Métropole", {"Nantes Métropole"}),
    ("La délégation béninoise a été reçue par le maire. Le Bénin compte 77 communes.", "béninoise", {"Bénin"}),
    ("Des élus lillois sont partis hier. À Lille, on attend leur retour.", "lillois", {"Lille"}),
    ("La délégation béninoise a été reçue par le maire.", "béninoise", set()),
    ("Lyon prépare la ville durable de demain.", "la ville", set()),
    ("VILLE DE VEVEY\n\nEau potable\n\nLa Ville de Nikki, au Bénin, attend deux pompes. La Ville les paiera.", "La Ville", {"VEVEY"}),
    ("La Ville de Saint-Brieuc part pour Owando. Le maire briochin sera là.", "briochin", {"Saint-Brieuc"}),
]  # fmt: skip

SAME = [
    ("M. Martin Malvy a parlé. « Merci », a dit M. Malvy.", "Martin Malvy", ["Martin Malvy", "Malvy"]),
    (
        "L'Agence de gestion foncière (AGEF) signera. L'AGEF paiera.",
        "Agence de gestion foncière",
        ["Agence de gestion foncière", "AGEF", "AGEF"],
    ),
    ("Le PNUD est là. Le Programme des Nations unies pour le développement aussi.", "Programme des Nations unies pour le développement", ["PNUD", "Programme des Nations unies pour le développement"]),
    ("La mairie de Quimper et le conseil municipal de Quimper y tiennent.", "Quimper", ["mairie de Quimper", "conseil municipal de Quimper"]),
    ("Le Conseil départemental de l'Aude aide. L'Aude verse 1000 euros.", "Aude", ["Conseil départemental de l'Aude", "Aude"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), DESCRIPTIONS)
def test_descriptions_find_their_entity(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(("text", "name", "mentions"), SAME)
def test_names_of_one_entity_are_joined(text: str, name: str, mentions: list[str]) -> None:
    entity = next(entity for entity in get_entities(read(text)) if entity["name"] == name)
    named = [m for m in entity["mentions"] if m["kind"] == "name"]
    assert [text[m["start"] : m["end"]] for m in named] == mentions


def test_universities_of_one_town_stay_apart() -> None:
    doc = read("L'Université de Tunis et l'Université de Tunis El Manar ont signé.")
    assert [entity["name"] for entity in get_entities(doc)] == ["Université de Tunis", "Université de Tunis El Manar"]
