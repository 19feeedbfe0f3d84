import pytest

from entente.facts.pledges import find_pledges
from entente.lexicons import load_lexicon

LEXICON = load_lexicon("engagements")
CUES = LEXICON["cues"]
NOUNS = LEXICON["noms"]
PRESENTS = LEXICON["presents"]


@pytest.mark.parametrize(("name", "text"), [(cue["nom"], cue["exemple"]) for cue in CUES])
def test_examples_fire(name: str, text: str) -> None:
    assert find_pledges(text, 0, len(text))


@pytest.mark.parametrize(("name", "text"), [(cue["nom"], cue["piege"]) for cue in CUES])
def test_traps_do_not_fire(name: str, text: str) -> None:
    rules = ("pledge", "wish")
    assert not [pledge for pledge in find_pledges(text, 0, len(text)) if pledge.rule in rules]


def verbs(text: str, rule: str) -> list[str]:
    return [pledge.verb for pledge in find_pledges(text, 0, len(text)) if pledge.rule == rule]


@pytest.mark.parametrize("entry", NOUNS, ids=lambda entry: str(entry["nom"]))
def test_examples_of_nouns_fire(entry: dict[str, str]) -> None:
    assert verbs(entry["exemple"], "promised_noun")
    assert not verbs(entry["piege"], "promised_noun")


@pytest.mark.parametrize("entry", PRESENTS, ids=lambda entry: str(entry["nom"]))
def test_examples_of_presents_fire(entry: dict[str, str]) -> None:
    assert verbs(entry["exemple"], "present") or verbs(entry["exemple"], "promised_noun")
    assert not verbs(entry["piege"], "present")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les deux ports s'engagent à créer un fonds, à former des agents et à promouvoir la filière.",
            ["créer", "former", "promouvoir"],
        ),
        ("Metz s'engage à soutenir et promouvoir les arts, ainsi qu'à animer un club.", ["soutenir", "animer"]),
        ("La charte encouragera et soutiendra les arts.", ["encourager"]),
        ("La Région financera les travaux et mettra en place un comité.", ["financer", "mettre en place"]),
        ("L'accord prévoit l'envoi de volontaires et la réhabilitation d'une école.", ["envoyer", "réhabiliter"]),
        ("La création d'un fonds est prévue.", ["créer"]),
        ("Une piste sera ainsi aménagée d'ici 2030.", ["aménager"]),
        ("Ils ont redit leur volonté de renforcer les liens.", ["renforcer"]),
        ("Elles continueront à échanger des étudiants et entendent continuer à publier.", ["échanger", "publier"]),
        ("Dakar accueillera une délégation et enverra dix stagiaires.", ["envoyer"]),
        ("Il a été convenu de créer un comité.", ["créer"]),
        ("Les deux ports s'épauleront.", ["épauler"]),
        ("Le festival se tiendra en mai et la fanfare jouera.", []),
        ("La Ville ne financera pas le voyage.", []),
        ("Quand la Région financera le pont, on verra.", []),
        ("Le syndicat signataire prêtera son concours.", ["prêter"]),
        ("Tours accueillera chaque année dix stagiaires.", ["accueillir"]),
        ("Deux chantiers sont ouverts : la réfection du pont et l'accueil de stagiaires.", ["refaire", "accueillir"]),
        ("Trois axes sont retenus : la gestion des déchets, la culture.", []),
        ("Le programme prévoit la visite du port et la remise des prix.", []),
        ("La coopération que nous souhaitons mener est belle.", []),
        ("La mairie entra dans le réseau et livra deux bus.", []),
        ("", []),
    ],
)  # fmt: skip
def test_verbs_promised(text: str, expected: list[str]) -> None:
    assert [pledge.verb for pledge in find_pledges(text, 0, len(text))] == expected


def test_each_action_ends_where_the_next_begins() -> None:
    text = "Metz s'engage à créer un fonds commun et à former des agents."
    assert [text[p.action.start : p.action.end] for p in find_pledges(text, 0, len(text))] == [
        "créer un fonds commun",
        "former des agents",
    ]


def test_a_line_without_end_is_read_in_bounded_windows() -> None:
    text = "Metz s'engage à créer un fonds et la Région financera un pont que nous souhaitons bâtir " * 800
    assert len(find_pledges(text, 0, len(text))) > 800
