"""The relevance gate: what must pass, what must not, and that a page's markup hides nothing."""

import html
import json
from pathlib import Path

import pytest

from entente.lexicons import load_lexicon
from entente.text.cues import load_finder
from entente.text.relevance import may_concern, relevance

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
RELEASES = [
    path.with_suffix("").with_suffix("")
    for part in ("train", "dev", "test", "validation")
    for path in sorted((CORPUS / part).glob("*.gold.json"))
]
POSITIVE = [r for r in RELEASES if json.loads(r.with_suffix(".gold.json").read_text("utf-8"))["kind"] != "negative"]
GROUPS = load_lexicon("pertinence").items()
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Actualit&eacute;s</title><style>p {{ color: red }}</style>
<script>var menu = {{"a": "</p>"}};</script></head><body><nav><a href="/">Accueil</a></nav><div class="texte">{text}</div>
<footer>Mentions l&eacute;gales</footer></body></html>"""
PASSING = "Une délégation de Bavière a signé un accord avec la mairie."
NEWS = [
    "Le pont de la rocade fermé trois nuits\n\nLa chaussée sera refaite du lundi au mercredi, de 21 heures à 6 heures. Une déviation passera par la zone commerciale.",
    "Victoire précieuse des handballeuses\n\nMenées à la pause, elles ont renversé le match en dix minutes et s'imposent 28 à 25 devant leur public.",
    "Recette : la tarte aux poireaux\n\nÉmincez les poireaux, faites-les fondre au beurre et versez l'appareil sur la pâte. Enfournez quarante minutes.",
    "Cambriolage : deux hommes jugés\n\nLe tribunal correctionnel les a condamnés à dix mois de prison avec sursis. Le procureur en avait demandé quinze.",
]


@pytest.mark.parametrize("release", POSITIVE, ids=lambda release: release.name)
def test_every_positive_release_passes(release: Path) -> None:
    text = release.with_suffix(".txt").read_text("utf-8")
    assert relevance(text).passes
    assert may_concern(text)


@pytest.mark.parametrize("encode", [str, lambda text: text.encode("ascii", "xmlcharrefreplace").decode(), html.escape])
def test_every_positive_release_passes_as_a_page(encode) -> None:
    for release in POSITIVE:
        paragraphs = "".join(
            f"<p>{encode(line)}</p>\n" for line in release.with_suffix(".txt").read_text("utf-8").splitlines()
        )
        assert may_concern(PAGE.format(text=paragraphs)), release.name


@pytest.mark.parametrize(
    "text",
    [
        "La Ville de Lille a signé un accord de partenariat avec Cologne.",  # a hamlet of the Gers has that name
        "Une délégation venue d'Afrique a été reçue à la mairie.",
        "Le conseil municipal a voté la signature d'un pacte d'amitié avec Qibya.",  # in no list
    ],
)
def test_one_sentence_about_cooperation_passes(text: str) -> None:
    assert relevance(text).passes
    assert may_concern(text)


@pytest.mark.parametrize("text", NEWS, ids=lambda text: text.split("\n")[0])
def test_ordinary_news_is_stopped(text: str) -> None:
    assert not relevance(text).passes
    assert not may_concern(text)
    assert not may_concern(PAGE.format(text=html.escape(text)))


@pytest.mark.parametrize(("group", "entry"), GROUPS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_group_fires_on_its_example_and_not_on_its_trap(group: str, entry: dict) -> None:
    finder = load_finder()
    assert group in {cue.group for _, cue in finder.find(entry["exemple"])}
    assert group not in {cue.group for _, cue in finder.find(entry["piege"])}


@pytest.mark.parametrize(
    "written",
    [
        "coopération",
        "COOPÉRATION",
        "COOPERATION",
        "Cooperation",
        "coope\u0301ration",
        "Coopérations",
        "l'coopération",
        "(coopération)",
    ],
)
def test_case_and_accents_do_not_hide_a_cue(written: str) -> None:
    assert [cue.form for _, cue in load_finder().find(f"Une {written}.")] == ["coopération*"]


@pytest.mark.parametrize(
    "written", ["ville sœur", "ville\u00a0soeur", "ville\nsœur", "VILLE SOEUR", "ville-sœur", "ville‑sœur"]
)
def test_spaces_and_hyphens_do_not_hide_a_cue(written: str) -> None:
    assert {cue.group for _, cue in load_finder().find(f"Une {written}.")} == {"jumelage"}


def test_a_text_around_a_passing_text_never_stops_it() -> None:
    alone = relevance(PASSING)
    for before, after in [(NEWS[0], NEWS[1]), ("", NEWS[2] * 40), (NEWS[3] * 40, "")]:
        assert relevance(f"{before}\n\n{PASSING}\n\n{after}").score >= alone.score >= 0.5


def test_cues_far_from_each_other_do_not_add_up() -> None:
    near, far = (
        "Il vit en Allemagne. " + NEWS[0] * times + " Un accord de coopération a été signé." for times in (1, 20)
    )
    assert relevance(near).passes
    assert not relevance(far).passes


def test_what_stands_far_before_takes_nothing_away() -> None:
    """The first text has all the cues of `actes` that count; out of the window they count no more."""
    text = "Une délégation de Bavière et du Tyrol autrichien a signé un accord."
    assert relevance("Accord, convention et pacte. " + NEWS[0] * 20 + text).score == relevance(text).score


def test_a_list_of_one_kind_counts_twice_at_most() -> None:
    names = "Le maire, le préfet, le ministre, le président, le député, le sénateur, le conseiller et les élus"
    assert not relevance(f"{names} étaient en Allemagne.").passes


def test_a_verdict_names_its_cues_once_in_the_order_of_the_text() -> None:
    verdict = relevance("Jumelage : le maire reçoit ses amis allemands. Le maire a parlé du jumelage.")
    assert verdict.cues == ("jumel*", "maire", "reçoit", "allemand*")


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav><p>{}</p></nav>",
        "<ul><li class='x'> <a href='/j'>{}</a></li></ul>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<!-- {} -->",
        "<SCRIPT type='x'>{}</SCRIPT >",
        "<p title='{}'>a</p>",
    ],
)
def test_what_a_page_does_not_show_is_no_cue(hidden: str) -> None:
    assert not may_concern(PAGE.format(text=hidden.format("jumelage avec Séville")))


@pytest.mark.parametrize(
    "shown",
    [
        "<script type='application/ld+json'>{}</script>",
        "<p>{}</p><script>var a;",
        "<!-- <p>{}</p>",
        "<aside>{}",
        "<ul><li>{}</li></ul>",
        "<p><a href='/j'>{}</a></p>",
        "<nav>{}",
        "<nav>{}" + "<p>Le conseil s'est tenu.</p>" * 20 + "</nav>",
    ],
)
def test_what_a_page_may_show_is_kept(shown: str) -> None:
    assert may_concern("<html></html>" + shown.format("Le jumelage avec Séville"))


@pytest.mark.parametrize(
    "part", ["<!--", "<nav>", "<li><a>", "<li> ", "<script>", "<style ", "<", "</", "&", "jumel", "<script>a</script>"]
)
def test_no_page_takes_quadratic_time(part: str) -> None:
    """A quadratic reading of a megabyte would not end in the time that a test suite has."""
    may_concern("</" + part * (1_000_000 // len(part)))


def test_an_empty_text_does_not_pass() -> None:
    assert relevance("") == (False, 0.0, ())
    assert not may_concern("")
