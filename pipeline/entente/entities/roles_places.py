"""Bodies by where the text stands: the state of an embassy, the town of a paragraph."""

import re

from entente.annotations import Mention
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_titles import OF_STATES
from entente.lexicons.gazetteer import fold

TOWN_HALL = re.compile(r"hôtel[ -]de[ -]ville|mairie|maison communale|palais municipal", re.IGNORECASE)
EMBASSY = re.compile(
    r"(?:ambassade|consulat(?: général| honoraire)?) (?:d[eu]s? |d['’])(?:la |l['’])?(?P<state>.+)", re.IGNORECASE
)
"""The names of what represents a state: «Ambassade du Chili», «Consulat général d'Italie»."""


def sent_by(bodies: Bodies, title: str) -> list[int]:
    """The state whose embassy or consulate the text names: a bare ambassador is its own."""
    if title not in OF_STATES:
        return []
    names = [found["state"] for e in bodies.entities if (found := EMBASSY.match(e["name"]))]
    states = [(i, fold(e["name"])) for i, e in enumerate(bodies.entities) if e["type"] in ("country", "region")]
    return [i for i, name in states if any(fold(told).startswith(name) for told in names)]


def scene_of(bodies: Bodies, offset: int) -> int | None:
    """The town in which the paragraph was last: «à Nirac», «à l'hôtel de ville de Nirac»."""
    start = bodies.words.rfind("\n", 0, offset) + 1
    places = [
        (mention["end"], town)
        for i, entity in enumerate(bodies.entities)
        for mention in entity["mentions"]
        if start <= mention["start"] < offset and (town := _town_at(bodies, i, mention)) is not None
    ]
    return max(places)[1] if places else None


def _town_at(bodies: Bodies, body: int, mention: Mention) -> int | None:
    """The town that a mention locates something in, by itself or by its town hall."""
    entity = bodies.entities[body]
    if entity["type"] == "city":
        return body if mention.get("locative") else None
    if entity["type"] != "venue" or not TOWN_HALL.match(entity["name"]):
        return None
    name = f" {fold(entity['name'])} "
    towns = (i for i, e in enumerate(bodies.entities) if e["type"] == "city" and f" {fold(e['name'])} " in name)
    return next(towns, None)
