"""Sentences with tagged entities: `<city>Lyon</city>`; what has no tag must not be found."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import get_entities
from entente.models import load_base

TAG = re.compile(r"</?(person|city|intercommunality|region|department|country|organization|venue)>")


@cache
def _pipeline() -> Language:
    nlp = load_base()
    nlp.add_pipe("entente_layout", before="ner")
    nlp.add_pipe("entente_entities")
    return nlp


def read(text: str) -> Doc:
    """The text with its entities annotated."""
    return _pipeline()(text)


def untag(tagged: str) -> str:
    """The text without its tags; a tag that is not closed is refused."""
    names = [tag.group() for tag in TAG.finditer(tagged)]
    if any(f"</{first[1:]}" != second for first, second in zip(names[::2], names[1::2], strict=True)):
        raise ValueError(f"tags not closed in {tagged!r}")
    return TAG.sub("", tagged)


def render(tagged: str) -> str:
    """The text of a tagged sentence with a tag around every name that the stage finds."""
    text = untag(tagged)
    marks: list[tuple[int, int, str]] = []
    for entity in get_entities(read(text)):
        for mention in entity["mentions"]:
            if mention["kind"] == "name":
                marks += [(mention["start"], 1, f"<{entity['type']}>"), (mention["end"], 0, f"</{entity['type']}>")]
    for position, _, tag in sorted(marks, reverse=True):
        text = text[:position] + tag + text[position:]
    return text


def meant(text: str, words: str) -> set[str]:
    """The names of the entities that a description in the text is taken for."""
    doc = read(text)
    return {
        entity["name"]
        for entity in get_entities(doc)
        for mention in entity["mentions"]
        if doc.text[mention["start"] : mention["end"]] == words
    }
