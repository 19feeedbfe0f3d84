"""The shapes in which the genre says who holds which office, in order."""

from collections.abc import Callable, Iterator

from entente.entities.offices import Office
from entente.entities.roles_attached import read_attached
from entente.entities.roles_chains import Chain
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_lists import read_elliptic, read_item, read_listed, read_spoken
from entente.entities.roles_sketch import Sketch
from entente.entities.roles_verbs import (
    may_tell,
    read_assumes,
    read_heads,
    read_inverted,
    read_passive,
    read_presides,
    read_sits,
)

OFFICE_RULES: tuple[Callable[[Reader, Chain], list[Held]], ...] = (read_listed, read_attached, read_spoken)
"""For each chain of offices, the first rule that finds a holder."""

VERB_RULES: tuple[Callable[[Reader], Iterator[Held]], ...] = (
    read_presides, read_heads, read_passive, read_inverted, read_assumes, read_sits,
)  # fmt: skip
"""For each sentence, all of them."""


def read_sentence(reader: Reader, lead: Office | None) -> Iterator[Held]:
    """Every role that the sentence tells; `lead` is the office that a list is about."""
    chains = reader.chains
    if not reader.sketch.items:
        return
    if lead is not None and not chains:
        yield from read_item(reader, lead)
    for chain in chains:
        found = next((held for rule in OFFICE_RULES if (held := rule(reader, chain))), [])
        yield from found
        if found and found[0].evidence[0].start < found[0].label.start:
            yield from read_elliptic(reader, chain)
    if may_tell(reader.sketch.text):
        for rule in VERB_RULES:
            yield from rule(reader)


def lead_of(sketch: Sketch, chains: list[Chain]) -> Office | None:
    """The office of «Les présidents ont signé :», which the items of the list below hold each."""
    links = [link for chain in chains for link in chain.links if link.office.plural]
    return links[-1].office if links and sketch.text.rstrip().endswith(":") else None


def is_item(sketch: Sketch) -> bool:
    """The sentence begins with the mark of a list."""
    return sketch.text[:1] in "-–—•*·" and bool(sketch.text)
