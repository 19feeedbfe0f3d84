"""The stage on spaCy Docs: a blank pipeline, a given date, a date line."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import Meta, get_dates, get_meta, set_meta


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("entente_dates")
    return nlp


def values(doc: Doc) -> list[str | None]:
    return [mention["edtf"] for mention in get_dates(doc)]


def test_a_blank_pipeline_reads_dates(blank: Language) -> None:
    doc = blank("La mission aura lieu du 24 au 31 mai 2024.")
    assert values(doc) == ["2024-05-24/2024-05-31"]


def test_the_publication_date_anchors(blank: Language) -> None:
    doc = blank.make_doc("Le maire a signé mercredi.")
    set_meta(doc, Meta(source=None, title=None, publisher=None, published="2018-11-15"))
    assert values(blank(doc)) == ["2018-11-14"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Québec, le 12 mai 2019 – La Ville accueille ses jumeaux.", "2019-05-12"),
        ("Accueil des jumeaux\n\nPublié le 16/05/2022\n\nLa Ville les a reçus hier.", "2022-05-16"),
        ("International | Actualité du 27/01/2025\n\nUne convention a été signée hier.", "2025-01-27"),
        ("Jumelage\n\n20 juin 2018\n\nLa Ville accueille.", "2018-06-20"),
        ("Mont-Tremblant, le 23 juillet 2019\n\nLes élus ont voté.", "2019-07-23"),
        ("10.07.2022 | La Chine au présent\n\nLe festival ouvre.", "2022-07-10"),
        ("Une charte\n\nMis en ligne le mardi 3 mars 2020 à 14h05\n\nLa Ville…", "2020-03-03"),
        ("Communiqué de presse du 4 avril 2023\n\nLa Ville…", "2023-04-04"),
        ("SHERBROOKE, QC, le 12 mai 2022 – Le recteur a signé mercredi.", "2022-05-12"),
        ("Jumelage\n\nSOIGNIES  24/02/2022 - 14:05\n\nLe conseil a voté lundi.", "2022-02-24"),
        ("Canton\n\nCommuniqué conjoint du 8 mars 2022\n\nSecours : dès cet été.", "2022-03-08"),
        ("Un pacte\nPar Mireille Khattar, à Jezzine, le 30 mai 2017 à 00h00\n\nIl a plu samedi.", "2017-05-30"),
        ("Le 12 mai 2019, la Ville a accueilli ses jumeaux.", None),
        ("La Ville a reçu ses jumeaux le 12 mai 2019.", None),
        ("Jumelée depuis le 3 mai 1975.", None),
    ],
)
def test_the_date_line_gives_the_publication_date(blank: Language, text: str, published: str | None) -> None:
    assert get_meta(blank(text))["published"] == published


def test_a_given_date_is_kept(blank: Language) -> None:
    doc = blank.make_doc("Publié le 16/05/2022\n\nLa Ville reçoit.")
    set_meta(doc, Meta(source="a.txt", title=None, publisher=None, published="2022-05-18"))
    assert get_meta(blank(doc))["published"] == "2022-05-18"


def test_the_annotations_survive_bytes(blank: Language) -> None:
    doc = blank("Le 12 mai 2019, tout commence.")
    again = Doc(blank.vocab).from_bytes(doc.to_bytes())
    assert get_dates(again) == get_dates(doc)


def test_a_weekday_that_contradicts_its_date_says_so(blank: Language) -> None:
    (mention,) = get_dates(blank("Le lundi 12 mars 2019, tout commence."))
    assert (mention["edtf"], mention["conflict"]) == ("2019-03-12", True)
