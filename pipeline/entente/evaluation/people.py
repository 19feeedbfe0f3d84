"""Entities, roles and quotes against gold."""

from typing import Any

from entente.evaluation.fillers import Forms, NamesRead
from entente.evaluation.folding import fold
from entente.evaluation.gold import GoldCase, as_list
from entente.evaluation.tally import Tally
from entente.records import Quote, Reading, Role


def score_entities(case: GoldCase, reading: Reading | None, names: NamesRead, tallies: dict[str, Tally]) -> list[str]:
    """Count entities with their types (`entities`) and by name alone (`entity_names`); the errors of the former."""
    found = [(names[entity.id], str(entity.type)) for entity in (reading.entities if reading else ())]
    gold = [
        (case.forms(as_list(item["name"])[0]), as_list(item["type"]), bool(item.get("optional")))
        for item in case.items("entities")
    ]
    _count_entities(found, gold, tallies["entity_names"], typed=False)
    return _count_entities(found, gold, tallies["entities"], typed=True)


def _count_entities(
    found: list[tuple[Forms, str]], gold: list[tuple[Forms, list[str], bool]], tally: Tally, *, typed: bool
) -> list[str]:
    left, errors = list(gold), []
    for forms, kind in found:
        hit = next((item for item in left if item[0] & forms and (not typed or kind in item[1])), None)
        if hit is None:
            tally.spurious += 1
            errors.append(f"entity spurious or of another type: {kind} {'|'.join(sorted(forms)[:3])}")
            continue
        left.remove(hit)
        tally.right += not hit[2]
    missed = [item for item in left if not item[2]]
    tally.missed += len(missed)
    return errors + [f"entity missed: {'|'.join(kinds)} {'|'.join(sorted(forms)[:3])}" for forms, kinds, _ in missed]


def score_roles(case: GoldCase, reading: Reading | None, names: NamesRead, tallies: dict[str, Tally]) -> list[str]:
    """Count roles whole (`roles`) and without their organization (`roles_person_title`); the errors of the former."""
    found = reading.roles if reading else ()
    _count_roles(case, found, names, tallies["roles_person_title"], whole=False)
    return _count_roles(case, found, names, tallies["roles"], whole=True)


def _count_roles(
    case: GoldCase, found: tuple[Role, ...], names: NamesRead, tally: Tally, *, whole: bool
) -> list[str]:  # fmt: skip
    left, errors = case.items("roles"), []
    for role in found:
        hit = next((gold for gold in left if _same_role(case, role, gold, names, whole=whole)), None)
        if hit is None:
            tally.spurious += 1
            organization = "|".join(sorted(names[role.organization])[:2])
            errors.append(f"role spurious: {'|'.join(sorted(names[role.person])[:2])} {role.title} {organization}")
            continue
        left.remove(hit)
        tally.right += not hit.get("optional")
    missed = [gold for gold in left if not gold.get("optional")]
    tally.missed += len(missed)
    return errors + [f"role missed: {gold['person']} {gold['title']} {gold.get('organization')}" for gold in missed]


def _same_role(case: GoldCase, role: Role, gold: dict[str, Any], names: NamesRead, *, whole: bool) -> bool:
    if not case.forms(gold["person"]) & names[role.person] or role.title not in as_list(gold["title"]):
        return False
    if not whole or gold.get("organization") is None:
        return True
    accepted = as_list(gold["organization"]) + as_list(gold.get("optional_organization"))
    return any(case.forms(name) & names[role.organization] for name in accepted)


BEGINNING, WINDOW = 25, 160
"""Characters of a gold quotation's beginning that must stand in the first characters of one that was read."""


def score_quotes(case: GoldCase, reading: Reading | None, names: NamesRead, tally: Tally) -> list[str]:
    """Count quotes; one with the wrong speaker is spurious and missed."""
    left, errors = case.items("quotes"), []
    for quote in reading.quotes if reading else ():
        hit = next((gold for gold in left if _same_words(quote, gold)), None)
        if hit is None:
            tally.spurious += 1
            errors.append(f"quote spurious: {quote.text[:60]}")
            continue
        left.remove(hit)
        if _same_speaker(case, quote, hit, names):
            tally.right += 1
        else:
            tally.add(0, 1, 1)
            read = "|".join(sorted(names[quote.speaker])[:2]) or "nobody"
            errors.append(f"quote speaker: read {read}, gold {hit.get('speaker')}: {quote.text[:60]}")
    missed = [gold for gold in left if not gold.get("optional")]
    tally.missed += len(missed)
    return errors + [f"quote missed: {as_list(gold['starts'])[0]}" for gold in missed]


def _same_words(quote: Quote, gold: dict[str, Any]) -> bool:
    words = fold(quote.text)
    beginnings = [fold(beginning) for beginning in as_list(gold["starts"])]
    return any(
        beginning[:BEGINNING] in words[:WINDOW] or (words[:BEGINNING] != "" and words[:BEGINNING] in beginning)
        for beginning in beginnings
    )


def _same_speaker(case: GoldCase, quote: Quote, gold: dict[str, Any], names: NamesRead) -> bool:
    speaker, accepted = names[quote.speaker], as_list(gold.get("speaker"))
    if not speaker and (gold.get("speaker") is None or None in accepted):
        return True
    return any(case.forms(name) & speaker for name in accepted if name)
