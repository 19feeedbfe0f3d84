"""The agreement that a commitment belongs to."""

import re
from functools import cache

from spacy.tokens import Doc

from entente.annotations import AgreementFound, Sentence, get_agreements
from entente.facts.folding import fold, folded_of
from entente.facts.pledge import Pledge
from entente.lexicons import load_lexicon


def agreement_of(doc: Doc, sentence: Sentence, pledge: Pledge) -> int | None:
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
    found = [
        (match.start(), noun)
        for noun, (form, pattern) in _nouns().items()
        if form in folded
        for match in pattern.finditer(folded)
    ]
    return instruments[max(found)[1]] if found else []


@cache
def _nouns() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Nouns of instruments, each folded and with its pattern."""
    nouns = ((noun, fold(noun)) for noun in load_lexicon("engagements")["instruments"])
    return {noun: (form, re.compile(rf"\b{form}\b")) for noun, form in nouns}
