"""The rules that read an event out of a sentence, in one list; the explorer shows the docstring of each."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from entente.facts.event_delegations import delegation_led, delegation_taken
from entente.facts.event_happenings import another_edition, dated_place, happens, met, performed
from entente.facts.event_negation import is_denied
from entente.facts.event_occasions import OCCASIONS, occasion, wide_occasion
from entente.facts.event_postponed import postponed
from entente.facts.event_receptions import RECEIVING, visit_received, visitors_received
from entente.facts.event_rivals import settle
from entente.facts.event_series import series_of
from entente.facts.event_signing import signing
from entente.facts.event_sketch import Sketch
from entente.facts.event_stay import STAYS
from entente.facts.event_view import View
from entente.facts.event_visits import visit_bounded, visit_named, visit_stop, visit_travelled
from entente.facts.event_when import is_day, is_month
from entente.facts.event_words import sections_in

Rule = Callable[[View], Iterator[Sketch]]

DATE = "date"
"""In the place of a section: a time expression must occur."""

RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("reporter",), postponed),
    (("a_la_tete", "a_la_tete_de", "tete", "mener_par", "que_conduit"), delegation_led),
    (("mener",), delegation_taken),
    (RECEIVING, visit_received),
    (("recu",), visitors_received),
    (("voyager",), visit_travelled),
    (("visite",), visit_named),
    (("signer",), signing),
    *(((s,), partial(occasion, section=s, kind=k, family=f)) for s, k, f in OCCASIONS),
    (("passer",), visit_stop),
    *(((f"{s}_large",), partial(wide_occasion, section=f"{s}_large", kind=k, family=f)) for s, k, f in OCCASIONS),
    (("rencontrer",), met),
    (("spectacle",), performed),
    (("avoir_lieu",), happens),
    ((), another_edition),
    ((DATE,), dated_place),
    ((DATE,), visit_bounded),
)
"""In priority order: the first rule of a family and date makes the sketch, the next ones add to it.

Each stands behind the sections of the lexicon one of which must occur in a sentence for the rule to read anything.
"""

DATED = frozenset({DATE})
SECTIONS = frozenset(section for sections, _ in RULES for section in sections)


KEPT = 256
"""Sets of sections whose rules are kept: most sentences hold none or one of a few."""


def sketches_of(view: View) -> list[Sketch]:
    """What the rules read in a sentence: one sketch a family and date, and nothing unsure beside something sure."""
    found: list[Sketch] = []
    for sketch in _read(view):
        same = next((one for one in found if one.family == sketch.family and _together(one, sketch)), None)
        if same:
            _add(same, sketch)
        elif (
            sketch.sure
            or not found
            or _another_day(found, sketch)
            or (sketch.rule == "visit_bounded" and _staying(found))
        ):
            found.append(sketch)
    return [one for sketch in settle(found) for one in series_of(sketch)]


def _read(view: View) -> Iterator[Sketch]:
    denied = False
    told = sections_in(view.text) & SECTIONS
    for rule in _rules_for(told | DATED if view.dated else told):
        for sketch in rule(view):
            denied = denied or is_denied(sketch)
            if denied and (not sketch.sure or is_denied(sketch)):
                continue
            yield sketch
            if sketch.status == "postponed":
                return


@lru_cache(maxsize=KEPT)
def _rules_for(told: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may read something where these sections occur."""
    return tuple(rule for sections, rule in RULES if not sections or not told.isdisjoint(sections))


def _another_day(found: list[Sketch], sketch: Sketch) -> bool:
    """True for a day that none of those found has: «réception jeudi et concert vendredi»."""
    own = sketch.rule.endswith("_told") and is_day(sketch.edtf)
    return own and all(is_day(one.edtf) and one.when != sketch.when for one in found)


def _staying(found: list[Sketch]) -> bool:
    """True where the sentence tells of a stay alone, whose other end may be told too."""
    return all(sketch.family in STAYS for sketch in found)


def _together(one: Sketch, other: Sketch) -> bool:
    """True unless each has a day or month of its own."""
    apart = one.when != other.when and is_month(one.edtf) and is_month(other.edtf)
    return not apart or (one.rule in NOMINAL or other.rule in NOMINAL)


NOMINAL = frozenset({"delegation_led", "delegation_taken", "visit_named"})
"""Rules whose words may stand far from the date of the visit, beside another one."""


def _add(sketch: Sketch, other: Sketch) -> None:
    """A second rule of the same sentence and family adds what the first did not find."""
    sketch.cues = sorted({*sketch.cues, *other.cues})
    for slot in ("leaders", "hosts", "places", "organizers", "participants"):
        if not getattr(sketch, slot):
            setattr(sketch, slot, getattr(other, slot))
