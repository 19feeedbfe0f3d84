"""Which body publishes a text, and each of its items."""

import pytest
from tagged import read

from entente.annotations import get_entities, home_at
from entente.entities.home import mark_homes
from entente.entities.home_page import masthead_words
from entente.lexicons import load_lexicon

HOMES = [
    # mastheads
    ("LA LETTRE DE MARMANDE\nn° 12\n\nPortogruaro nous attend\n\nLa Ville de Portogruaro, en Italie, a tout préparé.", "city", "MARMANDE"),
    ("FIGEAC MAGAZINE\n\nLa délégation de Christuru est repartie hier soir après quatre jours passés ici.", "city", "FIGEAC"),
    ("VILLE DE VEVEY\nCommuniqué de presse\n\nLa Ville de Nikki, au Bénin, recevra deux pompes.", "city", "VEVEY"),
    ("Yverdon-les-Bains | Coopération\n\nLe partenariat avec Kikwit a pris fin, annonce la Ville.", "city", "Yverdon-les-Bains"),
    ("Département de la Moselle\n\nLa Ville de Metz et le canton de Vianden ont signé.", "department", "Moselle"),
    ("AUBUSSON\n\nUn demi-siècle\n\nLa bourgmestre de Bad Saulgau, en Allemagne, et le maire ont signé.", "city", "AUBUSSON"),
    ("Université de Lille | Actualités\n\nLe président a signé avec l'Université de Parakou.", "organization", "Université de Lille"),
    # date lines and dispatches
    ("Foix, le 3 mai 2021\n\nLa Ville de Lérida, en Espagne, a répondu à la mairie.", "city", "Foix"),
    ("Safi, 5 mai 2018 (MAP) - Une délégation de la ville de Saint-Nazaire, en France, a été reçue.", "city", "Safi"),
    # headlines and labels
    ("Mâcon : vers un jumelage avec la ville marocaine d'Asilah\n\nLe conseil votera lundi.", "city", "Mâcon"),
    ("Un pacte\n\nDRUMMONDVILLE. Un pacte d'amitié unit la ville à Houma, en Louisiane.", "city", "DRUMMONDVILLE"),
    # who is asked
    ("Un pont\n\nNérac et Barbastro, en Espagne, se sont liées, et l'on se réjouit sur les deux rives de ce pont bâti patiemment par les élus, année après année, sans bruit et sans cesse.\n\nContact presse : Ville de Nérac, 05 00 00 00 00", "city", "Nérac"),
    # how it is told
    ("La délégation de Maglie (Italie) accueillie à Rumilly\n\nRumilly reçoit ses amis de Maglie.", "city", "Rumilly"),
]  # fmt: skip


def home_of(text: str, kind: str, offset: int = 0) -> str | None:
    """The name of the body of a type that speaks at an offset."""
    doc = read(text)
    mark_homes(doc)
    body = home_at(doc, offset, kind)
    return None if body is None else get_entities(doc)[body]["name"]


@pytest.mark.parametrize(("text", "kind", "name"), HOMES)
def test_who_publishes(text: str, kind: str, name: str) -> None:
    assert home_of(text, kind) == name


def test_each_item_of_a_bulletin_has_its_own_home() -> None:
    text = (
        "BRÈVES DU RÉSEAU\n\nQUIMPER\nLa Ville reçoit Limerick, en Irlande, du 3 au 8 mai.\n\n"
        "LORIENT\nLa Ville rend visite à Vigo, en Espagne, en juin."
    )
    assert home_of(text, "city", text.index("La Ville reçoit")) == "QUIMPER"
    assert home_of(text, "city", text.index("La Ville rend")) == "LORIENT"


def test_an_embassy_makes_no_town_the_home() -> None:
    doc = read("Ambassade de France au Togo\n\nKpalimé et Colmar, en Alsace, ont signé un accord de coopération.")
    mark_homes(doc)
    assert home_at(doc, 0, "city", sure=True) is None


@pytest.mark.parametrize("key", ["enseigne", "contact", "partenaire", "presentation", "portrait"])
def test_every_list_has_an_example(key: str) -> None:
    assert load_lexicon("entities_home")[f"{key}_exemple"]


def test_the_words_of_a_masthead_leave_only_the_name() -> None:
    lexicon = load_lexicon("entities_home")
    example = [word for word in lexicon["enseigne_exemple"].casefold().split() if word not in masthead_words()]
    trap = [word for word in lexicon["enseigne_piege"].casefold().split() if word not in masthead_words()]
    assert example == ["marmande"]
    assert len(trap) > 1
