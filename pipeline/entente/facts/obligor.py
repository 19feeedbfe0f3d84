"""Who is bound by a pledge, and what its subject was."""

from dataclasses import dataclass

from spacy.tokens import Doc

from entente.annotations import EntityMention, Extent, Filler, get_entities
from entente.facts.fillers import fillers
from entente.facts.obligor_parties import office_parties


@dataclass(frozen=True)
class Obligor:
    """Who is bound, and what the subject was."""

    kind: str
    """`party`, `agreement`, `project`, `speaker`, `person`, `staff` (who act for a party), `money` or `other`."""
    parties: list[Filler]


def of_mentions(doc: Doc, mentions: list[EntityMention]) -> Obligor:
    """The bodies among some mentions, else those for which the persons among them hold office."""
    entities = get_entities(doc)
    bodies = [m for m in mentions if entities[m.entity]["type"] != "person"]
    people = [m for m in mentions if entities[m.entity]["type"] == "person"]
    if bodies:
        return Obligor("party", fillers(doc, bodies))
    if people:
        held = [f for person in people for f in office_parties(doc, person.entity, Extent(person.start, person.end))]
        return Obligor("person", list({f["entity"]: f for f in held}.values()))
    return Obligor("other", [])
