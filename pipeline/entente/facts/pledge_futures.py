"""Plain futures: «la Région financera le pont», «une piste sera aménagée», and conditionals of a party."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.pledge import NEGATION, REFLEXIVE, WORD, Pledge, before, clause_end, is_occasion, occasions, trimmed
from entente.facts.pledge_acts import FOLLOWING
from entente.facts.verbs import KEPT, conditional_of, future_of, participle_of, present_of, with_locution, word_list
from entente.lexicons import load_lexicon

ACTORS: tuple[str, ...] = ("party", "agreement", "project", "speaker", "money", "staff")
"""Subjects that a plain future binds."""


def futures(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Plain futures («la Région financera»), and passive ones («une piste sera aménagée»)."""
    for found in WORD.finditer(text[offset : offset + len(folded)]):
        reading = _read(found.group().lower())
        if reading is None:
            continue
        verb, rule, certainty, binds = reading.future, "future", "asserted", ACTORS
        if verb is None and reading.given and _terms().search(folded, max(0, found.start() - 200), found.start()):
            verb, binds = reading.given, ("party",)
        if verb is None and (verb := reading.conditional) is not None:
            promised = _reported().search(folded, max(0, found.start() - SAID), found.start())
            rule, certainty, binds = "conditional", "asserted" if promised else "possible", ("party",)
        if verb is None or _is_barred(folded, found.start(), verb):
            continue
        lemma = verb
        if verb == "être":
            if rule == "conditional":
                continue
            passive = _participle(text, offset + found.end())
            if passive is None or passive in occasions():
                continue
            rule, lemma = "future_passive", passive
            binds = (*ACTORS, "other")
        else:
            lemma = with_locution(verb, text[offset + found.end() : offset + found.end() + FOLLOWING])
        if is_occasion(lemma, folded[found.start() : found.start() + 100]):
            continue
        end = clause_end(folded, found.end())
        yield Pledge(
            rule=rule,
            verb=lemma,
            certainty=certainty,
            subject=before(offset, found.start()),
            cue=Extent(offset + found.start(), offset + found.end()),
            action=trimmed(text, offset + found.start(), offset + end),
            binds=binds,
        )


class _Reading(NamedTuple):
    """The infinitives behind a word as a future, a present and a conditional."""

    future: str | None
    given: str | None
    """A verb of giving or building in the present: «aux termes de l'accord, Metz fournit …» binds."""
    conditional: str | None


@lru_cache(maxsize=KEPT)
def _read(word: str) -> _Reading | None:
    """What a word in lower case may promise as a verb; None for most."""
    present = load_lexicon("verbes")["subjonctifs"].get(word) or present_of(word) or _regular(word)
    given = present in load_lexicon("engagements")["dons"]["presents"] or present in realisations() or present in TAKEN
    reading = _Reading(
        future=future_of(word) if word[-1] in "ast" else None,
        given=present if given else None,
        conditional=conditional_of(word),
    )
    return reading if any(reading) else None


def _regular(word: str) -> str | None:
    """«creuse» → creuser, for the verbs of building that bind."""
    stems = (word.removesuffix(ending) for ending in ("ent", "e") if word.endswith(ending))
    return next((stem + "er" for stem in stems if stem + "er" in realisations()), None)


@cache
def _terms() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["termes"])


@cache
def _reported() -> re.Pattern[str]:
    said = cue_source(load_lexicon("engagements")["rapportes"])
    return re.compile(rf"\b(?:a|ont|est|avons)\s(?:[^;.]{{0,40}}\s)?{said}[^,;.]{{0,30}}\bqu(?:e\s|')[^;.]{{0,60}}$")


TAKEN = ("recevoir", "accueillir", "prendre", "mettre", "entretenir", "fournir")
"""More verbs that bind in the present where the text says what an agreement stipulates."""

SAID = 160
"""Characters before a conditional in which «a annoncé que» stands, with whatever comes between."""

SELF = ("doter", "associer", "mobiliser", "investir", "épauler", "entraider", "échanger", "concerter", "appuyer")
SUBJECT_ON = re.compile(
    r"\b(?:on|j'|je|tu|vous)\s(?:\w+\s)?$|\b(?:si\s|quand\s|lorsqu[e']|ce\squ[e']|dont\s|selon\s)[^,;]{0,60}$"
    r"|\bs'ils?\s[^;]{0,70}$"
)


def _is_barred(folded: str, at: int, verb: str) -> bool:
    """A negated, reflexive or impersonal future binds nobody, nor does one that tells when («quand il signera»)."""
    before = folded[max(0, at - 80) : at]
    if NEGATION.search(before) or SUBJECT_ON.search(before):
        return True
    return bool(REFLEXIVE.search(before)) and verb not in SELF


def _participle(text: str, at: int) -> str | None:
    """The action of a passive: «sera ainsi aménagée» → aménager, «seront mis en place» → mettre en place."""
    position = at
    for _ in range(4):
        found = WORD.match(text, position + 1) if position < len(text) and text[position].isspace() else None
        if found is None:
            return None
        word = found.group().lower()
        if word not in word_list("adverbes") and not word.endswith("ment"):
            verb = participle_of(word)
            return with_locution(verb, text[found.end() : found.end() + FOLLOWING]) if verb else None
        position = found.end()
    return None


@cache
def realisations() -> frozenset[str]:
    """Actions that bind in the passive without saying by whom."""
    return frozenset(load_lexicon("engagements")["realisations"])
