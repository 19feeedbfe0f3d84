"""Which mentions of a stretch of text may be bound, and why the others are not.

An argument needs a textual reason: a name that only locates, holds an office, watches, funds or is quoted is no party.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Doc

from entente.annotations import EntityMention, entities_in, get_entities, text_of
from entente.facts.folding import folded_of
from entente.facts.patterns import ending_with, lexicon_pattern
from entente.lexicons.alternation import alternation
from entente.lexicons.gated import Gated

PARTY_TYPES = ("city", "intercommunality", "region", "department", "country", "organization")
TERRITORIES = ("city", "intercommunality", "region", "department")

Part = Literal["plain", "office", "place", "presence", "source", "support", "network", "gloss", "created"]

REACH = 90
"""Characters to the left of a name that may say its part: a title with its portfolio is rarely longer."""


KEPT = 64
"""Stretches whose candidates are kept: several rules ask for the same sentence in turn."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may be bound, with the part that its surroundings give it."""

    mention: EntityMention
    type: str
    part: Part

    @property
    def entity(self) -> int:
        """Index of the entity."""
        return self.mention.entity


def candidates(doc: Doc, start: int, end: int) -> list[Candidate]:
    """The party-like mentions of a stretch, in the order of the text, each with its part."""
    return list(_found(doc, id(get_entities(doc)), start, end))


@lru_cache(maxsize=KEPT)
def _found(doc: Doc, entities_id: int, start: int, end: int) -> tuple[Candidate, ...]:
    """The work of `candidates`, kept while the same entities stand on the same Doc."""
    entities = get_entities(doc)
    mentions = [
        mention
        for mention in entities_in(doc, start, end)
        if entities[mention.entity]["type"] in PARTY_TYPES and not _adjective(doc, mention)
    ]
    text = folded_of(doc)[start:end]
    found: list[Candidate] = []
    for mention in _outermost(mentions):
        type_ = entities[mention.entity]["type"]
        part = _part(text, mention, start, type_)
        if part == "plain" and found and type_ in TERRITORIES and _holds(text, start, found[-1].mention, mention):
            part = "place"
        found.append(Candidate(mention, type_, part))
    return tuple(found)


def _holds(text: str, offset: int, named: EntityMention, mention: EntityMention) -> bool:
    """«Feltre, cité de la province de Belluno», «Goudomp, dans la région de Sédhiou»: where the one before lies."""
    return _apposition().fullmatch(text[max(0, named.end - offset) : mention.start - offset]) is not None


@cache
def _apposition() -> re.Pattern[str]:
    """Between a name and the territory that its apposition puts it in: «, cité de la province de», «, dans le»."""
    town, land = (lexicon_pattern("accords", key).pattern for key in ("town_nouns", "territory_nouns"))
    article = r"(?:(?:la|le|les|une?)\s+|l')?"
    of = r"(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+|d')"
    noun = rf"{article}(?:\w+\s+){{0,2}}?{town}\s+(?:\w+\s+){{0,2}}"
    side = r"au\s+(?:nord|sud|est|ouest|coeur|centre)|a\s+l'(?:est|ouest)|pres|au\s+large"
    within = rf"(?:dans|en|{side})\s*(?:{of})?{article}"
    return re.compile(rf"\s*,?\s*(?:{noun})?{within}(?:{land}\s+{of}?)?|\s*,\s*{noun}{of}(?:{land}\s+{of})?")


def _adjective(doc: Doc, mention: EntityMention) -> bool:
    """«la mission nantaise» tells whose mission it is, and binds nobody."""
    words = text_of(doc)[mention.start : mention.end]
    return mention.kind == "nominal" and words.islower() and " " not in words


def _outermost(mentions: list[EntityMention]) -> list[EntityMention]:
    """Mentions that stand in no longer one; plural mentions of the same words are all kept."""
    kept = []
    holder = (-1, -1)
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        span = (mention.start, mention.end)
        if mention.end <= holder[1] and span != holder:
            continue
        kept.append(mention)
        holder = max(holder, span, key=lambda extent: extent[1])
    return sorted(kept)


