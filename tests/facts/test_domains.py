import pytest
import spacy

from entente.annotations import LinkedEntity, Mention, set_entities
from entente.facts.domains import find_domains, match_domains
from entente.lexicons import load_lexicon
from entente.records.codes import DOMAINS

ENTRIES = load_lexicon("domaines")["domaines"]


def codes(text: str) -> list[str]:
    return [item["code"] for item in find_domains(spacy.blank("fr").make_doc(text), 0, len(text))]


def test_every_code_of_the_contract_has_its_words() -> None:
    assert tuple(sorted(ENTRIES)) == tuple(sorted(DOMAINS))
    assert all(entry["label"] and entry["sdg"] and entry["dac"] for entry in ENTRIES.values())


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, entry in ENTRIES.items() for t in entry["exemple"]])
def test_examples_fire(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, entry in ENTRIES.items() for t in entry["piege"]])
def test_traps_do_not_fire(code: str, text: str) -> None:
    assert code not in codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les volets culturels, sportifs et éducatifs du jumelage.", ["culture", "sport", "education"]),
        ("La mobilité étudiante et la mobilité durable.", ["higher_education_research", "mobility"]),
        ("COOPERATION DANS LE DOMAINE DE L'EAU ET DE L'ENERGIE", ["water_sanitation", "climate_energy"]),
        ("Mme Roy, adjointe à la culture et au patrimoine, et le ministre délégué chargé des transports.", []),
        ("Un rang élevé, un colis livré, une porte ouverte.", []),
        ("La délégation a visité la vieille ville.", []),
        ("", []),
    ],
)
def test_domains_in_the_order_of_the_text(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_the_longest_phrase_wins() -> None:
    text = "Le développement durable et l’économie circulaire"
    assert [text[m.start : m.end] for m in match_domains(text, 0, len(text))] == [
        "développement durable",
        "économie circulaire",
    ]


def test_words_inside_a_name_do_not_count() -> None:
    doc = spacy.blank("fr").make_doc("L'Agence de la santé soutient le sport.")
    mention = Mention(start=2, end=20, kind="name", inferred=False)
    agency = LinkedEntity(
        type="organization", subtype=None, name="Agence de la santé", ids={}, country=None,
        latitude=None, longitude=None, mentions=[mention],
    )  # fmt: skip
    set_entities(doc, [agency])
    assert [item["code"] for item in find_domains(doc, 0, len(doc.text))] == ["sport"]
    doc_without = spacy.blank("fr").make_doc("Pour la santé et le sport.")
    assert [item["code"] for item in find_domains(doc_without, 0, len(doc_without.text))] == ["health", "sport"]
