"""Rules for journeys: someone who travels, a stop on the way, a noun of travel, a first or last day."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import Match, hit, inside, is_taken_up, sketch_of, travellers
from entente.facts.event_people import BODIES, people_after, people_before, present
from entente.facts.event_sketch import Sketch
from entente.facts.event_span import edge_of
from entente.facts.event_view import Seen, View
from entente.facts.event_when import is_month
from entente.facts.event_words import words

SENT = 120
"""Characters around the verb in which the pupils stand who go."""

PUPILS = 80
"""Characters around a noun of travel in which the pupils stand whose journey it is."""

ANY = re.compile(r".+", re.DOTALL)
AMONG = re.compile(r"\bentre\s+(?:les?|les\s+deux|nos\s+deux|leurs)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""«des discussions entre les deux délégations»: those who meet, and no journey."""

THIS_IS = re.compile(r"\bc['’]$", re.IGNORECASE)
PRONOUN = re.compile(r"\S.*,\s+(?:ils?|elles?)\s+(?:\w+\s+)?$", re.IGNORECASE | re.DOTALL)
"""Whoever the verb speaks of, and no one named before it in another clause («Après avoir vu Li Wei, il a gagné …»)."""

LETTER = re.compile(r"[^\W\d_]")
RETURN = re.compile(r"(?:est\s+|sont\s+)?(?:re(?:part|gagn)|rentr)", re.IGNORECASE)
"""Going home: what stands behind is where they live."""

OFFICIAL = re.compile(
    r"\s+(?:export|économique|commerciale|exploratoire|de\s+prospection|d['’]étude|institutionnelle|officielle|de\s+travail)",
    re.IGNORECASE,
)
VISIT_OF = re.compile(
    r"\s+(?:\w+\s+)?(?:de\s+la\s+|de\s+l['’]|de\s+|du\s+|d['’])[^,.;:!?]{0,60}"
    r"(?:,\s*(?:M\.|MM\.|Mme|S\.\s?E\.\s?M?\.?)?)?\s*",
    re.IGNORECASE,
)
UNDERTAKES = re.compile(
    r"[^.;:!?]{0,90}\b(?:effectu|ach[eè]v|entam|fait\b|fer[ao]|boucl|poursui|commenc|conclu|termin)\w*\s+"
    r"(?:(?:hier|aujourd['’]hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:une?|sa|son|leur|la)\s+(?:\w+\s+)?",
    re.IGNORECASE,
)


def visit_travelled(view: View) -> Iterator[Sketch]:
    """Someone «s'est rendu à», «a séjourné à», «est attendue à» a place: a mission, or an exchange of pupils."""
    for cue in words("voyager").finditer(view.text):
        if inside(cue, "voyager_autre", view):
            continue
        sketch = _travel(view, cue, "visit_travelled")
        who = sketch.leaders or sketch.participants or travellers(view)
        if (sketch.places and (who or is_month(sketch.edtf))) or (who and sketch.when is not None):
            yield sketch


def visit_stop(view: View) -> Iterator[Sketch]:
    """The travellers «étaient à», «ont visité», «ont rejoint» a place on a day."""
    if not travellers(view):
        return
    for cue in words("passer").finditer(view.text):
        if THIS_IS.search(view.text, 0, cue.start()) or inside(cue, "voyager_autre", view):
            continue
        sent = words("eleves").search(view.text, 0, cue.start())
        if not sent and not view.has_date:
            continue
        sketch = _travel(view, cue, "visit_stop")
        sketch.sure = False
        if (sketch.places and (is_month(sketch.edtf) or sent)) or (sent and is_month(sketch.edtf)):
            yield sketch


def visit_named(view: View) -> Iterator[Sketch]:
    """A noun of travel («mission», «déplacement», «visite») with a date and a place."""
    people = present(view) if hit("visite", view.text) else []
    for cue in words("visite").finditer(view.text):
        if inside(cue, "visite_autre", view) or AMONG.search(view.text, 0, cue.start()):
            continue
        sketch = sketch_of(view, "visit_named", "mission", "visit", cue)
        official = cue.group().count(" ") or OFFICIAL.match(view.text, cue.end())
        if words("scolaires").search(view.text, max(0, cue.start() - PUPILS), cue.end() + PUPILS):
            sketch.kind = sketch.family = "exchange"
        sketch.participants = list(people)
        sketch.leaders = _visitor(view, cue)
        sketch.again = is_taken_up(view, cue)
        sketch.weak = not sketch.places and not sketch.participants and sketch.when is None
        organizing = hit("organiser", view.text)
        if organizing and organizing.start() < cue.start():
            sketch.organizers = people_before(view, organizing.start(), BODIES)
        if sketch.places or sketch.when is not None or official or sketch.participants:
            yield sketch


def visit_bounded(view: View) -> Iterator[Sketch]:
    """A day of arriving or of going home («Retour prévu le 3 avril»), which only counts for a visit told before."""
    for date in view.dated:
        cue = ANY.match(view.text, date.start, date.end)
        if cue and edge_of(view, date):
            sketch = sketch_of(view, "visit_bounded", "mission", "visit", cue)
            sketch.sure, sketch.weak, sketch.places = False, True, []
            yield sketch


def _travel(view: View, cue: Match, rule: str) -> Sketch:
    """A journey: its leaders are the subject of the verb; pupils and students are on an exchange."""
    sketch = sketch_of(view, rule, "mission", "visit", cue)
    if RETURN.match(cue.group()):
        sketch.places = [place for place in sketch.places if place.start < cue.start()]
    subject: list[Seen] = [] if PRONOUN.search(view.text, 0, cue.start()) else people_before(view, cue.start())
    if not subject and not LETTER.search(view.text, 0, cue.start()):
        subject = people_after(view, cue.end())[:1]
    if words("scolaires").search(view.text, max(0, cue.start() - SENT), cue.end() + SENT):
        sketch.kind, sketch.family = "exchange", "exchange"
        sketch.participants = [*subject, *view.of("organization")]
    else:
        sketch.leaders = subject[:2]
    return sketch


def _visitor(view: View, cue: Match) -> list[Seen]:
    """«la visite du maire de Kaolack, Ali Ba» → Ali Ba."""
    after = [item for item in view.of("person") if item.start >= cue.end()][:1]
    before = people_before(view, cue.start())[:2]
    if before and UNDERTAKES.fullmatch(view.text, before[-1].end, cue.start()):
        return before
    return after if after and VISIT_OF.fullmatch(view.text, cue.end(), after[0].start) else []
