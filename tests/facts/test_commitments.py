"""Commitments of short documents whose entities, agreements and layout are given by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from entente.annotations import (
    AgreementFound,
    Block,
    Extent,
    Filler,
    LinkedEntity,
    Mention,
    Sentence,
    get_commitments,
    set_agreements,
    set_entities,
    set_layout,
)
from entente.facts.commitments import CommitmentsStage

TYPES = {"Gatineau": "city", "Tours": "city", "la Wallonie": "region", "CCI de Gand": "organization"}
COUNTRIES = {"Gatineau": "CA", "Tours": "FR", "la Wallonie": "BE"}


def read(text: str, *, agreement: bool = False) -> list[tuple[str, list[str], list[str], str]]:
    """Verb, parties, domains and certainty of every commitment; lines that open with a dash are a list."""
    doc = spacy.blank("fr").make_doc(text)
    blocks, sentences, at = [], [], 0
    for line in text.split("\n"):
        bullet = line.startswith("- ")
        lead = next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i]["kind"] != "bullet"), None)
        blocks.append(
            Block(kind="bullet" if bullet else "paragraph", start=at, end=at + len(line), lead=lead if bullet else None)
        )
        sentences += split(line, at, len(blocks) - 1)
        at += len(line) + 1
    set_layout(doc, blocks, sentences, [])
    set_entities(doc, entities(text))
    set_agreements(doc, [bond(text)] if agreement else [])
    return rendered(CommitmentsStage()(doc))


def split(line: str, at: int, block: int) -> list[Sentence]:
    found, start = [], 0
    for part in line.split(". "):
        found.append(Sentence(start=at + start, end=at + start + len(part), block=block))
        start += len(part) + 2
    return found


def entities(text: str) -> list[LinkedEntity]:
    found: list[LinkedEntity] = []
    for name, type_ in TYPES.items():
        mentions = [
            Mention(start=i, end=i + len(name), kind="name", inferred=False)
            for i in range(len(text))
            if text.startswith(name, i)
        ]
        if mentions:
            found.append(
                LinkedEntity(
                    type=type_, subtype=None, name=name, ids={}, country=COUNTRIES.get(name), latitude=None, longitude=None,
                    mentions=mentions,
                )
            )  # fmt: skip
    return found


def bond(text: str) -> AgreementFound:
    first = text.split("\n", maxsplit=1)[0].split(". ", maxsplit=1)[0]
    parties = [
        Filler(entity=i, name=entity["name"], inferred=False, count=None, evidence=[Extent(0, 1)])
        for i, entity in enumerate(entities(text))
    ]
    return AgreementFound(
        kind="cooperation_agreement", title=None, parties=parties, signatories=[], signed_on=None, since=None,
        period=None, signed_at=None, domains=[], amounts=[], supporters=[], status="signed", certainty="asserted",
        attributed_to=None,
        evidence=[Extent(0, len(first))], confidence=0.9, rule="test", cues=[],
    )  # fmt: skip


def rendered(doc: Doc) -> list[tuple[str, list[str], list[str], str]]:
    return [
        (item["verb"], [p["name"] for p in item["parties"]], [d["code"] for d in item["domains"]], item["certainty"])
        for item in get_commitments(doc)
    ]


SIGNED = "Tours et Gatineau ont signé une convention. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tours et Gatineau s'engagent à développer le tourisme.",
            [("développer", ["Gatineau", "Tours"], ["tourism"], "asserted")],
        ),
        ("Tours souhaite accompagner la Wallonie.", [("accompagner", ["Tours"], [], "possible")]),
        (
            "Avec Tours, la Wallonie financera un lycée.",
            [("financer", ["la Wallonie"], ["education"], "asserted")],
        ),
        ("Le conseil municipal de Tours versera 5 000 euros à Gatineau.", [("verser", ["Tours"], [], "asserted")]),
        ("Les habitants de Tours visiteront le musée.", []),
        ("La fanfare ouvrira le bal à Tours.", []),
        ("La CCI de Gand proposera un repas.", []),
        (
            SIGNED + "Elle prévoit la création d'un fonds culturel.",
            [("créer", ["Gatineau", "Tours"], ["culture"], "asserted")],
        ),
        (
            SIGNED + "La convention prévoit la création d'un fonds culturel.",
            [("créer", ["Gatineau", "Tours"], ["culture"], "asserted")],
        ),
        (
            SIGNED + "Les deux villes comptent former des infirmiers.",
            [("former", ["Gatineau", "Tours"], ["health", "employment_training"], "possible")],
        ),
        (SIGNED + "Tours consacre 20 000 euros au projet.", [("consacrer", ["Tours"], [], "asserted")]),
        (
            SIGNED + "Les parties s'engagent à :\n- échanger des élèves ;\n- promotion du sport.",
            [
                ("échanger", ["Gatineau", "Tours"], ["education"], "asserted"),
                ("promouvoir", ["Gatineau", "Tours"], ["sport"], "asserted"),
            ],
        ),
        (SIGNED + "Étaient présents :\n- le maire de Tours ;\n- la création du comité.", []),
        (
            SIGNED + "Il s'agira de favoriser les start-up.",
            [("favoriser", ["Gatineau", "Tours"], ["economic_development"], "asserted")],
        ),
        (
            SIGNED + "Le conseil municipal de Tours a approuvé une aide de 9 000 euros à Gatineau.",
            [("octroyer", ["Tours"], [], "asserted")],
        ),
        (SIGNED + "Le parc sera entretenu par la ville de Tours.", [("entretenir", ["Tours"], [], "asserted")]),
        (SIGNED + "Le parc sera entretenu avec soin.", []),
        (SIGNED + "Une halle sera construite à Tours.", [("construire", [], [], "asserted")]),
        (SIGNED + "Une scène sera installée samedi à Tours.", []),
        (
            SIGNED + "Aux termes du texte, Tours fournit les arbres et Gatineau finance les serres.",
            [("fournir", ["Tours"], ["environment"], "asserted"), ("financer", ["Gatineau"], [], "asserted")],
        ),
        (SIGNED + "Tours a confirmé qu'elle verserait 100 euros.", [("verser", ["Tours"], [], "asserted")]),
        (SIGNED + "Tours verserait 100 euros.", [("verser", ["Tours"], [], "possible")]),
        (SIGNED + "Douze élèves sont partis. Ils prépareront un exposé.", []),
        (SIGNED + "Le maire de Tours veut agrandir le stade.", [("agrandir", ["Tours"], ["sport"], "possible")]),
        ("Tours et Gatineau sont jumelées. Le maire de Tours veut agrandir le stade.", []),
        (SIGNED + "Le maire de Tours s'est engagé à agrandir le stade.", [("agrandir", ["Tours"], ["sport"], "asserted")]),
        (SIGNED + "La délégation de Gatineau posera ses valises à Tours.", []),
        (SIGNED + "Les deux villes organiseront un bal dimanche.", []),
        (
            SIGNED + "Trois objectifs sont fixés : doter les écoles de latrines, former des agents.",
            [
                ("doter", ["Gatineau", "Tours"], ["education", "water_sanitation"], "asserted"),
                ("former", ["Gatineau", "Tours"], ["employment_training"], "asserted"),
            ],
        ),
        (
            SIGNED + "Les deux exécutifs veulent bâtir un musée.",
            [("bâtir", ["Gatineau", "Tours"], ["heritage"], "possible")],
        ),
        (SIGNED + "Les deux délégations veulent bâtir un musée.", []),
        (SIGNED + "Les axes retenus :\n- développement économique ;\n- la culture.", []),
        ("", []),
    ],
)  # fmt: skip
def test_commitments(text: str, expected: list[tuple[str, list[str], list[str], str]]) -> None:
    found = read(text, agreement="convention" in text)
    assert [(v, sorted(p), d, c) for v, p, d, c in found] == [(v, sorted(p), d, c) for v, p, d, c in expected]
