"""The stage `entente_commitments`."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import (
    AgreementFound,
    CommitmentFound,
    Extent,
    Filler,
    Sentence,
    dates_in,
    entities_in,
    get_agreements,
    get_blocks,
    get_entities,
    get_sentences,
    quotation_at,
    set_commitments,
    text_of,
)
from entente.facts.amounts import find_amounts
from entente.facts.bullets import bullet_pledges
from entente.facts.commitment_slots import beneficiaries_of, domains_of, due_of, is_past
from entente.facts.fillers import fillers
from entente.facts.folding import fold, folded_of
from entente.facts.grants import find_grants
from entente.facts.modality import attribution
from entente.facts.obligor import Obligor
from entente.facts.obligor_parties import agreement_parties, parties_named, speaker_parties
from entente.facts.obligors import obligor_of
from entente.facts.pledge import Pledge
from entente.facts.pledge_passives import realisations
from entente.facts.pledges import find_pledges
from entente.facts.scope import about_a_partner, in_scope
from entente.facts.subjects import PARTY_TYPES
from entente.lexicons import load_lexicon
from entente.models import confidence_of

READ = ("paragraph", "bullet", "heading")
"""Kinds of block that bind; titles, captions, signatures and boilerplate repeat or frame."""

AROUND = 400
"""Characters on both sides of an action in which its source is named."""


@Language.factory("entente_commitments")
def create_commitments(nlp: Language, name: str) -> "CommitmentsStage":
    """The component, for `nlp.add_pipe("entente_commitments")`."""
    return CommitmentsStage()


class CommitmentsStage:
    """Finds what the parties bind themselves to do, in documents about cooperation abroad."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_commitments(doc, _commitments(doc) if in_scope(doc) and about_a_partner(doc) else [])
        return doc


def _commitments(doc: Doc) -> list[CommitmentFound]:
    """One record an action, in the order of the text; the same promise told twice is one."""
    found: dict[tuple[str, frozenset[int | None], frozenset[str]], CommitmentFound] = {}
    blocks = get_blocks(doc)
    listed = bullet_pledges(doc)
    for sentence in get_sentences(doc):
        if blocks[sentence["block"]]["kind"] not in READ:
            continue
        for pledge in _pledges(doc, sentence, listed):
            record = _record(doc, sentence, pledge)
            if record is not None:
                found.setdefault(_key(record), record)
    return list(found.values())


def _pledges(doc: Doc, sentence: Sentence, listed: dict[int, list[Pledge]]) -> list[Pledge]:
    """What a sentence promises; an item of a binding list promises what its row of actions says."""
    start, end = sentence["start"], sentence["end"]
    if sentence["block"] in listed:
        return [item for item in listed[sentence["block"]] if start <= item.action.start < end]
    pledges = find_pledges(text_of(doc), start, end)
    return pledges + find_grants(doc, start, end, pledges)


def _record(doc: Doc, sentence: Sentence, pledge: Pledge) -> CommitmentFound | None:
    """The record of a pledge, or None when its subject cannot be bound."""
    agreement = _agreement_of(doc, sentence, pledge)
    obligor = _completed(doc, pledge, _obligor(doc, pledge, agreement), agreement)
    due = due_of(doc, sentence, pledge)
    if not _binds(doc, pledge, obligor, agreement) or is_past(doc, due):
        return None
    start, end = pledge.action
    about_subject = pledge.rule == "future_passive" or obligor.kind == "project"
    told = Extent(max(sentence["start"], pledge.subject.start), end) if about_subject else pledge.action
    passive = pledge.rule == "future_passive" or pledge.binds == ("money",)
    parties = _agents(doc, pledge.action) if passive else obligor.parties
    return CommitmentFound(
        agreement=agreement,
        parties=parties,
        verb=pledge.verb,
        action=text_of(doc)[start:end],
        domains=domains_of(doc, sentence, pledge, told),
        beneficiaries=beneficiaries_of(doc, pledge, parties),
        amounts=find_amounts(doc, start, end),
        due=due,
        status="pledged",
        certainty=pledge.certainty,
        attributed_to=attribution(
            doc, max(sentence["start"], start - AROUND), min(sentence["end"], end + AROUND), start
        ),
        evidence=_evidence(pledge, told),
        confidence=confidence_of(f"commitment_{pledge.rule}", inferred=any(party["inferred"] for party in parties)),
        rule=f"commitment_{pledge.rule}",
        cues=[text_of(doc)[pledge.cue.start : pledge.cue.end]],
    )


def _agents(doc: Doc, action: Extent) -> list[Filler]:
    """Those by whom a passive will be done: «sera financée par la Région»."""
    folded = folded_of(doc)
    named = entities_in(doc, action.start, action.end, *PARTY_TYPES)
    return fillers(doc, [m for m in named if BY.search(folded[action.start : m.start])])


def _completed(doc: Doc, pledge: Pledge, obligor: Obligor, agreement: int | None) -> Obligor:
    """Where the words bind several («leur volonté», «Metz et … souhaitent») but one is found: all of the agreement."""
    folded = folded_of(doc)
    cue, subject = folded[pledge.cue.start : pledge.cue.end], folded[pledge.subject.start : pledge.subject.end]
    several = cue.startswith("leur") or (PLURAL.search(cue) and JOINED.search(subject))
    bound = agreement_parties(doc, agreement)
    known = {party["entity"] for party in bound}
    if several and len(bound) == 2 and len(obligor.parties) == 1 and obligor.parties[0]["entity"] in known:
        rest = [party for party in bound if party["entity"] != obligor.parties[0]["entity"]]
        return Obligor(obligor.kind, [*obligor.parties, *rest])
    return obligor


