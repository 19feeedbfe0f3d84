"""Docs from marked text: `<person>Awa Diop</person> est à <city>Lomé</city> <date edtf=2024-05-03>le 3 mai</date>.`"""

import re

import spacy
from spacy.tokens import Doc

from entente.annotations import DateMention, LinkedEntity, Mention, set_dates, set_entities
from entente.text.component import LayoutStage

TAG = re.compile(r"<(?P<tag>\w+)(?: edtf=(?P<edtf>[^>]+))?>(?P<text>[^<]+)</(?P=tag)>")


def marked(markup: str) -> Doc:
    """A Doc with its layout, entities (one for each name) and dates, as the tags say; an unclosed tag is refused."""
    text, entities, dates = "", {}, []
    last = 0
    for found in TAG.finditer(markup):
        text += markup[last : found.start()]
        start, end = len(text), len(text) + len(found["text"])
        if found["tag"] == "date":
            dates.append(_date(start, end, found["edtf"]))
        else:
            entity = entities.setdefault(found["text"], _entity(found["tag"], found["text"]))
            entity["mentions"].append(Mention(start=start, end=end, kind="name", inferred=False))
        text += found["text"]
        last = found.end()
    text += markup[last:]
    assert not re.search(r"</?\w+>", text), f"unclosed tag in {text!r}"
    doc = LayoutStage()(spacy.blank("fr")(text))
    set_entities(doc, list(entities.values()))
    set_dates(doc, dates)
    return doc


def _entity(kind: str, name: str) -> LinkedEntity:
    return LinkedEntity(
        type=kind, subtype=None, name=name, ids={}, country=None, latitude=None, longitude=None, mentions=[]
    )  # fmt: skip


def _date(start: int, end: int, edtf: str | None) -> DateMention:
    return DateMention(
        start=start, end=end, type="DATE", edtf=edtf, earliest=None, latest=None, mod=None, duration=None,
        inferred=False, conflict=False,
    )  # fmt: skip
