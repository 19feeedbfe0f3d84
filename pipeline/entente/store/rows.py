"""A reading as flat rows, one list a table."""

from collections.abc import Iterator
from typing import Any

from entente.records import Agreement, Commitment, DateSlot, EntitySlot, Event, Reading
from entente.records.fact import Fact

Row = dict[str, Any]
Rows = dict[str, list[Row]]

PARTICIPANTS = {"organizers": "organizer", "leaders": "leader", "hosts": "host", "participants": "participant"}
"""Slots of an event that hold people and bodies, and the value of `role` for each."""


def document_row(reading: Reading) -> Row:
    """The row of `documents`."""
    return {"document_id": reading.document.id} | reading.document.model_dump()


def rows_of(reading: Reading) -> Rows:
    """The rows of every other table, in the order of the records."""
    names = {entity.id: entity.name for entity in reading.entities}
    rows: Rows = {
        "entities": [
            {**entity.model_dump(exclude={"ids", "mentions"}), **{key: entity.ids.get(key) for key in REGISTERS}}
            for entity in reading.entities
        ],
        "mentions": [
            {"id": f"{entity.id}.m{number}", "entity": entity.id, **span.model_dump()}
            for entity in reading.entities
            for number, span in enumerate(entity.mentions, 1)
        ],
        "roles": [
            {
                **role.model_dump(),
                "person_name": names[role.person],
                "organization_name": names.get(role.organization or ""),
            }
            for role in reading.roles
        ],
        "dates": [date.model_dump() for date in reading.dates],
        "agreements": [_agreement(agreement) for agreement in reading.agreements],
        "agreement_parties": [row for agreement in reading.agreements for row in _parties(agreement)],
        "events": [_event(event) for event in reading.events],
        "event_participants": [row for event in reading.events for row in _participants(event)],
        "commitments": [_commitment(commitment) for commitment in reading.commitments],
        "quotes": [{**quote.model_dump(), "speaker_name": names.get(quote.speaker or "")} for quote in reading.quotes],
    }
    for row in (row for table in rows.values() for row in table):
        row["document_id"] = reading.document.id
    return rows


REGISTERS = ("insee", "siren", "geonames")


def _agreement(agreement: Agreement) -> Row:
    return {
        **agreement.model_dump(include={"id", "kind", "title", "status"}),
        **_fact(agreement),
        "parties": _names(agreement.parties),
        "signatories": [signatory.name for signatory in agreement.signatories],
        "supporters": _names(agreement.supporters),
        "signed_on": _edtf(agreement.signed_on),
        "since": _edtf(agreement.since),
        "period": _edtf(agreement.period),
        "signed_at": agreement.signed_at.name if agreement.signed_at else None,
        "domains": [domain.code for domain in agreement.domains],
        "amounts": [amount.model_dump(exclude={"evidence"}) for amount in agreement.amounts],
    }


def _event(event: Event) -> Row:
    return {
        **event.model_dump(include={"id", "kind", "name", "edition", "part_of", "agreement", "status"}),
        **_fact(event),
        "when": _edtf(event.when),
        "original_when": _edtf(event.original_when),
        "places": _names(event.places),
        **{slot: _names(getattr(event, slot)) for slot in PARTICIPANTS},
        "headcounts": [count.model_dump(exclude={"evidence"}) for count in event.headcounts],
        "amounts": [amount.model_dump(exclude={"evidence"}) for amount in event.amounts],
        "domains": [domain.code for domain in event.domains],
    }


def _commitment(commitment: Commitment) -> Row:
    return {
        **commitment.model_dump(include={"id", "agreement", "verb", "action", "status"}),
        **_fact(commitment),
        "parties": _names(commitment.parties),
        "beneficiaries": _names(commitment.beneficiaries),
        "domains": [domain.code for domain in commitment.domains],
        "amounts": [amount.model_dump(exclude={"evidence"}) for amount in commitment.amounts],
        "due": _edtf(commitment.due),
    }


def _fact(fact: Fact) -> Row:
    return fact.model_dump(include={"certainty", "attributed_to", "evidence", "confidence", "rule", "cues"})


def _parties(agreement: Agreement) -> Iterator[Row]:
    for number, party in enumerate(agreement.parties, 1):
        signed = [s.name for s in agreement.signatories if party.entity and s.on_behalf_of == party.entity]
        row = {"id": f"{agreement.id}.p{number}", "agreement": agreement.id, "signatories": signed}
        yield {**party.model_dump(), **row}


def _participants(event: Event) -> Iterator[Row]:
    fillers = [(role, filler) for slot, role in PARTICIPANTS.items() for filler in getattr(event, slot)]
    for number, (role, filler) in enumerate(fillers, 1):
        yield {**filler.model_dump(), "id": f"{event.id}.p{number}", "event": event.id, "role": role}


def _names(slots: tuple[EntitySlot, ...]) -> list[str]:
    return [slot.name for slot in slots]


def _edtf(slot: DateSlot | None) -> str | None:
    return slot.edtf if slot else None
