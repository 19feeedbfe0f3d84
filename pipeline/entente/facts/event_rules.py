"""The rules that read an event out of a sentence, in one list; the explorer shows the docstring of each."""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from entente.annotations import Extent
from entente.facts.event_edition import edition_of
from entente.facts.event_people import BODIES, people_after, people_before, present
from entente.facts.event_series import series_of
from entente.facts.event_setting import date_of, is_day, is_month, places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

Rule = Callable[[View], Sketch | None]
Match = re.Match[str]

NEAR = 250
"""Characters between a signature and those who sign."""

DEFINITE = re.compile(r"(?:\b(?:la|le|cette|ce|cet|sa|son|leur)\s+(?:\w+\s+)?|\bl['’])$", re.IGNORECASE)
TRAVELLERS = re.compile(
    r"délégation|mission|groupe|élus|visiteurs|voyage|équipe|élèves|jeunes|déplacement|entrepreneurs|entreprises|acteurs",
    re.IGNORECASE,
)
BY = re.compile(r"[^.;:!?]{0,40}?\bpar\s")
OFFICIAL = re.compile(
    r"\s+(?:export|économique|commerciale|exploratoire|de\s+prospection|d['’]étude|institutionnelle|officielle|de\s+travail)",
    re.IGNORECASE,
)
LAUNCHED = re.compile(r"\b(?:lancée?s?|inaugurée?s?|coup\s+d['’]envoi)\b", re.IGNORECASE)
PAST_LIFE = re.compile(
    r"\b(?:née?s?\s+(?:le|à|en)|naissance|fondée?s?\s|créée?s?\s|élue?s?\s+(?:le|en)|décédée?|loi|décret|article|votée?)\b",
    re.IGNORECASE,
)
OCCASIONS = (
    ("conference", "conference", "conference"),
    ("festival", "festival", "festival"),
    ("ceremonie", "ceremony", "ceremony"),
    ("echange", "exchange", "exchange"),
    ("reunion", "meeting", "meeting"),
)
"""Lexicon section, kind, family; the section of the wider words is the same with «_large»."""

POSTPONABLE = (*OCCASIONS[1:], OCCASIONS[0], ("visite", "mission", "visit"))


def postponed(view: View) -> Sketch | None:
    """An occasion «repoussée», «décalée», «reportée»: its old date stands before that word, its new one behind."""
    cue = _hit("reporter", view.text)
    if cue is None:
        return None
    for section, kind, family in POSTPONABLE:
        noun = words(section).search(view.text, 0, cue.start()) or words(section).search(
            view.text, cue.end(), cue.end() + 40
        )
        if noun is None:
            continue
        sketch = _sketch(view, "postponed", kind, family, noun, cue)
        old = [d for d in view.dated if d.end <= cue.start()]
        new = [d for d in view.dated if d.start >= cue.end()]
        if not old and len(new) > 1:
            old, new = new[:1], new[1:]
        sketch.original_when = old[0].index if old else None
        sketch.when, sketch.edtf = (new[0].index, new[0].edtf) if new else (None, "")
        sketch.status = "postponed"
        return sketch if old or new or sketch.places else None
    return None


def delegation_led(view: View) -> Sketch | None:
    """A delegation «emmenée par» or «avec à sa tête», or a leader «à la tête d'une délégation»: a mission."""
    head = _hit("a_la_tete", view.text)
    led = head or _hit("tete", view.text) or _led_by(view)
    if led is None or not (head or TRAVELLERS.search(view.text)):
        return None
    noun = _hit("visite", view.text)
    sketch = _sketch(view, "delegation_led", "mission", "visit", led, noun)
    sketch.leaders = _before_head(view, led.start()) if head else people_after(view, led.end())
    if _hit("recu", view.text) or _hit("recevoir", view.text):
        sketch.kind = "reception"
    return sketch


def delegation_taken(view: View) -> Sketch | None:
    """Someone who «a conduit», «emmène», «dirige» a delegation or mission: a mission and its leader."""
    for cue in words("mener").finditer(view.text):
        reach = cue.end() + 80
        noun = words("visite").search(view.text, cue.end(), reach)
        taken = noun or words("invites").search(view.text, cue.end(), reach) or _companion(view, cue)
        subject = people_before(view, cue.start(), BODIES)
        if taken and subject and not (noun and _inside(noun, "visite_autre", view)):
            sketch = _sketch(view, "delegation_taken", "mission", "visit", cue, taken)
            who = subject[-1:] if view.text[: cue.start()].rstrip().endswith("qui") else subject
            sketch.leaders = [item for item in who if item.type == "person"]
            sketch.organizers = [item for item in who if item.type == "organization"]
            sketch.weak = not sketch.places and sketch.when is None
            return sketch if noun or sketch.places else None
    return None


