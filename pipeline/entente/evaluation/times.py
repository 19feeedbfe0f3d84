"""Dates against gold, as a set of values: a date said twice counts once."""

from entente.evaluation.folding import fold_edtf
from entente.evaluation.gold import GoldCase, as_list
from entente.evaluation.tally import Tally
from entente.records import Reading

Accepted = tuple[set[str], bool]
"""The values that a gold date accepts, and whether it is optional."""


def score_dates(case: GoldCase, reading: Reading | None, tally: Tally) -> list[str]:
    """Count dates and give the errors in words."""
    gold = _gold_dates(case)
    left, errors = list(gold), []
    for value in sorted({fold_edtf(date.edtf) for date in (reading.dates if reading else ()) if date.edtf}):
        hit = next((item for item in left if value in item[0]), None)
        if hit is not None:
            left.remove(hit)
            tally.right += not hit[1]
        elif not any(value in accepted for accepted, _ in gold):
            tally.spurious += 1
            errors.append(f"date spurious: {value}")
    missed = [accepted for accepted, optional in left if not optional]
    tally.missed += len(missed)
    return errors + [f"date missed: {'|'.join(sorted(accepted))}" for accepted in missed]


def _gold_dates(case: GoldCase) -> list[Accepted]:
    """Distinct gold dates; one whose list holds null may stay unanchored."""
    distinct: list[Accepted] = []
    for item in case.items("dates"):
        values = as_list(item["edtf"])
        accepted = {fold_edtf(value) for value in values if value}
        if accepted and not any(accepted & other for other, _ in distinct):
            distinct.append((accepted, None in values or bool(item.get("optional"))))
    return distinct
