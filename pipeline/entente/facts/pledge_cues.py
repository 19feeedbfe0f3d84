"""Pledge verbs and wishes with their infinitives: «s'engagent à créer un fonds et à former des agents»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.folding import fold
from entente.facts.pledge import AND, BETWEEN, NEGATION, REFLEXIVE, Pledge, before, clause_end, is_occasion, trimmed
from entente.facts.verbs import conditional_of, is_infinitive, with_locution, word_list
from entente.lexicons import load_lexicon
from entente.lexicons.sieve import Sieve

PREPOSITIONS = {"à": r"\s+a\s+", "de": r"\s+(?:de\s+|d')", "pour": r"\s+pour\s+", "": r"\s+"}
CLITIC = r"(?:(?:se|le|la|les|leur|lui|nous|y|en|mieux|davantage|ensemble|egalement|mutuellement|aussi)\s+|s'|l'){0,3}"


def cued(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Cue, preposition, infinitive; then the infinitives that the same preposition coordinates."""
    passing = occurring(folded)
    for entry in load_lexicon("engagements")["cues"]:
        for preposition in entry["suite"] if entry["nom"] in passing else ():
            for match in _cue_pattern(entry["nom"], preposition).finditer(folded):
                if NEGATION.search(folded, max(0, match.start() - 12), match.start()):
                    continue
                yield from _chain(text, folded, offset, entry, preposition, match)


def occurring(folded: str) -> frozenset[str]:
    """The names of the cues, and of the lists `annonces` and `souhaits`, that may occur in a folded text."""
    return _sieve().passing(folded)


@cache
def _sieve() -> Sieve:
    lexicon = load_lexicon("engagements")
    lists = {entry["nom"]: entry["formes"] for entry in lexicon["cues"]}
    lists |= {name: lexicon[name] for name in ("annonces", "souhaits")}
    return Sieve({name: [fold(form) for form in forms] for name, forms in lists.items()})


def _chain(
    text: str, folded: str, offset: int, entry: dict[str, Any], preposition: str, match: re.Match[str]
) -> Iterator[Pledge]:
    if entry["certitude"] == "possible" and _is_relative(folded[max(0, match.start() - 200) : match.start()]):
        return
    limit = clause_end(folded, match.end())
    verbs = _coordinated(text, folded, offset, preposition, match.start("verb"), limit)
    subject = before(offset, match.start())
    bound = Extent(offset + match.start("object"), offset + match.end("object")) if entry.get("objet") else None
    binds = tuple(entry.get("sujet", ()))
    certainty = (
        "possible" if conditional_of(_word_at(text, offset + match.start("cue")).lower()) else entry["certitude"]
    )
    for i, (at, verb) in enumerate(verbs):
        reflexive = REFLEXIVE.search(folded, max(0, at - 4), at) is not None
        occasion = is_occasion(verb, folded[at : at + 100])
        if (occasion and (binds or reflexive)) or (binds and reflexive):
            continue
        last = verbs[i + 1][0] if i + 1 < len(verbs) else limit
        yield Pledge(
            rule="pledge" if entry["certitude"] == "asserted" else "wish",
            verb=verb,
            certainty=certainty,
            subject=subject,
            cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
            action=trimmed(text, offset + at, offset + last),
            binds=binds,
            bound=bound,
        )


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


def listed(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«Trois engagements figurent dans le texte : doter les écoles, former des agents» → doter, former."""
    if ":" not in folded:
        return
    for match in _list_pattern().finditer(folded):
        end = clause_end(folded, match.end())
        starts = [match.start("verb"), *(m.start("verb") for m in ITEM.finditer(folded, match.start("verb"), end))]
        verbs = [(at, _word_at(text, offset + at)) for at in starts]
        actions = [(at, action_verb(text, offset + at, word)) for at, word in verbs if is_infinitive(word)]
        if not actions or actions[0][0] != starts[0]:
            continue
        for i, (at, verb) in enumerate(actions):
            last = actions[i + 1][0] if i + 1 < len(actions) else end
            yield Pledge(
                rule="listed",
                verb=verb,
                certainty="asserted",
                subject=before(offset, match.start()),
                cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
                action=trimmed(text, offset + at, offset + last),
                binds=("agreement", "party", "other"),
            )


ITEM = re.compile(r",\s+(?:et\s+|enfin\s+)?(?:a\s+|de\s+|d')?(?P<verb>\w+r(?:e\b|\b))")


@cache
def _list_pattern() -> re.Pattern[str]:
    cues = cue_source(load_lexicon("engagements")["listes"])
    return re.compile(rf"(?P<cue>{cues})[^.:;]{{0,80}}\s?:\s+(?:a\s+|de\s+|d')?(?P<verb>\w+r(?:e\b|\b))")


def _coordinated(text: str, folded: str, offset: int, preposition: str, first: int, end: int) -> list[tuple[int, str]]:
    """Where each action of a chain starts, and its verb; verbs that share one object count once."""
    verbs: list[tuple[int, str]] = []
    last_end = -1
    for at in [first, *(found.start("verb") for found in _next_pattern(preposition).finditer(folded, first, end))]:
        word = _word_at(text, offset + at)
        if not is_infinitive(word) or (at != first and preposition == "" and not _is_known(word)):
            if at == first:
                return []
            continue
        shared = last_end >= 0 and re.fullmatch(r",?\s*(?:et|,|puis|ou)?\s*(?:a|de|d')?\s*", folded[last_end:at])
        last_end = at + len(word)
        if not shared:
            verbs.append((at, action_verb(text, offset + at, word)))
    return [(at, verb) for at, verb in verbs if verb]


def action_verb(text: str, at: int, word: str) -> str:
    """The verb of the real action at an offset: «continuer à soutenir» → soutenir, «mettre en place» stays whole."""
    word = word.lower()
    following = text[at + len(word) : at + len(word) + 40]
    if word in _voices():
        inner = re.match(r"\s+(?:à|de|d['’])\s*(\w+)", following)
        if inner and is_infinitive(inner.group(1)):
            return with_locution(inner.group(1).lower(), following[inner.end() :])
    return with_locution(word, following)


def _word_at(text: str, at: int) -> str:
    found = re.compile(r"\w+").match(text, at)
    return found.group() if found else ""


def _is_known(word: str) -> bool:
    return word.lower() in word_list("actions")


@cache
def _cue_pattern(name: str, preposition: str) -> re.Pattern[str]:
    entry = next(entry for entry in load_lexicon("engagements")["cues"] if entry["nom"] == name)
    object_ = r"\s+(?P<object>[^.;:]{3,160}?)" if entry.get("objet") else ""
    return re.compile(
        rf"(?P<cue>{cue_source(entry['formes'])}){BETWEEN}{object_}{PREPOSITIONS[preposition]}{CLITIC}(?P<verb>\w+r(?:e\b|\b))"
    )


@cache
def _next_pattern(preposition: str) -> re.Pattern[str]:
    return re.compile(rf"{AND}{PREPOSITIONS[preposition].removeprefix(chr(92) + 's+')}{CLITIC}(?P<verb>\w+r(?:e\b|\b))")


@cache
def _voices() -> frozenset[str]:
    return frozenset(load_lexicon("engagements")["voix"])
