"""Sums that are granted: «la Ville consacre 20 000 euros», «a voté une aide de …», «50 000 euros seront investis»."""

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from entente.annotations import Extent, text_of
from entente.facts.amounts import find_amounts
from entente.facts.cues import cue_pattern
from entente.facts.folding import fold
from entente.facts.pledge import WORD, Pledge
from entente.facts.verbs import future_of, participle_of, present_of
from entente.lexicons import load_lexicon

REACH = 90
"""Characters before a sum in which the act of giving it stands."""


def find_grants(doc: Doc, start: int, end: int, told: list[Pledge]) -> list[Pledge]:
    """Grants of the sentence `start:end`, one a sum; sums inside an action that is already a pledge are left to it."""
    found: list[Pledge] = []
    for amount in find_amounts(doc, start, end):
        sum_ = amount["evidence"][0]
        if any(_tells_of(text_of(doc), pledge, sum_) for pledge in (*told, *found)):
            continue
        text, at = text_of(doc), sum_.start
        grant = _given(text, start, end, at) or _going(text, start, end, sum_) or _decided(text, start, end, at)
        if grant is not None:
            found.append(grant)
    return found


def _tells_of(text: str, pledge: Pledge, sum_: Extent) -> bool:
    """Whether a sum lies in the action of a pledge, or is the subject of its verb."""
    if pledge.action.start <= sum_.start < pledge.action.end:
        return True
    return 0 <= pledge.cue.start - sum_.end < NEAR and not set(text[sum_.end : pledge.cue.start]) & set(".;:")


NEAR = 60
"""Characters between a sum and the verb of which it is the subject."""


def _given(text: str, start: int, end: int, at: int) -> Pledge | None:
    """A verb of giving just before the sum, in the present, or in the past for acts that stay («a accordé»)."""
    lexicon = load_lexicon("engagements")["dons"]
    first = max(start, at - REACH)
    words = list(WORD.finditer(text[first:at]))
    for i in range(len(words) - 1, -1, -1):
        word = words[i].group().lower()
        auxiliary = words[i - 1].group().lower() if i else ""
        verb = lexicon["formes"].get(word) or future_of(word) or present_of(word) or _reported(text[start:at], word)
        known = lexicon["presents"]
        if auxiliary in ("a", "ont", "avons"):
            verb, known = participle_of(word), lexicon["passes"]
        if verb == "mettre" and TABLE.search(fold(text[first:at])):
            known = [verb]
        if verb is not None and verb in known and auxiliary not in NO_SUBJECT:
            begin = first + words[i].start()
            return _pledge(verb, "asserted", Extent(start, begin), Extent(begin, begin + len(word)), Extent(begin, end))
    return None


def _reported(before: str, word: str) -> str | None:
    """«a annoncé qu'elle débloquait 40 000 euros»: an imperfect that speech makes of a present."""
    stem = IMPERFECT.fullmatch(word)
    return f"{stem.group(1)}er" if stem and SAID.search(before) else None


IMPERFECT = re.compile(r"(\w{3,}?)(?:ait|aient)")
SAID = re.compile(r"\b(?:a|ont)\b[^.;]{0,40}\bqu(?:e\s|['’])[^.;]*$")


NO_SUBJECT = ("pas", "ne", "n'", "de", "le", "la", "l'", "les", "une", "un", "cette", "en", "par", "que", "sans", "d'")
"""Words after which a form of a verb of giving is a noun, denied, or somebody else's."""

TABLE = re.compile(r"\bmet(?:tent)? (?:sur la table|dans la corbeille|au pot)\s*$")


def _going(text: str, start: int, end: int, sum_: Extent) -> Pledge | None:
    """The sum is the subject: «50 000 euros vont au fonds», «… sont attribués à …», «s'y ajoutent 20 000 euros»."""
    folded = fold(text[start:end])
    added = ADDED.search(folded, 0, sum_.start - start)
    if added is not None:
        cue = Extent(start + added.start("verb"), start + added.end("verb"))
        return _money(folded, start, "ajouter", cue, Extent(cue.start, end))
    passed = PASSED.match(folded, sum_.end - start)
    if passed is None:
        return None
    cue = Extent(start + passed.start("cue"), start + passed.end("cue"))
    if passed.group("participle") is None:
        return _money(folded, start, "aller", cue, Extent(sum_.start, end))
    verb = participle_of(text[start + passed.start("participle") : start + passed.end("participle")].lower())
    if verb is None or verb not in load_lexicon("engagements")["dons"]["sujets"]:
        return None
    return _money(folded, start, verb, cue, Extent(sum_.start, end))


ADDED = re.compile(r"(?<![\w-])(?P<verb>s'(?:y )?ajout\w+)\s(?:[^,;.]{0,30}\s)?$")
PASSED = re.compile(
    r"[^.;:]{0,60}?\s(?P<cue>(?:sera|seront|est|sont|a ete|ont ete|va etre|vont etre)\s(?:\w+ment\s|aussi\s)?"
    r"(?P<participle>\w+e?s?)\b|(?:vont|va|iront|ira)\s(?=a\s|aux?\s))"
)


def _money(folded: str, start: int, verb: str, cue: Extent, action: Extent) -> Pledge:
    return Pledge("grant", verb, "asserted", Extent(start, cue.start), cue, action, binds=("money",))


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
    verb = _own_act(decision, folded) or _verbs()[nouns[-1].group().removesuffix("s")]
    subject = Extent(start, start + act.start())
    certainty = "asserted" if decision else "possible"
    cue = Extent(start + act.start(), start + act.end())
    grant = _pledge(verb, certainty, subject, cue, Extent(begin, end))
    return replace(grant, binds=()) if begin < cue.start else grant


def _own_act(decision: re.Match[str] | None, folded: str) -> str | None:
    """«a voté une aide» → voter; «a approuvé une aide» leaves the verb to the noun."""
    if decision is None:
        return None
    acts: dict[str, str] = load_lexicon("engagements")["dons"]["actes"]
    return next((verb for stem, verb in acts.items() if decision.group().startswith(fold(stem))), None)


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
