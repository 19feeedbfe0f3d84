"""The slots of a commitment that its action fills: domains, date due, beneficiaries."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    DateFiller,
    DomainFound,
    Extent,
    Filler,
    Sentence,
    dates_in,
    entities_in,
    get_blocks,
    get_dates,
    get_meta,
    get_sentences,
    text_of,
)
from entente.facts.domains import find_domains
from entente.facts.fillers import date_filler, fillers
from entente.facts.folding import folded_of
from entente.facts.pledge import Pledge
from entente.facts.subjects import PARTY_TYPES

FOR = re.compile(
    r"(?:au profit|en faveur|au benefice|a l'intention|a destination|aupres|pour|a|aux?)"
    r"(?:\s+(?:de|d'|du|des))?(?:\s+(?:la|le|les))?\s*(?:l')?$"
)


def domains_of(doc: Doc, sentence: Sentence, pledge: Pledge, told: Extent) -> list[DomainFound]:
    """Domains of the action; of the whole item in a list; of the sentence before when the object is a pronoun."""
    if get_blocks(doc)[sentence["block"]]["kind"] == "bullet":
        return find_domains(doc, sentence["start"], sentence["end"])
    found = find_domains(doc, told.start, told.end)
    listed = _list_after(doc, sentence) if not found else None
    if listed is not None:
        return find_domains(doc, *listed)
    if not found and OBJECT_PRONOUN.search(folded_of(doc)[max(0, pledge.action.start - 8) : pledge.action.start]):
        previous = [s for s in get_sentences(doc) if s["block"] == sentence["block"] and s["end"] <= sentence["start"]]
        return find_domains(doc, previous[-1]["start"], previous[-1]["end"]) if previous else []
    return found


def _list_after(doc: Doc, sentence: Sentence) -> Extent | None:
    """The items of the list that a sentence introduces: «… dans les domaines suivants :»."""
    if not text_of(doc)[sentence["start"] : sentence["end"]].rstrip().endswith(":"):
        return None
    items = [b for b in get_blocks(doc) if b["kind"] == "bullet" and b["lead"] == sentence["block"]]
    return Extent(items[0]["start"], items[-1]["end"]) if items else None


OBJECT_PRONOUN = re.compile(r"\s(?:les|l[ae']|leur|y)\s?$")


def due_of(doc: Doc, sentence: Sentence, pledge: Pledge) -> DateFiller | None:
    """The first anchored date of the action, up to a comma unless «d'ici» follows; for a future also the one before."""
    folded = folded_of(doc)
    start, end = pledge.action
    zones = [(start, end)]
    if pledge.rule.startswith("future") or CONDITIONAL.match(folded[pledge.cue.start : pledge.cue.end]):
        zones.append((max(pledge.subject.start, sentence["start"]), start))
    for first, last in zones:
        for index, date in dates_in(doc, first, last):
            anchored = (
                date["edtf"] is not None and date["type"] in ("DATE", "TIME") and not date["edtf"].endswith("/..")
            )
            before = folded[start : date["start"]] if first == start else ""
            if anchored and ("," not in before or LIMIT.search(before + folded[date["start"] : date["start"] + 10])):
                return date_filler(doc, index)
    return None


def is_past(doc: Doc, due: DateFiller | None) -> bool:
    """Whether the date lies before the release: «l'accord naîtra en 1985» is a story told in the future."""
    published = get_meta(doc)["published"]
    latest = get_dates(doc)[due["date"]]["latest"] if due is not None else None
    return published is not None and latest is not None and latest < published


CONDITIONAL = re.compile(r"devr")
LIMIT = re.compile(r"(?:d'ici|horizon|avant|jusqu|des)\b[^,]{0,20}$")


def beneficiaries_of(doc: Doc, pledge: Pledge, parties: list[Filler]) -> list[Filler]:
    """Those named after «à», «pour» or «au profit de» within the action."""
    bound = {party["entity"] for party in parties}
    start, end = pledge.action
    named = [
        mention
        for mention in entities_in(doc, start, end, *PARTY_TYPES)
        if mention.entity not in bound and not mention.locative and FOR.search(folded_of(doc)[start : mention.start])
    ]
    return fillers(doc, named)
