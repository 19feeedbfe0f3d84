"""Character offsets, and where they are kept on a Doc."""

from typing import Any, NamedTuple

from spacy.tokens import Doc


class Extent(NamedTuple):
    """A stretch of text: `doc.text[start:end]`."""

    start: int
    end: int


def register(name: str) -> None:
    """Declare the extension attribute `doc._.<name>`, once."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


def fetch(doc: Doc, name: str) -> Any:
    """The value of `doc._.<name>`, or an empty list when no stage has set it."""
    value = getattr(doc._, name)
    return [] if value is None else value


def store(doc: Doc, name: str, value: Any) -> None:
    """Set `doc._.<name>`."""
    setattr(doc._, name, value)


TEXT = "entente_text"


def keep_text(doc: Doc, text: str) -> None:
    """Note the text that a Doc was made of; spaCy's tokens always join to the very same."""
    doc.user_data[TEXT] = text


def text_of(doc: Doc) -> str:
    """`doc.text`, built once: spaCy joins it anew from the tokens at every access."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text
