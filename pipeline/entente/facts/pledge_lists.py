"""Lists within a sentence: «Trois engagements : doter les écoles, former des agents ; publier un guide»."""

import re
from collections.abc import Iterator
from functools import cache

from entente.annotations import Extent
from entente.facts.cues import cue_source
from entente.facts.domains import match_domains
from entente.facts.nominalisations import act_at
from entente.facts.pledge import Pledge, before, is_occasion, trimmed
from entente.facts.pledge_acts import (
    ADJECTIVE,
    CLITIC,
    DETERMINER,
    HELD,
    INFINITIVE,
    NEARBY,
    NOUN,
    OF,
    Act,
    action_verb,
    word_at,
)
from entente.facts.verbs import is_infinitive
from entente.lexicons import load_lexicon

MARK = r"(?:\(?(?:\d{1,2}|[a-h])\s?[).°]\s+|[-–•]\s+)?"
ITEM = rf"{MARK}(?:(?:a|de|pour)\s+|d')?(?:{CLITIC}{INFINITIVE}|(?:{DETERMINER})?{ADJECTIVE}{NOUN})"
"""An infinitive, or a noun of action; the article may be left out."""


def listed(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Infinitives and nouns of action, one an item, after binding words and a colon."""
    for match in _list_pattern().finditer(folded):
        end = _end(folded, match.end("colon"))
        items = [match, *_next_item().finditer(folded, match.end("colon") + 1, end)]
        items = [item for item in items if not _is_bracketed(folded, match.end("colon"), item.start())]
        acts = [(item.start(), act) for item in items if (act := _act(text, folded, offset, item, end)) is not None]
        if not acts or acts[0][0] != match.start():
            continue
        for i, (_, act) in enumerate(acts):
            last = acts[i + 1][1].at if i + 1 < len(acts) else end
            yield Pledge(
                rule="listed" if is_infinitive(word_at(text, offset + act.at)) else "listed_noun",
                verb=act.verb,
                certainty="asserted",
                subject=before(offset, match.start()),
                cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
                action=trimmed(text, offset + act.at, offset + last),
                binds=("agreement", "party", "project", "other"),
            )


def _is_bracketed(folded: str, start: int, at: int) -> bool:
    """«payer le toit (5 000 euros, à virer en mars)»: what stands in brackets is no item."""
    return folded.count("(", start, at) > folded.count(")", start, at)


def _act(text: str, folded: str, offset: int, item: re.Match[str], end: int) -> Act | None:
    """The action of an item: its infinitive, or its noun with an object that is not only the name of a domain."""
    at = item.start("verb")
    word = word_at(text, offset + at) if at >= 0 else ""
    if is_infinitive(word):
        verb: str | None = action_verb(text, offset + at, word)
    else:
        at = item.start("noun") if at < 0 else at
        verb = act_at(text, offset + at, offset + end)
        noun_end = offset + at + len(word_at(text, offset + at))
        if verb in HELD or not OF.match(folded, at, at + NEARBY) or _is_domain(text, offset + at, noun_end):
            return None
    return Act(at, verb) if verb is not None and not is_occasion(verb, folded[at : at + 100]) else None


def _is_domain(text: str, start: int, end: int) -> bool:
    """Whether the noun and what follows it only name a domain: «la gestion des déchets»."""
    return any(m.start == start and m.end > end for m in match_domains(text, start, end + NEARBY))


def _end(folded: str, start: int) -> int:
    """Where the list ends: at a quotation mark, a relative time or the end of the sentence, past semicolons."""
    stop = re.compile(r"\s?[»”]|, (?:alors|tandis) qu|(?:, | )mais |\. |$").search(folded, start)
    return stop.start() if stop else len(folded)


@cache
def _list_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("engagements")
    cues = cue_source((*lexicon["listes"], *lexicon["listes_ouvertes"]))
    return re.compile(rf"(?P<cue>{cues})[^.:;]{{0,80}}\s?(?P<colon>:)\s+{ITEM}")


@cache
def _next_item() -> re.Pattern[str]:
    return re.compile(rf"(?:[;,]\s+(?:et\s+|puis\s+|enfin,?\s+|ainsi\s+que\s+)?|\s+et\s+){ITEM}")
