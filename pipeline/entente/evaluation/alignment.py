"""Which record that was read stands for which gold record: greedily, by the fillers that they share."""

from collections.abc import Sequence
from dataclasses import dataclass

from entente.evaluation.fillers import Fillers, Forms
from entente.evaluation.tally import Tally

WEIGHTS = {
    "parties": 3.0, "kind": 1.5, "signatories": 2.0, "since": 1.5, "signed_on": 1.0, "when": 2.5, "places": 1.5,
    "leaders": 2.0, "edition": 2.0, "verb": 3.0, "status": 0.2, "certainty": 0.2, "domains": 0.7,
}  # fmt: skip
"""How much a slot tells which record this is; 1 for the others. Values of the reference scorer."""

LIKE_ENOUGH = 0.25
"""Likeness below which two records are not the same fact. Value of the reference scorer."""


@dataclass(frozen=True)
class Wanted:
    """A gold record as fillers."""

    fillers: Fillers
    optional_fillers: Fillers
    optional: bool


def match(found: Fillers, wanted: Fillers, optional: Fillers) -> dict[str, Tally]:
    """The tally of each slot; a filler that repeats a matched one, or is optional, costs nothing."""
    return {
        slot: _match_slot(found.get(slot, []), wanted.get(slot, []), optional.get(slot, []))
        for slot in sorted({*found, *wanted})
    }


def _match_slot(found: list[Forms], wanted: list[Forms], optional: list[Forms]) -> Tally:
    left, tally = list(wanted), Tally()
    for forms in found:
        hit = next((index for index, gold in enumerate(left) if gold & forms), None)
        if hit is not None:
            del left[hit]
            tally.right += 1
        elif not any(gold & forms for gold in (*optional, *wanted)):
            tally.spurious += 1
    tally.missed = len(left)
    return tally


def likeness(found: Fillers, wanted: Wanted) -> float:
    """Weighted share of right fillers, between 0 and 1."""
    tallies = match(found, wanted.fillers, wanted.optional_fillers)
    right = sum(WEIGHTS.get(slot, 1.0) * tally.right for slot, tally in tallies.items())
    errors = sum(WEIGHTS.get(slot, 1.0) * 0.5 * (tally.spurious + tally.missed) for slot, tally in tallies.items())
    return right / (right + errors) if right + errors else 0.0


def align(found: Sequence[Fillers], wanted: Sequence[Wanted]) -> dict[int, int]:
    """Index of the gold record of each record that has one; on equal likeness a required one goes first."""
    pairs = [
        (likeness(fillers, gold), not gold.optional, -i, -j)
        for i, fillers in enumerate(found)
        for j, gold in enumerate(wanted)
    ]
    aligned: dict[int, int] = {}
    for like, _, minus_i, minus_j in sorted(pairs, reverse=True):
        if like >= LIKE_ENOUGH and -minus_i not in aligned and -minus_j not in aligned.values():
            aligned[-minus_i] = -minus_j
    return aligned