PLURAL = re.compile(r"(?:ent|ont)$")
JOINED = re.compile(r"\w\s+et\s+[^,;]{2,40}$")

BY = re.compile(r"\bpar\s+(?:l[ae]s?\s+|l')?(?:ville de |region |commune de )?$")


def _obligor(doc: Doc, pledge: Pledge, agreement: int | None) -> Obligor:
    obligor = obligor_of(doc, pledge.subject, agreement)
    if pledge.bound is not None:
        return Obligor(
            obligor.kind, parties_named(doc, pledge.bound) or obligor_of(doc, pledge.bound, agreement).parties
        )
    if SPOKEN.match(folded_of(doc)[pledge.cue.start : pledge.cue.end]):
        return Obligor("speaker", speaker_parties(doc, pledge.cue.start))
    if IMPERSONAL.search(folded_of(doc)[pledge.cue.start : pledge.cue.end]):
        if quotation_at(doc, pledge.cue.start):
            return Obligor("other", [])
        return Obligor("agreement", agreement_parties(doc, agreement))
    if pledge.rule in ("bullet", "listed", "listed_noun") and not obligor.parties:
        return Obligor("agreement", agreement_parties(doc, agreement))
    return obligor


SPOKEN = re.compile(r"(?:nous |m'|je )")
"""A cue that holds its own subject, the speaker."""

IMPERSONAL = re.compile(r"^(?:il |(?:l')?objectif |(?:l'|le )?(?:but|ambition) (?:est|sera)|decision )")


def _binds(doc: Doc, pledge: Pledge, obligor: Obligor, agreement: int | None) -> bool:
    """Whether the cue can bind such a subject; what a club does for its own public binds nobody."""
    if not pledge.binds:
        return True
    if pledge.rule == "listed_noun" and agreement is None:
        return False
    if pledge.rule in ("pledge", "wish") and obligor.kind != "speaker" and quotation_at(doc, pledge.cue.start):
        return False
    if pledge.rule.startswith("future") and obligor.kind in ("party", "other") and _is_occasion(doc, pledge):
        return False
    if pledge.rule == "future_passive" and not (
        obligor.kind == "project" or pledge.verb in realisations() or _agents(doc, pledge.action)
    ):
        return False
    if obligor.kind not in pledge.binds or (pledge.binds == ("agreement",) and agreement is None):
        return False
    if obligor.kind != "party":
        return True
    if pledge.verb not in load_lexicon("engagements")["animations"]:
        return bool(obligor.parties) or pledge.certainty == "asserted"
    return any(_may_be_bound(doc, party["entity"]) for party in obligor.parties)


def _is_occasion(doc: Doc, pledge: Pledge) -> bool:
    """Whether an action has a day of its own and is of those that make up an occasion."""
    if pledge.rule == "future" and pledge.verb not in load_lexicon("engagements")["datees"]:
        return False
    if WEEKDAY.search(folded_of(doc)[pledge.subject.start : pledge.action.end]):
        return True
    dates = [date for _, date in dates_in(doc, pledge.subject.start, pledge.action.end)]
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
    return any(entity == f["entity"] for a in get_agreements(doc) for f in (*a["parties"], *a["supporters"]))


TERRITORIES = ("city", "intercommunality", "region", "department")


def _agreement_of(doc: Doc, sentence: Sentence, pledge: Pledge) -> int | None:
    """The agreement told in the sentence, else the last one before it; of the kind that the subject names, if any."""
    agreements = get_agreements(doc)
    kinds = _kinds_named(folded_of(doc)[pledge.subject.start : pledge.action.start])
    fitting = [i for i, agreement in enumerate(agreements) if agreement["kind"] in kinds]
    indexes = fitting or range(len(agreements))
    here = [i for i in indexes if _told(agreements[i], sentence["start"], sentence["end"])]
    before = [(start, i) for i in indexes for start, end in agreements[i]["evidence"] if end <= sentence["start"]]
    if here:
        return here[0]
    if before:
        latest = max(start for start, _ in before)
        return min(i for start, i in before if start == latest)
    return indexes[0] if len(indexes) == 1 else None


def _told(agreement: AgreementFound, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in agreement["evidence"])


def _kinds_named(folded: str) -> list[str]:
    """The kinds of agreement that the last instrument named before an action may be."""
    instruments: dict[str, list[str]] = load_lexicon("engagements")["instruments"]
    found = [(match.start(), noun) for noun, pattern in _nouns().items() for match in pattern.finditer(folded)]
    return instruments[max(found)[1]] if found else []


@cache
def _nouns() -> dict[str, re.Pattern[str]]:
    """Nouns of instruments, each with its pattern."""
    return {noun: re.compile(rf"\b{fold(noun)}\b") for noun in load_lexicon("engagements")["instruments"]}


def _evidence(pledge: Pledge, told: Extent) -> list[Extent]:
    """From the cue to the end of the action when they are one stretch, else both."""
    start = min(pledge.cue.start, told.start)
    return [Extent(start, told.end)] if told.start - pledge.cue.end < 200 else [pledge.cue, told]


def _key(record: CommitmentFound) -> tuple[str, frozenset[int | None], frozenset[str]]:
    """Verb, parties and domains: what a promise told twice has in common."""
    parties = frozenset(party["entity"] for party in record["parties"])
    return record["verb"], parties, frozenset(domain["code"] for domain in record["domains"])
