"""What one sentence, list item or heading says of an instrument, before statements are brought together."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from entente.annotations import (
    DateMention,
    EntityMention,
    Extent,
    dates_in,
    entities_in,
    get_blocks,
    get_dates,
    get_entities,
    get_sentences,
)
from entente.facts.alternation import alternation
from entente.facts.candidates import TERRITORIES, candidates
from entente.facts.folding import folded_of
from entente.facts.instruments import Act, Instrument, find_acts, find_instruments
from entente.facts.parties import bound_parties, signatories
from entente.facts.patterns import lexicon_pattern, occurring

TWINNED = re.compile(
    alternation(
        (r"jumel(?:le|les|ee?s?|er|e)", r"(?:s'est|se\s+sont|s'etait)\s+(?:liee?s?|jumelee?s?)"), not_after=r"\w"
    )
    + r"(?!\w)"
)
"""Twinning told without the noun: «sa ville jumelle», «s'est jumelée avec»."""

GENERIC = ("cooperation_agreement", "charter", "partnership", "text")
"""Kinds that give way to a more precise one in the same sentence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that is read on its own: a sentence, a whole list item, a heading."""

    start: int
    end: int
    block: int
    heading: bool
    item: bool
    """A whole list item."""


@dataclass(slots=True)
class Statement:
    """What a unit says of one instrument."""

    unit: Unit
    kind: str
    rule: str
    instrument: Instrument | None
    acts: list[Act] = field(default_factory=list)
    parties: list[EntityMention] = field(default_factory=list)
    signatories: list[EntityMention] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    """Indexes of the dates that stand nearer to this instrument than to another of its unit."""
    since: int | None = None
    """Index of the date that a list gives to this pair."""

    @property
    def bound(self) -> frozenset[int]:
        """Entities bound."""
        return frozenset(mention.entity for mention in self.parties)

    def does(self, *names: str) -> bool:
        """True when one of these acts is told."""
        return any(act.name in names for act in self.acts)


def units(doc: Doc) -> list[Unit]:
    """Sentences of paragraphs, whole list items, whole headings, in the order of the text."""
    blocks = get_blocks(doc)
    found: list[Unit] = []
    for sentence in get_sentences(doc):
        block = blocks[sentence["block"]]
        if block["kind"] == "boilerplate":
            continue
        whole = block["kind"] in ("bullet", "title", "heading", "caption")
        item = block["kind"] == "bullet"
        unit = Unit(block["start"], block["end"], sentence["block"], whole and not item, item)
        if not whole:
            unit = Unit(sentence["start"], sentence["end"], sentence["block"], False, False)
        if not found or found[-1] != unit:
            found.append(unit)
    return found


def statements(doc: Doc, unit: Unit) -> list[Statement]:
    """The statements of one unit, plans first, so that «the document» after them means what was signed."""
    listed = dated_twinnings(doc, unit) or paired_partners(doc, unit)
    if listed:
        return listed
    instruments = find_instruments(doc, unit.start, unit.end)
    instruments = _kept(instruments) if instruments else []
    acts = _outside(find_acts(doc, unit.start, unit.end), instruments)
    if not instruments:
        return _twinned(doc, unit, acts) or _associated(doc, unit, acts) or _followed(doc, unit, acts)
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


def _fill(doc: Doc, statement: Statement) -> None:
    unit = statement.unit
    if statement.kind in ("charter", "text") and TWINNED.search(folded_of(doc)[unit.start : unit.end]):
        statement.kind = "twinning"
    statement.parties = of_kind(doc, statement.kind, _bound(doc, statement))
    if statement.kind == "text":
        statement.parties = []
    if unit.item and not statement.does("signed", "renewed", "planned"):
        statement.acts = [*statement.acts, *_lead_acts(doc, unit)]
    if statement.does("signed", "renewed"):
        statement.signatories = signatories(doc, unit.start, unit.end, whole=unit.item)


