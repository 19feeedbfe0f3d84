"""The rules that read an event out of a sentence, in one list; the docstring of each is what the explorer shows for it."""

import re
from collections.abc import Callable

from entente.annotations import Extent
from entente.facts.event_people import people_after, people_before
from entente.facts.event_setting import date_of, is_day, places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_words import words

Rule = Callable[[View], list[Sketch]]
DEFINITE = re.compile(r"(?:\b(?:la|le|cette|ce|cet|sa|son|leur)\s+(?:\w+\s+)?|\bl['’])$", re.IGNORECASE)


def _hit(section: str, text: str, start: int = 0) -> re.Match[str] | None:
    return words(section).search(text, start)


def _sketch(view: View, rule: str, kind: str, family: str, cue: re.Match[str], *others: re.Match[str] | None) -> Sketch:
    """A sketch with the cues, the date and the places around the cue."""
    cues = [Extent(view.start + m.start(), view.start + m.end()) for m in (cue, *others) if m]
    date = date_of(view, cue.start())
    return Sketch(
        rule=rule, kind=kind, family=family, view=view, cues=sorted(set(cues)), anchor=cue.start(),
        when=date.index if date else None, edtf=date.edtf if date else "",
        places=places_of(view, cue.start()), evidence=[view],
    )  # fmt: skip


def delegation_led(view: View) -> list[Sketch]:
    """A delegation or group «emmenée par», «avec à sa tête» or «à la tête d'une délégation»: a mission and its leaders."""
    text = view.text
    head = _hit("a_la_tete", text)
    if head:
        leaders = people_before(view, head.start())
        return [_led(view, head, leaders)]
    led = _hit("tete", text) or _led_by(view)
    if led is None:
        return []
    return [_led(view, led, people_after(view, led.end()))]


def _led_by(view: View) -> re.Match[str] | None:
    """«emmenée par» after a word for travellers."""
    for found in words("mener_par").finditer(view.text):
        by = re.match(r"[^.;:!?]{0,40}?\bpar\s", view.text[found.end() :])
        if by and re.search(
            r"délégation|mission|groupe|élus|visiteurs|voyage|équipe|élèves|jeunes|déplacement|entrepreneurs|entreprises|acteurs",
            view.text[max(0, found.start() - 140) : found.start()] + view.text[found.end() :][by.end() : by.end() + 140],
            re.IGNORECASE,
        ):
            return found
    return None


def _led(view: View, cue: re.Match[str], leaders: list) -> Sketch:  # type: ignore[type-arg]
    noun = _hit("visite", view.text)
    sketch = _sketch(view, "delegation_led", "mission", "visit", cue, noun)
    sketch.leaders = leaders
    received = _hit("recu", view.text)
    if received:
        sketch.kind = "reception"
    return sketch


def visit_travelled(view: View) -> list[Sketch]:
    """Someone «s'est rendu à», «a séjourné à», «est attendue à» a place: a mission."""
    cue = _hit("voyager", view.text)
    if cue is None:
        return []
    sketch = _sketch(view, "visit_travelled", "mission", "visit", cue)
    sketch.leaders = people_before(view, cue.start())[:2]
    travellers = sketch.leaders or _hit("voyageurs", view.text) or _hit("invites", view.text) or _hit("eleves", view.text)
    if not travellers or not (sketch.places or sketch.when is not None):
        return []
    if _hit("eleves", view.text):
        sketch.kind, sketch.family = "exchange", "exchange"
        sketch.participants, sketch.leaders = sketch.leaders, []
    return [sketch]


def visit_received(view: View) -> list[Sketch]:
    """Hosts «ont reçu» or «accueillent» visitors, or visitors «ont été reçus par» hosts: a reception."""
    text = view.text
    passive = _hit("recu", text)
    active = _hit("recevoir", text)
    if active and passive and active.start() <= passive.start() < active.end():
        passive = None
    if active:
        guests = people_after(view, active.end())
        if not guests and not words("invites").search(text[active.end() : active.end() + 80]):
            return []
        sketch = _sketch(view, "visit_received", "reception", "visit", active)
        sketch.leaders = guests[:2]
        sketch.hosts = people_before(view, active.start(), bodies=True)
        return [sketch]
    if passive is None:
        return []
    by = re.match(r"[^.;:!?]{0,30}?\bpar\s", text[passive.end() :])
    if not by and not places_of(view, passive.start()):
        return []
    guests = people_before(view, passive.start())
    if not guests and not words("invites").search(text[: passive.start()]):
        if not by:
            return []
    sketch = _sketch(view, "visit_received", "reception", "visit", passive)
    sketch.leaders = guests[:2]
    if by:
        sketch.hosts = people_after(view, passive.end() + by.end(), bodies=True)
    if not (sketch.places or sketch.when is not None or sketch.hosts or sketch.leaders):
        return []
    return [sketch]


