"""Standing relations and signatures told without the noun of an instrument: one rule a way of telling."""

import re
from itertools import pairwise

from spacy.tokens import Doc

from entente.annotations import (
    EntityMention,
    dates_in,
    entities_in,
    get_blocks,
    get_entities,
)
from entente.facts.candidates import TERRITORIES, candidates
from entente.facts.folding import folded_of
from entente.facts.instruments import Act, find_acts
from entente.facts.parties import bound_parties, signatories
from entente.facts.patterns import lexicon_pattern
from entente.facts.statement import Statement, Unit
from entente.lexicons.alternation import alternation

TWINNED = re.compile(
    alternation(
        (r"jumel(?:le|les|ee?s?|er|e)", r"(?:s'est|se\s+sont|s'etait)\s+(?:liee?s?|jumelee?s?)"), not_after=r"\w"
    )
    + r"(?!\w)"
)
"""Twinning told without the noun: «sa ville jumelle», «s'est jumelée avec»."""


def twinned(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Pau et sa ville jumelle, Göttingen»: a twinning told by an adjective or a verb."""
    match = TWINNED.search(unit.text)
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


def associated(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Depuis que la Région s'est associée au Souss, en 2003»: a standing relation told by a verb."""
    lasting = _begins(doc, unit) and LASTING.search(unit.text) is not None
    if not lasting and ASSOCIATED.search(unit.text) is None:
        return []
    statement = Statement(unit, "partnership", "partnership_verb", None, acts, dates=_all_dates(doc, unit))
    statement.parties = _apposed_partners(doc, unit) or bound_parties(doc, unit.start, unit.end)
    return [statement] if len(statement.bound) > 1 or (lasting and not unit.heading) else []


def _begins(doc: Doc, unit: Unit) -> bool:
    """True when a sentence tells a beginning: «depuis onze ans»."""
    return any((date["edtf"] or "").endswith("/..") for _, date in dates_in(doc, unit.start, unit.end))


def _apposed_partners(doc: Doc, unit: Unit) -> list[EntityMention]:
    """«l'association Eau Vive, partenaire de Nikki depuis 2011»: the two names around the apposition."""
    text = unit.text
    found = [c for c in candidates(doc, unit.start, unit.end) if c.part != "gloss"]
    for before, after in pairwise(found):
        if PARTNER_OF.fullmatch(text[before.mention.end - unit.start : after.mention.start - unit.start]):
            return [before.mention, after.mention]
    return []


PARTNER_OF = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?,?\s+(?:(?:est|sont|etait)\s+)?(?:le\s+|la\s+)?partenaires?\s+(?:\w+\s+){0,2}?(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+|d')"
    r"(?:(?:ville|commune|region|province)\s+(?:de\s+|d')?)?"
)

LASTING = re.compile(
    alternation(
        (
            r"(?:travaill|oeuvr|coop[e]r|collabor|echang|commerc|dialogu|frequent)(?:e|ent|aient|ait|ons|ant)\b",
            r"(?:entretien(?:t|nent)|cultiv(?:e|ent)|men(?:e|ent)|partag(?:e|ent)|ger(?:e|ent)|organis(?:e|ent)|port(?:e|ent))\b[^.;]{0,60}?"
            r"\b(?:relations?|liens?|echanges|en\s+commun|ensemble|cooperation|projets|amitie)",
            r"(?:sont|est)\s+(?:\w+\s+)?(?:partenaires?|liee?s?|unie?s?|associee?s?|amie?s?|en\s+relation)\b",
            r"n'(?:ont|a)\s+(?:cesse|jamais\s+cesse)\s+d",
            r"s'(?:envo|echang|accueill|entraid|invit|ecri)\w+",
            r"se\s+(?:frequent|retrouv|rend|recoiv|visit|cotoi|connaiss|parl|succed)\w+",
            r"main\s+dans\s+la\s+main",
        ),
        not_after=r"\w",
    )
)
"""Verbs of a standing relation, where the sentence also says since when."""


def followed(doc: Doc, unit: Unit, acts: list[Act]) -> list[Statement]:
    """«Il a été signé à Dakar»: an act whose pronoun points back to the instrument of the sentence before."""
    if unit.item and (listed := _signed_list(doc, unit)):
        return listed
    if unit.heading or not any(act.name in TOLD for act in acts):
        return []
    text = unit.text
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
    acts = [act for act in lead_acts(doc, unit) if act.name == "signed"]
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
            r"(?:travaill|oeuvr)(?:e|ent|aient|ait)\s+(?:\w+\s+){0,3}?depuis\b",
            r"partenaires?\s+(?:de\s+)?(?:\S+\s+){0,4}?depuis\b",
        ),
        not_after=r"\w",
    )
)
POINTING = re.compile(
    r"(?<!\w)(?:l'|les\s+|y\s+)(?:a|ont|avai(?:t|ent))\s+(?:\w+\s+){0,2}?(?:sign|paraph|scell|conclu|renouvel|ratifi)\w*"
    r"|(?<!\w)(?:la|le|l'|les|y)\s?(?:sign|paraph|scell|renouvel|ratifi|reconduir|prolong)\w*|\ba\s+la\s+signer|^(?:\W*)(?:ils?|elles?|celui-ci|celle-ci|ce\s+dernier|cette\s+derniere|le\s+tout)\b|,\s+(?:il|elle)\s+(?:est|a)\b"
)

NEAR = 60
"""«la ville jumelle allemande de Göttingen», «jumelée depuis 1962 avec Göttingen»: the name follows closely."""


def lead_acts(doc: Doc, unit: Unit) -> list[Act]:
    """What the line before a list says of all its items: «Ont été paraphés :»."""
    blocks = get_blocks(doc)
    lead = blocks[unit.block]["lead"]
    if lead is None:
        return []
    start, end = blocks[lead]["start"], blocks[lead]["end"]
    return find_acts(start, folded_of(doc)[start:end])


def of_kind(doc: Doc, kind: str, mentions: list[EntityMention]) -> list[EntityMention]:
    """A twinning binds territories, not their committees nor whole countries."""
    if kind != "twinning":
        return mentions
    entities = get_entities(doc)
    return [mention for mention in mentions if entities[mention.entity]["type"] in TERRITORIES]
