"""Pieces of HTML as text."""

import pytest

from entente.ingest.readers.fragment import fragment_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("Un accord", "Un accord\n"),
        ("<p>La <b>Ville</b> de\nLille</p><p>signe.</p>", "La Ville de Lille\n\nsigne.\n"),
        ("Le maire<br>de Lille", "Le maire\nde Lille\n"),
        ("<ul><li>Culture</li><li>Sport</li></ul>Fin", "- Culture\n- Sport\n\nFin\n"),
        ("<table><tr><td>Une phrase.</td><td>Une autre.</td></tr></table>", "Une phrase.\n\nUne autre.\n"),
        ("<style>p{}</style><p>A</p><script>b()</script> B<!-- c --> D", "A\n\nB D\n"),
        ("L&rsquo;&eacute;t&eacute;&nbsp;: 5&nbsp;€ &lt;net&gt;", "L’été\xa0: 5\xa0€ <net>\n"),
        ("<?xml version='1.0' encoding='utf-8'?><p>Un accord</p>", "Un accord\n"),
        ("<p>" + "<b>" * 1_500 + "profond", "profond\n"),
        ("<p>cafe\u0301", "café\n"),
    ],
)
def test_blocks_are_paragraphs_and_the_rest_runs_on(markup: str, text: str) -> None:
    assert fragment_text(markup) == text
