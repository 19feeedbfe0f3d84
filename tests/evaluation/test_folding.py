import pytest

from entente.evaluation.folding import fold, fold_code, fold_edtf


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("la Ville de St-Étienne", "saint etienne"),
        ("Ste-Foy", "sainte foy"),
        ("Mairie de Vévy", "vevy"),
        ("M. Œuvray", "oeuvray"),
        ("Les Sables-d'Olonne", "sables d olonne"),
        ("la", "la"),
        ("Ville de", "ville de"),
    ],
)
def test_names_are_compared_without_case_accents_articles(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_codes_keep_their_underscores() -> None:
    assert fold_code("Joint_Declaration") == "joint_declaration"


def test_marks_of_doubt_do_not_count() -> None:
    assert fold_edtf("2014~/..") == "2014/.."
