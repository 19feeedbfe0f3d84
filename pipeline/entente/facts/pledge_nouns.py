"""Promised nouns: «prévoit la création d'un fonds», «l'envoi de volontaires est prévu»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from entente.annotations import Extent
from entente.facts.cues import cue_source
from entente.facts.folding import fold
from entente.facts.pledge import NEGATION, Pledge, before, between, clause_end, inserted, trimmed
from entente.facts.pledge_acts import ADJECTIVE, DETERMINER, NOUN, OF_THE, PREPOSITIONS, is_counted, nouns_in_row
from entente.facts.pledge_cues import occurring
from entente.lexicons import load_lexicon
from entente.lexicons.gated import Gated


def nouns(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«prévoit l'aménagement d'un quai et la création d'un fonds» → aménager, créer."""
    for entry in occurring(folded, "noms"):
        for preposition in entry["suite"]:
            for match in _noun_pattern(entry["nom"], preposition).finditer(folded):
                if not NEGATION.search(folded, max(0, match.start() - 12), match.start()):
                    yield from _chain(text, folded, offset, entry, preposition, match)


def _chain(
    text: str, folded: str, offset: int, entry: dict[str, Any], preposition: str, match: re.Match[str]
) -> Iterator[Pledge]:
    end = clause_end(folded, match.end())
    acts = nouns_in_row(text, folded, offset, preposition, match.start("noun"), end)
    if entry.get("compte") and not (acts and is_counted(folded, acts[0].at, end)):
        return
    for i, act in enumerate(acts):
        last = acts[i + 1].at if i + 1 < len(acts) else end
        yield Pledge(
            rule="promised_noun",
            verb=_given(folded, act.at) or act.verb,
            certainty=entry["certitude"],
            subject=before(offset, match.start()),
            cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
            action=trimmed(text, offset + act.at, offset + last),
            binds=tuple(entry["sujet"]),
        )


def _given(folded: str, at: int) -> str | None:
    """«une aide de 9 000 euros» is granted, whatever «aide» stands for elsewhere."""
    found = SUM.match(folded, at)
    return _gifts().get(found.group("noun").removesuffix("s")) if found else None


SUM = re.compile(
    r"(?P<noun>\w+)(?:\s\w+){0,2}\s(?:de|d')\s?\d[\d .,']*\s?(?:millions?|milliards?)?\s?(?:d'|de\s)?"
    r"(?:euros?|[mk]?[€$]|francs?|dollars?|f?cfa|chf|dirhams?|dinars?)"
)
"""A noun of giving and its sum."""


@cache
def _gifts() -> dict[str, str]:
    return {fold(noun): verb for noun, verb in load_lexicon("engagements")["dons"]["noms"].items()}


def expected(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«La création d'un fonds est prévue», «sont prévus la construction d'un puits et …»."""
    for match in _expected_pattern().finditer(folded):
        group, cue = ("before", "cue") if match.group("before") else ("noun", "cue2")
        if "figur" in match.group(cue) and not LISTED.search(folded, 0, match.start()):
            continue
        at = match.start(group)
        end = match.start(cue) if group == "before" else clause_end(folded, match.end())
        acts = nouns_in_row(text, folded, offset, "", at, end)
        for i, act in enumerate(acts):
            last = acts[i + 1].at if i + 1 < len(acts) else end
            yield Pledge(
                rule="promised_noun",
                verb=act.verb,
                certainty="possible" if "envisage" in match.group(cue) else "asserted",
                subject=before(offset, min(at, match.start())),
                cue=Extent(offset + match.start(cue), offset + match.end(cue)),
                action=trimmed(text, offset + act.at, offset + last),
                binds=(),
            )


def tells_expected(folded: str) -> bool:
    """Whether a sentence has a word that `expected` needs."""
    return EXPECTED.search(folded) is not None or LISTED.search(folded) is not None


LISTED = Gated(r"\b(?:parmi|au nombre|au rang|au programme|dans la liste)\b")
"""«Parmi les projets figurent la construction d'un abattoir et …»."""

EXPECTED = Gated(r"\b(?:prevue?s?|programmee?s?|planifiee?s?|actee?s?|envisagee?s?|budgetee?s?)\b")


@cache
def _noun_pattern(name: str, preposition: str) -> re.Pattern[str]:
    entry = next(entry for entry in load_lexicon("engagements")["noms"] if entry["nom"] == name)
    cue = rf"(?P<cue>{cue_source(entry['formes'], inserted())}){between()}\s+"
    if preposition in ("de", "autour de"):
        led = ("autour " if preposition == "autour de" else "") + PRINCIPLE + OF_THE
    else:
        contracted = r"|(?<=aux\s)|(?<=au\s)|(?<=principe\sdu\s)" if preposition == "à" else ""
        led = rf"{PREPOSITIONS[preposition]}{PRINCIPLE}(?:{DETERMINER}{contracted})"
    return re.compile(rf"{cue}{led}{ADJECTIVE}{NOUN}(?!\w)")


PRINCIPLE = r"(?:le principe (?:de\s|d'))?"
"""«ont acté le principe d'un échange annuel»."""


@cache
def _expected_pattern() -> re.Pattern[str]:
    adverb = r"(?:(?:aussi|egalement|par ailleurs|en outre|notamment|ainsi|d'ores et deja|deja|encore)\s)?"
    expected = rf"(?:est|sont|a ete|ont ete)\s{adverb}{EXPECTED.source[2:]}"
    impersonal = rf"(?:il\s)?{expected}|{adverb}prevue?s?|(?<=[a-z]\s){adverb}figur(?:e|ent|era|eront){adverb}"
    return re.compile(
        rf"(?:\b(?:l'|la\s|le\s|une?\s|des\s|les\s)(?P<before>[^\W\d_][\w-]*)\b[^.;:,]{{3,120}}?\s(?P<cue>{expected})"
        rf"|\b(?P<cue2>{impersonal})\s{DETERMINER}{ADJECTIVE}{NOUN})"
    )
