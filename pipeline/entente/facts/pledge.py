"""A pledge, and what all its forms have in common: where its action ends, what is a mere occasion."""

import re
from dataclasses import dataclass
from functools import cache

from entente.annotations import Extent
from entente.facts.cues import cue_pattern
from entente.facts.folding import fold
from entente.lexicons import load_lexicon
from entente.lexicons.alternation import alternation


@dataclass(frozen=True)
class Pledge:
    """An action that somebody is said to promise, wish or be bound to."""

    rule: str
    verb: str
    """Lemma of the action."""
    certainty: str
    subject: Extent
    """The words before the cue, where whoever is bound stands."""
    cue: Extent
    action: Extent
    """From the verb of the action to the end of its clause."""
    binds: tuple[str, ...]
    """Kinds of subject that it can bind, as in `obligors.Obligor`; any when empty."""
    bound: Extent | None = None
    """Where those bound stand, when it is not the subject («invite A et B à …»)."""
    occasion: bool = False
    """Told as part of an occasion («accueillera une délégation»): binds only as an item of a list of engagements."""


REACH = 600
"""Characters before a cue in which its subject stands, and after it in which its action ends: a long sentence."""

WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")

AND = (
    r"(?:\bque\s+|,?\s+et,\s+[^,;:.()]{1,30},\s+|,\s+(?:et\s+)?|\bet\s+|\bpuis\s+|\bainsi\s+qu(?:e\s+|')|\bcomme\s+)"
    r"(?:(?:aussi|egalement|enfin|ensuite|surtout|d'autre part,?|d'une part,?)\s+)?"
)

STOP = re.compile(r";|\s?[»”]|, (?:alors|tandis|afin|bien|a condition|a moins) qu|(?:, | )mais |,? car |, selon |$")

NEGATION = re.compile(r"\b(?:ne|n'|aucune?)\s?$|\bn[e']\s?(?:\w+\s){0,2}$")

REFLEXIVE = re.compile(r"\b(?:se\s|s')$")
"""«doit s'appuyer sur», «se tiendra»: what becomes of something, not what is done for somebody."""


@cache
def between() -> str:
    """The pattern of what may stand between a cue and its action: adverbs, and incises between commas."""
    return rf"(?:\s+{_adverb()}|,[^,;:.()]{{1,60}},){{0,3}}"


@cache
def inserted() -> str:
    """The pattern of what may stand between an auxiliary and its participle: «s'est, quant à elle, engagée»."""
    return rf"(?:(?:\s+{_adverb()}|,[^,;:.()]{{1,40}},){{1,2}})?"


@cache
def _adverb() -> str:
    listed = sorted(load_lexicon("engagements")["adverbes"], key=len, reverse=True)
    adverbs = alternation((re.escape(fold(adverb)).replace(r"\ ", " ") for adverb in listed), r"\w")
    return (
        rf"(?:{adverbs}(?!\w)|\w+ment\b|(?:ce |cette )?(?:{DAYS})(?: (?:matin|soir|dernier|prochain))?"
        r"|(?:des|en|pour|d'ici(?: a)?|avant) (?:la rentree |fin |debut |(?:le mois de )?\w{3,9} )?20\d\d)"
    )


DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"


def clause_end(folded: str, start: int) -> int:
    """Where the clause that goes on at an offset ends."""
    stop = STOP.search(folded, start, min(len(folded), start + REACH))
    return stop.start() if stop else min(len(folded), start + REACH)


def trimmed(text: str, start: int, end: int) -> Extent:
    """Without the conjunction and the marks that lead to the next action."""
    tail = TAIL.search(text, max(start, end - LONGEST_TAIL), end)
    if tail is not None and tail.start() == max(start, end - LONGEST_TAIL) > start:
        tail = TAIL.search(text, start, end)
    return Extent(start, max(tail.start() if tail else end, start + 1))


TAIL = re.compile(
    r"(?:[\s,;:.!»\"]|\b(?:et|puis|ainsi que|ainsi qu['’]|à|de|des|d['’]|la|le|les|un|une|l['’]|s['’]|se))+$"
)
LONGEST_TAIL = 40
"""Characters at the end of an action in which the marks and small words that trail after it stand."""


def is_occasion(verb: str, following: str) -> bool:
    """Whether an action is told as part of an occasion: «accueillera une délégation», not «… dix stagiaires»."""
    if verb in HOSTING and _hosted().search(re.split(r"[;.]| et ", following)[0]):
        return False
    if verb in LEADING and LED.match(following):
        return True
    if verb == "participer" and PARTAKING.match(following):
        return False
    return verb in occasions()


HOSTING = ("accueillir", "recevoir", "héberger", "loger")

LEADING = ("conduire", "mener", "aboutir", "déboucher")
LED = re.compile(r"\w+ (?:\w+ment )?(?:a|au|aux|sur) ")
"""«doit conduire à un accord»: what comes of something, and no action."""

PARTAKING = re.compile(
    r"\w+ (?:egalement |aussi )?(?:au|a la|a l'|aux) ?\w+(?:ment|tion|sation|age)s? (?:de|du|des|d')"
)
"""«participera au financement du stade», not «participera au festival»."""


@cache
def _hosted() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["hotes"])


@cache
def occasions() -> frozenset[str]:
    """Verbs that are told as part of an occasion or a life, and bind nobody."""
    return frozenset(load_lexicon("engagements")["occasions"])


def before(offset: int, at: int) -> Extent:
    """The words before a cue, in which its subject stands."""
    return Extent(offset + max(0, at - REACH), offset + at)