def _bound(doc: Doc, statement: Statement) -> list[EntityMention]:
    after = statement.instrument.end if statement.instrument else None
    return bound_parties(doc, statement.unit.start, statement.unit.end, after)


def _lead_acts(doc: Doc, unit: Unit) -> list[Act]:
    """What the line before a list says of all its items: «Ont été paraphés :»."""
    blocks = get_blocks(doc)
    lead = blocks[unit.block]["lead"]
    return [] if lead is None else find_acts(doc, blocks[lead]["start"], blocks[lead]["end"])


def of_kind(doc: Doc, kind: str, mentions: list[EntityMention]) -> list[EntityMention]:
    """A twinning binds territories, not their committees nor whole countries."""
    if kind != "twinning":
        return mentions
    entities = get_entities(doc)
    return [mention for mention in mentions if entities[mention.entity]["type"] in TERRITORIES]


def _twinned(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Pau et sa ville jumelle, Göttingen»: a twinning told by an adjective or a verb."""
    match = TWINNED.search(folded_of(doc)[unit.start : unit.end])
    if match is None:
        return []
    statement = Statement(unit, "twinning", "twinning_standing", None, acts, dates=_all_dates(doc, unit))
    found = candidates(doc, unit.start, unit.end)
    plain = [c.mention for c in found if c.type in TERRITORIES and c.part in ("plain", "office")]
    near = [
        c.mention for c in found if c.type in TERRITORIES and 0 <= c.mention.start - unit.start - match.end() < NEAR
    ]
    statement.parties = sorted({*near[:1], *plain}) if len(plain) <= 3 else near[:1]
    return [statement]


def _associated(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Depuis que la Région s'est associée au Souss, en 2003»: a standing relation told by a verb."""
    if ASSOCIATED.search(folded_of(doc)[unit.start : unit.end]) is None:
        return []
    statement = Statement(unit, "partnership", "partnership_verb", None, acts, dates=_all_dates(doc, unit))
    statement.parties = bound_parties(doc, unit.start, unit.end)
    return [statement] if len(statement.bound) > 1 else []


def _followed(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Il a été signé à Dakar»: an act whose pronoun points back to the instrument of the sentence before."""
    if unit.item and (listed := _signed_list(doc, unit)):
        return listed
    if unit.heading or not any(act.name in TOLD for act in acts):
        return []
    text = folded_of(doc)[unit.start : unit.end]
    if POINTING.search(text) is None and lexicon_pattern("accords", "signature").search(text) is None:
        return []
    statement = Statement(unit, "text", "agreement_followed", None, acts, dates=_all_dates(doc, unit))
    if PASSIVE.search(text) is None:
        statement.signatories = signatories(doc, unit.start, unit.end)
    return [statement]


def _all_dates(doc: Doc, unit: Unit) -> list[int]:
    return [index for index, _ in dates_in(doc, unit.start, unit.end)]


def _signed_list(doc: Doc, unit: Unit) -> list[Statement]:
    """«Ont signé : – Mme X, maire de…»: each item of such a list is a signatory."""
    acts = [act for act in _lead_acts(doc, unit) if act.name == "signed"]
    people = entities_in(doc, unit.start, unit.end, "person")
    if not acts or not people:
        return []
    return [Statement(unit, "text", "agreement_signed_list", None, acts, signatories=people[:1])]


PASSIVE = re.compile(r"(?<!\w)(?:ete|etre|sera|seront|est|sont)\s+(?:\w+\s+)?(?:sign|paraph|conclu|scell)")
"""«il a été conclu»: whoever is named then need not have signed."""

TOLD = ("ended", "suspended", "renewed", "signed")
ASSOCIATED = re.compile(
    alternation(
        (
            r"(?:s'(?:est|etait)|se\s+sont|s'etaient)\s+(?:\w+\s+)?(?:associ|alli|rapproch|uni|lie)\w*",
            r"(?:est|sont)\s+(?:\w+\s+)?(?:liee?s?|unie?s?|partenaires?)\b",
            r"(?:collabor|cooper)(?:e|ent|aient|ait)\b",
        ),
        not_after=r"\w",
    )
)
POINTING = re.compile(
    r"^(?:\W*)(?:ils?|elles?|celui-ci|celle-ci|ce\s+dernier|cette\s+derniere|le\s+tout)\b|,\s+(?:il|elle)\s+(?:est|a)\b"
)

NEAR = 60
"""«la ville jumelle allemande de Göttingen», «jumelée depuis 1962 avec Göttingen»: the name follows closely."""

LINKED_LIST = re.compile(alternation((r"jumel\w+", r"li(?:ee?s?|ent|e)", r"associ\w+"), not_after=r"\w") + r"\b")
PAIRED = re.compile(
    r"\s*(?:,\s*)?(?:(?:travaill|coop[e]r|collabor)\w+\s+)?(?:\w+\s+){0,2}avec\s+(?:la\s+|le\s+|les\s+|l')?(?:conseil\s+\w+\s+(?:de\s+la|de\s+l'|du|de|d')\s*)?"
)


def dated_twinnings(doc: Doc, unit: Unit) -> list[Statement]:
    """«elle s'est liée à Trèves en 1957, à Gloucester en 1967»: one twinning a name and year."""
    text = folded_of(doc)[unit.start : unit.end]
    verb = LINKED_LIST.search(text)
    if verb is None:
        return []
    years = [(i, d) for i, d in dates_in(doc, unit.start, unit.end) if d["edtf"] and d["edtf"][:4].isdigit()]
    if len(years) < 2:
        return []
    names = [c for c in candidates(doc, unit.start, unit.end) if c.type in TERRITORIES and c.mention.kind == "name"]
    after = [c for c in names if c.mention.start > unit.start + verb.end()]
    subject = [c for c in names if c.mention.end <= unit.start + verb.start()]
    found = []
    for candidate in after:
        year = next((i for i, d in years if 0 <= d["start"] - candidate.mention.end < NEAR), None)
        if year is not None:
            statement = Statement(unit, "twinning", "twinning_dated_list", None, since=year)
            statement.parties = [*(c.mention for c in subject[-1:]), candidate.mention]
            found.append(statement)
    return found if len(found) > 1 and subject else []


def paired_partners(doc: Doc, unit: Unit) -> list[Statement]:
    """«Agadir travaille avec Nantes, Kairouan avec Cologne»: one partnership a pair, where two pairs or more stand."""
    text = folded_of(doc)[unit.start : unit.end]
    if text.count(" avec ") < 2:
        return []
    names = [c for c in candidates(doc, unit.start, unit.end) if c.type != "country" and c.part != "gloss"]
    pairs = [
        (a, b)
        for a, b in pairwise(names)
        if PAIRED.fullmatch(text[a.mention.end - unit.start : b.mention.start - unit.start])
    ]
    if len(pairs) < 2:
        return []
    found = []
    for a, b in pairs:
        statement = Statement(unit, "partnership", "partnership_pairs", None)
        statement.parties = [a.mention, b.mention]
        found.append(statement)
    return found


def adds(doc: Doc, unit: Unit) -> bool:
    """True when a unit describes what an instrument is about, or who pays for it."""
    text = folded_of(doc)[unit.start : unit.end]
    told = "content" in occurring(text, "accords") and lexicon_pattern("accords", "content").search(text) is not None
    return told or pays(doc, unit)


def pays(doc: Doc, unit: Unit) -> bool:
    """True when a unit tells of money or help for an instrument: «l'Agence y consacre 130 000 euros»."""
    text = folded_of(doc)[unit.start : unit.end]
    return "funding" in occurring(text, "accords") and lexicon_pattern("accords", "funding").search(text) is not None


def extent(unit: Unit) -> Extent:
    """The unit as evidence."""
    return Extent(unit.start, unit.end)
