"""The stage `entente_commitments`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import (
    CommitmentFound,
    Extent,
    Filler,
    Sentence,
    get_blocks,
    get_sentences,
    quotation_at,
    set_commitments,
    text_of,
)
from entente.facts.amounts import find_amounts
from entente.facts.bullets import bullet_pledges
from entente.facts.commitment_agreement import agreement_of
from entente.facts.commitment_binding import agents, binds, needs_agreement
from entente.facts.commitment_due import due_of, is_past
from entente.facts.commitment_scope import cooperates
from entente.facts.commitment_slots import beneficiaries_of, domains_of
from entente.facts.folding import folded_of
from entente.facts.grants import find_grants
from entente.facts.modality import attribution
from entente.facts.obligor import Obligor
from entente.facts.obligor_parties import agreement_parties, parties_named, pointing, speaker_parties
from entente.facts.obligors import obligor_of
from entente.facts.pledge import Pledge
from entente.facts.pledges import find_pledges
from entente.facts.scope import about_a_partner, in_scope
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
        told = in_scope(doc) and about_a_partner(doc) and cooperates(doc)
        set_commitments(doc, _commitments(doc) if told else [])
        return doc


def _commitments(doc: Doc) -> list[CommitmentFound]:
    """One record an action, in the order of the text; the same promise told twice is one."""
    found: dict[tuple[str, frozenset[int | None], frozenset[str]], CommitmentFound] = {}
    blocks = get_blocks(doc)
    listed = bullet_pledges(doc)
    leads: dict[int, list[Filler]] = {}
    for sentence in get_sentences(doc):
        block = blocks[sentence["block"]]
        if block["kind"] not in READ:
            continue
        for pledge in _pledges(doc, sentence, listed):
            record = _record(doc, sentence, pledge, leads.get(block["lead"], []) if block["lead"] is not None else [])
            if record is not None and not _is_told(record, found.values()):
                found.setdefault(_key(record), record)
                leads[sentence["block"]] = record["parties"]
    return list(found.values())


def _pledges(doc: Doc, sentence: Sentence, listed: dict[int, list[Pledge]]) -> list[Pledge]:
    """What a sentence promises; an item of a binding list promises what its row of actions or its futures say."""
    start, end = sentence["start"], sentence["end"]
    items = [item for item in listed.get(sentence["block"], []) if start <= item.action.start < end]
    if items:
        return items
    bound = sentence["block"] in listed
    pledges = find_pledges(text_of(doc), start, end, folded=folded_of(doc)[start:end], occasions=bound)
    if bound:
        pledges = [replace(p, binds=()) if p.rule.startswith("future") else p for p in pledges]
    return pledges + find_grants(doc, start, end, pledges)


def _record(doc: Doc, sentence: Sentence, pledge: Pledge, lead: list[Filler]) -> CommitmentFound | None:
    """The record of a pledge, None when its subject cannot be bound; `lead`: the parties of the line above a list."""
    agreement = agreement_of(doc, sentence, pledge)
    if agreement is None and needs_agreement(pledge):
        return None
    obligor = _completed(doc, pledge, _obligor(doc, pledge, agreement), agreement)
    if not binds(doc, pledge, obligor):
        return None
    due = due_of(doc, sentence, pledge)
    if is_past(doc, due):
        return None
    if lead and obligor.kind == "agreement":
        obligor = Obligor("agreement", [pointing(party, pledge.cue) for party in lead])
    start, end = pledge.action
    about_subject = pledge.rule == "future_passive" or obligor.kind == "project"
    told = Extent(_phrase_start(doc, pledge), end) if about_subject else pledge.action
    passive = pledge.rule == "future_passive" or pledge.binds == ("money",)
    parties = agents(doc, pledge.action) if passive else obligor.parties
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


def _phrase_start(doc: Doc, pledge: Pledge) -> int:
    """Where the clause of the subject begins: after the last semicolon or full stop before the cue."""
    words = text_of(doc)[pledge.subject.start : pledge.cue.start]
    return pledge.subject.start + max(words.rfind(mark) for mark in ("; ", ": ", ". ")) + 1


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


def _evidence(pledge: Pledge, told: Extent) -> list[Extent]:
    """From the cue to the end of the action when they are one stretch, else both."""
    start = min(pledge.cue.start, told.start)
    return [Extent(start, told.end)] if told.start - pledge.cue.end < 200 else [pledge.cue, told]


def _is_told(record: CommitmentFound, others: Iterable[CommitmentFound]) -> bool:
    return bool(record["amounts"]) and any(_is_same_gift(record, other) for other in others)


def _is_same_gift(record: CommitmentFound, other: CommitmentFound) -> bool:
    """The same sum of the same party: «a promis 20 000 euros», then «versera les 20 000 euros»."""
    sums, others = ({(a["value"], a["currency"]) for a in item["amounts"]} for item in (record, other))
    parties, others_parties = ({p["entity"] for p in item["parties"]} for item in (record, other))
    return sums == others and (parties == others_parties or not parties)


def _key(record: CommitmentFound) -> tuple[str, frozenset[int | None], frozenset[str]]:
    """Verb, parties and domains: what a promise told twice has in common."""
    parties = frozenset(party["entity"] for party in record["parties"])
    return record["verb"], parties, frozenset(domain["code"] for domain in record["domains"])
