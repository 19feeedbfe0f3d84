"""Indexes become ids, extents become spans, and the Reading checks that all of it stands in the text."""

from typing import Any

from spacy.tokens import Doc

from entente.annotations import (
    AgreementFound,
    AmountFound,
    CommitmentFound,
    CountFound,
    DateFiller,
    DomainFound,
    EventFound,
    Extent,
    Filler,
    get_agreements,
    get_blocks,
    get_commitments,
    get_dates,
    get_entities,
    get_events,
    get_meta,
    get_quotes,
    get_roles,
    text_of,
)
from entente.annotations.facts import FactFound
from entente.records import Reading
from entente.records.document import document_id


def to_reading(doc: Doc) -> Reading:
    """The records of an annotated Doc; raises pydantic's ValidationError when a stage left an ungrounded value."""
    return Reading.model_validate(
        {
            "document": _document(doc),
            "entities": _entities(doc),
            "roles": _roles(doc),
            "dates": _dates(doc),
            "agreements": [_agreement(doc, i, fact) for i, fact in enumerate(get_agreements(doc))],
            "events": [_event(doc, i, fact) for i, fact in enumerate(get_events(doc))],
            "commitments": [_commitment(doc, i, fact) for i, fact in enumerate(get_commitments(doc))],
            "quotes": _quotes(doc),
        }
    )


def _id(prefix: str, index: int | None) -> str | None:
    return None if index is None else f"{prefix}{index + 1}"


def _spans(doc: Doc, extents: list[Extent]) -> list[dict[str, Any]]:
    """Spans in the order of the text, each once, without white space around."""
    text = text_of(doc)
    unique = sorted({_trimmed(text, start, end) for start, end in extents})
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in unique]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _document(doc: Doc) -> dict[str, Any]:
    meta = get_meta(doc)
    title = next((text_of(doc)[b["start"] : b["end"]] for b in get_blocks(doc) if b["kind"] == "title"), None)
    return {
        "id": document_id(text_of(doc)),
        "source": meta["source"],
        "title": meta["title"] or title,
        "publisher": _publisher(doc, meta["publisher"]),
        "published": meta["published"],
        "language": "fr",
        "text": text_of(doc),
    }


def _publisher(doc: Doc, name: str | None) -> str | None:
    """The entity whose name or mention the page gives as its publisher."""
    if name is None:
        return None
    folded = name.casefold()
    for index, entity in enumerate(get_entities(doc)):
        forms = {entity["name"], *(text_of(doc)[m["start"] : m["end"]] for m in entity["mentions"])}
        if folded in {form.casefold() for form in forms}:
            return _id("e", index)
    return None


def _entities(doc: Doc) -> list[dict[str, Any]]:
    fields = ("type", "subtype", "name", "ids", "country", "latitude", "longitude")
    return [
        {"id": _id("e", i)}
        | {field: entity[field] for field in fields}  # type: ignore[literal-required]
        | {"mentions": _spans(doc, [Extent(m["start"], m["end"]) for m in entity["mentions"]])}
        for i, entity in enumerate(get_entities(doc))
    ]


def _roles(doc: Doc) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("r", i),
            "person": _id("e", role["person"]),
            "title": role["title"],
            "label": role["label"].strip(),
            "organization": _id("e", role["organization"]),
            "former": role["former"],
            "evidence": _spans(doc, role["evidence"]),
        }
        for i, role in enumerate(get_roles(doc))
    ]


def _dates(doc: Doc) -> list[dict[str, Any]]:
    fields = ("type", "edtf", "earliest", "latest", "mod", "duration", "inferred", "conflict")
    return [
        {"id": _id("d", i), "text": text_of(doc)[date["start"] : date["end"]]}
        | {field: date[field] for field in fields}  # type: ignore[literal-required]
        | {"evidence": _spans(doc, [Extent(date["start"], date["end"])])}
        for i, date in enumerate(get_dates(doc))
    ]


def _quotes(doc: Doc) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("q", i),
            "speaker": _id("e", quote["speaker"]),
            "text": " ".join(text_of(doc)[start:end] for start, end in quote["evidence"]),
            "evidence": _spans(doc, quote["evidence"]),
        }
        for i, quote in enumerate(get_quotes(doc))
    ]