def visit_named(view: View) -> list[Sketch]:
    """A noun of travel («mission», «déplacement», «visite») with a date and a place."""
    text = view.text
    for cue in words("visite").finditer(text):
        if any(other.start() <= cue.start() < other.end() for other in words("visite_autre").finditer(text)):
            continue
        sketch = _sketch(view, "visit_named", "mission", "visit", cue)
        if sketch.when is not None and sketch.places or re.match(
            r"\s+(?:export|économique|commerciale|exploratoire|de\s+prospection|d['’]étude|institutionnelle|multisectorielle|officielle)",
            text[cue.end() :],
        ) and sketch.places:
            sketch.again = DEFINITE.search(text[: cue.start()]) is not None
            organizing = _hit("organiser", text)
            if organizing and organizing.start() < cue.start():
                sketch.organizers = people_before(view, organizing.start(), bodies=True)
            return [sketch]
    return []


def signing(view: View) -> list[Sketch]:
    """Parties «ont signé», «paraphé», «conclu» an agreement at a place, on a day, before people: a signing."""
    cue = _hit("signer", view.text)
    if cue is None or _hit("accord", view.text) is None:
        return []
    sketch = _sketch(view, "signing", "signing", "signing", cue)
    sketch.participants = view.of("person")
    if not sketch.places and not sketch.participants:
        return []
    if sketch.when is None and not sketch.places:
        return []
    return [sketch]


def occasion(section: str, kind: str, family: str) -> Rule:
    """The rule for an occasion told by its noun with a date or place."""

    def rule(view: View) -> list[Sketch]:
        found = []
        for cue in words(section).finditer(view.text):
            if any(o.start() <= cue.start() < o.end() for o in words("festival_autre").finditer(view.text)):
                continue
            sketch = _sketch(view, f"{family}_told", kind, family, cue, _hit("tenir", view.text))
            sketch.again = DEFINITE.search(view.text[: cue.start()]) is not None
            if len(sketch.cues) < 2 or (sketch.when is None and not sketch.places):
                continue
            found.append(sketch)
            break
        return found

    rule.__doc__ = f"A {section} «se tiendra», «a eu lieu» or the like, on a date or at a place."
    return rule


def met(view: View) -> list[Sketch]:
    """Someone «a rencontré» or «s'est entretenu avec» someone: a meeting."""
    cue = _hit("rencontrer", view.text)
    if cue is None:
        return []
    sketch = _sketch(view, "met", "meeting", "meeting", cue)
    sketch.participants = view.of("person")
    if sketch.when is None and not (sketch.places and sketch.participants):
        return []
    return [sketch]


RULES: tuple[Rule, ...] = (
    delegation_led,
    visit_received,
    visit_travelled,
    visit_named,
    signing,
    occasion("conference", "conference", "conference"),
    occasion("festival", "festival", "festival"),
    occasion("ceremonie", "ceremony", "ceremony"),
    occasion("echange", "exchange", "exchange"),
    occasion("reunion", "meeting", "meeting"),
    met,
)


def sketches_of(view: View) -> list[Sketch]:
    """What every rule reads in a sentence, one sketch a family."""
    found: dict[str, Sketch] = {}
    for rule in RULES:
        for sketch in rule(view):
            if sketch.family not in found:
                found[sketch.family] = sketch
            elif sketch.family == "visit":
                _add(found["visit"], sketch)
    if {"ceremony", "meeting"} & found.keys() and ({"signing", "visit"} & found.keys()):
        for family in ("ceremony", "meeting"):
            found.pop(family, None)
    return list(found.values())


def _add(sketch: Sketch, other: Sketch) -> None:
    """A second rule of the same sentence and family adds what the first did not find."""
    sketch.cues = sorted({*sketch.cues, *other.cues})
    for slot in ("leaders", "hosts", "places"):
        if not getattr(sketch, slot):
            setattr(sketch, slot, getattr(other, slot))


__all__ = ["RULES", "is_day", "sketches_of"]
