"""A whole reading: one document and all its facts."""

from functools import cache
from typing import Any, Literal, Self, get_args, get_origin

from pydantic import model_validator

from entente.records.agreement import Agreement
from entente.records.commitment import Commitment
from entente.records.date import DateExpression
from entente.records.document import Document
from entente.records.entity import Entity, Role
from entente.records.event import Event
from entente.records.quote import Quote
from entente.records.span import Evidence, Record, Span


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
    def _holds_together(self) -> Self:
        spans: list[Span] = []
        references: list[tuple[str, str]] = []
        _collect(self, spans, references)
        text = self.document.text
        for span in spans:
            if text[span.start : span.end] != span.text or span.end - span.start != len(span.text):
                raise ValueError(f"span {span.start}:{span.end} is not {span.text!r} in document {self.document.id}")
        entities = {item.id for item in self.entities}
        others = {
            "date": {item.id for item in self.dates},
            "agreement": {item.id for item in self.agreements},
            "part_of": {item.id for item in self.events},
        }
        for field, value in references:
            if value not in others.get(field, entities):
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


def spans_of(value: Record) -> list[Span]:
    """Every span below a record, in field order."""
    spans: list[Span] = []
    _collect(value, spans, [])
    return spans


def _collect(record: Record, spans: list[Span], references: list[tuple[str, str]]) -> None:
    """Add every span below a record, and every `(field, id)` that refers to another record, in field order."""
    values = vars(record)
    for name, holds in _parts(type(record)):
        child = values[name]
        if child is None:
            continue
        if holds == "reference":
            references.append((name, child))
        elif holds == "spans":
            spans += child
        elif holds == "record":
            _collect(child, spans, references)
        else:
            for item in child:
                _collect(item, spans, references)


@cache
def _parts(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record that hold references, spans, a record or records; the others hold plain values."""
    found = ((name, _held(name, field.annotation)) for name, field in kind.model_fields.items())
    return tuple((name, holds) for name, holds in found if holds is not None)


def _held(name: str, annotation: Any) -> str | None:
    if annotation == Evidence:
        return "spans"
    kinds = [
        kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type) and issubclass(kind, Record)
    ]
    if kinds:
        return "records" if get_origin(annotation) is tuple else "record"
    return "reference" if name in REFERENCES else None