def _fillers(doc: Doc, fillers: list[Filler]) -> list[dict[str, Any]]:
    return [_filler(doc, filler) for filler in fillers]


def _filler(doc: Doc, filler: Filler) -> dict[str, Any]:
    return {
        "entity": _id("e", filler["entity"]),
        "name": filler["name"],
        "inferred": filler["inferred"],
        "count": filler["count"],
        "evidence": _spans(doc, filler["evidence"]),
    }


def _date_slot(doc: Doc, filler: DateFiller | None) -> dict[str, Any] | None:
    if filler is None:
        return None
    date = get_dates(doc)[filler["date"]]
    return {
        "date": _id("d", filler["date"]),
        "edtf": date["edtf"],
        "inferred": date["inferred"],
        "evidence": _spans(doc, filler["evidence"]),
    }


def _values(doc: Doc, items: list[DomainFound] | list[AmountFound] | list[CountFound]) -> list[dict[str, Any]]:
    """Domain, amount and count slots: their own fields, extents as spans."""
    return [{**item, "evidence": _spans(doc, item["evidence"])} for item in items]


def _fact(doc: Doc, fact: FactFound) -> dict[str, Any]:
    return {
        "certainty": fact["certainty"],
        "attributed_to": _id("e", fact["attributed_to"]),
        "evidence": _spans(doc, fact["evidence"]),
        "confidence": fact["confidence"],
        "rule": fact["rule"],
        "cues": fact["cues"],
    }


def _agreement(doc: Doc, index: int, fact: AgreementFound) -> dict[str, Any]:
    names = [entity["name"] for entity in get_entities(doc)]
    return _fact(doc, fact) | {
        "id": _id("a", index),
        "kind": fact["kind"],
        "title": fact["title"],
        "parties": _fillers(doc, fact["parties"]),
        "signatories": [
            {
                "person": _id("e", item["person"]),
                "name": names[item["person"]],
                "on_behalf_of": _id("e", item["on_behalf_of"]),
                "inferred": item["inferred"],
                "evidence": _spans(doc, item["evidence"]),
            }
            for item in fact["signatories"]
        ],
        "signed_on": _date_slot(doc, fact["signed_on"]),
        "since": _date_slot(doc, fact["since"]),
        "period": _date_slot(doc, fact["period"]),
        "signed_at": None if fact["signed_at"] is None else _filler(doc, fact["signed_at"]),
        "domains": _values(doc, fact["domains"]),
        "amounts": _values(doc, fact["amounts"]),
        "supporters": _fillers(doc, fact["supporters"]),
        "status": fact["status"],
    }


def _event(doc: Doc, index: int, fact: EventFound) -> dict[str, Any]:
    people = ("places", "organizers", "leaders", "hosts", "participants")
    return (
        _fact(doc, fact)
        | {field: _fillers(doc, fact[field]) for field in people}  # type: ignore[literal-required]
        | {
            "id": _id("ev", index),
            "kind": fact["kind"],
            "name": fact["name"],
            "edition": fact["edition"],
            "when": _date_slot(doc, fact["when"]),
            "original_when": _date_slot(doc, fact["original_when"]),
            "headcounts": _values(doc, fact["headcounts"]),
            "amounts": _values(doc, fact["amounts"]),
            "domains": _values(doc, fact["domains"]),
            "part_of": _id("ev", fact["part_of"]),
            "agreement": _id("a", fact["agreement"]),
            "status": fact["status"],
        }
    )


def _commitment(doc: Doc, index: int, fact: CommitmentFound) -> dict[str, Any]:
    return _fact(doc, fact) | {
        "id": _id("c", index),
        "agreement": _id("a", fact["agreement"]),
        "parties": _fillers(doc, fact["parties"]),
        "verb": fact["verb"],
        "action": fact["action"],
        "domains": _values(doc, fact["domains"]),
        "beneficiaries": _fillers(doc, fact["beneficiaries"]),
        "amounts": _values(doc, fact["amounts"]),
        "due": _date_slot(doc, fact["due"]),
        "status": fact["status"],
    }
