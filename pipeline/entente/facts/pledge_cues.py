"""Pledge verbs and wishes with their infinitives: «s'engagent à créer un fonds et à former des agents»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.folding import fold
from entente.facts.pledge import (
    NEGATION,
    REFLEXIVE,
    Pledge,
    before,
    between,
    clause_end,
    inserted,
    is_occasion,
    trimmed,
)
from entente.facts.pledge_acts import CLITIC, INFINITIVE, PREPOSITIONS, verbs_in_row, word_at
from entente.facts.verbs import conditional_of
from entente.lexicons import load_lexicon
from entente.lexicons.sieve import Sieve


def cued(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Cue, preposition, infinitive; then the infinitives that the same preposition coordinates."""
    for entry in occurring(folded, "cues"):
        if _begins(entry["nom"]).search(folded) is None:
            continue
        for preposition in entry["suite"]:
            for match in _cue_pattern(entry["nom"], preposition).finditer(folded):
                if not NEGATION.search(folded, max(0, match.start() - 12), match.start()):
                    yield from _chain(text, folded, offset, entry, preposition, match)


def occurs(folded: str, kind: str) -> bool:
    """Whether one of the `cues` or of the `noms` may occur in a folded text."""
    return not _sieve().passing(folded).isdisjoint(_entries(kind))


def occurring(folded: str, kind: str) -> list[dict[str, Any]]:
    """The entries of the `cues` or of the `noms` that may occur in a folded text, in the order of the lexicon."""
    passing = _sieve().passing(folded)
    return [entry for key, entry in _entries(kind).items() if key in passing]


@cache
def _sieve() -> Sieve:
    """Both lists at once: each sentence is asked for both."""
    entries = {**_entries("cues"), **_entries("noms")}
    return Sieve({key: [fold(form) for form in entry["formes"]] for key, entry in entries.items()})


@cache
def _entries(kind: str) -> dict[str, dict[str, Any]]:
    """Kind and name → entry; the same name may stand in both lists."""
    return {f"{kind} {entry['nom']}": entry for entry in load_lexicon("engagements")[kind]}


def _chain(
    text: str, folded: str, offset: int, entry: dict[str, Any], preposition: str, match: re.Match[str]
) -> Iterator[Pledge]:
    if entry["certitude"] == "possible" and _is_relative(folded[max(0, match.start() - 200) : match.start()]):
        return
    limit = clause_end(folded, match.end())
    acts = verbs_in_row(text, folded, offset, preposition, match.start("verb"), limit)
    binds = tuple(entry.get("sujet", ()))
    for i, act in enumerate(acts):
        reflexive = REFLEXIVE.search(folded, max(0, act.at - 4), act.at) is not None
        occasion = is_occasion(act.verb, folded[act.at : act.at + 100])
        if (occasion and (binds or reflexive)) or (binds and reflexive):
            continue
        last = acts[i + 1].at if i + 1 < len(acts) else limit
        yield Pledge(
            rule="pledge" if entry["certitude"] == "asserted" else "wish",
            verb=act.verb,
            certainty=_certainty(text, offset, entry, match),
            subject=before(offset, match.start()),
            cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
            action=trimmed(text, offset + act.at, offset + last),
            binds=binds,
            bound=Extent(offset + match.start("object"), offset + match.end("object")) if "objet" in entry else None,
        )
    if acts and preposition:
        yield from _elided(text, folded, offset, entry, preposition, match, limit)


def _elided(
    text: str, folded: str, offset: int, entry: dict[str, Any], preposition: str, match: re.Match[str], start: int
) -> Iterator[Pledge]:
    """«Metz s'engage à financer un puits ; Kayes, à l'entretenir»: the cue is left out before the second party."""
    found = _elision(preposition).match(folded, start)
    if found is None:
        return
    limit = clause_end(folded, found.end())
    for act in verbs_in_row(text, folded, offset, preposition, found.start("verb"), limit):
        yield Pledge(
            rule="pledge" if entry["certitude"] == "asserted" else "wish",
            verb=act.verb,
            certainty=_certainty(text, offset, entry, match),
            subject=Extent(offset + found.start("who"), offset + found.end("who")),
            cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
            action=trimmed(text, offset + act.at, offset + limit),
            binds=tuple(entry.get("sujet", ())),
        )


def _certainty(text: str, offset: int, entry: dict[str, Any], match: re.Match[str]) -> str:
    """A cue in the conditional only wishes: «s'engagerait à»."""
    first = word_at(text, offset + match.start("cue")).lower()
    return "possible" if conditional_of(first) else str(entry["certitude"])


RELATIVE = re.compile(r"(?P<before>[^,;.]*)\b(?:que\s|qu')(?:(?!\bqu)[^,;.]){1,60}$")


def _is_relative(before: str) -> bool:
    """«la coopération que nous souhaitons mener» promises nothing; «ont dit que les villes souhaitent mener» does."""
    found = RELATIVE.search(before)
    if found is None:
        return False
    said = list(_said().finditer(found.group("before")))
    return not said or len(found.group("before").rstrip()) - said[-1].end() > 25


@cache
def _said() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("modalite")["parole"])


@cache
def _elision(preposition: str) -> re.Pattern[str]:
    return re.compile(rf";\s+(?P<who>[^;,.:]{{3,60}}),\s+{PREPOSITIONS[preposition]}{CLITIC}{INFINITIVE}")


@cache
def _begins(name: str) -> re.Pattern[str]:
    """A cue without what follows it: cheaper to look for once than the whole with each preposition."""
    return re.compile(_cue_source(_entry(name)))


@cache
def _cue_pattern(name: str, preposition: str) -> re.Pattern[str]:
    entry = _entry(name)
    led = PREPOSITIONS[entry["objet"]] + r"(?:la\s+|l')?" if entry.get("objet") else ""
    object_ = rf"\s+{led}(?P<object>[^.;:]{{3,160}}?)" if "objet" in entry else ""
    cue = rf"(?P<cue>{_cue_source(entry)}){between()}"
    return re.compile(rf"{cue}{object_}\s+{PREPOSITIONS[preposition]}{CLITIC}{INFINITIVE}")


def _cue_source(entry: dict[str, Any]) -> str:
    return cue_source(entry["formes"], inserted())


def _entry(name: str) -> dict[str, Any]:
    return next(entry for entry in load_lexicon("engagements")["cues"] if entry["nom"] == name)
