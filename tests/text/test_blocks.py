"""What each line of a release is."""

import pytest

from entente.text.blocks import find_blocks

RELEASE = """Vie locale
Nirac et Volmont, deux villes et un pont
Publié le 3 mars 2021
Les deux villes se rapprochent depuis un an.
Au programme :
- des échanges scolaires ;
• un marché commun.
Un long compagnonnage
« Nous y croyons. »
Mme Anne Roy (maire de Volmont)
Photo : le pont, vu du quai
Contact presse : 01 02 03 04 05"""


def kinds(text: str) -> list[str]:
    return [block["kind"] for block in find_blocks(text)]


def test_a_whole_release() -> None:
    assert kinds(RELEASE) == [
        "heading", "title", "dateline", "paragraph", "paragraph", "bullet", "bullet", "heading", "paragraph",
        "signature", "caption", "boilerplate",
    ]  # fmt: skip


def test_a_bullet_knows_what_introduces_its_list() -> None:
    assert [block["lead"] for block in find_blocks(RELEASE)][5:7] == [4, 4]


@pytest.mark.parametrize(
    "line",
    ["Lomé, le 12 juin 2019", "02/12/2021", "10.07.2022 | Le Journal",
     "Publié le 21-04-2023 à 10:00", "17 novembre 2010",
     "15/11/2018 Agir, entreprendre...", "Mardi 4 mai 2021", "Mis à jour le 3 mai", "Nirac (Togo), 4 mai 2020"],
)  # fmt: skip
def test_lines_that_only_date(line: str) -> None:
    assert kinds(f"{line}\n\nLa ville reçoit ses amis.")[0] == "dateline"


@pytest.mark.parametrize(
    "line",
    ["Le 12 juin 2019, la ville a reçu ses amis de Lomé.",
     "12 juin : les deux villes signent leur charte de jumelage à Lomé",
     "NIRAC (APS) – La ville a reçu, le 3 mai, ses amis."],
)  # fmt: skip
def test_lines_that_do_more_than_date(line: str) -> None:
    assert kinds(f"{line}\n\nLa ville reçoit ses amis.")[0] != "dateline"


def test_a_line_broken_by_the_margin_is_one_paragraph() -> None:
    text = "Le maire de la ville, qui avait signé la convention avec son\nhomologue, est venu hier."
    assert kinds(text) == ["paragraph"]


def test_a_short_question_is_a_heading() -> None:
    assert kinds("Deux villes signent\nElles ont signé hier.\nPourquoi s’allier ?\nPour grandir.")[2] == "heading"


@pytest.mark.parametrize("text", ["", "  \n\n ", "«", "a", "- ", "12", "\u2028x"])
def test_odd_texts_raise_nothing(text: str) -> None:
    assert all(0 <= block["start"] < block["end"] <= len(text) for block in find_blocks(text))
