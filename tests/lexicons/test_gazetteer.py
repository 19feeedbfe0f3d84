"""The compiled gazetteer and its folded names."""

import pytest

from entente.lexicons.gazetteer import fold, load_gazetteer


@pytest.mark.parametrize(
    ("name", "folded"),
    [("St-Étienne", "saint etienne"), ("L'Haÿ-les-Roses", "l hay les roses"), ("Œuilly", "oeuilly"), ("Łódź", "lodz")],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_homonyms_come_with_the_most_populous_first() -> None:
    places = load_gazetteer().find(["vienne"])["vienne"]
    assert places[0].country == "AT"
    assert {"city", "department"} <= {place.kind for place in places}


def test_french_names_of_foreign_towns_are_known() -> None:
    found = load_gazetteer().find(["londres", "grenade", "pekin", "inconnue de tous"])
    assert [found[key][0].country for key in ("londres", "grenade", "pekin")] == ["GB", "ES", "CN"]
    assert "inconnue de tous" not in found


def test_alternate_names_of_geonames_are_left_out() -> None:
    kita = load_gazetteer().find(["kita"]).get("kita", [])
    assert all(place.name == "Kita" for place in kita)
