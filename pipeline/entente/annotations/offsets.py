"""Character offsets, and where they are kept on a Doc."""

from functools import partial
from typing import Any, NamedTuple

from spacy.tokens import Doc


class Extent(NamedTuple):
    """A stretch of text: `doc.text[start:end]`."""

    start: int
    end: int


def register(name: str) -> None:
    """Declare the extension attribute `doc._.<name>`, once; its value lives in `doc.user_data`, quick to read."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, getter=partial(_get, name), setter=partial(_set, name))


def _get(name: str, doc: Doc) -> Any:
    return doc.user_data.get(name)


def _set(name: str, doc: Doc, value: Any) -> None:
    doc.user_data[name] = value


def fetch(doc: Doc, name: str) -> Any:
    """The value of `doc._.<name>`, or an empty list when no stage has set it."""
    value = doc.user_data.get(name)
    return [] if value is None else value


def store(doc: Doc, name: str, value: Any) -> None:
    """Set `doc._.<name>`."""
    doc.user_data[name] = value


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
