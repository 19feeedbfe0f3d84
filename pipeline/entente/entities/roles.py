"""The stage `entente_roles`: who holds which office, and in which body."""

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import Extent, RoleHeld, set_roles, text_of
from entente.entities.home import mark_homes
from entente.entities.offices import Office
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_chains import Chain, find_chains
from entente.entities.roles_frames import REMEMBERED
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_rules import is_item, lead_of, read_sentence
from entente.entities.roles_sketch import Item, Sketch, sketch_units


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
    mark_homes(doc)
    bodies = Bodies(doc)
    read = [(sketch, find_chains(sketch, bodies)) for sketch in sketch_units(doc)]
    found = _read_all(read, bodies)
    for held in found:
        if held.explicit and not held.former and held.organization is not None:
            bodies.seats.taken.setdefault((held.title, held.organization), set()).add(held.person)
            if bodies.is_named(held.organization, text_of(doc)[held.evidence[-1].start : held.evidence[-1].end]):
                bodies.seats.named.setdefault((held.title, held.organization), set()).add(held.person)
    if bodies.seats.is_contradicted():
        bodies.seats.begin_again()
        found = _read_all(read, bodies)
    return [_role(doc, group) for group in _merge(found)]


def _read_all(read: list[tuple[Sketch, list[Chain]]], bodies: Bodies) -> list[Held]:
    titles: list[str] = []
    paragraph: list[Item] = []
    found: list[Held] = []
    lead: Office | None = None
    for rank, (sketch, chains) in enumerate(read):
        item = is_item(sketch)
        paragraph = [] if sketch.opens else paragraph
        reader = Reader(sketch, chains, bodies, set(), paragraph, titles, read[max(0, rank - REMEMBERED) : rank])
        found += read_sentence(reader, lead if item else None)
        paragraph = [*paragraph, *(person for _, person in reader.people(0, len(sketch.text)))]
        lead = lead if item else lead_of(sketch, chains)
    return found


def _merge(found: list[Held]) -> list[list[Held]]:
    """The same office told twice is one role; a body that the text names beats one that was understood."""
    groups: dict[tuple[int, str], dict[int | None, list[Held]]] = {}
    for held in found:
        groups.setdefault((held.person, held.title), {}).setdefault(held.organization, []).append(held)
    merged: list[list[Held]] = []
    for by_body in groups.values():
        kept = [held for body, held in by_body.items() if body is not None and any(h.explicit for h in held)]
        if not kept:
            known = [held for body, held in by_body.items() if body is not None]
            kept = (known or list(by_body.values()))[:1]
        merged += [sorted(held, key=lambda h: (not h.explicit, h.evidence)) for held in kept]
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
