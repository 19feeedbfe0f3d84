"""Whether a pledge binds anybody: what its subject may be, and what is only an occasion."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    Extent,
    Filler,
    dates_in,
    entities_in,
    get_agreements,
    get_entities,
    quotation_at,
)
from entente.facts.commitment_due import framing_phrases, is_deadline
from entente.facts.commitment_scope import TERRITORIES
from entente.facts.fillers import fillers
from entente.facts.folding import folded_of
from entente.facts.obligor import Obligor
from entente.facts.obligors import obligor_of
from entente.facts.pledge import Pledge
from entente.facts.pledge_passives import realisations
from entente.facts.subjects import PARTY_TYPES
from entente.lexicons import load_lexicon


def needs_agreement(pledge: Pledge) -> bool:
    """Whether only an agreement makes the words bind: the nouns of a list, «la convention prévoit …»."""
    return bool(pledge.binds) and (pledge.rule == "listed_noun" or pledge.binds == ("agreement",))


def binds(doc: Doc, pledge: Pledge, obligor: Obligor) -> bool:
    """Whether the cue can bind such a subject; what a club does for its own public binds nobody."""
    if not pledge.binds:
        return True
    if pledge.rule in ("pledge", "wish") and obligor.kind != "speaker" and quotation_at(doc, pledge.cue.start):
        return False
    if pledge.rule.startswith("future") and obligor.kind in ("party", "other") and _is_occasion(doc, pledge):
        return False
    if pledge.rule == "future_passive" and not _is_realised(doc, pledge, obligor):
        return False
    if not _may_bind(doc, pledge, obligor):
        return False
    if obligor.kind != "party":
        return True
    if pledge.verb not in load_lexicon("engagements")["animations"]:
        return bool(obligor.parties) or pledge.certainty == "asserted"
    return any(_may_be_bound(doc, party["entity"]) for party in obligor.parties)


def agents(doc: Doc, action: Extent) -> list[Filler]:
    """Those by whom a passive will be done: «sera financée par la Région»."""
    folded = folded_of(doc)
    named = entities_in(doc, action.start, action.end, *PARTY_TYPES)
    agents_named = fillers(doc, [m for m in named if BY.search(folded[action.start : m.start])])
    described = BY_WHOM.search(folded, action.start, action.end) if not agents_named else None
    return obligor_of(doc, Extent(*described.span("who")), None).parties if described else agents_named


BY_WHOM = re.compile(
    r"\bpar\s(?P<who>(?:chaque|chacun\w*|les|la|le|l')\s?[^,;.]{3,50}?)(?=\s(?:avant|d'ici|en|des|a|au|pour|sur)\s|[,;.]|$)"
)


BY = re.compile(r"\bpar\s+(?:l[ae]s?\s+|l')?(?:ville de |region |commune de )?$")


def _may_bind(doc: Doc, pledge: Pledge, obligor: Obligor) -> bool:
    """A subject of the right kind; the wish of an office holder binds the party to an agreement that he speaks for."""
    if obligor.kind in pledge.binds:
        return True
    return (
        pledge.rule == "wish" and obligor.kind == "person" and any(_is_bound(doc, p["entity"]) for p in obligor.parties)
    )


def _is_realised(doc: Doc, pledge: Pledge, obligor: Obligor) -> bool:
    """Whether a passive tells of something that is made, or says by whom."""
    return obligor.kind == "project" or pledge.verb in realisations() or bool(agents(doc, pledge.action))


def _is_occasion(doc: Doc, pledge: Pledge) -> bool:
    """Whether an action has a day of its own and is of those that make up an occasion."""
    if pledge.verb not in load_lexicon("engagements")["datees"]:
        return False
    phrases = [*framing_phrases(doc, pledge), pledge.action]
    if any(WEEKDAY.search(folded_of(doc)[phrase.start : phrase.end]) for phrase in phrases):
        return True
    dates = [date for phrase in phrases for _, date in dates_in(doc, *phrase) if not is_deadline(doc, date)]
    return any(
        (date["earliest"] and date["earliest"] == date["latest"]) or DAY.fullmatch(date["edtf"] or "") for date in dates
    )


WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")


def _may_be_bound(doc: Doc, entity: int | None) -> bool:
    """A territory, a body that the text comes back to, or whoever an agreement of the text binds or is supported by."""
    if entity is None:
        return False
    found = get_entities(doc)[entity]
    if found["type"] in TERRITORIES or (found["type"] == "organization" and len(found["mentions"]) > 1):
        return True
    return _is_bound(doc, entity)


def _is_bound(doc: Doc, entity: int | None) -> bool:
    return any(entity == f["entity"] for a in get_agreements(doc) for f in (*a["parties"], *a["supporters"]))
