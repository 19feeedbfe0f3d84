"""A whole reading: one document and all its facts."""

from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import BaseModel, model_validator

from entente.records.agreement import Agreement
from entente.records.commitment import Commitment
from entente.records.date import DateExpression
from entente.records.document import Document
from entente.records.entity import Entity, Role
from entente.records.event import Event
from entente.records.quote import Quote
from entente.records.span import Record, Span


class Reading(Record):
    """One document with its facts: a line of `records.jsonl`.

    Building one checks that every span is literally in the text and that every id refers to something;
    a pydantic `ValidationError` is raised otherwise.
    """

    schema_version: Literal["1"] = "1"
    """Version of the contract."""
    document: Document
    """The document read."""
    entities: tuple[Entity, ...] = ()
    """Who and where."""
    roles: tuple[Role, ...] = ()
    """Offices held."""
    dates: tuple[DateExpression, ...] = ()
    """Time expressions."""
    agreements: tuple[Agreement, ...] = ()
    """What was agreed."""
    events: tuple[Event, ...] = ()
    """What was held."""
    commitments: tuple[Commitment, ...] = ()
    """What was promised."""
    quotes: tuple[Quote, ...] = ()
    """What was said."""

    @model_validator(mode="after")
    def _grounded(self) -> Self:
        text = self.document.text
        for span in spans_of(self):
            if text[span.start : span.end] != span.text:
                raise ValueError(f"span {span.start}:{span.end} is not {span.text!r} in document {self.document.id}")
        return self

    @model_validator(mode="after")
    def _references(self) -> Self:
        ids = {
            "entity": {item.id for item in self.entities},
            "date": {item.id for item in self.dates},
            "agreement": {item.id for item in self.agreements},
            "part_of": {item.id for item in self.events},
        }
        ids |= dict.fromkeys(("person", "organization", "on_behalf_of", "attributed_to", "speaker", "publisher"),
                             ids["entity"])  # fmt: skip
        for field, value in references_of(self):
            if value not in ids[field]:
                raise ValueError(f"{field} {value!r} refers to nothing in document {self.document.id}")
        return self

    def to_json(self) -> str:
        """One line of JSON, keys in the contract's order, nothing escaped but what JSON asks for."""
        return self.model_dump_json()


REFERENCES = frozenset(
    {"entity", "date", "agreement", "part_of", "person", "organization", "on_behalf_of", "attributed_to", "speaker",
     "publisher"}
)  # fmt: skip
"""Fields whose value is the id of another record of the same document."""


def spans_of(value: Any) -> Iterator[Span]:
    """Every span below a record, in field order."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


def references_of(value: Any) -> Iterator[tuple[str, str]]:
    """Every `(field, id)` below a record that refers to another record."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            child = getattr(value, name)
            if name in REFERENCES and isinstance(child, str):
                yield name, child
            else:
                yield from references_of(child)
    elif isinstance(value, tuple):
        for item in value:
            yield from references_of(item)
