"""Time expressions on a Doc."""

from typing import TypedDict

from spacy.tokens import Doc

from entente.annotations.offsets import fetch, register, store

NAME = "entente_dates"
register(NAME)


class DateMention(TypedDict):
    """A time expression; the fields are those of `records.DateExpression`, days as ISO strings."""

    start: int
    end: int
    type: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    mod: str | None
    duration: str | None
    inferred: bool
    conflict: bool


def get_dates(doc: Doc) -> list[DateMention]:
    """Time expressions in the order of the text."""
    found: list[DateMention] = fetch(doc, NAME)
    return found


def set_dates(doc: Doc, dates: list[DateMention]) -> None:
    """Put the time expressions on the Doc, in the order of the text."""
    store(doc, NAME, dates)


def dates_in(doc: Doc, start: int, end: int) -> list[tuple[int, DateMention]]:
    """`(index, mention)` of the time expressions that lie wholly in `start:end`."""
    return [(i, item) for i, item in enumerate(get_dates(doc)) if start <= item["start"] and item["end"] <= end]
