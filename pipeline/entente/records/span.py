"""The characters that say a value, and the base of every record."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from entente.errors import RecordError


class Record(BaseModel):
    """Base of all records: frozen, nothing beyond the contract, field docstrings as descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Span(Record):
    """An evidence span: `document.text[start:end] == text`, offsets in Unicode code points."""

    start: int = Field(ge=0)
    """First character, from the start of the document's text: `1204`."""
    end: int = Field(gt=0)
    """One past the last character: `1221`."""
    text: str = Field(min_length=1)
    """The characters themselves: `Déclaration commune`."""

    def model_post_init(self, context: Any, /) -> None:
        """Check the length, once: a validator would be called again for every record that the span is put in."""
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span `text[start:end]`; raises RecordError when the offsets lie outside the text or hold nothing."""
        if not 0 <= start < end <= len(text):
            raise RecordError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        return cls(start=start, end=end, text=text[start:end])


Evidence = tuple[Span, ...]
"""One or more spans, in the order of the text."""
