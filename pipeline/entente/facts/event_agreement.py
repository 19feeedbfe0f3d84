"""The agreement that a signing is the signing of, and what it knows better."""

from spacy.tokens import Doc

from entente.annotations import (
    AgreementFound,
    DateFiller,
    EventFound,
    Extent,
    Filler,
    get_agreements,
    get_dates,
    get_entities,
)
from entente.facts.event_sketch import Sketch
from entente.models import confidence_of

SIGNED = frozenset({"signed", "renewed", "planned"})


def agreement_of(doc: Doc, sketch: Sketch) -> int | None:
    """The agreement told in the same sentence as a signing or its ceremony, a signed one before a standing one."""
    if sketch.family not in {"signing", "ceremony"}:
        return None
    near = [
        (agreement["status"] not in SIGNED, i)
        for i, agreement in enumerate(get_agreements(doc))
        if any(view.start <= start < view.end for view in sketch.evidence for start, _ in agreement["evidence"])
    ]
    return min(near)[1] if near else None


def complete(doc: Doc, event: EventFound) -> None:
    """Give a signing the day, the place and the signatories of its agreement, where the event tells none."""
    if event["kind"] != "signing" or event["agreement"] is None:
        return
    agreement = get_agreements(doc)[event["agreement"]]
    if agreement["status"] not in SIGNED:
        return
    if event["when"] is None:
        event["when"] = agreement["signed_on"]
    if not event["places"] and agreement["signed_at"] is not None:
        event["places"] = [agreement["signed_at"]]
    if not event["participants"]:
        event["participants"] = _signatories(doc, event, agreement)


def untold_signings(doc: Doc, events: list[EventFound]) -> list[EventFound]:
    """The signatures that an agreement dates to the day, with a place or with signatories, and no event tells yet."""
    found = []
    for index, agreement in enumerate(get_agreements(doc)):
        when = agreement["signed_on"]
        if when is None or agreement["status"] not in SIGNED or agreement["certainty"] != "asserted":
            continue
        day = get_dates(doc)[when["date"]]["earliest"]
        told = any(
            event["kind"] in OCCASIONS
            and (event["agreement"] == index or (event["when"] and _day(doc, event["when"]) == day))
            for event in events
        )
        staged = agreement["signed_at"] is not None or bool(agreement["signatories"])
        if not told and staged and day is not None and day == get_dates(doc)[when["date"]]["latest"]:
            found.append(_signing(doc, index, agreement))
    return found


OCCASIONS = frozenset({"signing", "ceremony"})


def _day(doc: Doc, when: DateFiller) -> str | None:
    return get_dates(doc)[when["date"]]["earliest"]


def _signing(doc: Doc, index: int, agreement: AgreementFound) -> EventFound:
    """The event of an agreement's signature."""
    when = agreement["signed_on"]
    evidence = [extent for extent in agreement["evidence"] if when and _holds(extent, when["evidence"])]
    event = EventFound(
        kind="signing",
        name=None,
        edition=None,
        when=when,
        original_when=None,
        places=[agreement["signed_at"]] if agreement["signed_at"] else [],
        organizers=[],
        leaders=[],
        hosts=[],
        participants=[],
        headcounts=[],
        amounts=[],
        domains=[],
        part_of=None,
        agreement=index,
        status="planned" if agreement["status"] == "planned" else "held",
        certainty="asserted",
        attributed_to=agreement["attributed_to"],
        evidence=evidence or agreement["evidence"],
        confidence=confidence_of("signing_of_agreement"),
        rule="signing_of_agreement",
        cues=agreement["cues"],
    )
    complete(doc, event)
    return event


def _holds(extent: Extent, spans: list[Extent]) -> bool:
    return any(extent[0] <= span[0] and span[1] <= extent[1] for span in spans)


def _signatories(doc: Doc, event: EventFound, agreement: AgreementFound) -> list[Filler]:
    """Those who signed, without those who have another part."""
    taken = {item["entity"] for slot in (event["hosts"], event["leaders"], event["organizers"]) for item in slot}
    names = [entity["name"] for entity in get_entities(doc)]
    return [
        Filler(
            entity=item["person"],
            name=names[item["person"]],
            inferred=item["inferred"],
            count=None,
            evidence=item["evidence"],
        )
        for item in agreement["signatories"]
        if item["person"] not in taken
    ]
