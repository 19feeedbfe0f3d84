"""Promised nouns: «prévoit la création d'un fonds», «l'envoi de volontaires est prévu»."""

import re
from collections.abc import Iterator
from functools import cache

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.domains import match_domains
from entente.facts.folding import fold
from entente.facts.pledge import AND, BETWEEN, NEGATION, Pledge, before, clause_end, is_occasion, trimmed
from entente.facts.pledge_cues import occurring
from entente.facts.verbs import infinitive
from entente.lexicons import load_lexicon


def nouns(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«prévoit l'aménagement d'un quai et la création d'un fonds» → aménager, créer."""
    if not occurring(folded) & {"annonces", "souhaits"}:
        return
    for match in _noun_pattern().finditer(folded):
        wished = _announced().fullmatch(match.group("cue")) is None
        if NEGATION.search(folded, max(0, match.start() - 12), match.start()):
            continue
        end = clause_end(folded, match.end())
        items = [match, *_noun_next().finditer(folded, match.end(), end)]
        places = [(m.start("noun"), infinitive(text[offset + m.start("noun") : offset + m.end("noun")])) for m in items]
        for i, (at, verb) in enumerate(places):
            last = places[i + 1][0] if i + 1 < len(places) else end
            if verb is not None and verb not in HELD and not is_occasion(verb, folded[at:last]):
                yield Pledge(
                    rule="promised_noun",
                    verb=verb,
                    certainty="possible" if wished else "asserted",
                    subject=before(offset, match.start()),
                    cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
                    action=trimmed(text, offset + at, offset + last),
                    binds=("party", "agreement", "project"),
                )


HELD = ("tenir", "remettre", "dialoguer")
"""Verbs whose nouns («la tenue», «la remise») announce an occasion."""


def listed_nouns(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«Trois chantiers sont ouverts : la réfection du pont et l'envoi de guides» → refaire, envoyer."""
    if ":" not in folded:
        return
    for match in _list_pattern().finditer(folded):
        end = clause_end(folded, match.end())
        items = [match, *_item_pattern().finditer(folded, match.end(), end)]
        for i, item in enumerate(items):
            at = item.start("noun")
            verb = infinitive(text[offset + at : offset + item.end("noun")])
            last = items[i + 1].start("noun") if i + 1 < len(items) else end
            if verb is None or verb in HELD or is_occasion(verb, folded[at:last]) or _is_domain(text, offset, item):
                continue
            yield Pledge(
                rule="listed_noun",
                verb=verb,
                certainty="asserted",
                subject=before(offset, match.start()),
                cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
                action=trimmed(text, offset + at, offset + last),
                binds=("agreement", "party", "project", "other"),
            )


def _is_domain(text: str, offset: int, item: re.Match[str]) -> bool:
    """Whether the noun and what follows it only name a domain: «la gestion des déchets»."""
    first, last = offset + item.start("noun"), offset + item.end("noun")
    return any(m.start == first and m.end > last for m in match_domains(text, first, last + NEARBY))


NEARBY = 40
"""Characters after a noun in which the rest of a domain's name stands."""

OF = r"(?=\s(?:de|du|des|d'|aux?|entre|pour)\b)"


@cache
def _list_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("engagements")
    cues = cue_source((*lexicon["listes"], *lexicon["listes_ouvertes"]))
    return re.compile(rf"(?P<cue>{cues})[^.:;]{{0,80}}\s?:\s+{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()}){OF}")


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(rf"{AND}{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()}){OF}")


def expected(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«La création d'un fonds est prévue», «sont prévus la construction d'un puits et …»."""
    if "prevu" not in folded and "programme" not in folded:
        return
    for match in _expected_pattern().finditer(folded):
        group, cue = ("before", "cue") if match.group("before") else ("after", "cue2")
        at = match.start(group)
        verb = infinitive(text[offset + at : offset + match.end(group)])
        if verb is not None:
            end = match.start(cue) if group == "before" else clause_end(folded, match.end())
            yield Pledge(
                rule="promised_noun",
                verb=verb,
                certainty="asserted",
                subject=before(offset, at),
                cue=Extent(offset + match.start(cue), offset + match.end(cue)),
                action=trimmed(text, offset + at, offset + end),
                binds=(),
            )


ARTICLE = (
    r"(?:l'|la\s|les?\s|une?\s|des\s|d'une?\s|du\s|de\sla\s|de\sl'|notamment\s"
    r"|(?:deux|trois|plusieurs|de\snouvelles?|de\snouveaux)\s)+"
)
ADJECTIVE = r"(?:(?:nouvelles?|nouveaux?|meilleure?s?|premiere?s?|future?s?|prochaine?s?)\s)?"


@cache
def _noun_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("engagements")
    cues = cue_source((*lexicon["annonces"], *lexicon["souhaits"]))
    return re.compile(rf"(?P<cue>{cues}){BETWEEN}\s+{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()})(?!\w)")


@cache
def _announced() -> re.Pattern[str]:
    """The cues of `_noun_pattern` that promise; the others wish."""
    return cue_pattern(load_lexicon("engagements")["annonces"])


@cache
def _expected_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(fold(noun)) for noun in load_lexicon("engagements")["prevus"])
    expected = (
        r"(?:est|sont)\s(?:(?:aussi|egalement|par ailleurs|en outre|notamment|ainsi)\s)?(?:prevue?s?|programmee?s?)"
    )
    return re.compile(
        rf"(?:\b(?:l'|la\s|le\s|une?\s|des\s|les\s)(?P<before>{nouns})s?\b[^.;:,]{{3,120}}?\s(?P<cue>{expected})\b"
        rf"|\b(?P<cue2>{expected})\s{ARTICLE}(?P<after>{nouns})s?\b)"
    )


@cache
def _noun_next() -> re.Pattern[str]:
    return re.compile(rf"{AND}{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()})(?!\w)")


@cache
def _noun_source() -> str:
    forms = sorted((fold(noun) for noun in load_lexicon("verbes")["noms"]), key=len, reverse=True)
    return "|".join(re.escape(form) for form in forms) + r"|\w{2,}(?:isation|ification)s?"
