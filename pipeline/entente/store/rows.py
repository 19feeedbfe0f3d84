"""A record as flat rows, one list a table, in plain JSON values: days are ISO strings. Light: workers make them."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

Row = dict[str, Any]
Rows = dict[str, list[Row]]

DOCUMENT_TABLES = (
    "documents", "entities", "mentions", "roles", "dates", "agreements", "agreement_parties", "events",
    "event_participants", "commitments", "quotes",
)  # fmt: skip
"""The tables whose rows are of a document."""

PARTICIPANTS = {"organizers": "organizer", "leaders": "leader", "hosts": "host", "participants": "participant"}
"""Slots of an event that hold people and bodies, and the value of `role` for each."""

REGISTERS = ("insee", "siren", "geonames")

FACT = ("certainty", "attributed_to", "evidence", "confidence", "rule", "cues")


def document_row(record: Row) -> Row:
    """The row of `documents`, of a record as `json.loads` gives a line of `records.jsonl`."""
    return {"document_id": record["document"]["id"], **record["document"]}


def rows_of(record: Row) -> Rows:
    """The rows of every other table of a document, in the order of the records."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    rows: Rows = {
        "entities": [_entity(entity) for entity in record["entities"]],
        "mentions": [
            {"id": f"{entity['id']}.m{number}", "entity": entity["id"], **span}
            for entity in record["entities"]
            for number, span in enumerate(entity["mentions"], 1)
        ],
        "roles": [
            {**role, "person_name": names[role["person"]], "organization_name": names.get(role["organization"])}
            for role in record["roles"]
        ],
        "dates": [dict(date) for date in record["dates"]],
        "agreements": [_agreement(agreement) for agreement in record["agreements"]],
        "agreement_parties": [row for agreement in record["agreements"] for row in _parties(agreement)],
        "events": [_event(event) for event in record["events"]],
        "event_participants": [row for event in record["events"] for row in _participants(event)],
        "commitments": [_commitment(commitment) for commitment in record["commitments"]],
        "quotes": [{**quote, "speaker_name": names.get(quote["speaker"])} for quote in record["quotes"]],
    }
    for row in (row for table in rows.values() for row in table):
        row["document_id"] = record["document"]["id"]
    return rows


def encoded(rows: list[Row]) -> bytes:
    """Rows as lines of JSON: a tenth of the memory that they take as dictionaries."""
    return b"".join(to_json(row) + b"\n" for row in rows)


SEPARATOR = b"\x1e"
"""Between two tables of a packed record: JSON escapes it wherever it stands in a string."""


def packed(record: Row) -> bytes:
    """All rows of a record, encoded, in the order of DOCUMENT_TABLES: what a worker makes for whoever writes them."""
    rows = {"documents": [document_row(record)], **rows_of(record)}
    return SEPARATOR.join(encoded(rows[table]) for table in DOCUMENT_TABLES)


def unpacked(rows: bytes) -> dict[str, bytes]:
    """The encoded rows of each table."""
    return dict(zip(DOCUMENT_TABLES, rows.split(SEPARATOR), strict=True))


def _entity(entity: Row) -> Row:
    kept = {name: value for name, value in entity.items() if name not in ("ids", "mentions")}
    return kept | {register: entity["ids"].get(register) for register in REGISTERS}


def _agreement(agreement: Row) -> Row:
    return {
        **_kept(agreement, "id", "kind", "title", "status", *FACT),
        "parties": _names(agreement["parties"]),
        "signatories": _names(agreement["signatories"]),
        "supporters": _names(agreement["supporters"]),
        **{slot: _edtf(agreement[slot]) for slot in ("signed_on", "since", "period")},
        "signed_at": agreement["signed_at"] and agreement["signed_at"]["name"],
        **_shared(agreement),
    }


def _event(event: Row) -> Row:
    return {
        **_kept(event, "id", "kind", "name", "edition", "part_of", "agreement", "status", *FACT),
        **{slot: _edtf(event[slot]) for slot in ("when", "original_when")},
        **{slot: _names(event[slot]) for slot in ("places", *PARTICIPANTS)},
        "headcounts": [_bare(count) for count in event["headcounts"]],
        **_shared(event),
    }


def _commitment(commitment: Row) -> Row:
    return {
        **_kept(commitment, "id", "agreement", "verb", "action", "status", *FACT),
        "parties": _names(commitment["parties"]),
        "beneficiaries": _names(commitment["beneficiaries"]),
        "due": _edtf(commitment["due"]),
        **_shared(commitment),
    }


def _shared(fact: Row) -> Row:
    return {
        "domains": [domain["code"] for domain in fact["domains"]],
        "amounts": [_bare(amount) for amount in fact["amounts"]],
    }


def _parties(agreement: Row) -> Iterator[Row]:
    for number, party in enumerate(agreement["parties"], 1):
        signed = [
            signatory["name"]
            for signatory in agreement["signatories"]
            if party["entity"] and signatory["on_behalf_of"] == party["entity"]
        ]
        row = {"id": f"{agreement['id']}.p{number}", "agreement": agreement["id"], "signatories": signed}
        yield {**party, **row}


def _participants(event: Row) -> Iterator[Row]:
    fillers = [(role, filler) for slot, role in PARTICIPANTS.items() for filler in event[slot]]
    for number, (role, filler) in enumerate(fillers, 1):
        yield {**filler, "id": f"{event['id']}.p{number}", "event": event["id"], "role": role}


def _kept(fact: Row, *names: str) -> Row:
    return {name: fact[name] for name in names}


def _bare(value: Row) -> Row:
    return {name: part for name, part in value.items() if name != "evidence"}


def _names(slots: list[Row]) -> list[str]:
    return [slot["name"] for slot in slots]


def _edtf(slot: Row | None) -> str | None:
    return slot["edtf"] if slot else None
