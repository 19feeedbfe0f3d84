"""The slots of a commitment that its action fills: domains, date due, beneficiaries."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    DomainFound,
    Extent,
    Filler,
    Sentence,
    entities_in,
    get_blocks,
    get_sentences,
    text_of,
)
from entente.facts.bullets import LABEL
from entente.facts.domains import find_domains
from entente.facts.fillers import fillers
from entente.facts.folding import folded_of
from entente.facts.pledge import Pledge
from entente.facts.subjects import PARTY_TYPES
from entente.lexicons import load_lexicon

FOR = re.compile(
    r"(?:au profit|en faveur|au benefice|a l'intention|a destination|aupres|pour|a|aux?)"
    r"(?:\s+(?:de|d'|du|des))?(?:\s+(?:la|le|les))?\s*(?:l')?$"
)


def domains_of(doc: Doc, sentence: Sentence, pledge: Pledge, told: Extent) -> list[DomainFound]:
    """Domains of the action and of its verb («former»); in a list, of the item's label too."""
    found = _told(doc, sentence, pledge, told)
    code: str | None = load_lexicon("domaines")["verbes"].get(pledge.verb)
    if code is None or any(domain["code"] == code for domain in found):
        return found
    first = WORD.match(text_of(doc), pledge.action.start)
    return [*found, DomainFound(code=code, evidence=[Extent(*first.span())])] if first else found


WORD = re.compile(r"\w+")


def _told(doc: Doc, sentence: Sentence, pledge: Pledge, told: Extent) -> list[DomainFound]:
    """Domains of the words of an action; of the sentence before when its object is a pronoun."""
    if get_blocks(doc)[sentence["block"]]["kind"] == "bullet":
        return _of_item(doc, sentence, told)
    found = find_domains(doc, told.start, told.end)
    listed = _list_after(doc, sentence) if not found else None
    if listed is not None:
        return find_domains(doc, *listed)
    before = folded_of(doc)[max(0, pledge.action.start - 8) : pledge.action.start]
    if not found and pledge.rule in CLITIC_RULES and OBJECT_PRONOUN.search(before):
        previous = [s for s in get_sentences(doc) if s["block"] == sentence["block"] and s["end"] <= sentence["start"]]
        return find_domains(doc, previous[-1]["start"], previous[-1]["end"]) if previous else []
    return found


def _of_item(doc: Doc, sentence: Sentence, told: Extent) -> list[DomainFound]:
    """Domains of an item: those of its label («Eau :»), then those of the action."""
    label = LABEL.match(text_of(doc), sentence["start"], min(sentence["end"], told.start))
    found = find_domains(doc, sentence["start"], label.end()) if label else []
    codes = {domain["code"] for domain in found}
    return [*found, *(domain for domain in find_domains(doc, told.start, told.end) if domain["code"] not in codes)]


def _list_after(doc: Doc, sentence: Sentence) -> Extent | None:
    """The items of the list that a sentence introduces: «… dans les domaines suivants :»."""
    if not text_of(doc)[sentence["start"] : sentence["end"]].rstrip().endswith(":"):
        return None
    items = [b for b in get_blocks(doc) if b["kind"] == "bullet" and b["lead"] == sentence["block"]]
    return Extent(items[0]["start"], items[-1]["end"]) if items else None


CLITIC_RULES = ("pledge", "wish", "future", "conditional")
"""Rules whose action is a verb, so that «la» before it is a pronoun and no article."""

OBJECT_PRONOUN = re.compile(r"\s(?:les|l[ae']|leur|y)\s?$")


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
