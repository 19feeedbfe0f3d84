"""What an event is about, how many come, what it costs: read in the sentences that tell of it."""

import re

from spacy.tokens import Doc

from entente.annotations import AmountFound, CountFound, DomainFound, Extent, text_of
from entente.facts.amounts import find_amounts, find_counts
from entente.facts.domains import find_domains
from entente.facts.event_sketch import Sketch
from entente.lexicons.gated import Gated

ABOUT = 110
"""Characters behind the word for an event in which its subject stands («un forum sur l'eau et l'assainissement»)."""

NAMING = frozenset({"conference", "festival"})
"""Families whose noun may name the subject itself («concert», «salon du livre»), where «stage» says nothing of it."""

STOP = re.compile(r"[.;:!?]\s|\b(?:qui|que|où|dont|lors|afin|pour\s+\w+er)\b")
BUSINESS = Gated(
    r"\b(?:missions?|délégations?|voyages?|déplacement|visite)\s+(?:\w+\s+)?(?:export|économique|commerciale|d['’]affaires|de\s+prospection)",
    re.IGNORECASE,
)


def domains_of(doc: Doc, sketch: Sketch) -> list[DomainFound]:
    """Domains named in the words that say what the event is; a trade mission is about the economy."""
    found: dict[str, DomainFound] = {}
    start = sketch.trigger.start
    view = sketch.view
    if sketch.family not in {"visit", "signing"} and view.start <= start < view.end:
        reach = min(view.end, sketch.trigger.end + ABOUT)
        stop = STOP.search(text_of(doc), sketch.trigger.end, reach)
        first = start if sketch.family in NAMING else sketch.trigger.end
        for item in find_domains(doc, first, stop.start() if stop else reach):
            found[item["code"]] = item
    for told in sketch.evidence:
        trade = BUSINESS.search(told.text)
        if trade and sketch.family == "visit":
            extent = Extent(told.start + trade.start(), told.start + trade.end())
            found.setdefault("economic_development", DomainFound(code="economic_development", evidence=[extent]))
    return list(found.values())


def counts_of(doc: Doc, sketch: Sketch) -> list[CountFound]:
    """Numbers of people and bodies in the sentences that tell of the event, each value once."""
    found: dict[int, CountFound] = {}
    for view in sketch.evidence:
        for count in find_counts(doc, view.start, view.end):
            if not _known(doc, count):
                found.setdefault(count["value"], count)
    return list(found.values())


def _known(doc: Doc, count: CountFound) -> bool:
    """True for «les deux villes», «nos trois communes»: who is known and not how many came."""
    start = count["evidence"][0].start
    return count["value"] <= PARTIES and KNOWN.search(text_of(doc), max(0, start - KNOWN_GAP), start) is not None


PARTIES = 4
"""So many sides an agreement has; a definite article before a larger number still counts people."""

KNOWN = re.compile(r"\b(?:les|des|ces|ses|nos|leurs|aux|entre)\s+$", re.IGNORECASE)
KNOWN_GAP = 8
"""Characters in which that article stands."""


def amounts_of(doc: Doc, sketch: Sketch) -> list[AmountFound]:
    """Sums in the sentence that first tells of the event."""
    return find_amounts(doc, sketch.view.start, sketch.view.end)
