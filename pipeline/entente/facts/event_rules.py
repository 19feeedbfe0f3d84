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
NEAR = 250
"""Characters between a signature and those who sign."""

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
    sketch.participants = [item for item in view.of("person") if abs(item.start - cue.start()) < NEAR]
    sketch.weak = not sketch.places and len(sketch.participants) < 2
    if sketch.weak and sketch.when is None:
        return []
    return [sketch]


def postponed(view: View) -> list[Sketch]:
    """An occasion «repoussée», «décalée», «reportée»: its old date stands before that word, its new one behind."""
    cue = _hit("reporter", view.text)
    if cue is None:
        return []
    for section, kind, family in OCCASIONS:
        noun = _hit(section, view.text[: cue.start()])
        if noun is None:
            continue
        sketch = _sketch(view, "postponed", kind, family, noun, cue)
        old = [d for d in view.dated if d.end <= cue.start()]
        new = [d for d in view.dated if d.start >= cue.end()]
        sketch.original_when = old[0].index if old else None
        sketch.when, sketch.edtf = (new[0].index, new[0].edtf) if new else (None, "")
        sketch.status = "postponed"
        return [sketch] if old or new or sketch.places else []
    return []


OCCASIONS = (
    ("festival", "festival", "festival"),
    ("conference", "conference", "conference"),
    ("ceremonie", "ceremony", "ceremony"),
    ("reunion", "meeting", "meeting"),
    ("visite", "mission", "visit"),
)


def occasion(section: str, kind: str, family: str) -> Rule:
    """The rule for an occasion told by its noun with a date or place."""

    def rule(view: View) -> list[Sketch]:
        for cue in words(section).finditer(view.text):
            if any(o.start() <= cue.start() < o.end() for o in words("festival_autre").finditer(view.text)):
                continue
            held = _hit("tenir", view.text)
            sketch = _sketch(view, f"{family}_told", kind, family, cue, held)
            sketch.again = DEFINITE.search(view.text[: cue.start()]) is not None
            sketch.edition = _edition(view, cue)
            if held is None or (sketch.when is None and not sketch.places):
                continue
            if family == "festival" and LAUNCHED.search(view.text):
                sketch.kind = sketch.family = "ceremony"
            return [sketch]
        return []

    rule.__doc__ = f"A {kind} «se tiendra», «a eu lieu» or the like, on a date or at a place."
    return rule


LAUNCHED = re.compile(r"\b(?:lancée?s?|inaugurée?s?|coup\s+d['’]envoi)\b", re.IGNORECASE)
ORDINALS = {
    "première": 1, "premier": 1, "deuxième": 2, "seconde": 2, "second": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12,
    "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30,
}  # fmt: skip
ORDINAL = rf"(?:(?P<figure>\d{{1,3}})\s?(?:ères?|res?|èmes?|es?|ᵉ|nde?s?)|(?P<word>{'|'.join(ORDINALS)}))"
EDITION = re.compile(rf"(?<!\w){ORDINAL}s?\s+(?:édition|session)", re.IGNORECASE)
BEFORE_NOUN = re.compile(rf"(?<!\w){ORDINAL}\s+(?:\w+\s+)?$", re.IGNORECASE)


def _edition(view: View, cue: re.Match[str]) -> int | None:
    """«9es Assises» → 9; «la troisième édition du forum» → 3."""
    if cue.group().lower().startswith(("anniversaire", "clôture", "lancement", "soirée")):
        return None
    found = BEFORE_NOUN.search(view.text[max(0, cue.start() - 30) : cue.start()]) or EDITION.search(view.text)
    if found is None:
        return None
    figure, word = found.group("figure"), found.group("word")
    return int(figure) if figure else ORDINALS[word.lower()]


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
    postponed,
    delegation_led,
    visit_received,
    visit_travelled,
    visit_named,
    signing,
    *(occasion(*row) for row in (*OCCASIONS[:3], ("echange", "exchange", "exchange"), OCCASIONS[3])),
    met,
)


def sketches_of(view: View) -> list[Sketch]:
    """What every rule reads in a sentence, one sketch a family."""
    found: dict[str, Sketch] = {}
    for rule in RULES:
        if "postponed" in {sketch.status for sketch in found.values()}:
            break
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
