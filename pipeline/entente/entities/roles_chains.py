"""Offices that stand together («maire de A et présidente de B»), each with its complement."""

import re
from typing import NamedTuple

from entente.entities.offices import Office
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_complement import Complement, read_complement
from entente.entities.roles_sketch import OFFICE, Sketch
from entente.entities.roles_titles import TITLE_TYPES

ADVERBS = (
    r"(?:également|aussi|par ailleurs|en outre|aujourd['’]hui|actuellement|désormais"
    r"|et|lui|elle|même|ou encore|mais|ainsi que|puis|ensuite|est|alors|"
    r"respectivement|surtout|notamment|autrefois|jadis|naguère|à la fois|en même temps|depuis \d{4}|membre)"
)
BETWEEN = re.compile(rf"(?:\s*\([^()]{{1,40}}\))?\s*[,;/&–-]?\s*(?:{ADVERBS}\s+){{0,4}}(?=[{OFFICE}])")

PAST = re.compile(
    r"\s*,?\s*(?:(?:de|à) l['’]époque|d['’]alors|de \d{4} à \d{4}"
    r"|entre \d{4} et \d{4}|jusqu['’]en \d{4}|de son vivant)\b"
)


class Link(NamedTuple):
    """One office of a chain."""

    position: int
    office: Office
    complement: Complement


class Chain(NamedTuple):
    """Offices that follow each other without a person or an article between them."""

    start: int
    end: int
    links: list[Link]


def find_chains(sketch: Sketch, bodies: Bodies) -> list[Chain]:
    """Chains in the order of the sentence."""
    chains: list[Chain] = []
    for position, item in sorted(sketch.items.items()):
        if item.office is None:
            continue
        last = chains[-1] if chains else None
        if last and position < last.end:
            continue
        complement = read_complement(sketch, position + 1, item.office.title, bodies, plural=item.office.plural)
        link = Link(position, _dated(sketch, item.office, position + 1, complement.end), complement)
        joint = BETWEEN.match(sketch.text, last.end) if last else None
        if not last or not joint or joint.end() != position:
            chains.append(Chain(position, complement.end, [link]))
        elif not joint.group().strip() and item.office.head.startswith("délégu"):
            chains[-1] = Chain(last.start, complement.end, last.links)
        else:
            chains[-1] = Chain(last.start, complement.end, [*_shared(last.links, link, bodies), link])
    return chains


def _dated(sketch: Sketch, office: Office, *ends: int) -> Office:
    """«maire de A de 1989 à 2008», «le maire de l'époque»: the office is past."""
    return office._replace(former=True) if any(PAST.match(sketch.text, end) for end in ends) else office


def _shared(links: list[Link], link: Link, bodies: Bodies) -> list[Link]:
    """«fondateur et directeur de B»: the body of the last office is also that of the one before without its own."""
    former = links[-1]
    bare = former.complement.hint == "open" and former.complement.end == former.position + 1
    types = TITLE_TYPES.get(former.office.title, ())
    if not bare or not link.complement.bodies or bodies.type_of(link.complement.bodies[0]) not in types:
        return links
    return [
        *links[:-1],
        former._replace(complement=former.complement._replace(bodies=link.complement.bodies, hint="named")),
    ]
