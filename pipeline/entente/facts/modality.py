"""How a statement is meant: asserted, possible or denied, done or planned, called off, and who says so."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import entities_in, get_quotes, text_of
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.folding import fold, folded_of
from entente.facts.verbs import participle_of, tense_of, word_list
from entente.lexicons import load_lexicon
from entente.lexicons.sieve import Sieve

FLAGS = ("planned", "cancelled", "postponed", "ended", "suspended", "renewed")
WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
BOUNDARY = re.compile(
    r"[;:.!?…]|,? (?:(?:qui|que|dont|lequel|laquelle|lesquels|lesquelles|mais|car|tandis que|alors que|puis)(?= )|qu')"
)
KEPT = 256
"""Sentences and clauses whose parts are kept: several facts of one document ask in turn, stage after stage."""

NEAR_SOURCE = 70
"""Characters between «selon» and the name of the source, for «selon un communiqué de la municipalité de …»."""


class Cue(NamedTuple):
    """A word that changes how a statement is meant."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Modality:
    """How the statement around a trigger is meant."""

    certainty: str
    """`asserted`, `possible` or `denied`."""
    tense: str
    """Of the governing verb: `past`, `present`, `future`, `conditional`, `infinitive`, or `none`."""
    planned: bool
    negated: bool
    cancelled: bool
    postponed: bool
    ended: bool
    suspended: bool
    renewed: bool
    attributed_to: int | None
    """Entity that is quoted or cited for it."""
    cues: tuple[Cue, ...]
    """What decided, in the order of the text."""


def modality_of(doc: Doc, start: int, end: int, trigger_start: int, trigger_end: int) -> Modality:
    """How the sentence `start:end` means what its words `trigger_start:trigger_end` say.

    «L'accord pourrait être signé en mai» with «accord» → possible, conditional, planned.
    """
    first, last = clause_around(text_of(doc), start, end, trigger_start, trigger_end)
    folded = folded_of(doc)[first:last]
    cues = sorted(_cues(folded, first), key=lambda cue: (cue.start, cue.end, cue.kind))
    kinds = {cue.kind for cue in cues}
    tense = tense_around(text_of(doc), first, last, trigger_start, trigger_end)
    negated = "negation" in kinds
    flags = {flag: flag in kinds for flag in FLAGS}
    flags["planned"] = flags["planned"] or tense == "future"
    return Modality(
        certainty=_certainty(kinds, tense),
        tense=tense,
        negated=negated,
        attributed_to=attribution(doc, start, end, trigger_start),
        cues=tuple(cues),
        **flags,
    )


def clause_around(text: str, start: int, end: int, trigger_start: int, trigger_end: int) -> tuple[int, int]:
    """The clause of a trigger: up to the nearest relative, strong mark or adversative on either side."""
    first, last = start, end
    for opens, closes in _boundaries(text[start:end]):
        if start + closes <= trigger_start:
            first = start + closes
        elif start + opens >= trigger_end:
            last = start + opens
            break
    return first, last


@lru_cache(maxsize=KEPT)
def _boundaries(text: str) -> tuple[tuple[int, int], ...]:
    """Where the marks and words that part clauses begin and end."""
    return tuple(mark.span() for mark in BOUNDARY.finditer(fold(text)))


def tense_around(text: str, start: int, end: int, trigger_start: int, trigger_end: int) -> str:
    """Tense of the verb that governs a trigger: the trigger's own, else the nearest before it, else the nearest after.

    An auxiliary and its participle make a past («ont signé», «a été signée»), as does «vient de» with an infinitive.
    """
    verbs = verb_groups(text, start, end)
    own = [tense for first, last, tense in verbs if first < trigger_end and trigger_start < last]
    before = [tense for _, last, tense in verbs if last <= trigger_start]
    after = [tense for first, _, tense in verbs if first >= trigger_end]
    finite = [tense for tense in own if tense != "infinitive"]
    if finite:
        return finite[0]
    if own:
        return next((tense for tense in reversed(before) if tense != "infinitive"), "infinitive")
    finite_before = [tense for tense in before if tense != "infinitive"]
    if finite_before:
        return finite_before[-1]
    return next((tense for tense in after if tense != "infinitive"), "infinitive" if before or after else "none")


