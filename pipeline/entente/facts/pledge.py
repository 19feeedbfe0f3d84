"""A pledge, and what all its forms have in common: where its action ends, what is a mere occasion."""

import re
from dataclasses import dataclass
from functools import cache

from entente.annotations import Extent
from entente.facts.cues import cue_pattern
from entente.lexicons import load_lexicon


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


REACH = 600
"""Characters before a cue in which its subject stands, and after it in which its action ends: a long sentence."""

WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")

AND = (
    r"(?:\bque\s+|,?\s+et,\s+[^,;:.()]{1,30},\s+|,\s+(?:et\s+)?|\bet\s+|\bpuis\s+|\bainsi\s+qu(?:e\s+|')|\bcomme\s+)"
    r"(?:(?:aussi|egalement|enfin|ensuite|surtout|d'autre part,?|d'une part,?)\s+)?"
)

ADVERB = (
    r"(?:\w+ment|aussi|ainsi|ensemble|(?:tous|toutes) deux|en outre|d'abord|enfin|donc|desormais|encore|par ailleurs"
    r"|bien|d'ores et deja|tous ensemble|notamment|en particulier|a terme|en commun|a present|aujourd'hui|tous ensemble|a leur tour|a nouveau"
    r"|de (?:leur|son) cote|a l'unanimite|a la majorite|hier(?: soir)?|(?:ce |cette )?(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche)(?: (?:matin|soir|dernier))?|aujourd'hui|chaque annee|(?:cette|l'an|l'annee) (?:annee|prochaine?)"
    r"|(?:des|en|pour|d'ici(?: a)?|avant) (?:la rentree |fin |debut |juin )?20\d\d|des (?:cette annee|la rentree))"
)
BETWEEN = rf"(?:\s+{ADVERB}|,[^,;:.()]{{1,60}},){{0,3}}"
INSERTED = rf"(?:(?:\s+{ADVERB}|\s+quant a (?:lui|elle|eux|elles)|\s+pour (?:sa|leur) part|,[^,;:.()]{{1,40}},){{1,2}})?"
"""Between an auxiliary and its participle: «s'est, quant à elle, engagée»."""

STOP = re.compile(r";|\s?[»”]|, (?:alors|tandis|afin|bien|a condition|a moins) qu|(?:, | )mais |,? car |, selon |$")

NEGATION = re.compile(r"\b(?:ne|n'|aucune?)\s?$|\bn[e']\s?(?:\w+\s){0,2}$")

REFLEXIVE = re.compile(r"\b(?:se\s|s')$")
"""«doit s'appuyer sur», «se tiendra»: what becomes of something, not what is done for somebody."""


def clause_end(folded: str, start: int) -> int:
    """Where the clause that goes on at an offset ends."""
    stop = STOP.search(folded, start, min(len(folded), start + REACH))
    return stop.start() if stop else min(len(folded), start + REACH)


def trimmed(text: str, start: int, end: int) -> Extent:
    """Without the conjunction and the marks that lead to the next action."""
    words = re.sub(
        r"(?:[\s,;:.!»\"]|\b(?:et|puis|ainsi que|ainsi qu['’]|à|de|des|d['’]|la|le|les|un|une|l['’]|s['’]|se))+$",
        "",
        text[start:end],
    )
    return Extent(start, start + max(len(words), 1))


def is_occasion(verb: str, following: str) -> bool:
    """Whether an action is told as part of an occasion: «accueillera une délégation», not «… dix stagiaires»."""
    if verb in HOSTING and _hosted().search(re.split(r"[,;.]| et ", following)[0]):
        return False
    if verb == "participer" and PARTAKING.match(following):
        return False
    return verb in occasions()


HOSTING = ("accueillir", "recevoir", "héberger")

PARTAKING = re.compile(r"\w+ (?:egalement |aussi )?(?:au|a la|a l'|aux) ?\w+(?:ment|tion|sation|age)s? (?:de|du|des|d')")
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
