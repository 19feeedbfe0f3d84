"""The shapes in which the genre says who holds which office, in order."""

from collections.abc import Callable, Iterator

from entente.entities.roles_attached import read_attached, read_listed
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_chains import Chain
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_sketch import Sketch
from entente.entities.roles_verbs import (
    read_assumes,
    read_heads,
    read_inverted,
    read_passive,
    read_presides,
    read_sits,
)

OFFICE_RULES: tuple[Callable[[Reader, Chain], list[Held]], ...] = (read_listed, read_attached)
"""For each chain of offices, the first rule that finds a holder."""

VERB_RULES: tuple[Callable[[Reader], Iterator[Held]], ...] = (
    read_presides, read_heads, read_passive, read_inverted, read_assumes, read_sits,
)  # fmt: skip
"""For each sentence, all of them."""


def read_sentence(sketch: Sketch, chains: list[Chain], bodies: Bodies, titles: list[str]) -> Iterator[Held]:
    """Every role that the sentence tells; `titles` are those told before, and grows."""
    reader = Reader(sketch, chains, bodies, set(), titles)
    for chain in chains:
        yield from next((held for rule in OFFICE_RULES if (held := rule(reader, chain))), [])
    for rule in VERB_RULES:
        yield from rule(reader)
