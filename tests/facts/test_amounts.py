import pytest
import spacy

from entente.facts.amounts import find_amounts, find_counts


def amounts(text: str) -> list[tuple[float, str, str]]:
    doc = spacy.blank("fr").make_doc(text)
    return [
        (item["value"], item["currency"], text[a:b])
        for item in find_amounts(doc, 0, len(text))
        for a, b in item["evidence"]
    ]


def counts(text: str) -> list[tuple[int, bool, str | None]]:
    doc = spacy.blank("fr").make_doc(text)
    return [(item["value"], item["approximate"], item["of"]) for item in find_counts(doc, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("une aide de 2,5 millions d'euros", [(2_500_000, "EUR", "2,5 millions d'euros")]),
        ("deux cent mille euros", [(200_000, "EUR", "deux cent mille euros")]),
        ("75 000 € puis 75.000 euros", [(75_000, "EUR", "75 000 €"), (75_000, "EUR", "75.000 euros")]),
        ("60 k€, 4 M€", [(60_000, "EUR", "60 k€"), (4_000_000, "EUR", "4 M€")]),
        ("120,000 euros", [(120_000, "EUR", "120,000 euros")]),
        ("3,215 milliards de FCFA pour le Tchad", [(3_215_000_000, "XAF", "3,215 milliards de FCFA")]),
        ("40 millions de francs CFA à Cotonou", [(40_000_000, "XOF", "40 millions de francs CFA")]),
        ("une entente de 30 000 $ entre la France et le Québec", [(30_000, "CAD", "30 000 $")]),
        ("un don de 500 dollars américains", [(500, "USD", "500 dollars américains")]),
        ("En 2021, 14 communes et 3 jours.", []),
        ("Un euro symbolique", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("une trentaine d'acteurs économiques", [(30, True, "acteurs économiques")]),
        ("Douze Italiens et trois musiciens", [(12, False, "Italiens"), (3, False, "musiciens")]),
        ("près de 400 personnes", [(400, True, "personnes")]),
        ("plus de 2 500 visiteurs", [(2500, True, "visiteurs")]),
        ("quatre-vingt-deux lycéens", [(82, False, "lycéens")]),
        ("22 entreprises bretonnes", [(22, False, "entreprises")]),
        ("sept millions de personnes, 91 ans, trois jours", []),
        ("le 12 mai 2021", []),
    ],
)
def test_counts(text: str, expected: list[tuple[int, bool, str | None]]) -> None:
    assert counts(text) == expected
