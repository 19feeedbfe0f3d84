"""Rules for visits: missions and receptions, and the journeys of pupils."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import TRAVELLERS, Match, hit, inside, is_taken_up, sketch_of, travellers
from entente.facts.event_people import BODIES, people_after, people_before, present
from entente.facts.event_setting import is_month
from entente.facts.event_sketch import Sketch
from entente.facts.event_span import edge_of
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

COMPANION_GAP = 40
"""Characters between «a accompagné» and a name: room for a title."""

GUESTS = 120
"""Characters between «a reçu» and the word for visitors: room for a place and an occasion."""

SENT = 120
"""Characters around the verb in which the pupils stand who go."""

PUPILS = 80
"""Characters between the verb and the pupils who are received."""

ANY = re.compile(r".+", re.DOTALL)
BY = re.compile(r"[^.;:!?]{0,40}?\bpar\s")
RELATIVE = re.compile(r"(?:\bqu['’]|\bque\s+|\bl['’]|\bles\s+)$", re.IGNORECASE)
AMONG = re.compile(r"\bentre\s+(?:les?|les\s+deux|nos\s+deux|leurs)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""«des discussions entre les deux délégations»: those who meet, and no journey."""

ACTIVE = re.compile(r"\b(?:a|ont|ai|avons|avait|avaient|avions|aura|auront)\s+(?:\w+ment\s+|déjà\s+|aussi\s+)?$", re.IGNORECASE)
"""«avait accueilli»: a participle of those who receive, not of those received."""

AGREED = re.compile(r"(?:accueilli|reçu|hébergé)(?:e|s|es)$", re.IGNORECASE)
"""«les élus que la maire a reçus»: the participle agrees with visitors named before it."""

PRONOUN = re.compile(r"\b(?:les|leur|lui|nous|l['’])\s*(?:y\s+)?$", re.IGNORECASE)
RECEIVED_BY = re.compile(r"[^.;:!?]{0,30}?\bpar\s")
OFFICIAL = re.compile(
    r"\s+(?:export|économique|commerciale|exploratoire|de\s+prospection|d['’]étude|institutionnelle|officielle|de\s+travail)",
    re.IGNORECASE,
)
VISIT_OF = re.compile(
    r"\s+(?:\w+\s+)?(?:de\s+la\s+|de\s+l['’]|de\s+|du\s+|d['’])[^,.;:!?]{0,60}(?:,\s*(?:M\.|MM\.|Mme|S\.\s?E\.\s?M?\.?)?)?\s*", re.IGNORECASE
)
UNDERTAKES = re.compile(
    r"[^.;:!?]{0,90}\b(?:effectu|ach[eè]v|entam|fait\b|fer[ao]|boucl|poursui|commenc|conclu|termin)\w*\s+(?:hier\s+|lundi\s+|mardi\s+|mercredi\s+|"
    r"jeudi\s+|vendredi\s+|samedi\s+|dimanche\s+)?(?:une?|sa|son|leur|la)\s+(?:\w+\s+)?",
    re.IGNORECASE,
)


def delegation_led(view: View) -> Iterator[Sketch]:
    """A delegation «emmenée par» or «avec à sa tête», or a leader «à la tête d'une délégation»: a mission."""
    head = hit("a_la_tete", view.text)
    led = head or hit("tete", view.text) or _led_by(view)
    if led is None or not (head or TRAVELLERS.search(view.text)):
        return
    noun = hit("visite", view.text)
    sketch = sketch_of(view, "delegation_led", "mission", "visit", led, noun)
    sketch.leaders = _before_head(view, led.start()) if head else _heads(view, led.end())
    if hit("recu", view.text) or hit("recevoir", view.text):
        sketch.kind = "reception"
    yield sketch


def delegation_taken(view: View) -> Iterator[Sketch]:
    """Someone who «a conduit», «emmène», «dirige» a delegation or mission: a mission and its leader."""
    for cue in words("mener").finditer(view.text):
        reach = cue.end() + 80
        noun = words("visite").search(view.text, cue.end(), reach)
        taken = noun or words("invites").search(view.text, cue.end(), reach) or _companion(view, cue)
        subject = people_before(view, cue.start(), BODIES)
        if taken and subject and not (noun and inside(noun, "visite_autre", view)):
            sketch = sketch_of(view, "delegation_taken", "mission", "visit", cue, taken)
            who = subject[-1:] if view.text[: cue.start()].rstrip().endswith("qui") else subject
            sketch.leaders = [item for item in who if item.type == "person"]
            sketch.organizers = [item for item in who if item.type == "organization"]
            sketch.weak = not sketch.places and sketch.when is None
            if noun or sketch.places:
                yield sketch


