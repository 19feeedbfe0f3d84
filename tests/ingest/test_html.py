from datetime import date

import pytest

from entente.errors import InputError
from entente.ingest.kinds import is_html
from entente.ingest.readers.html import read
from entente.ingest.source import Hints

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="{charset}"><title>Trente ans de jumelage | Ville de Clairval</title>
<meta property="og:site_name" content="Ville de Clairval">
<meta property="article:published_time" content="2021-03-04T10:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/agenda">Agenda</a></li></ul></nav>
<main><article><h1>Trente ans de jumelage</h1>
<p>La Ville de Clairval et la commune de Montségur-la-Forêt ont fêté trente ans d’amitié, avec leurs maires.</p>
<p>Elles ont renouvelé la charte qui les unit et promis de continuer les échanges scolaires. Le programme :</p>
<ul><li>Culture : une résidence d’artistes</li><li>Sport : un tournoi</li></ul>
</article></main><footer>Mentions légales</footer></body></html>
"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("utf-8", "cp1252")])
def test_the_article_is_read_with_its_title_and_date(charset: str, encoding: str) -> None:
    release = read(PAGE.format(charset=charset).encode(encoding), Hints())
    assert release.title == "Trente ans de jumelage"
    assert release.published == date(2021, 3, 4)
    assert release.publisher == "Ville de Clairval"
    assert "trente ans d’amitié" in release.text
    assert "- Culture : une résidence d’artistes" in release.text
    assert "Agenda" not in release.text
    assert "Mentions légales" not in release.text


def test_a_page_without_an_article_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"a page without an article: save the text of the release as \.txt"):
        read(b"<html><body><nav></nav></body></html>", Hints())


@pytest.mark.parametrize(
    ("data", "html"),
    [
        (b"\xef\xbb\xbf  <!doctype HTML><html>", True),
        ("<html><body>".encode("utf-16"), True),
        (b"\n<div class='article'><p>Le maire", True),
        (b"<< Le maire", False),
        ("Le maire a écrit : «a < b».".encode(), False),
    ],
)
def test_a_page_is_known_by_its_first_bytes(data: bytes, html: bool) -> None:
    assert is_html(data) is html
