"""What is known of a release besides its text."""

from typing import TypedDict, cast

from spacy.tokens import Doc

from entente.annotations.offsets import register, store

NAME = "entente_meta"
register(NAME)


class Meta(TypedDict):
    """Metadata of the release; dates are ISO strings, since plain data alone survives `Doc.to_bytes()`."""

    source: str | None
    title: str | None
    publisher: str | None
    published: str | None


def get_meta(doc: Doc) -> Meta:
    """The metadata, all None when none was given."""
    value = doc.user_data.get(NAME)
    return cast(Meta, value or {"source": None, "title": None, "publisher": None, "published": None})


def set_meta(doc: Doc, meta: Meta) -> None:
    """Put the metadata on the Doc."""
    store(doc, NAME, meta)
