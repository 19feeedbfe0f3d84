"""The stage `entente_roles`: who holds which office, and in which body."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import Extent, RoleHeld, set_roles, text_of
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_chains import find_chains
from entente.entities.roles_held import Held
from entente.entities.roles_rules import read_sentence
from entente.entities.roles_sketch import sketch_units


@Language.factory("entente_roles")
def create_roles(nlp: Language, name: str) -> "RolesStage":
    """The component, for `nlp.add_pipe("entente_roles")`."""
    return RolesStage()


class RolesStage:
    """Reads the offices of the persons (and cities) that the Doc knows; needs layout and entities."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_roles(doc, find_roles(doc))
        return doc


def find_roles(doc: Doc) -> list[RoleHeld]:
    """Roles in the order of the text: «Mme X (Maire de Y)» → mayor of Y."""
    bodies = Bodies(doc)
    found: list[Held] = []
    for sketch in sketch_units(doc):
        found += read_sentence(sketch, find_chains(sketch, bodies), bodies)
    return [_role(doc, group) for group in _merge(found)]


def _merge(found: list[Held]) -> list[list[Held]]:
    """The same office told twice is one role; a body that the text names beats one that was understood."""
    groups: dict[tuple[int, str], dict[int | None, list[Held]]] = {}
    for held in found:
        groups.setdefault((held.person, held.title), {}).setdefault(held.organization, []).append(held)
    merged: list[list[Held]] = []
    for by_body in groups.values():
        named = {body: held for body, held in by_body.items() if body is not None and any(h.explicit for h in held)}
        kept = named or dict(
            [next((pair for pair in by_body.items() if pair[0] is not None), next(iter(by_body.items())))]
        )
        merged += [sorted(held, key=lambda h: (not h.explicit, h.evidence)) for held in kept.values()]
    return sorted(merged, key=lambda held: min(h.evidence[0] for h in held))


def _role(doc: Doc, group: list[Held]) -> RoleHeld:
    first = group[0]
    spans = sorted({extent for held in group for extent in held.evidence})
    return RoleHeld(
        person=first.person,
        title=first.title,
        label=text_of(doc)[first.label.start : first.label.end],
        organization=first.organization,
        former=all(held.former for held in group),
        evidence=[Extent(*span) for span in spans],
    )