def _companion(view: View, cue: Match) -> Match | None:
    """The cue itself where a person is its object: «a accompagné Luc Roy à Sofia»."""
    near = [item for item in view.of("person") if 0 <= item.start - cue.end() < COMPANION_GAP]
    return cue if near else None


COMPANION_GAP = 40
"""Characters: room for a title."""


def visit_received(view: View) -> Sketch | None:
    """Hosts «ont reçu» or «accueillent» visitors: a reception."""
    cue = _hit("recevoir", view.text)
    if cue is None:
        return None
    guests = people_after(view, cue.end())
    if not guests and not words("invites").search(view.text[cue.end() : cue.end() + 80]):
        return None
    sketch = _sketch(view, "visit_received", "reception", "visit", cue)
    sketch.leaders = guests[:2]
    sketch.hosts = people_before(view, cue.start(), BODIES)
    return sketch


def visitors_received(view: View) -> Sketch | None:
    """Visitors «ont été reçus par» hosts, or «accueillis à» a place: a reception."""
    cue = _hit("recu", view.text)
    if cue is None:
        return None
    by = re.match(r"[^.;:!?]{0,30}?\bpar\s", view.text[cue.end() :])
    guests = people_before(view, cue.start())
    named = guests or words("invites").search(view.text[: cue.start()]) or (view.heading and view.seen)
    sketch = _sketch(view, "visitors_received", "reception", "visit", cue)
    sketch.leaders = guests[:2]
    if by:
        sketch.hosts = people_after(view, cue.end() + by.end(), BODIES)
    return sketch if (by or (named and (sketch.places or is_month(sketch.edtf)))) and sketch.told else None


def visit_travelled(view: View) -> Sketch | None:
    """Someone «s'est rendu à», «a séjourné à», «est attendue à» a place: a mission, or an exchange of pupils."""
    cue = _hit("voyager", view.text)
    if cue is None:
        return None
    sketch = _travel(view, cue, "visit_travelled")
    travellers = sketch.leaders or sketch.participants or _travellers(view)
    told = sketch.places and (travellers or is_month(sketch.edtf))
    return sketch if told or (travellers and sketch.when is not None) else None


def visit_stop(view: View) -> Sketch | None:
    """The travellers «étaient à», «ont visité», «ont rejoint» a place on a day."""
    cue = next(
        (m for m in words("passer").finditer(view.text) if not view.text[: m.start()].lower().endswith(("c'", "c’"))),
        None,
    )
    if cue is None or not _travellers(view):
        return None
    sketch = _travel(view, cue, "visit_stop")
    sketch.sure = False
    sent = next((m for m in words("eleves").finditer(view.text[: cue.start()])), None)
    return sketch if sketch.places and (is_month(sketch.edtf) or sent) else None


def visit_named(view: View) -> Sketch | None:
    """A noun of travel («mission», «déplacement», «visite») with a date and a place."""
    for cue in words("visite").finditer(view.text):
        if _inside(cue, "visite_autre", view):
            continue
        sketch = _sketch(view, "visit_named", "mission", "visit", cue)
        official = cue.group().count(" ") or OFFICIAL.match(view.text, cue.end())
        sketch.participants = present(view)
        sketch.leaders = _visitor(view, cue)
        known = bool(sketch.places) + (sketch.when is not None) + bool(official) + bool(sketch.participants)
        if known < 2:
            continue
        sketch.again = DEFINITE.search(view.text[: cue.start()]) is not None
        organizing = _hit("organiser", view.text)
        if organizing and organizing.start() < cue.start():
            sketch.organizers = people_before(view, organizing.start(), BODIES)
        return sketch
    return None


def signing(view: View) -> Sketch | None:
    """Parties «ont signé», «paraphé», «conclu» an agreement at a place, on a day, before people: a signing."""
    cue = _hit("signer", view.text)
    if cue is None or _hit("accord", view.text) is None:
        return None
    sketch = _sketch(view, "signing", "signing", "signing", cue)
    sketch.participants = [item for item in view.of("person") if abs(item.start - cue.start()) < NEAR]
    if sketch.when is not None and not is_month(sketch.edtf):
        sketch.when, sketch.edtf, sketch.weak = None, "", True
        if len(sketch.participants) < 2:
            return None
    sketch.weak = not sketch.places and len(sketch.participants) < 2
    return None if sketch.weak and sketch.when is None else sketch


