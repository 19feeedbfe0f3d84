"""The agreement that a signing is the signing of, and what it knows better."""

from spacy.tokens import Doc

from entente.annotations import AgreementFound, EventFound, Filler, get_agreements, get_entities
from entente.facts.event_sketch import Sketch

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
