"""Agreements read from whole short releases: kind, parties and status; and texts where none may be found."""

import pytest

import entente

SIGNED = [
    (
        "Le maire de Tours, Emmanuel Denis, et la mairesse de Gatineau, Odile Roy, ont signé lundi une "
        "convention de coopération dans les domaines de la culture et du tourisme.",
        "cooperation_agreement", "signed", {"Tours", "Gatineau"},
    ),
    (
        "Un protocole d'entente a été paraphé entre la Ville de Limoges et la commune de Charleroi (Belgique).",
        "memorandum", "signed", {"Limoges", "Charleroi"},
    ),
    (
        "La Région Bretagne a conclu avec le Land de Saxe un accord-cadre portant sur l'agriculture.",
        "framework_agreement", "signed", {"Bretagne", "Saxe"},
    ),
    (
        "Strasbourg et Boston viennent de renouveler leur charte de jumelage.",
        "twinning", "renewed", {"Strasbourg", "Boston"},
    ),
    (
        "La Chambre de commerce de Sfax et la Chambre de commerce de Marseille ont scellé un partenariat tourné vers "
        "l'innovation.",
        "partnership", "signed", {"Chambre de commerce de Sfax", "Chambre de commerce de Marseille"},
    ),
    (
        "L'Université de Liège et l'Université de Lubumbashi signeront en mars une convention-cadre consacrée à la "
        "recherche médicale.",
        "framework_agreement", "planned", {"Université de Liège", "Université de Lubumbashi"},
    ),
    (
        "Vers un jumelage entre Poitiers et Iași\n\nLes deux villes préparent un jumelage.",
        "twinning", "planned", {"Poitiers", "Iași"},
    ),
    (
        "Dijon met fin à son jumelage avec Volgograd, a annoncé le maire.",
        "twinning", "ended", {"Dijon", "Volgograd"},
    ),
    (
        "Le conseil municipal de Rennes a suspendu l'accord de coopération qui unit la ville à Almaty.",
        "cooperation_agreement", "suspended", {"Rennes", "Almaty"},
    ),
    (
        "Pau, jumelée depuis 1983 avec Göttingen, fêtera ses amis allemands.",
        "twinning", "ongoing", {"Pau", "Göttingen"},
    ),
    (
        "Le Département du Finistère est lié à la province du Québec par une entente signée en 2012.",
        "cooperation_agreement", "signed", {"Finistère", "Québec"},
    ),
    (
        "Une délégation de Sherbrooke, ville jumelle de Montpellier, a visité le marché.",
        "twinning", "ongoing", {"Sherbrooke", "Montpellier"},
    ),
]  # fmt: skip

NOTHING = [
    "La Ville de Nîmes et le syndicat du personnel ont signé un protocole d'accord de fin de grève.",
    "Le maire de Bourges a donné son accord au projet de piscine.",
    "La société Dupond a conclu un contrat de partenariat avec la holding Martin, à Lyon.",
    "Le comité de jumelage d'Orange tient son assemblée générale samedi.",
    "Nancy Basket et Limoges CSP se retrouvent en finale à Paris.",
    "Le Mans et Angers mutualisent leurs piscines par une convention.",
]


@pytest.mark.parametrize(("text", "kind", "status", "parties"), SIGNED)
def test_an_agreement_is_read(text: str, kind: str, status: str, parties: set[str]):
    found = entente.read(text).agreements
    assert [(a.kind, a.status, {p.name for p in a.parties}) for a in found] == [(kind, status, parties)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_agreement(text: str):
    assert entente.read(text).agreements == ()
