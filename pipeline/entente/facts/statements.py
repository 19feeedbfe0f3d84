"""What one sentence, list item or heading says of an instrument, before statements are brought together."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from entente.annotations import (
    DateMention,
    EntityMention,
    dates_in,
    get_dates,
)
from entente.facts.folding import folded_of
from entente.facts.instruments import Act, Instrument, find_acts, find_instruments, of_one_state
from entente.facts.parties import bound_parties, signatories
from entente.facts.partner_lists import dated_twinnings, each_partner, paired_partners
from entente.facts.relations import NEAR, TWINNED, associated, followed, lead_acts, of_kind, twinned
from entente.facts.statement import Statement, Unit

GENERIC = ("cooperation_agreement", "charter", "partnership", "text")
"""Kinds that give way to a more precise one in the same sentence."""


def statements(doc: Doc, unit: Unit) -> list[Statement]:
    """The statements of one unit, plans first, so that «the document» after them means what was signed."""
    listed = dated_twinnings(doc, unit) or each_partner(doc, unit) or paired_partners(doc, unit)
    if listed:
        return listed
    instruments = find_instruments(doc, unit.start, unit.text)
    instruments = _kept(instruments) if instruments else []
    acts = _outside(find_acts(unit.start, unit.text), instruments)
    if not instruments:
        if of_one_state(unit.text):
            return []
        return twinned(doc, unit, acts) or associated(doc, unit, acts) or followed(doc, unit, acts)
    found = []
    dates = dates_in(doc, unit.start, unit.end)
    for instrument in instruments:
        statement = Statement(unit, instrument.kind, "agreement_named", instrument)
        statement.acts = [act for act in acts if _nearest(instruments, act.start, act.end, act.name) is instrument]
        statement.dates = [i for i, d in dates if _nearest(instruments, d["start"], d["end"], _side(d)) is instrument]
        if instrument.framing:
            statement.acts = [act for act in statement.acts if act.name == "standing"]
            statement.dates = [index for index in statement.dates if _follows(doc, instrument, index)]
        _fill(doc, statement)
        if _hollow(doc, statement):
            continue
        if not instrument.plural or len(statement.bound) > 1 or (unit.item and statement.signatories):
            found.append(statement)
    return sorted(found, key=lambda item: not item.does("planned"))


def _follows(doc: Doc, instrument: Instrument, index: int) -> bool:
    """«dans le cadre de la convention signée en 2015»: the date is the instrument's own."""
    return 0 <= get_dates(doc)[index]["start"] - instrument.end < NEAR


def _hollow(doc: Doc, statement: Statement) -> bool:
    """«selon la déclaration du maire»: a bare declaration that nobody signs or adopts is only words."""
    item = statement.instrument
    bare = item is not None and folded_of(doc)[item.start : item.end] == "declaration"
    return bare and not statement.does("signed", "planned")


def _outside(acts: list[Act], instruments: list[Instrument]) -> list[Act]:
    """Acts that are no part of an instrument's name: «lettre d'intention» plans nothing."""
    if not instruments:
        return acts
    return [act for act in acts if not any(act.start < item.end and item.start < act.end for item in instruments)]


def _nearest(instruments: list[Instrument], start: int, end: int, side: str = "") -> Instrument:
    """The instrument that a date or act belongs to: a plan to the one that follows it, «depuis» to the one before."""

    def distance(item: Instrument) -> int:
        follows = end <= item.start
        gap = item.start - end if follows else start - item.end
        wrong = (side == "planned" and not follows) or (side == "since" and follows)
        return gap + wrong * REVERSED

    return min(instruments, key=distance)


def _side(date: DateMention) -> str:
    return "since" if (date["edtf"] or "").endswith("/..") else ""


REVERSED = 200
"""Characters that a word counts as farther from an instrument on the side it does not read to."""


def _kept(instruments: list[Instrument]) -> list[Instrument]:
    """The precise instruments of a unit, one a kind; the general ones only when there is no other.

    A standing cooperation that turns into something else stays: «la coopération menée depuis 2007 deviendra jumelage».
    """
    precise = [item for item in instruments if item.kind not in GENERIC]
    if any(not item.plural for item in precise):
        precise = [item for item in precise if not item.plural]
    signed = [item for item in instruments if item.kind in ("cooperation_agreement", "charter")]
    standing = [
        i for i in instruments if i.kind == "partnership" and precise and i.end < precise[0].start and i.definite
    ]
    kept: dict[str, Instrument] = {}
    for item in [*standing, *(precise or signed or instruments)]:
        if item.kind not in kept or (item.new and not kept[item.kind].new):
            kept[item.kind] = item
    return sorted(kept.values(), key=lambda item: item.start)


DECLARED = ("joint_declaration", "charter")
COUNCIL = re.compile(r"(?<!\w)(?:consei\w+|commission|deliber\w+|elue?s|seance|assemblee|municipal\w*)\b")
"""A declaration that a summit adopts stands; a council's vote on it is only one side's."""


def _fill(doc: Doc, statement: Statement) -> None:
    unit = statement.unit
    if statement.kind in ("charter", "text") and _twins(doc, statement):
        statement.kind = "twinning"
    if statement.kind in DECLARED and not COUNCIL.search(unit.text):
        statement.acts = [replace(act, name="signed") if act.name == "voted" else act for act in statement.acts]
    if unit.item and not statement.does("signed", "renewed", "planned"):
        statement.acts = [*statement.acts, *lead_acts(doc, unit)]
    if statement.does("signed", "renewed"):
        statement.signatories = signatories(doc, unit.start, unit.end, whole=unit.item)
    statement.parties = of_kind(doc, statement.kind, _bound(doc, statement))
    if statement.kind == "text":
        statement.parties = []


def _twins(doc: Doc, statement: Statement) -> bool:
    """A charter told of in a sentence of twinning, or in a text that twinning opens, is the twinning's own."""
    if TWINNED.search(statement.unit.text):
        return True
    item = statement.instrument
    bare = item is not None and item.bare and not statement.does("voted")
    return statement.kind == "charter" and bare and OF_TWINNING.search(folded_of(doc), 0, LEAD) is not None


LEAD = 400
"""Characters of masthead, headline and lead."""
OF_TWINNING = re.compile(r"(?<!\w)jumel(?:age|ee|les?\b)")


def _bound(doc: Doc, statement: Statement) -> list[EntityMention]:
    after = statement.instrument.end if statement.instrument else None
    return bound_parties(doc, statement.unit.start, statement.unit.end, after, statement.signatories)
