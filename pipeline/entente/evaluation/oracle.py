"""Gold entities and roles in the place of predicted ones: what later stages reach without the errors of earlier.

The usual analysis of a pipelined extractor: the difference between a score with and without the oracle is what better
entities can still bring.
"""

import re
from typing import Any

from spacy.tokens import Doc

from entente.annotations import Extent, LinkedEntity, Mention, RoleHeld, set_entities, set_roles


def apply_oracle(doc: Doc, gold: dict[str, Any]) -> None:
    """Put a gold case's entities and roles on the Doc, each name at every place where the text has it."""
    entities = _entities(doc.text, gold)
    set_entities(doc, entities)
    set_roles(doc, _roles(doc.text, gold, entities))


def _entities(text: str, gold: dict[str, Any]) -> list[LinkedEntity]:
    """The longest name wins where two overlap; a person is also found by surname after a title."""
    claims: list[tuple[int, int, int]] = []
    for index, item in enumerate(gold["entities"]):
        for form in _forms(item):
            claims += [(found.start(), found.end(), index) for found in re.finditer(form, text)]
    mentions: dict[int, list[Mention]] = {}
    taken: list[tuple[int, int]] = []
    for start, end, index in sorted(claims, key=lambda claim: (claim[0] - claim[1], claim[0], claim[2])):
        if all(end <= other_start or other_end <= start for other_start, other_end in taken):
            taken.append((start, end))
            mention = Mention(start=start, end=end, kind="name", inferred=False)
            mentions.setdefault(index, []).append(mention)
    found_entities = [_entity(gold["entities"][index], spans) for index, spans in mentions.items()]
    return sorted(found_entities, key=lambda entity: entity["mentions"][0]["start"])


def _forms(item: dict[str, Any]) -> list[str]:
    names = [item["name"]] if isinstance(item["name"], str) else item["name"]
    forms = [rf"(?<!\w){_flexible(name)}(?!\w)" for name in names]
    if _first(item["type"]) == "person":
        forms += [
            rf"(?<={title}){_flexible(surname)}(?!\w)" for surname in _surnames(names[0]) for title in TITLE_FORMS
        ]
    return forms


TITLE_FORMS = (r"M\.\s", r"Mme\s", r"Monsieur\s", r"Madame\s", r"MM\.\s", r"\set\s")


def _surnames(name: str) -> list[str]:
    """«El hadji Magatte Sèye» → «Sèye»; «Olfa Ben Ouda» → «Ben Ouda», «Ouda»."""
    words = name.split()
    return [" ".join(words[i:]) for i in range(1, len(words))]


def _flexible(name: str) -> str:
    """The name as a pattern, whatever its apostrophes and spaces."""
    return re.sub(r"['’]", "['’]", re.escape(name)).replace(r"\ ", r"\s")


def _first(value: str | list[str]) -> str:
    return value if isinstance(value, str) else value[0]


def _entity(item: dict[str, Any], mentions: list[Mention]) -> LinkedEntity:
    return LinkedEntity(
        type=_first(item["type"]), subtype=None, name=_first(item["name"]), ids={}, country=None, latitude=None,
        longitude=None, mentions=sorted(mentions, key=lambda mention: mention["start"]),
    )  # fmt: skip


def _roles(text: str, gold: dict[str, Any], entities: list[LinkedEntity]) -> list[RoleHeld]:
    index = {entity["name"]: i for i, entity in enumerate(entities)}
    roles = []
    for item in gold["roles"]:
        person = index.get(item["person"])
        if person is None:
            continue
        mention = entities[person]["mentions"][0]
        roles.append(
            RoleHeld(
                person=person,
                title=_first(item["title"]),
                label=_first(item["title"]),
                organization=index.get(_first(item["organization"])) if item.get("organization") else None,
                former=bool(item.get("former")),
                evidence=[Extent(mention["start"], mention["end"])],
            )
        )
    return roles
