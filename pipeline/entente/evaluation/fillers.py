"""Slot fillers as comparable values, of gold records and of records that were read: each is a set of accepted forms."""

from collections.abc import Callable
from typing import Any, Literal

from entente.evaluation.folding import fold, fold_code, fold_edtf
from entente.evaluation.gold import GoldCase, as_list
from entente.records import Agreement, Amount, Commitment, DateSlot, DomainSlot, EntitySlot, Event, Reading, Signatory

Forms = set[str]
Fillers = dict[str, list[Forms]]
Reader = Literal["name", "date", "code", "one_code", "certainty", "one_text", "amount", "number", "headcount"]

SLOTS: dict[str, dict[str, Reader]] = {
    "agreements": {
        "kind": "one_code", "parties": "name", "signatories": "name", "signed_on": "date", "since": "date",
        "period": "date", "signed_at": "name", "domains": "code", "amounts": "amount", "status": "one_code",
        "certainty": "certainty",
    },
    "events": {
        "kind": "one_code", "when": "date", "places": "name", "organizers": "name", "leaders": "name",
        "participants": "name", "headcount": "headcount", "edition": "number", "domains": "code", "status": "one_code",
        "certainty": "certainty",
    },
    "commitments": {
        "parties": "name", "verb": "one_text", "domains": "code", "due": "date", "certainty": "certainty"
    },
}  # fmt: skip
"""The slots that are scored, and how each is read.

`headcount` is the name in gold; records call it `headcounts`, so that no filler is ever read for it and each gold one
counts as missed. The project's reference scorer does the same, and its figures are the ones to agree with.
"""


class NamesRead:
    """Every form under which a reading names an entity."""

    def __init__(self, reading: Reading | None) -> None:
        self._forms = {} if reading is None else {entity.id: self._of(entity) for entity in reading.entities}

    @staticmethod
    def _of(entity: Any) -> Forms:
        """The canonical name and the mentions that are names: capitalised, or of several words."""
        texts = (span.text for span in entity.mentions)
        return ({fold(entity.name)} | {fold(text) for text in texts if text[:1].isupper() or " " in text}) - {""}

    def __getitem__(self, entity: str | None) -> Forms:
        """Folded forms of an entity id; nothing for None."""
        return self._forms.get(entity or "", set())


def read_fillers(names: NamesRead, record: Agreement | Event | Commitment, slots: dict[str, Reader]) -> Fillers:
    """The fillers of a record that was read."""
    fillers: Fillers = {}
    for slot, how in slots.items():
        value = getattr(record, slot, None)
        values = [_read_value(names, how, each) for each in (value if isinstance(value, tuple) else (value,))]
        if found := [forms for forms in values if forms]:
            fillers[slot] = found
    return fillers


def _read_value(names: NamesRead, how: Reader, value: Any) -> Forms:
    match value:
        case EntitySlot():
            return names[value.entity]
        case Signatory():
            return names[value.person]
        case DateSlot():
            return {fold_edtf(value.edtf)} if value.edtf else set()
        case DomainSlot():
            return {fold_code(value.code)}
        case Amount():
            return {str(value.value)}
        case int():
            return {str(float(value))}
        case str():
            return {fold(value) if how == "one_text" else fold_code(value)}
    return set()


def gold_fillers(case: GoldCase, record: dict[str, Any], slots: dict[str, Reader]) -> tuple[Fillers, Fillers]:
    """The fillers wanted by a gold record, and those that are neither rewarded nor punished."""
    wanted: Fillers = {}
    optional: Fillers = {}
    for slot, how in slots.items():
        wanted[slot], optional[slot] = GOLD_READERS[how](case, record.get(slot), record.get(f"optional_{slot}"))
        if slot == "signed_at" and wanted[slot]:
            wanted[slot] = [set().union(*wanted[slot])]  # a list of places of signature is a choice
    return wanted, optional


Read = tuple[list[Forms], list[Forms]]


def _gold_names(case: GoldCase, value: Any, optional: Any) -> Read:
    return [case.forms(name) for name in as_list(value) if name], [case.forms(name) for name in as_list(optional)]


def _gold_date(case: GoldCase, value: Any, optional: Any) -> Read:
    """A list of dates is a choice; a null in it makes the whole optional."""
    accepted = {fold_edtf(each) for each in as_list(value) if each}
    others = [{fold_edtf(each)} for each in as_list(optional) if each]
    if not accepted:
        return [], others
    return ([], [accepted, *others]) if None in as_list(value) else ([accepted], others)


def _gold_codes(case: GoldCase, value: Any, optional: Any) -> Read:
    return [{fold_code(each)} for each in as_list(value)], [{fold_code(each)} for each in as_list(optional)]


def _gold_choice(case: GoldCase, value: Any, optional: Any) -> Read:
    accepted = {fold_code(each) for each in as_list(value)}
    return ([accepted] if accepted else []), []


def _gold_certainty(case: GoldCase, value: Any, optional: Any) -> Read:
    """A planned certainty reads as asserted, since the status says that it is planned."""
    choice, _ = _gold_choice(case, value, optional)
    return [forms | {"asserted"} if "planned" in forms else forms for forms in choice], []


def _gold_text(case: GoldCase, value: Any, optional: Any) -> Read:
    accepted = {fold(each) for each in as_list(value)}
    return ([accepted] if accepted else []), []


def _gold_amounts(case: GoldCase, value: Any, optional: Any) -> Read:
    def read(items: Any) -> list[Forms]:
        return [{str(float(item["value"] if isinstance(item, dict) else item))} for item in as_list(items)]

    return read(value), read(optional)


def _gold_number(case: GoldCase, value: Any, optional: Any) -> Read:
    def read(items: Any) -> list[Forms]:
        return [{str(float(item))} for item in as_list(items) if item is not None]

    return read(value)[:1], read(optional)


def _gold_headcount(case: GoldCase, value: Any, optional: Any) -> Read:
    """Several counts are a choice, and each alone is optional."""
    counts = [{str(float(item))} for item in as_list(value) if item is not None]
    others = [{str(float(item))} for item in as_list(optional) if item is not None]
    return ([set().union(*counts)] if counts else []), [*others, *counts]


GOLD_READERS: dict[Reader, Callable[[GoldCase, Any, Any], Read]] = {
    "name": _gold_names,
    "date": _gold_date,
    "code": _gold_codes,
    "one_code": _gold_choice,
    "certainty": _gold_certainty,
    "one_text": _gold_text,
    "amount": _gold_amounts,
    "number": _gold_number,
    "headcount": _gold_headcount,
}
