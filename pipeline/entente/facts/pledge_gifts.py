"""Presents that bind: «la Ville met à disposition un terrain», «l'accord crée deux masters»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from entente.annotations import Extent
from entente.facts.nominalisations import act_at
from entente.facts.pledge import NEGATION, REFLEXIVE, Pledge, before, clause_end, trimmed
from entente.facts.pledge_acts import ADJECTIVE, DETERMINER, FOLLOWING, NUMBER
from entente.facts.pledge_words import Readable
from entente.facts.verbs import present_of, with_locution
from entente.lexicons import load_lexicon


def gifts(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«Metz prend en charge le transport», «La convention réserve deux places» → prendre en charge, réserver."""
    for found, entry in giving().find(text[offset : offset + len(folded)]):
        if _is_barred(folded, found.start()):
            continue
        following = text[offset + found.end() : offset + found.end() + FOLLOWING]
        verb = with_locution(present_of(found.group()) or str(entry["nom"]), following)
        if not _is_complete(text, folded, offset + found.end(), offset, entry, verb):
            continue
        yield Pledge(
            rule="present",
            verb=verb,
            certainty="asserted",
            subject=before(offset, found.start()),
            cue=Extent(offset + found.start(), offset + found.end()),
            action=trimmed(text, offset + found.start(), offset + clause_end(folded, found.end())),
            binds=tuple(entry["sujet"]),
        )


GOVERNED = re.compile(
    r"\b(?:l[ae]s?|l'|une?|des?|d'|du|aux?|en|sur|par|pour|sans|cette|ce|son|sa|leur|que|qu'|dont|si|quand|comme)\s*$"
)
"""Words after which a present is a noun, or tells what somebody else's thing is: «que finance la Région»."""


def _is_barred(folded: str, at: int) -> bool:
    before_it = folded[max(0, at - 40) : at]
    return any(pattern.search(before_it) is not None for pattern in (GOVERNED, NEGATION, REFLEXIVE))


def _is_complete(text: str, folded: str, at: int, offset: int, entry: dict[str, Any], verb: str) -> bool:
    """Whether what follows makes a gift of the verb."""
    if "locutions" in entry:
        return verb in entry["locutions"]
    begun = _complements()[entry["complement"]].match(folded, at - offset)
    if begun is None or entry["complement"] != "acte":
        return begun is not None
    return act_at(text, offset + begun.end(), offset + len(folded)) is not None


@cache
def _complements() -> dict[str, re.Pattern[str]]:
    adverb = r"(?:\s+(?:aussi|egalement|par ailleurs|en outre|chaque annee|notamment|gratuitement|meme))?"
    return {
        "nombre": re.compile(rf"{adverb}\s+{NUMBER}\s"),
        "acte": re.compile(rf"{adverb}\s+{DETERMINER}{ADJECTIVE}"),
        "chose": re.compile(rf"{adverb}\s+(?:{DETERMINER}|une?\s)"),
        "destinataire": re.compile(rf"{adverb}\s+(?:a\s(?:la\s|l')?|aux?\s)\w[^,;.]{{2,80}}\s(?:{DETERMINER})"),
    }


@cache
def giving() -> Readable[dict[str, Any]]:
    """The presents that may bind."""
    return Readable(_forms().get)


@cache
def _forms() -> dict[str, dict[str, Any]]:
    """Form → its entry."""
    return {form: entry for entry in load_lexicon("engagements")["presents"] for form in entry["formes"]}
