"""Whoever publishes a text, and each of its sections: whom «la Ville» and «le maire» mean."""

import math
from typing import TypedDict, cast

from spacy.tokens import Doc

from entente.annotations.entities import get_entities
from entente.annotations.offsets import fetch, register, store

NAME = "entente_homes"
register(NAME)


class Home(TypedDict):
    """The bodies that may speak in a stretch of the text."""

    start: int
    end: int
    bodies: list[int]
    """Entity indexes of the named bodies, the likeliest to speak first."""
    scores: list[float]
    """How much speaks for each of them."""
    sure: list[int]
    """Those of them that the text as good as says (masthead, date line, contact) or that lead by far."""


def get_homes(doc: Doc) -> list[Home]:
    """The sections' homes in the order of the text, then the whole text's."""
    return cast(list[Home], fetch(doc, NAME))


def set_homes(doc: Doc, homes: list[Home]) -> None:
    """Put the homes on the Doc: sections in the order of the text, the whole text last."""
    store(doc, NAME, homes)


def home_at(doc: Doc, offset: int, *types: str, sure: bool = False, least: float = -math.inf) -> int | None:
    """The body of some types that speaks at an offset: of its section, else of the text.

    `sure` asks for no guess, `least` for so much that speaks for it.
    """
    entities = get_entities(doc)
    for home in get_homes(doc):
        if home["start"] <= offset < home["end"]:
            for body, score in zip(home["bodies"], home["scores"], strict=True):
                if entities[body]["type"] in types and score >= least and (body in home["sure"] or not sure):
                    return body
    return None
