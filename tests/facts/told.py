"""Marked releases: a text with its entities and dates in tags, and the events read out of it on one line each."""

import re

import spacy
from spacy.tokens import Doc

from entente.annotations import (
    DateMention,
    EventFound,
    LinkedEntity,
    Mention,
    Meta,
    get_dates,
    get_events,
    set_dates,
    set_entities,
    set_meta,
)
from entente.facts.events import EventsStage
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
    first, _, last = (edtf or "").partition("/")
    return DateMention(
        start=start, end=end, type="DATE", edtf=edtf, earliest=_day(first, 1), latest=_day(last or first, 31), mod=None,
        duration=None, inferred=False, conflict=False,
    )  # fmt: skip


def _day(edtf: str, day: int) -> str | None:
    """A day itself, one of its days for a month (which compare as text, so the 31st will do), else None."""
    if re.fullmatch(r"\d{4}-(?:0\d|1[0-2])", edtf):
        return f"{edtf}-{day:02}"
    return edtf if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf) else None


SCOPE = "Coopération internationale\n\n"
"""A headline that puts a text in scope and tells of no event."""


def events(markup: str, published: str | None = None, scope: str = SCOPE) -> tuple[Doc, list[EventFound]]:
    doc = marked(scope + markup)
    set_meta(doc, Meta(source=None, title=None, publisher=None, published=published))
    return EventsStage()(doc), get_events(doc)


def rendered(markup: str, published: str | None = None, scope: str = SCOPE) -> list[str]:
    doc, found = events(markup, published, scope)
    return [_render(doc, event) for event in found]


def _render(doc: Doc, event: EventFound) -> str:
    parts = [event["kind"]]
    if event["status"] != "held":
        parts.append(event["status"])
    if event["when"]:
        parts.append(event["when"].get("edtf") or get_dates(doc)[event["when"]["date"]]["edtf"] or "")
    if event["original_when"]:
        parts.append(f"was {get_dates(doc)[event['original_when']['date']]['edtf']}")
    for mark, slot in (
        ("@", "places"),
        ("led", "leaders"),
        ("by", "hosts"),
        ("org", "organizers"),
        ("with", "participants"),
    ):
        names = [item["name"] for item in event[slot]]  # type: ignore[literal-required]
        if names:
            parts.append(f"{mark} {', '.join(names)}")
    return " ".join(parts)