def occasion(view: View, section: str, kind: str, family: str) -> Sketch | None:
    """A forum, festival, ceremony, exchange or meeting that «se tiendra» or «a eu lieu», on a date or at a place."""
    held = _hit("tenir", view.text)
    for cue in words(section).finditer(view.text):
        if _inside(cue, "festival_autre", view):
            continue
        sketch = _occasion(view, kind, family, cue, held)
        proper = cue.group()[0].isupper() and cue.start() > 0
        known = sketch.when is not None or sketch.places or _gathers(sketch, cue)
        sent = family == "exchange" and sketch.places and _travellers(view)
        if known and (held or is_day(sketch.edtf) or proper or sketch.edition or sent):
            return sketch
    return None


def wide_occasion(view: View, section: str, kind: str, family: str) -> Sketch | None:
    """An occasion told by a word of a wider meaning («soirée», «atelier») with a verb, and a date or place."""
    held = _hit("tenir", view.text)
    for cue in words(section).finditer(view.text):
        if held is None or _inside(cue, "festival_autre", view):
            continue
        sketch = _occasion(view, kind, family, cue, held)
        sketch.sure = False
        if is_month(sketch.edtf) or sketch.places or _gathers(sketch, cue):
            return sketch
    return None


def met(view: View) -> Sketch | None:
    """People «se sont rencontrés», «se sont entretenus», «ont échangé»: a meeting."""
    cue = _hit("rencontrer", view.text)
    if cue is None:
        return None
    sketch = _sketch(view, "met", "meeting", "meeting", cue)
    sketch.participants = view.of("person")
    sketch.sure = False
    return (
        sketch
        if is_month(sketch.edtf) or (sketch.places and sketch.participants) or len(sketch.participants) > 1
        else None
    )


def dated_place(view: View) -> Sketch | None:
    """Something that happens on a day at a place, with no word that says what: a meeting."""
    if PAST_LIFE.search(view.text):
        return None
    places = [item for item in places_of(view) if item.type in {"city", "venue"}]
    days = [date for date in view.dated if is_month(date.edtf)]
    if not places or not days:
        return None
    cue = re.compile(r".").match(view.text, days[0].start)
    if cue is None:
        return None
    sketch = _sketch(view, "dated_place", "meeting", "meeting", cue)
    sketch.cues = [Extent(view.start + days[0].start, view.start + days[0].end)]
    sketch.sure = False
    return sketch


RULES: tuple[Rule, ...] = (
    postponed,
    delegation_led,
    delegation_taken,
    visit_received,
    visitors_received,
    visit_travelled,
    visit_named,
    signing,
    *(partial(occasion, section=s, kind=k, family=f) for s, k, f in OCCASIONS),
    visit_stop,
    *(partial(wide_occasion, section=f"{s}_large", kind=k, family=f) for s, k, f in OCCASIONS),
    met,
    dated_place,
)


def sketches_of(view: View) -> list[Sketch]:
    """What the rules read in a sentence: one sketch a family, and nothing unsure beside something sure."""
    found: dict[str, Sketch] = {}
    for rule in RULES:
        sketch = rule(view)
        if sketch is None:
            continue
        if sketch.family in found:
            _add(found[sketch.family], sketch)
        elif sketch.sure or not found:
            found[sketch.family] = sketch
        if sketch.status == "postponed":
            break
    if "ceremony" in found:
        for family in ("festival", "conference"):
            if family in found and _governs(found["ceremony"], found[family]):
                found.pop(family)
    for family in ("ceremony", "meeting"):
        if {"signing", "visit"} & found.keys():
            found.pop(family, None)
    return [one for sketch in found.values() for one in series_of(sketch)]


def _gathers(sketch: Sketch, cue: Match) -> bool:
    """«La rencontre a réuni X et Y»: two people or more, at an occasion that is no complement («en vue de la …»)."""
    return len(sketch.participants) > 1 and NO_COMPLEMENT.search(sketch.view.text[: cue.start()]) is not None


NO_COMPLEMENT = re.compile(
    r"(?:^|(?<!\bde)(?<!\bdes)(?:^|\s)(?:une?|la|le|cette|ce|cet|les|à\sl['’])\s?(?:\w+\s+)?|^l['’])$", re.IGNORECASE
)


