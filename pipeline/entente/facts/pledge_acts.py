"""Acts in a row: the infinitives or nouns of action that one promise coordinates, and where each begins."""

import re
from functools import cache
from typing import NamedTuple

from entente.facts.nominalisations import act_at
from entente.facts.pledge import AND, is_occasion
from entente.facts.verbs import is_infinitive, with_locution, word_list
from entente.lexicons import load_lexicon


class Act(NamedTuple):
    """An action and its verb, at an offset of the sentence."""

    at: int
    verb: str


PREPOSITIONS = {
    "à": r"(?:a\s+|aux?\s+)",
    "de": r"(?:de\s+|d'|du\s+|des\s+)",
    "pour": r"pour\s+",
    "afin de": r"afin\s+(?:de\s+|d')",
    "sur": r"sur\s+",
    "par": r"par\s+",
    "en": r"en\s+",
    "dans": r"dans\s+",
    "autour de": r"autour\s+(?:de\s+|d'|du\s+|des\s+)",
    "": "",
}
"""As they stand before an infinitive or an article in folded text."""

BARE = "sans article"
"""In the place of a preposition: the nouns of a row need no article («creusement de puits et pose de pompes»)."""

CLITIC = (
    r"(?:(?:se|le|la|les|leur|lui|nous|y|en|mieux|davantage|ensemble|egalement|mutuellement|aussi|ne|pas)\s+"
    r"|s'|l'){0,3}"
)
INFINITIVE = r"(?P<verb>\w+r(?:e\b|\b))"

NUMBER = (
    r"(?:\d[\d .]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante"
    r"|cent|mille|plusieurs|quelques|divers\w*|certaine?s|la\smoitie\sde)"
)
DETERMINER = (
    rf"(?:(?:l'|la\s|les?\s|une?\s|des\s|notamment\s|leur\s|son\s|sa\s|{NUMBER}\s|de\snouvelles?\s|de\snouveaux\s)+)"
)
OF_THE = rf"(?:d'une?\s|du\s|de\sla\s|de\sl'|de\sleur\s|de\sson\s|de\s{NUMBER}\s|{DETERMINER})"
"""The determiners after «convenir de»: «la création d'un fonds, de l'envoi de guides»."""

ADJECTIVE = (
    r"(?:(?:nouvelles?|nouveaux?|nouvel|meilleure?s?|premiere?s?|futur\w*|prochaine?s?|double|vaste|grande?|large|prompt\w*"
    r"|rapide|possible|eventuel\w*)\s)?"
)
NOUN = r"(?P<noun>[^\W\d_][\w-]*)"

NESTED = re.compile(
    r"\b(?:pour|dedie\w*|destine\w*|charge\w*|consacre\w*|en matiere|en vue|afin|axe\w*|autour|favorisant|visant"
    r"|permettant|domaines?|secteurs?|dont|qui|que|lequel|laquelle|entre|associant)\b[^,;]*$"
)
"""Words after which «et» joins what lies deeper than the acts in a row: «un centre pour l'accueil et la formation»."""

OBJECT = re.compile(
    r"\s+(?:l[ae]s?\s|l'|une?\s|des?\s|du\s|d'|sa\s|son\s|ses\s|leurs?\s|cette\s|ce\s|cet\s|ces\s|nos\s|notre\s|aux?\s|a\s|en\s|sur\s"
    rf"|ensemble\b|chaque\s|tout\w*\s|{NUMBER}\s|dans\s|avec\s)"
)
"""What follows an infinitive and no noun or adjective in -r."""


def verbs_in_row(text: str, folded: str, offset: int, preposition: str, first: int, end: int) -> list[Act]:
    """Infinitives from the first, which stands at `first`; verbs that share one object count once.

    The preposition may stand once («à créer un fonds et former des agents»). Empty when no infinitive stands first.
    """
    word = word_at(text, offset + first)
    if not is_infinitive(word):
        return []
    acts = [Act(first, action_verb(text, offset + first, word))]
    last_end = first + len(word)
    for found in _next_verb(preposition).finditer(folded, first, end):
        at = found.start("verb")
        word = word_at(text, offset + at)
        joined = found.group("preposition") or _is_bare_verb(folded, acts[-1].at, found, word)
        if not is_infinitive(word) or not joined:
            continue
        shared = re.fullmatch(r",?\s*(?:et|,|puis|ou)?\s*(?:a|de|d')?\s*", folded[last_end:at])
        last_end = at + len(word)
        if not shared:
            acts.append(Act(at, action_verb(text, offset + at, word)))
    return acts


