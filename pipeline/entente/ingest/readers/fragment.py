"""Pieces of HTML that hold nothing but the document: entries of feeds, bodies of messages, cells of tables.

trafilatura is for whole pages with menus to leave out; of a piece it keeps too little. Renderers such as inscriptis
draw tables as columns, which cuts the sentences of a newsletter that is laid out with them.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

from entente.ingest.encoding import compose
from entente.ingest.readers.blocks import Block, written

BLOCKS = frozenset(
    [
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
        ),
        *(
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
        ),
        *("pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
"""Elements that stand on lines of their own, cells of tables among them."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
"""lxml refuses a str that declares an encoding."""

_PARSER = html.HTMLParser(huge_tree=True)
"""Mark-up of mail programs nests deeper than the 256 elements that libxml2 takes otherwise."""

UNSEEN = frozenset(["head", "noscript", "script", "select", "style", "svg", "template"])


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML: `"<p>Été<br>2019</p><ul><li>Un"` → `"Été\\n2019\\n\\n- Un\\n"`."""
    try:
        root = html.fromstring(_DECLARATION.sub("", compose(markup)), parser=_PARSER)
    except (etree.ParserError, ValueError):
        return ""
    return written(_blocks(root))


def _blocks(root: html.HtmlElement) -> Iterator[Block]:
    """Runs of text between the edges of blocks; a walk without recursion, since markup nests without limit."""
    text: list[str] = []
    item = False
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            text.append(element.tail or "" if not skipped else "")
            continue
        unseen = element.tag in UNSEEN
        if event == "start":
            skipped += unseen
            if element.tag in BLOCKS:
                yield Block("".join(text), item)
                text, item = [], element.tag == "li"
            text += ["" if skipped else _words(element.text), "\n" if element.tag == "br" else ""]
        else:
            skipped -= unseen
            if element.tag in BLOCKS:
                yield Block("".join(text), item)
                text, item = [], False
            if element is not root:
                text.append("" if skipped else _words(element.tail))
    yield Block("".join(text), item)


def _words(text: str | None) -> str:
    """Line ends of the source are spaces on the page."""
    return text.replace("\n", " ") if text else ""