def visit_received(view: View) -> Iterator[Sketch]:
    """Hosts «ont reçu», «accueillent» or «ont convié» visitors: a reception."""
    for section in ("recevoir", "inviter"):
        for cue in words(section).finditer(view.text):
            if inside(cue, "recu_autre", view):
                continue
            guests = people_after(view, cue.end())
            if cue.group().lower().startswith("attend") and not people_before(view, cue.start(), BODIES):
                continue
            named = guests or words("invites").search(view.text, cue.end(), cue.end() + GUESTS)
            if named or PRONOUN.search(view.text, 0, cue.start()) or AGREED.search(cue.group()) or _people_of(view, cue):
                sketch = sketch_of(view, "visit_received", "reception", "visit", cue)
                sketch.leaders = guests[:2]
                sketch.hosts = people_before(view, cue.start(), BODIES)
                if words("eleves").search(view.text, cue.end(), cue.end() + PUPILS):
                    sketch.kind = "exchange"
                if sketch.leaders or is_month(sketch.edtf) or sketch.places:
                    yield sketch


def _people_of(view: View, cue: Match) -> bool:
    """True for the people of a place as the object: «accueillera les Guérandais»."""
    near = (item for item in view.seen if 0 <= item.start - cue.end() < GUESTS and item.mention.kind == "nominal")
    return any(view.text[item.start].isupper() and PLURAL.search(view.text, 0, item.start) for item in near)


PLURAL = re.compile(r"\b(?:les|des|leurs|nos|ses|\d+|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente|quarante|cinquante)\s+(?:\w+\s+)?$", re.IGNORECASE)


def visitors_received(view: View) -> Iterator[Sketch]:
    """Visitors «ont été reçus par» hosts, or «accueillis à» a place: a reception."""
    for cue in words("recu").finditer(view.text):
        if inside(cue, "recu_autre", view):
            continue
        active = ACTIVE.search(view.text, 0, cue.start()) is not None
        by = RECEIVED_BY.match(view.text, cue.end())
        guests = people_before(view, cue.start())
        named = guests or words("invites").search(view.text, 0, cue.start()) or (view.heading and view.seen)
        sketch = sketch_of(view, "visitors_received", "reception", "visit", cue)
        sketch.leaders = [] if active else guests[:2]
        sketch.sure = not active
        if active:
            sketch.hosts = guests
        if by:
            sketch.hosts = people_after(view, by.end(), BODIES)
        if words("eleves").search(view.text, max(0, cue.start() - PUPILS), cue.start()):
            sketch.kind = "exchange"
        if by or named or sketch.places or sketch.when is not None:
            yield sketch


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
        if not view.text[: cue.start()].lower().endswith(("c'", "c’")) and not inside(cue, "voyager_autre", view):
            sketch = _travel(view, cue, "visit_stop")
            sketch.sure = False
            sent = words("eleves").search(view.text, 0, cue.start())
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


def _led_by(view: View) -> Match | None:
    """«emmenée par» near a word for travellers."""
    for found in words("mener_par").finditer(view.text):
        by = BY.match(view.text, found.end())
        if by and (
            TRAVELLERS.search(view.text, max(0, found.start() - 140), found.start())
            or TRAVELLERS.search(view.text, by.end(), by.end() + 140)
        ):
            return found
    return None


def _heads(view: View, offset: int) -> list[Seen]:
    """Who is named behind «conduite par», up to the words for those who only go along («…, et composée de …»)."""
    found = people_after(view, offset)
    stop = ALONG.search(view.text, offset)
    return [item for item in found if stop is None or item.start < stop.start()]


ALONG = re.compile(
    r"\b(?:composée?s?|formée?s?|constituée?s?|comprenant|comprenait|compren[da]\w*|comptant|comptait|compte|incluant|dont|accompagn\w+|en\s+présence|"
    r"en\s+compagnie|aux\s+côtés|ainsi\s+que|entourée?s?|avec|réunissant|rassemblant|reçue?s?|accueillie?s?|a\s+été|ont\s+été|est|sont|"
    r"a\s+rencontré|a\s+eu|s['’]est)\b|[;:]",
    re.IGNORECASE,
)


def _companion(view: View, cue: Match) -> Match | None:
    """The cue itself where a person is its object: «a accompagné Luc Roy à Sofia», not «qu'accompagnait Luc Roy»."""
    if RELATIVE.search(view.text, 0, cue.start()):
        return None
    near = [item for item in view.of("person") if 0 <= item.start - cue.end() < COMPANION_GAP]
    return cue if near else None


def _before_head(view: View, offset: int) -> list[Seen]:
    """The subject of «à la tête d'une délégation», which may stand before a colon («… : à la tête de …, ils ont …»)."""
    return people_before(view, offset) or [item for item in view.of("person") if item.end <= offset]


def _travel(view: View, cue: Match, rule: str) -> Sketch:
    """A journey: its leaders are the subject of the verb; pupils and students are on an exchange."""
    sketch = sketch_of(view, rule, "mission", "visit", cue)
    subject: list[Seen] = people_before(view, cue.start())
    if not subject and cue.start() < 5:
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