def _is_bare_verb(folded: str, previous: int, found: re.Match[str], word: str) -> bool:
    """Whether an infinitive without its preposition still belongs to the row, and is no noun in -r."""
    if NESTED.search(folded, previous, found.start()):
        return False
    return word.lower() in word_list("actions") or OBJECT.match(folded, found.end()) is not None


def nouns_in_row(text: str, folded: str, offset: int, preposition: str, first: int, end: int) -> list[Act]:
    """Nouns of action from the one that stands at `first`: «la création d'un fonds et l'envoi de guides»."""
    starts = [first]
    for found in _next_noun(preposition).finditer(folded, first, end):
        if found.group().startswith("que") and not AS_WELL.search(folded, max(0, first - AS_WELL_REACH), found.start()):
            continue
        if not NESTED.search(folded, starts[-1], found.start()) or found.group().startswith(","):
            starts.append(found.start("noun"))
    acts = []
    for i, at in enumerate(starts):
        last = starts[i + 1] if i + 1 < len(starts) else end
        verb = act_at(text, offset + at, offset + end)
        if preposition == BARE and i and OF.match(folded, at, min(end, at + NEARBY)) is None:
            continue
        if verb is not None and verb not in HELD and not is_occasion(verb, folded[at:last]):
            acts.append(Act(at, verb))
    return acts


AS_WELL = re.compile(r"\b(?:aussi bien|tant|autant|non seulement)\b")
AS_WELL_REACH = 30
"""Characters before the first noun in which «aussi bien» announces a «que»."""

HELD = ("tenir", "remettre", "dialoguer")
"""Verbs whose nouns («la tenue», «la remise») announce an occasion."""

NEARBY = 40
"""Characters after a noun in which its object begins."""

OF = re.compile(r"[^\W\d_][\w-]*(?:\s\w+){0,4}?\s(?:d'|(?:de|du|des|a|aux?|entre|pour)\b)")
"""A noun and, within a few words, the preposition of its object."""


def is_counted(folded: str, start: int, end: int) -> bool:
    """Whether what is done has a number or «un»: «l'accueil, à Lyon, de six stagiaires»."""
    return COUNTED.search(folded, start, end) is not None


COUNTED = re.compile(rf"\b(?:de\s|d')(?:{NUMBER}\s|une?\s)")


def action_verb(text: str, at: int, word: str) -> str:
    """The verb of the real action at an offset: «continuer à soutenir» → soutenir, «mettre en place» stays whole."""
    word = word.lower()
    following = text[at + len(word) : at + len(word) + FOLLOWING]
    if word in _voices():
        inner = re.match(r"\s+(?:à|de|d['’])\s*(\w+)", following)
        if inner and is_infinitive(inner.group(1)):
            return with_locution(inner.group(1).lower(), following[inner.end() :])
    return with_locution(word, following)


FOLLOWING = 90
"""Characters after a verb in which the rest of a locution stands."""


LETTERS = re.compile(r"\w+")


def word_at(text: str, at: int) -> str:
    """The word that begins at an offset, or nothing."""
    found = LETTERS.match(text, at)
    return found.group() if found else ""


@cache
def _next_verb(preposition: str) -> re.Pattern[str]:
    """The next infinitive of a row, with the preposition repeated or left out."""
    repeated = rf"(?P<preposition>{PREPOSITIONS[preposition]})?" if preposition else "(?P<preposition>)"
    return re.compile(rf"{AND}{repeated}{CLITIC}{INFINITIVE}")


@cache
def _next_noun(preposition: str) -> re.Pattern[str]:
    """The next noun of a row; its preposition may be repeated before its article."""
    if preposition in ("de", "autour de"):
        return re.compile(rf"{AND}{OF_THE}{ADJECTIVE}{NOUN}")
    if preposition == BARE:
        return re.compile(rf"{AND}(?:{DETERMINER})?{ADJECTIVE}{NOUN}(?=\s)")
    repeated = rf"(?:{PREPOSITIONS[preposition]})?" if preposition else ""
    contracted = r"|(?<=aux\s)|(?<=au\s)" if preposition == "à" else ""
    return re.compile(rf"{AND}{repeated}(?:{DETERMINER}{contracted}){ADJECTIVE}{NOUN}")


@cache
def _voices() -> frozenset[str]:
    return frozenset(load_lexicon("engagements")["voix"])
