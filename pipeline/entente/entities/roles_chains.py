"""Offices that stand together («maire de A et présidente de B»), each with its complement."""

import re
from typing import NamedTuple

from entente.entities.offices import Office
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_complement import Complement, read_complement
from entente.entities.roles_sketch import OFFICE, Sketch

ADVERBS = (
    r"(?:également|aussi|par ailleurs|en outre|aujourd['’]hui|actuellement|désormais|et|lui|elle|même|ou encore|mais|ainsi que|puis|ensuite|est|alors|"
    r"respectivement|surtout|notamment|autrefois|jadis|naguère|à la fois|en même temps|depuis \d{4}|membre)"
)
BETWEEN = re.compile(rf"\s*[,;/&–-]?\s*(?:{ADVERBS}\s+){{0,4}}(?=[{OFFICE}])")


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
        complement = read_complement(sketch, position + 1, item.office.title, bodies, plural=item.office.plural)
        link = Link(position, item.office, complement)
        last = chains[-1] if chains else None
        if last and position < last.end:
            continue
        joint = BETWEEN.match(sketch.text, last.end) if last else None
        if last and joint and joint.end() == position and joint.group().strip():
            chains[-1] = Chain(last.start, complement.end, [*last.links, link])
        else:
            chains.append(Chain(position, complement.end, [link]))
    return chains
