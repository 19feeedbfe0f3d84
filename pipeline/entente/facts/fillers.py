"""How mentions on the Doc become slot fillers of a fact."""

from collections.abc import Iterable

from spacy.tokens import Doc

from entente.annotations import (
    DateFiller,
    EntityMention,
    Extent,
    Filler,
    get_dates,
    get_entities,
)


def filler(doc: Doc, mention: EntityMention) -> Filler:
    """The entity slot that one mention fills."""
    return Filler(
        entity=mention.entity,
        name=get_entities(doc)[mention.entity]["name"],
        inferred=mention.inferred,
        count=None,
        evidence=[Extent(mention.start, mention.end)],
    )


def fillers(doc: Doc, mentions: Iterable[EntityMention]) -> list[Filler]:
    """One slot an entity, in the order given; a second mention adds evidence, and a named one settles `inferred`."""
    found: dict[int, Filler] = {}
    for mention in mentions:
        new = filler(doc, mention)
        if mention.entity in found:
            old = found[mention.entity]
            old["evidence"] = sorted({*old["evidence"], *new["evidence"]})
            old["inferred"] = old["inferred"] and new["inferred"]
        else:
            found[mention.entity] = new
    return list(found.values())


def date_filler(doc: Doc, index: int) -> DateFiller:
    """The date slot that a time expression fills."""
    date = get_dates(doc)[index]
    return DateFiller(date=index, evidence=[Extent(date["start"], date["end"])])