def _part(text: str, mention: EntityMention, offset: int, type_: str) -> Part:
    """The part of one mention; `text` is the folded stretch that starts at `offset`."""
    at = mention.start - offset
    left = text[max(0, at - REACH) : at]
    clause = CLAUSE.split(left)[-1]
    tail = text[mention.end - offset : mention.end - offset + REACH]
    right = GLOSSED.sub("", tail)
    told = _told_before(left, clause, right)
    if told is not None:
        return told
    if tail.lstrip()[:1] in (")", "/", ",") and GLOSS.search(left) is not None:
        return "gloss"
    if type_ == "organization" and CREATED.search(left) is not None:
        return "created"
    if _present().search(clause) is not None:
        return "presence"
    located = _locates(mention, left, right) or (not left and DATELINE.match(tail) is not None)
    return "place" if located else "plain"


@cache
def _present() -> Gated:
    """«en présence de», «aux côtés de»: what few clauses have."""
    return Gated(lexicon_pattern("accords", "presence_before").pattern)


def _told_before(left: str, clause: str, right: str) -> Part | None:
    """The part that the words right before a name give it, or those behind a supporter; most names have none."""
    before = _before().search(left) is not None
    if before and ending_with("accords", "support_before").search(left) is not None:
        return "support"
    if lexicon_pattern("accords", "support_after").match(right.lstrip()) is not None:
        return "support"
    for key, part in BEFORE[1:] if before else ():
        words = left if part == "network" else clause
        if ending_with("accords", key).search(words) is not None:
            return part
    return None


@cache
def _before() -> re.Pattern[str]:
    """Whatever of the four lists stands right before a name."""
    return ending_with("accords", *(key for key, _ in BEFORE))


BEFORE: tuple[tuple[str, Part], ...] = (
    ("support_before", "support"),
    ("office_before", "office"),
    ("membership_before", "network"),
    ("source_before", "source"),
)
"""Lists of what stands right before a name, in the order in which they decide; an office and a source stand in its
clause."""

CLAUSE = re.compile(r"[;:.!?]\s|, (?:et|qui|dont|ou)\b")

GLOSSED = re.compile(r"^\s*\([^)]{1,40}\)")
"""An acronym or country between the name and what is said of it."""

GLOSS = re.compile(r"\((?:[\w.' -]{1,30}[,/]\s*)?$")
"""«Metz (France)», «Metz (AFP/VNA)»."""

CREATED = re.compile(r"(?<!\w)une?\s+(?:nouve\w+\s+)?$")
"""«crée une université franco-allemande»: what an agreement brings to life is not bound by it."""

DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*[-:]?\s?-\s(?![^:]{1,40}\s?:\s)")
"""«METZ (AFP) - Le maire…»: where the item was written; «Metz - Trèves : …» is a pair."""

LOCATING = re.compile(
    r"(?<!\w)(?:(?:a|au|aux|en|chez|dans|vers|depuis|hors|pres|autour|loin)\s+(?:de\s+|d')?(?:la\s+|le\s+|les\s+|l')?"
    r"|de\s+passage\s+a\s+)$"
)
RELATIVE = re.compile(r",\s+(?:qui|dont)\b")
GOES_ON = re.compile(r"\s*(?:et|ou)\b|\s*\w")
LONGEST_APPOSED = 6
APPOSED = re.compile(r"\w,\s(?:de\s|d')$")
"""«le lycée Kléber, de Strasbourg, et…»: the town of the body before it."""

KIND = r"(?:(?:ville|commune|province|region|departement|canton)\s+(?:de\s+|du\s+|d'))?"
TO = rf"\s(?:a|au|aux|avec)\s+(?:la\s+|le\s+|les\s+|l')?{KIND}$"
LINKS = alternation((r"li(?:e|ee?s?|ent|ant)", r"uni\w*", r"reli\w+", r"associ\w+", r"jumel\w+"), not_after=r"\w")
LINKED_TO = re.compile(rf"{LINKS}\b[^.;]*{TO}")


def _locates(mention: EntityMention, left: str, right: str) -> bool:
    """«à Quimper», «en Italie»; but «unit Metz à Luxembourg» binds, and «à Tours, qui a signé» does."""
    if LINKED_TO.search(left) or RELATIVE.match(right):
        return False
    apposed = APPOSED.search(left[-LONGEST_APPOSED:]) is not None and not GOES_ON.match(right)
    return mention.locative or apposed or LOCATING.search(left) is not None
