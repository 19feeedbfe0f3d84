"""Plain futures: «la Région financera le pont», and conditionals of a party: «Metz a promis qu'elle verserait …»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.pledge import NEGATION, REFLEXIVE, Pledge, before, clause_end, is_occasion, trimmed
from entente.facts.pledge_acts import FOLLOWING
from entente.facts.pledge_passives import realisations
from entente.facts.pledge_words import Readable
from entente.facts.verbs import conditional_of, future_of, present_of, with_locution
from entente.lexicons import load_lexicon

ACTORS: tuple[str, ...] = ("party", "agreement", "project", "speaker", "money", "staff")
"""Subjects that a plain future binds."""


def futures(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«la Région financera», «Metz a promis qu'elle verserait», «aux termes de l'accord, Metz fournit»."""
    for found, reading in promising().find(text[offset : offset + len(folded)]):
        if _is_name(text, offset + found.start()):
            continue
        told = _told(folded, found.start(), reading)
        if told is None or told.verb == "être" or _is_barred(folded, found.start(), told.verb):
            continue
        lemma = with_locution(told.verb, text[offset + found.end() : offset + found.end() + FOLLOWING])
        yield Pledge(
            rule=told.rule,
            verb=lemma,
            certainty=told.certainty,
            subject=before(offset, found.start()),
            cue=Extent(offset + found.start(), offset + found.end()),
            action=trimmed(text, offset + found.start(), offset + clause_end(folded, found.end())),
            binds=told.binds,
            occasion=is_occasion(lemma, folded[found.start() : found.start() + 100]),
        )


class _Reading(NamedTuple):
    """The infinitives behind a word as a future, a present and a conditional."""

    future: str | None
    given: str | None
    """A verb of giving or building in the present: «aux termes de l'accord, Metz fournit …» binds."""
    conditional: str | None


class _Told(NamedTuple):
    """How a verb is told."""

    verb: str
    rule: str
    certainty: str
    binds: tuple[str, ...]


def _told(folded: str, at: int, reading: _Reading) -> _Told | None:
    """A future before a present under the terms of an agreement, before a conditional."""
    if reading.future is not None:
        return _Told(reading.future, "future", "asserted", ACTORS)
    if reading.given is not None and _terms().search(folded, max(0, at - TERMS), at):
        return _Told(reading.given, "future", "asserted", ("party",))
    if reading.conditional is None:
        return None
    promised = _reported().search(folded, max(0, at - SAID), at) is not None
    if not promised and reading.conditional in THOUGHTS:
        return None
    return _Told(reading.conditional, "conditional", "asserted" if promised else "possible", ("party",))


TERMS = 200
"""Characters before a present in which «aux termes de …» stands."""

SAID = 160
"""Characters before a conditional in which «a annoncé que» stands, with whatever comes between."""

THOUGHTS = ("étudier", "envisager", "réfléchir", "négocier", "songer")
"""«Metz étudierait un jumelage»: a rumour of a thought."""

TAKEN = ("recevoir", "accueillir", "prendre", "mettre", "entretenir", "fournir")
"""Verbs that bind in the present, as those of giving do, where the text says what an agreement stipulates."""


@cache
def promising() -> Readable[_Reading]:
    """The words that may promise as verbs."""
    return Readable(_read)


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


def _is_name(text: str, at: int) -> bool:
    """A capital within a sentence: «Bordighera» is no future."""
    return text[at].isupper() and text[max(0, at - 2) : at].strip() not in ("", ".", "«", "“")


@cache
def _terms() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["termes"])


@cache
def _reported() -> re.Pattern[str]:
    said = cue_source(load_lexicon("engagements")["rapportes"])
    return re.compile(rf"\b(?:a|ont|est|avons)\b[^;.]{{0,40}}?\b{said}[^,;.]{{0,30}}\bqu(?:e\s|')[^;.]{{0,60}}$")


SELF = (
    "doter", "associer", "mobiliser", "investir", "épauler", "entraider", "échanger", "concerter", "appuyer", "offrir",
    "prêter", "partager", "répartir", "transmettre", "informer", "consulter", "entraîner", "soutenir", "relayer",
    "envoyer", "communiquer", "adjoindre", "aligner",
)  # fmt: skip
"""What parties do for each other or for themselves and promise: «elles se prêteront leurs œuvres»."""

SUBJECT_ON = re.compile(
    r"\b(?:on|j'|je|tu|vous)\s(?:\w+\s)?$|\b(?:si\s|quand\s|lorsqu[e']|ce\squ[e']|dont\s|selon\s)[^,;]{0,60}$"
    r"|\bs'ils?\s[^;]{0,70}$|\b(?:que|qu')\s?$"
)


def _is_barred(folded: str, at: int, verb: str) -> bool:
    """A negated, reflexive or impersonal future binds nobody, nor does one that tells when («quand il signera»)."""
    before = folded[max(0, at - 80) : at]
    if NEGATION.search(before) or SUBJECT_ON.search(before):
        return True
    return bool(REFLEXIVE.search(before)) and verb not in SELF
