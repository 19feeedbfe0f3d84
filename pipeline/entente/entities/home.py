"""Whoever publishes a text: the body that «la Ville», «la Région», «le maire» mean without a name.

All that a text says of it is weighed: masthead, date line, contacts, headline, how the body and its partners are told.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import Block, Home, get_blocks, get_entities, get_meta, set_homes, text_of
from entente.entities.home_evidence import SURE, evidence, section_starts, told_elsewhere
from entente.entities.home_page import Body, Page
from entente.lexicons.gazetteer import fold

TYPES = ("city", "intercommunality", "department", "region", "organization")
FEWEST_SECTIONS = 2
"""Lines with a place of their own that make a bulletin; one may be anything."""

LEAD, LEAST = 1.5, 2.0
"""By how much the first of a type must lead, and what it must have, to be sure where nothing as good as says it."""


class Ranked(NamedTuple):
    """A body and how much speaks for it."""

    body: int
    score: float
    told: bool
    """Something as good as says it."""


def find_homes(text: str, blocks: Sequence[Block], bodies: Sequence[Body], publisher: str | None) -> list[Home]:
    """The homes of a text, bodies by their index: those of its sections, then its own."""
    page = Page(text, blocks, bodies)
    ranked = rank(page, fold(publisher or ""))
    whole = _home(page, ranked, 0, len(text))
    return [*_sections(page, fold(publisher or "")), whole]


def _sections(page: Page, publisher: str) -> list[Home]:
    """The homes of the items of a bulletin, each under its own place: «LILLE», «Amiens. – Le maire…».

    None where the text says elsewhere which town publishes it: then the lines are about its partners.
    """
    starts = section_starts(page)
    if len(starts) < FEWEST_SECTIONS or told_elsewhere(page, starts, publisher):
        return []
    homes = []
    for start, end in zip(starts, [*starts[1:], len(page.text)], strict=True):
        part = page.part(start, end)
        ranked = rank(part, "")
        homes.append(_home(part, ranked, start, end))
    return homes


def _home(page: Page, ranked: list[Ranked], start: int, end: int) -> Home:
    bodies, scores = [r.body for r in ranked], [round(r.score, 2) for r in ranked]
    return Home(start=start, end=end, bodies=bodies, scores=scores, sure=sure_of(page, ranked))


def rank(page: Page, publisher: str) -> list[Ranked]:
    """The bodies that may publish the text, the likeliest first."""
    ranked = []
    for index, body in enumerate(page.bodies):
        if body.type in TYPES and body.mentions:
            found = evidence(page, index, publisher)
            ranked.append(Ranked(index, sum(found.values()), any(kind in found for kind in SURE)))
    return sorted(ranked, key=lambda r: (-r.score, r.body))


def sure_of(page: Page, ranked: list[Ranked]) -> list[int]:
    """The first of each type, where the text as good as says it or it leads by far.

    Where an organization is told to publish the text (an embassy, a university), no territory is by its lead alone.
    """
    groups: dict[str, list[Ranked]] = {}
    elsewhere = bool(ranked) and ranked[0].told and page.bodies[ranked[0].body].type == "organization"
    for item in ranked:
        groups.setdefault(page.bodies[item.body].type, []).append(item)
    return [group[0].body for group in groups.values() if group[0].told or not elsewhere if _is_sure(*group[:2])]


def _is_sure(first: Ranked, second: Ranked | None = None) -> bool:
    lead = first.score - (second.score if second else 0.0)
    return first.score > 0 if first.told else first.score >= LEAST and lead >= LEAD


def mark_homes(doc: Doc) -> None:
    """Put the homes on a Doc that has its entities."""
    bodies = [
        Body(
            entity["type"],
            entity["name"],
            entity["country"],
            [(m["start"], m["end"], m.get("locative", False)) for m in entity["mentions"] if m["kind"] == "name"],
        )
        for entity in get_entities(doc)
    ]
    set_homes(doc, find_homes(text_of(doc), get_blocks(doc), bodies, get_meta(doc)["publisher"]))
