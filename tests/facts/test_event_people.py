"""Who leads, hosts, organises and attends, and where: whoever a sentence names for something else is left out."""

import pytest
from told import events, rendered


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<person>Lise Caron</person> est arrivée <date edtf=2024-05-03>vendredi</date> à <city>Lomé</city> à la tête de douze élus.",
            "mission 2024-05-03 @ Lomé led Lise Caron",
        ),
        (
            "La délégation, que conduit <person>Lise Caron</person>, a séjourné à <city>Lomé</city> <date edtf=2024-05-03>vendredi</date>.",
            "mission 2024-05-03 @ Lomé led Lise Caron",
        ),
        (
            "Une délégation de <city>Ulm</city> a séjourné <date edtf=2024-05-03>vendredi</date> à <city>Gap</city>. Conduite par le "
            "maire, <person>Jan Vos</person>, elle comprend trente personnes.",
            "mission 2024-05-03 @ Gap led Jan Vos",
        ),
        (
            "Après avoir rencontré l'ambassadeur <person>Li Wei</person>, il a gagné <city>Jinan</city> "
            "<date edtf=2024-05-27>le 27 mai</date> avec la délégation.",
            "mission 2024-05-27 @ Jinan",
        ),
        (
            "Le sommet, organisé par la <organization>CCI du Jura</organization> et la <region>Région Est</region>, s'est ouvert "
            "<date edtf=2024-05-03>vendredi</date> à <city>Gap</city> en présence de <person>Ida Berg</person>.",
            "conference 2024-05-03 @ Gap org CCI du Jura, Région Est with Ida Berg",
        ),
        (
            "La remise du matériel offert par la <city>Ville de Gap</city> a eu lieu <date edtf=2024-05-03>vendredi</date> à "
            "<city>Lomé</city>.",
            "ceremony 2024-05-03 @ Lomé",
        ),
        (
            "Un dîner offert par <person>Ida Berg</person> a réuni les hôtes <date edtf=2024-05-03>vendredi</date> à <city>Gap</city>.",
            "reception 2024-05-03 @ Gap by Ida Berg",
        ),
        (
            "Neuf infirmières étaient en stage à l'<organization>hôpital Numune</organization> en <date edtf=2024-02>février</date>.",
            "exchange 2024-02 @ hôpital Numune",
        ),
        (
            "De <city>Kiel</city> à <city>Husum</city>, la délégation a visité cinq ports "
            "<date edtf=2024-05-03>vendredi</date>.",
            "mission 2024-05-03",
        ),
    ],
)  # fmt: skip
def test_people_and_places(markup: str, expected: str) -> None:
    assert rendered(markup, "2024-06-01") == [expected]


def test_a_venue_named_after_its_town_is_not_in_the_town_told_before() -> None:
    told = (
        "Le festival a eu lieu à <city>Tyr</city>. La convention sera signée <date edtf=2024-05-03>le 3 mai</date> à la "
        "<venue>{venue}</venue>."
    )
    assert (
        rendered(told.format(venue="mairie de Monaco"), "2024-04-01")[1]
        == "signing planned 2024-05-03 @ mairie de Monaco"
    )
    assert rendered(told.format(venue="mairie"), "2024-04-01")[1] == "signing planned 2024-05-03 @ mairie, Tyr"


def test_a_town_told_long_ago_is_not_where_a_bare_town_hall_is() -> None:
    filler = "Le budget est voté. Le marché est ouvert. La route est fermée. Le pont est neuf. La gare est loin."
    told = "Le festival a eu lieu à <city>Tyr</city>. {filler} La convention sera signée à la <venue>mairie</venue> <date edtf=2024-05-03>le 3 mai</date>."
    assert rendered(told.format(filler=""))[1] == "signing planned 2024-05-03 @ mairie, Tyr"
    assert rendered(told.format(filler=filler))[1] == "signing planned 2024-05-03 @ mairie"


def test_head_counts_of_whoever_is_led() -> None:
    _, [event] = events(
        "Une délégation de <city>Ulm</city> a séjourné <date edtf=2024-05-03>vendredi</date> à <city>Gap</city>. Conduite par le "
        "maire, <person>Jan Vos</person>, elle comprend trente personnes."
    )
    assert [count["value"] for count in event["headcounts"]] == [30]
