"""RSS and Atom feeds: an entry is a document."""

from datetime import date
from pathlib import Path

import pytest

from entente.ingest.sources import find_sources, read_source

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ville de Clairval</title>
<item><title>L’accord &amp;amp; la fête</title><link>https://v.example/1</link><pubDate>Tue, 12 Mar 2019 10:00:00 +0100</pubDate>
<description>Résumé</description><content:encoded><![CDATA[<p>La Ville a <b>signé</b>.</p><p>Été à Fès.</p>]]></content:encoded></item>
<item><title>Deux</title><link>https://v.example/2</link><description>Le maire salue.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ville de Clairval</title><entry><id>urn:1</id><title>Un</title>
<updated>2019-03-12T10:00:00Z</updated><summary type="html">&lt;p&gt;La Ville signe.&lt;/p&gt;</summary></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_entries_are_documents_with_the_whole_text_before_the_summary(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "fil.xml").write_bytes(RSS.format(encoding=encoding).encode(encoding))
    sources = list(find_sources([str(tmp_path / "fil.xml")]))
    assert [source.name for source in sources] == [f"{tmp_path}/fil.xml!https://v.example/{n}" for n in (1, 2)]
    first, second = map(read_source, sources)
    assert (first.text, second.text) == ("La Ville a signé.\n\nÉté à Fès.\n", "Le maire salue.\n")
    assert (first.title, first.publisher) == ("L’accord & la fête", "Ville de Clairval")
    assert (first.published, second.published) == (date(2019, 3, 12), None)


def test_an_atom_entry_without_published_is_dated_by_its_update(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text(ATOM)
    (source,) = find_sources([str(tmp_path / "fil")])
    assert (read_source(source).text, read_source(source).published) == ("La Ville signe.\n", date(2019, 3, 12))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<rss version='2.0'><channel></channel></rss>", "is a feed without entries: nothing to read"),
        (
            b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'>]><rss version='2.0'></rss>",
            "is a feed that declares entities",
        ),
        (
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'>]><rss version='2.0'></rss>".encode("utf-16"),
            "declares entities",
        ),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "fil.xml").write_bytes(data)
    (source,) = find_sources([str(tmp_path / "fil.xml")])
    assert source.problem is not None
    assert message in source.problem


def test_a_feed_that_is_not_well_formed_gives_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "fil.xml").write_text(
        RSS.format(encoding="utf-8").replace("</channel></rss>", "").replace("&amp;amp;", "&")
    )
    assert [source.problem for source in find_sources([str(tmp_path / "fil.xml")])] == [None, None]
