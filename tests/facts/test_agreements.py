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
        "partnership", "ongoing", {"Chambre de commerce de Sfax", "Chambre de commerce de Marseille"},
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
    (
        "Le maire de Tours, Emmanuel Denis, et la mairesse de Gatineau, Odile Roy, ont apposé leur signature au bas d'une "
        "charte de jumelage devant la maire d'Amboise, en Touraine.",
        "twinning", "signed", {"Tours", "Gatineau"},
    ),
    (
        "La Ville de Limoges renouvelle pour trois ans sa convention avec la commune de Dori, au Burkina Faso.",
        "cooperation_agreement", "renewed", {"Limoges", "Dori"},
    ),
    (
        "Périgueux et Amberg, cité du Haut-Palatinat, en Allemagne, ont scellé leur jumelage.",
        "twinning", "signed", {"Périgueux", "Amberg"},
    ),
    (
        "Le conseil municipal de Rodez a autorisé le maire à signer une convention de coopération avec la Ville de Iași, en "
        "Roumanie.",
        "cooperation_agreement", "planned", {"Rodez", "Iași"},
    ),
    (
        "Les élus de Pau ont approuvé jeudi le pacte d'amitié avec Göttingen, en Allemagne.",
        "friendship_pact", "planned", {"Pau", "Göttingen"},
    ),
    (
        "La convention entre Angers et Bamako, arrivée à échéance en 2022, a été reconduite hier.",
        "cooperation_agreement", "renewed", {"Angers", "Bamako"},
    ),
    (
        "Brest et Dresde, en Allemagne, travaillent ensemble depuis 1998 dans la formation des ingénieurs.",
        "partnership", "ongoing", {"Brest", "Dresde"},
    ),
]  # fmt: skip

SEVERAL = [
    (
        "Le maire de Morlaix rappelle que les jumelages de Morlaix avec Würselen, en Allemagne, et Truro, au Royaume-Uni, se "
        "portent bien.",
        [("twinning", "ongoing", None), ("twinning", "ongoing", None)],
    ),
    (
        "Nantes et Cardiff, au pays de Galles, liées depuis 1964, ont signé le 3 mai 2022 un accord de coopération.",
        [("partnership", "ongoing", None), ("cooperation_agreement", "signed", "2022-05-03")],
    ),
    (
        "L'Aude et la province de Khammouane, au Laos, ont signé le 4 juin 2021 une convention de coopération.\n\nLa première convention, "
        "signée en 2009, a été renouvelée en 2013 puis en 2017.",
        [
            ("cooperation_agreement", "signed", "2009"),
            ("cooperation_agreement", "renewed", "2013"),
            ("cooperation_agreement", "renewed", "2017"),
            ("cooperation_agreement", "signed", "2021-06-04"),
        ],
    ),
]  # fmt: skip

NOTHING = [
    "La Ville de Béthune et le club de handball ont signé une convention d'objectifs avant le match contre Tournai.",
    "Les maires de Courtételle et de Develier ont signé la convention de fusion ; les citoyens trancheront dans les urnes.",
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


@pytest.mark.parametrize(("text", "records"), SEVERAL)
def test_each_instrument_of_a_text_is_a_record(text: str, records: list[tuple[str, str, str | None]]):
    found = entente.read(text).agreements
    told = [(a.kind, a.status, a.signed_on.edtf if a.signed_on else None) for a in found]
    assert sorted(told, key=str) == sorted(records, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "La maire de Brest dément tout jumelage avec la ville de Volgograd, en Russie.",
        "Entre Dole et la ville suisse de Nyon, de jumelage il n'est nullement question, tranche le maire de Dole.",
    ],
)
def test_a_denied_relation_is_told_as_denied(text: str):
    assert {(a.status, a.certainty) for a in entente.read(text).agreements} == {("planned", "denied")}


@pytest.mark.parametrize("text", NOTHING)
def test_no_agreement(text: str):
    assert entente.read(text).agreements == ()