def attribution(doc: Doc, start: int, end: int, offset: int) -> int | None:
    """Who is quoted or cited for the words at an offset: speaker of the quote, «selon X», «X a indiqué que»."""
    for quote in get_quotes(doc):
        if any(first <= offset < last for first, last in quote["evidence"]):
            return quote["speaker"]
    folded = folded_of(doc)[start:end]
    passing = _sieve().passing(folded)
    for cue in _pattern("sources").finditer(folded) if "sources" in passing else ():
        named = entities_in(doc, start + cue.end(), min(end, start + cue.end() + NEAR_SOURCE))
        if named and not set(folded[cue.end() : named[0].start - start]) & set(",;:"):
            return named[0].entity
    return _speaker(doc, start, end, folded) if "parole" in passing else None


def _speaker(doc: Doc, start: int, end: int, folded: str) -> int | None:
    """«…, a fait savoir le maire X» and «X a indiqué que …»."""
    verb = _speech().search(folded)
    if verb is None:
        return None
    if verb.group("that"):
        named = entities_in(doc, start, start + verb.start())[-1:]
        between = folded[named[0].end - start : verb.start()] if named else ""
    else:
        named = entities_in(doc, start + verb.end(), min(end, start + verb.end() + NEAR_SOURCE))[:1]
        between = folded[verb.end() : named[0].start - start] if named else ""
    return named[0].entity if named and not set(between) & set(";:.") else None


def _certainty(kinds: set[str], tense: str) -> str:
    if "denied" in kinds or "negation" in kinds:
        return "denied"
    if "possible" in kinds or tense == "conditional":
        return "possible"
    return "asserted"


def _cues(folded: str, offset: int) -> list[Cue]:
    kinds, passing = ("negation", "denied", "possible", *FLAGS), _sieve().passing(folded)
    return [
        Cue(kind, offset + found.start(), offset + found.end())
        for kind in kinds
        if kind in passing
        for found in _pattern(kind).finditer(folded)
    ]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The forms of a cue on folded text."""
    return cue_pattern(load_lexicon("modalite")[kind])


@cache
def _sieve() -> Sieve:
    """Which kinds of cue can stand in a clause at all."""
    return Sieve({kind: [fold(form) for form in forms] for kind, forms in load_lexicon("modalite").items()})


@cache
def _speech() -> re.Pattern[str]:
    verbs = cue_source(load_lexicon("modalite")["parole"])
    heads = r"(?:a|ont|a-t-il|a-t-elle|ont-ils|avait|s'est)"
    return re.compile(
        rf"(?:, |\b)(?:{heads} )?(?:{verbs})(?: \w+)?(?P<that> qu(?:e |'))|, (?:{heads} )(?:{verbs})(?= )"
    )


def verb_groups(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Verb groups with their tense; participles join the auxiliary before them. A clause never opens with «a»."""
    return [(start + first, start + last, tense) for first, last, tense in _groups(text[start:end])]


@lru_cache(maxsize=KEPT)
def _groups(clause: str) -> tuple[tuple[int, int, str], ...]:
    """The verb groups of a clause, with offsets in it."""
    found = list(WORD.finditer(clause))
    words = [match.group().lower() for match in found]
    groups: list[tuple[int, int, str]] = []
    i = 0
    while i < len(words):
        tense = tense_of(words[i]) if i or words[i] != "a" else None
        if tense is None:
            i += 1
            continue
        tense, length = _with_auxiliary(words, i, tense)
        groups.append((found[i].start(), found[i + length - 1].end(), tense))
        i += length
    return tuple(groups)


def _with_auxiliary(words: list[str], i: int, tense: str) -> tuple[str, int]:
    """The tense of an auxiliary with its participle, and the number of words in the group."""
    word = words[i]
    if word in ("vient", "viennent") and i + 2 < len(words) and words[i + 1] in ("de", "d'", "d’"):
        return "past", 3
    if word not in word_list("auxiliaires"):
        return tense, 1
    for length in range(1, min(5, len(words) - i)):
        follower = words[i + length]
        verb = participle_of(follower)
        if verb and follower not in word_list("adverbes"):
            told = tense == "present" and (word in ("a", "ont", "avons") or verb in word_list("mouvement"))
            return ("past" if told else tense), length + 1
        if follower not in word_list("adverbes"):
            break
    return tense, 1
