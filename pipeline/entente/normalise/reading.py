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
from entente.normalise.spans import Spans
from entente.records import Reading
from entente.records.document import document_id


def to_reading(doc: Doc) -> Reading:
    """The records of an annotated Doc; raises pydantic's ValidationError when a stage left an ungrounded value."""
    spans = Spans(text_of(doc))
    return Reading.model_validate(
        {
            "document": _document(doc),
            "entities": _entities(doc, spans),
            "roles": _roles(doc, spans),
            "dates": _dates(doc, spans),
            "agreements": [_agreement(doc, spans, i, fact) for i, fact in enumerate(get_agreements(doc))],
            "events": [_event(doc, spans, i, fact) for i, fact in enumerate(get_events(doc))],
            "commitments": [_commitment(doc, spans, i, fact) for i, fact in enumerate(get_commitments(doc))],
            "quotes": _quotes(doc, spans),
        }
    )


def _id(prefix: str, index: int | None) -> str | None:
    return None if index is None else f"{prefix}{index + 1}"


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


def _entities(doc: Doc, spans: Spans) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("e", i),
            "type": entity["type"],
            "subtype": entity["subtype"],
            "name": entity["name"],
            "ids": entity["ids"],
            "country": entity["country"],
            "latitude": entity["latitude"],
            "longitude": entity["longitude"],
            "mentions": spans([(mention["start"], mention["end"]) for mention in entity["mentions"]]),
        }
        for i, entity in enumerate(get_entities(doc))
    ]


def _roles(doc: Doc, spans: Spans) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("r", i),
            "person": _id("e", role["person"]),
            "title": role["title"],
            "label": role["label"].strip(),
            "organization": _id("e", role["organization"]),
            "former": role["former"],
            "evidence": spans(role["evidence"]),
        }
        for i, role in enumerate(get_roles(doc))
    ]


def _dates(doc: Doc, spans: Spans) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("d", i),
            "text": text_of(doc)[date["start"] : date["end"]],
            "type": date["type"],
            "edtf": date["edtf"],
            "earliest": date["earliest"],
            "latest": date["latest"],
            "mod": date["mod"],
            "duration": date["duration"],
            "inferred": date["inferred"],
            "conflict": date["conflict"],
            "evidence": spans([(date["start"], date["end"])]),
        }
        for i, date in enumerate(get_dates(doc))
    ]


def _quotes(doc: Doc, spans: Spans) -> list[dict[str, Any]]:
    return [
        {
            "id": _id("q", i),
            "speaker": _id("e", quote["speaker"]),
            "text": " ".join(text_of(doc)[start:end] for start, end in quote["evidence"]),
            "evidence": spans(quote["evidence"]),
        }
        for i, quote in enumerate(get_quotes(doc))
    ]


def _fillers(spans: Spans, fillers: list[Filler]) -> list[dict[str, Any]]:
    return [_filler(spans, filler) for filler in fillers]


def _filler(spans: Spans, filler: Filler) -> dict[str, Any]:
    return {
        "entity": _id("e", filler["entity"]),
        "name": filler["name"],
        "inferred": filler["inferred"],
        "count": filler["count"],
        "evidence": spans(filler["evidence"]),
    }


def _date_slot(doc: Doc, spans: Spans, filler: DateFiller | None) -> dict[str, Any] | None:
    if filler is None:
        return None
    date = get_dates(doc)[filler["date"]]
    return {
        "date": _id("d", filler["date"]),
        "edtf": filler.get("edtf", date["edtf"]),
        "inferred": date["inferred"] or "edtf" in filler,
        "evidence": spans(filler["evidence"]),
    }


def _values(spans: Spans, items: list[DomainFound] | list[AmountFound] | list[CountFound]) -> list[dict[str, Any]]:
    """Domain, amount and count slots: their own fields, extents as spans."""
    return [{**item, "evidence": spans(item["evidence"])} for item in items]


def _fact(spans: Spans, fact: FactFound) -> dict[str, Any]:
    return {
        "certainty": fact["certainty"],
        "attributed_to": _id("e", fact["attributed_to"]),
        "evidence": spans(fact["evidence"]),
        "confidence": fact["confidence"],
        "rule": fact["rule"],
        "cues": fact["cues"],
    }


def _agreement(doc: Doc, spans: Spans, index: int, fact: AgreementFound) -> dict[str, Any]:
    return {
        **_fact(spans, fact),
        "id": _id("a", index),
        "kind": fact["kind"],
        "title": fact["title"],
        "parties": _fillers(spans, fact["parties"]),
        "signatories": [
            {
                "person": _id("e", item["person"]),
                "name": get_entities(doc)[item["person"]]["name"],
                "on_behalf_of": _id("e", item["on_behalf_of"]),
                "inferred": item["inferred"],
                "evidence": spans(item["evidence"]),
            }
            for item in fact["signatories"]
        ],
        "signed_on": _date_slot(doc, spans, fact["signed_on"]),
        "since": _date_slot(doc, spans, fact["since"]),
        "period": _date_slot(doc, spans, fact["period"]),
        "signed_at": None if fact["signed_at"] is None else _filler(spans, fact["signed_at"]),
        "domains": _values(spans, fact["domains"]),
        "amounts": _values(spans, fact["amounts"]),
        "supporters": _fillers(spans, fact["supporters"]),
        "status": fact["status"],
    }


def _event(doc: Doc, spans: Spans, index: int, fact: EventFound) -> dict[str, Any]:
    return {
        **_fact(spans, fact),
        "id": _id("ev", index),
        "kind": fact["kind"],
        "name": fact["name"],
        "edition": fact["edition"],
        "when": _date_slot(doc, spans, fact["when"]),
        "original_when": _date_slot(doc, spans, fact["original_when"]),
        "places": _fillers(spans, fact["places"]),
        "organizers": _fillers(spans, fact["organizers"]),
        "leaders": _fillers(spans, fact["leaders"]),
        "hosts": _fillers(spans, fact["hosts"]),
        "participants": _fillers(spans, fact["participants"]),
        "headcounts": _values(spans, fact["headcounts"]),
        "amounts": _values(spans, fact["amounts"]),
        "domains": _values(spans, fact["domains"]),
        "part_of": _id("ev", fact["part_of"]),
        "agreement": _id("a", fact["agreement"]),
        "status": fact["status"],
    }


def _commitment(doc: Doc, spans: Spans, index: int, fact: CommitmentFound) -> dict[str, Any]:
    return {
        **_fact(spans, fact),
        "id": _id("c", index),
        "agreement": _id("a", fact["agreement"]),
        "parties": _fillers(spans, fact["parties"]),
        "verb": fact["verb"],
        "action": fact["action"],
        "domains": _values(spans, fact["domains"]),
        "beneficiaries": _fillers(spans, fact["beneficiaries"]),
        "amounts": _values(spans, fact["amounts"]),
        "due": _date_slot(doc, spans, fact["due"]),
        "status": fact["status"],
    }
