"""What kind of event a sentence tells, where several of its words could say so."""

import pytest
from told import rendered


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        # the stay is what one goes for
        ("Six jeunes partiront en stage à <city>Pise</city> en <date edtf=2024-06>juin</date>.", ["exchange planned 2024-06 @ Pise"]),
        # whoever comes to sign signs
        (
            "Le maire de <city>Pise</city>, <person>Aldo Neri</person>, viendra signer <date edtf=2024-06-15>le 15 juin</date>.",
            ["signing planned 2024-06-15 with Aldo Neri"],
        ),
        # an instrument told before, as a pronoun
        (
            "Une convention lie les deux villes. Elle a été signée <date edtf=2024-04-03>le 3 avril</date> à <city>Gap</city> par "
            "<person>Luc Blanc</person> et <person>Omar Fall</person>.",
            ["signing 2024-04-03 @ Gap with Luc Blanc, Omar Fall"],
        ),
        # an occasion with a title stands beside the visit, and beside the signature
        (
            "Une délégation de <city>Gap</city> a participé, à <city>Pise</city>, aux premières Rencontres de l'eau, "
            "<date edtf=2024-04-03>mercredi</date>.",
            ["mission 2024-04-03 @ Pise", "conference 2024-04-03 @ Pise"],
        ),
        (
            "Le pacte a été signé <date edtf=2024-04-03>le 3 avril</date> à <city>Houma</city>, pendant le 2e Rendez-vous cadien.",
            ["signing 2024-04-03 @ Houma", "festival 2024-04-03 @ Houma"],
        ),
        # «elle» is what the sentence before names
        (
            "Une exposition racontera le jumelage. Elle se tiendra du <date edtf=2024-05-18/2024-06-18>18 mai au 18 juin</date> à "
            "<city>Ulm</city>.",
            ["festival planned 2024-05-18/2024-06-18 @ Ulm"],
        ),
        # an occasion without its noun is of the kind of the one before
        (
            "Le salon s'est tenu à <city>Gand</city> en <date edtf=2023-10>octobre</date>. La précédente édition, en "
            "<date edtf=2021>2021</date>, avait attiré peu de monde à <city>Ulm</city>. La prochaine aura lieu à <city>Pise</city> "
            "<date edtf=2025-03-03>le 3 mars</date>.",
            ["festival 2023-10 @ Gand", "festival 2021 @ Ulm", "festival planned 2025-03-03 @ Pise"],
        ),
        ("La troupe jouera <date edtf=2024-06-02>le 2 juin</date> à <city>Gand</city>.", ["festival planned 2024-06-02 @ Gand"]),
        (
            "Des pompiers se sont formés au sauvetage à <city>Pise</city> du <date edtf=2024-03-04/2024-03-08>4 au 8 mars</date>.",
            ["exchange 2024-03-04/2024-03-08 @ Pise"],
        ),
        (
            "Les maires de <city>Gap</city> et de <city>Pise</city> se sont parlé <date edtf=2024-04-09>mardi</date> à <city>Ulm</city>.",
            ["meeting 2024-04-09 @ Ulm with Gap, Pise"],
        ),
        # aimed at, and no event
        (
            "Le comité mixte se réunira <date edtf=2024-06-09>le 9 juin</date> à <city>Pise</city> pour relancer les échanges scolaires.",
            ["meeting planned 2024-06-09 @ Pise"],
        ),
        (
            "Dix ans après l'échange olympique, <person>Jan Vos</person> retourne à <city>Pise</city> <date edtf=2024-06-03>le 3 juin</date>.",
            ["mission planned 2024-06-03 @ Pise led Jan Vos"],
        ),
        # the people of a place travel
        ("Les Burgiens se rendront outre-Rhin en <date edtf=2024-09>septembre</date>.", ["mission planned 2024-09"]),
        # a second group is a second visit
        (
            "Une délégation a séjourné à <city>Pise</city>. Un premier groupe y était allé en <date edtf=2016-05>mai 2016</date>.",
            ["mission @ Pise", "mission 2016-05 @ Pise"],
        ),
        # a room is no fair
        (
            "La convention sera signée <date edtf=2024-06-03>le 3 juin</date>, salon Paul-Bellamy, à <city>Gap</city>.",
            ["signing planned 2024-06-03 @ Gap"],
        ),
    ],
)  # fmt: skip
def test_kind(markup: str, expected: list[str]) -> None:
    assert rendered(markup, "2024-05-01") == expected


@pytest.mark.parametrize(
    "markup",
    [
        "La convention signée en <date edtf=2012>2012</date> par <person>Luc Blanc</person> et <person>Omar Fall</person> court toujours.",
        "La convention a été renouvelée par le conseil municipal <date edtf=2024-04-28>le 28 avril</date>.",
        "L'opération, lancée en <date edtf=2004>2004</date>, en est à sa troisième édition.",
        "Le maire en a dévoilé <date edtf=2024-04-03>mercredi</date> le programme.",
        "Par la voix du chef de la délégation, <person>Jan Vos</person>, la ville a promis des pompes pour <date edtf=2024-06>juin</date>.",
    ],
)
def test_words_of_events_that_tell_of_none(markup: str) -> None:
    assert rendered(markup, "2024-05-01") == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Le joueur a signé son contrat <date edtf=2024-04-03>mercredi</date> à <city>Ulm</city>.", []),
        (
            "Une délégation turque s'est rendue à <city>Ulm</city> <date edtf=2024-04-03>mercredi</date>.",
            ["mission 2024-04-03 @ Ulm"],
        ),
    ],
)
def test_without_a_word_of_cooperation_a_visit_counts_and_a_signature_does_not(
    markup: str, expected: list[str]
) -> None:
    assert (
        rendered("Le journal de <country>Turquie</country>. " + markup, "2024-05-01", scope="Nouvelles\n\n") == expected
    )