def _governs(ceremony: Sketch, other: Sketch) -> bool:
    """«l'inauguration de l'exposition» is one event, and no exposition besides."""
    gap = ceremony.view.text[ceremony.trigger.end - ceremony.view.start : other.trigger.start - ceremony.view.start]
    return (
        re.fullmatch(r"\s+(?:officielle\s+)?(?:de\s+la\s+|de\s+l['’]|d['’]une?\s+|du\s+|des\s+|de\s+)(?:\w+\s+)?", gap)
        is not None
    )


def _add(sketch: Sketch, other: Sketch) -> None:
    """A second rule of the same sentence and family adds what the first did not find."""
    sketch.cues = sorted({*sketch.cues, *other.cues})
    for slot in ("leaders", "hosts", "places", "organizers", "participants"):
        if not getattr(sketch, slot):
            setattr(sketch, slot, getattr(other, slot))


@lru_cache(maxsize=64)
def _hit(section: str, text: str) -> Match | None:
    """The first cue of a section, kept while one sentence goes through all the rules."""
    return words(section).search(text)


def _inside(cue: Match, section: str, view: View) -> bool:
    """True when the cue stands inside a longer form («lettre de mission») or inside a name («Palais des congrès»)."""
    names = ((item.start, item.end) for item in view.of("organization", "venue", "person"))
    forms = (other.span() for other in words(section).finditer(view.text))
    return any(start <= cue.start() < end for start, end in (*names, *forms))


def _sketch(view: View, rule: str, kind: str, family: str, cue: Match, *others: Match | None) -> Sketch:
    """A sketch with the cues, the date and the places around the cue."""
    cues = {Extent(view.start + m.start(), view.start + m.end()) for m in (cue, *others) if m}
    date = date_of(view, cue.start())
    return Sketch(
        rule=rule, kind=kind, family=family, view=view, cues=sorted(cues),
        trigger=Extent(view.start + cue.start(), view.start + cue.end()),
        when=date.index if date else None, edtf=date.edtf if date else "",
        places=places_of(view, cue.start()), evidence=[view],
    )  # fmt: skip


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


def _visitor(view: View, cue: Match) -> list[Seen]:
    """«la visite du maire de Kaolack, Ali Ba» → Ali Ba."""
    of = VISIT_OF.match(view.text, cue.end())
    after = [item for item in view.of("person") if item.start >= cue.end()][:1]
    before = people_before(view, cue.start())[:2]
    if before and UNDERTAKES.search(view.text, before[-1].end, cue.start()):
        return before
    if of and after and not re.search(r"[.;:!?]", view.text[cue.end() : after[0].start]):
        return after if after[0].start - cue.end() < VISITOR_GAP else []
    return []


VISIT_OF = re.compile(r"\s+(?:\w+\s+)?(?:de\s|du\s|d['’]|des\s)", re.IGNORECASE)
UNDERTAKES = re.compile(
    r"\b(?:effectu|ach[eè]v|entam|fait\b|fer[ao]|boucl|poursui|prévoi|commenc|début|termin|multipli|annul|report|en\s+visite)",
    re.IGNORECASE,
)
VISITOR_GAP = 90
"""Characters: room for the title of the visitor."""


def _before_head(view: View, offset: int) -> list[Seen]:
    """The subject of «à la tête d'une délégation», which may stand before a colon («… : à la tête de …, ils ont …»)."""
    return people_before(view, offset) or [item for item in view.of("person") if item.end <= offset]


def _travel(view: View, cue: Match, rule: str) -> Sketch:
    """A journey: its leaders are the subject of the verb; pupils and students are on an exchange."""
    sketch = _sketch(view, rule, "mission", "visit", cue)
    subject: list[Seen] = people_before(view, cue.start())
    if not subject and cue.start() < 5:
        subject = people_after(view, cue.end())[:1]
    if _hit("eleves", view.text):
        sketch.kind, sketch.family, sketch.participants = "exchange", "exchange", subject
    else:
        sketch.leaders = subject[:2]
    return sketch


def _travellers(view: View) -> Match | None:
    return _hit("voyageurs", view.text) or _hit("invites", view.text) or _hit("eleves", view.text)


def _occasion(view: View, kind: str, family: str, cue: Match, held: Match | None) -> Sketch:
    sketch = _sketch(view, f"{family}_told", kind, family, cue, held)
    sketch.again = DEFINITE.search(view.text[: cue.start()]) is not None
    sketch.edition = edition_of(view.text, cue.start())
    sketch.participants = present(view)
    chaired = _hit("tete", view.text)
    if chaired and not TRAVELLERS.search(view.text):
        sketch.leaders = people_after(view, chaired.end())[:1]
    if family == "festival" and LAUNCHED.search(view.text):
        sketch.kind = sketch.family = "ceremony"
    return sketch
