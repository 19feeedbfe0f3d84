"""Scores of a run against gold cases, slot by slot, with every error in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from entente.evaluation.alignment import Wanted, align, match
from entente.evaluation.fillers import SLOTS, Fillers, NamesRead, gold_fillers, read_fillers
from entente.evaluation.gold import GoldCase
from entente.evaluation.people import score_entities, score_quotes, score_roles
from entente.evaluation.tally import Tally, total
from entente.evaluation.times import score_dates
from entente.records import Reading

SIMPLE = ("entities", "entity_names", "roles", "roles_person_title", "dates", "quotes")
FACTS = ("roles", "quotes", *SLOTS)
"""What the one figure for facts adds up."""


class Outcome(NamedTuple):
    """Whether a record that was read stands for a gold one, beside the confidence that its rule gave it."""

    rule: str
    confidence: float
    right: bool
    inferred: bool = False
    """True when a party of the record was worked out, not named."""


@dataclass
class Scores:
    """Tallies by kind of record; facts have one a slot, and one for whole records (detection)."""

    documents: int = 0
    missing: list[str] = field(default_factory=list)
    simple: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in SIMPLE})
    slots: dict[str, dict[str, Tally]] = field(default_factory=lambda: {kind: {} for kind in SLOTS})
    detection: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in SLOTS})
    errors: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def of(self, kind: str) -> Tally:
        """The tally of a kind, all slots together."""
        return self.simple[kind] if kind in self.simple else total(self.slots[kind].values())

    @property
    def facts(self) -> Tally:
        """Roles, quotes, agreements, events and commitments together."""
        return total(self.of(kind) for kind in FACTS)

    def figures(self) -> dict[str, float]:
        """Every figure under a flat name, `agreements.parties.f1`, rounded to three decimals."""
        tallies: dict[str, Tally] = {kind: self.of(kind) for kind in (*SIMPLE, *SLOTS)} | {"facts": self.facts}
        for kind in SLOTS:
            tallies[f"{kind}.detection"] = self.detection[kind]
            tallies |= {f"{kind}.{slot}": tally for slot, tally in sorted(self.slots[kind].items())}
        return {
            f"{name}.{figure}": round(getattr(tally, figure), 3)
            for name, tally in tallies.items()
            for figure in ("precision", "recall", "f1")
        }


def score(cases: Iterable[GoldCase], readings: Mapping[str, Reading]) -> Scores:
    """The scores of readings, by case name; a case without a reading counts as all missed."""
    scores = Scores()
    for case in cases:
        reading = readings.get(case.name)
        scores.documents += 1
        if reading is None:
            scores.missing.append(case.name)
        names = NamesRead(reading)
        errors = [
            *score_entities(case, reading, names, scores.simple),
            *score_roles(case, reading, names, scores.simple),
            *score_dates(case, reading, scores.simple["dates"]),
            *score_quotes(case, reading, names, scores.simple["quotes"]),
        ]
        for kind in SLOTS:
            errors += _score_facts(case, kind, reading, names, scores)
        scores.errors += [f"{case.name} {error}" for error in errors]
    return scores


def _score_facts(case: GoldCase, kind: str, reading: Reading | None, names: NamesRead, scores: Scores) -> list[str]:
    records = getattr(reading, kind, ())
    found = [read_fillers(names, record, SLOTS[kind]) for record in records]
    wanted = [_wanted(case, item, kind) for item in case.items(kind)]
    aligned = align(found, wanted)
    scores.outcomes += [
        Outcome(each.rule, each.confidence, index in aligned, _inferred(each)) for index, each in enumerate(records)
    ]
    errors: list[str] = []
    for index, fillers in enumerate(found):
        gold = wanted[aligned[index]] if index in aligned else None
        if gold is None:
            _add(scores.slots[kind], {slot: Tally(spurious=len(values)) for slot, values in fillers.items()})
            scores.detection[kind].add(0, 1, 0)
            errors.append(f"{kind} spurious: {_words(fillers)}")
        elif not gold.optional:
            tallies = match(fillers, gold.fillers, gold.optional_fillers)
            _add(scores.slots[kind], tallies)
            scores.detection[kind].add(1, 0, 0)
            errors += [
                f"{kind} {slot}: read {_forms(fillers.get(slot))}, gold {_forms(gold.fillers.get(slot))}"
                for slot, tally in tallies.items()
                if tally.spurious or tally.missed
            ]
    for index, gold in enumerate(wanted):
        if index not in aligned.values() and not gold.optional:
            _add(scores.slots[kind], {slot: Tally(missed=len(values)) for slot, values in gold.fillers.items()})
            scores.detection[kind].add(0, 0, 1)
            errors.append(f"{kind} missed: {_words(gold.fillers)}")
    return errors


def _wanted(case: GoldCase, item: dict[str, Any], kind: str) -> Wanted:
    fillers, optional = gold_fillers(case, item, SLOTS[kind])
    return Wanted(fillers, optional, bool(item.get("optional")))


def _add(slots: dict[str, Tally], tallies: Mapping[str, Tally]) -> None:
    """Add to each slot; one that nothing was counted for has no figure."""
    for slot, tally in tallies.items():
        if tally != Tally():
            slots.setdefault(slot, Tally()).add(tally.right, tally.spurious, tally.missed)


def _words(fillers: Fillers) -> str:
    return "; ".join(f"{slot} {_forms(values)}" for slot, values in fillers.items() if values)


def _forms(values: list[set[str]] | None) -> str:
    return ", ".join("|".join(sorted(forms)[:3]) for forms in values or []) or "nothing"


def _inferred(record: object) -> bool:
    """True when a party of the record was worked out, not named."""
    return any(party.inferred for party in getattr(record, "parties", ()))
