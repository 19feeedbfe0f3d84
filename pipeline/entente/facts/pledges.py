"""Words that promise, in one sentence: pledge verbs and wishes, plain futures, promised nouns."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from entente.annotations import Extent
from entente.facts.folding import fold
from entente.facts.modality import verb_groups
from entente.facts.pledge import Pledge, trimmed
from entente.facts.pledge_cues import cued, occurs
from entente.facts.pledge_futures import futures, promising
from entente.facts.pledge_gifts import gifts, giving
from entente.facts.pledge_lists import listed
from entente.facts.pledge_nouns import expected, nouns, tells_expected
from entente.facts.pledge_passives import CUE, passives
from entente.facts.pledge_words import words_of

Rule = Callable[[str, str, int], Iterator[Pledge]]


def find_pledges(
    text: str, start: int, end: int, *, folded: str | None = None, occasions: bool = False
) -> list[Pledge]:
    """Pledges of the sentence `text[start:end]`, in the order of the text, one an action.

    «Les deux villes s'engagent à créer un fonds et à former des agents» → créer, former. With `occasions`, as in a list
    of engagements, also what is told as part of an occasion («accueillera un forum»). `folded` is the same sentence
    folded, where it is at hand.
    """
    folded = fold(text[start:end]) if folded is None else folded
    found = [pledge for rule in _rules_for(text[start:end], folded) for pledge in rule(text, folded, start)]
    if not found:
        return []
    taken: list[Extent] = []
    kept = []
    for pledge in found:
        if not any(a < pledge.action.start + 1 <= b for a, b in taken):
            kept.append(pledge)
            taken.append(Extent(pledge.cue.start, pledge.action.start + len(pledge.verb.split()[0])))
    parted = _parted(text, sorted(kept, key=lambda pledge: (pledge.action.start, pledge.cue.start)))
    parted += [second for first in parted if (second := _elided(text, first, end)) is not None]
    return [pledge for pledge in parted if occasions or not pledge.occasion]


def _rules_for(sentence: str, folded: str) -> list[Rule]:
    """The rules whose words occur, none for most sentences, in the order of priority: an action is read once."""
    words = words_of(sentence)
    by_words = (
        (cued, occurs(folded, "cues")),
        (listed, ":" in folded),
        (nouns, occurs(folded, "noms")),
        (expected, tells_expected(folded)),
        (passives, CUE.may_match(folded)),
        (futures, promising().any_in(words)),
        (gifts, giving().any_in(words)),
    )
    return [rule for rule, told in by_words if told]


def _parted(text: str, pledges: list[Pledge]) -> list[Pledge]:
    """Each action ends where the next begins; a verb that «et» joins to the one before has its subject too."""
    parted: list[Pledge] = []
    for pledge in pledges:
        if parted and _shares_object(text, parted[-1], pledge):
            continue
        if parted and parted[-1].action.start < pledge.action.start < parted[-1].action.end:
            parted[-1] = replace(parted[-1], action=trimmed(text, parted[-1].action.start, pledge.action.start))
        joined = parted and JOINED.search(fold(text[max(0, pledge.cue.start - 20) : pledge.cue.start]))
        if joined and pledge.rule == "future" and parted[-1].rule.startswith("future"):
            pledge = replace(pledge, subject=parted[-1].subject)
        parted.append(pledge)
    return parted


def _elided(text: str, first: Pledge, end: int) -> Pledge | None:
    """«Metz paiera le voyage ; Kayes, l'hébergement»: the verb is left out after the second party."""
    found = ELLIPSIS.match(text, first.action.end, end) if first.rule in ("future", "present") else None
    if found is None or verb_groups(text, found.start("who"), found.end()):
        return None
    return replace(
        first,
        subject=Extent(*found.span("who")),
        action=trimmed(text, found.start("action"), found.end("action")),
        binds=("party",),
    )


ELLIPSIS = re.compile(
    r"\s?;\s+(?:et\s+)?(?P<who>[^;,.:]{3,60}),\s+"
    r"(?P<action>(?:leurs?|ses|son|sa|les?|la|l['’]|des|une?|\d[\d .]*)\s?[^;.]{3,120})"
)


def _shares_object(text: str, first: Pledge, second: Pledge) -> bool:
    """«encouragera et soutiendra les échanges» is one action."""
    between = fold(text[first.cue.end : second.cue.start])
    return first.rule == second.rule == "future" and bool(re.fullmatch(r"(?:\s*,)?\s+(?:et|puis)\s+", between))


JOINED = re.compile(r"(?:\bet|\bpuis|,)\s+(?:(?:aussi|enfin|ensuite|egalement|y|en|les?|la|lui|leur)\s+|l')?$")
