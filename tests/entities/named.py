"""Docs from sentences with their names tagged: `{p:Awa Diop}, maire de {c:Nirac}`."""

import re

import spacy
from spacy.tokens import Doc

from entente.annotations import LinkedEntity, Mention, get_entities, set_entities
from entente.entities.roles import find_roles
from entente.text.component import LayoutStage

TYPES = {
    "p": "person", "c": "city", "i": "intercommunality", "r": "region", "d": "department", "n": "country",
    "o": "organization", "v": "venue",
}  # fmt: skip
COUNTRIES = {
    "Sénégal": "SN",
    "France": "FR",
    "Maroc": "MA",
    "Togo": "TG",
    "Bénin": "BJ",
    "Japon": "JP",
    "Tunisie": "TN",
}
TAG = re.compile(r"\{(?P<type>\w):(?P<text>[^|{}]+)(?:\|(?P<name>[^{}]+))?\}")


def named(markup: str) -> Doc:
    """A Doc with layout and entities; `{p:Diop|Awa Diop}` also means Awa Diop; an unclosed tag is refused."""
    text, last = "", 0
    entities: dict[str, LinkedEntity] = {}
    for found in TAG.finditer(markup):
        text += markup[last : found.start()]
        name = found["name"] or found["text"]
        entity = entities.setdefault(name, _entity(TYPES[found["type"]], name))
        mention = Mention(start=len(text), end=len(text) + len(found["text"]), kind="name", inferred=False)
        entity["mentions"].append(mention)
        text += found["text"]
        last = found.end()
    text += markup[last:]
    assert not set("{}") & set(text), f"unclosed tag in {text!r}"
    doc = LayoutStage()(spacy.blank("xx")(text))
    set_entities(doc, list(entities.values()))
    return doc


def told(markup: str) -> list[str]:
    """Roles as `holder | title | body`, sorted: `["Awa Diop | mayor | Nirac"]`; an unknown body is `-`."""
    doc = named(markup)
    entities = get_entities(doc)
    return sorted(
        " | ".join(
            [
                ("ex-" if role["former"] else "") + entities[role["person"]]["name"],
                role["title"],
                "-" if role["organization"] is None else entities[role["organization"]]["name"],
            ]
        )
        for role in find_roles(doc)
    )


def _entity(kind: str, name: str) -> LinkedEntity:
    return LinkedEntity(
        type=kind, subtype=None, name=name, ids={}, country=COUNTRIES.get(name), latitude=None, longitude=None,
        mentions=[],
    )  # fmt: skip
