"""Sums that are granted: «la Ville consacre 20 000 euros à …», «s'est prononcé sur l'octroi de 5 000 euros»."""

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from entente.annotations import Extent, text_of
from entente.facts.amounts import find_amounts
from entente.facts.cues import cue_pattern
from entente.facts.folding import fold
from entente.facts.pledge import WORD, Pledge
from entente.facts.verbs import participle_of, present_of
from entente.lexicons import load_lexicon

REACH = 90
"""Characters before a sum in which the act of giving it stands."""


def find_grants(doc: Doc, start: int, end: int, told: list[Pledge]) -> list[Pledge]:
    """Grants of the sentence `start:end`, one a sum; sums inside an action that is already a pledge are left to it."""
    found: list[Pledge] = []
    for amount in find_amounts(doc, start, end):
        at = amount["evidence"][0].start
        if any(pledge.action.start <= at < pledge.action.end for pledge in (*told, *found)):
            continue
        grant = _given(text_of(doc), start, end, at) or _decided(text_of(doc), start, end, at)
        if grant is not None:
            found.append(grant)
    return found


def _given(text: str, start: int, end: int, at: int) -> Pledge | None:
    """A verb of giving just before the sum, in the present, or in the past for acts that stay («a accordé»)."""
    lexicon = load_lexicon("engagements")["dons"]
    first = max(start, at - REACH)
    words = list(WORD.finditer(text[first:at]))
    for i in range(len(words) - 1, -1, -1):
        word = words[i].group().lower()
        auxiliary = words[i - 1].group().lower() if i else ""
        verb = present_of(word)
        known = lexicon["presents"]
        if auxiliary in ("a", "ont", "avons"):
            verb, known = participle_of(word), lexicon["passes"]
        if verb is not None and verb in known and auxiliary not in ("pas", "ne", "n'", "de", "le", "la"):
            begin = first + words[i].start()
            return _pledge(verb, "asserted", Extent(start, begin), Extent(begin, begin + len(word)), Extent(begin, end))
    return None


def _decided(text: str, start: int, end: int, at: int) -> Pledge | None:
    """A noun of giving just before the sum, in a sentence that tells of a vote: «le conseil a approuvé un don de …»."""
    folded = fold(text[start:end])
    nouns = list(_nouns().finditer(folded, max(0, at - start - REACH), at - start))
    decision = _acts("decisions").search(folded)
    examined = _acts("examens").search(folded)
    act = decision or examined
    if not nouns or act is None:
        return None
    begin = start + nouns[-1].start()
    verb = _verbs()[nouns[-1].group().removesuffix("s")]
    subject = Extent(start, start + act.start())
    certainty = "asserted" if decision else "possible"
    cue = Extent(start + act.start(), start + act.end())
    grant = _pledge(verb, certainty, subject, cue, Extent(begin, end))
    return replace(grant, binds=()) if begin < cue.start else grant


def _pledge(verb: str, certainty: str, subject: Extent, cue: Extent, action: Extent) -> Pledge:
    return Pledge("grant", verb, certainty, subject, cue, action, binds=("party", "person"))


@cache
def _acts(name: str) -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["dons"][name])


@cache
def _verbs() -> dict[str, str]:
    return {fold(noun): verb for noun, verb in load_lexicon("engagements")["dons"]["noms"].items()}


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_verbs())})s?(?!\w)")
