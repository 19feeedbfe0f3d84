"""Rules for occasions that a noun names: forums, festivals, ceremonies, exchanges, receptions, meetings."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import TRAVELLERS, Match, hit, inside, is_taken_up, sketch_of
from entente.facts.event_edition import edition_of, numbered
from entente.facts.event_part import part_of
from entente.facts.event_people import ALL, BODIES, people_after, present
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_when import is_day, is_month
from entente.facts.event_words import words

OCCASIONS = (
    ("conference", "conference", "conference"),
    ("festival", "festival", "festival"),
    ("ceremonie", "ceremony", "ceremony"),
    ("echange", "exchange", "exchange"),
    ("accueil", "reception", "reception"),
    ("reunion", "meeting", "meeting"),
)
"""Lexicon section, kind, family; the section of the wider words is the same with «_large»."""

AGENDA = 25
"""Characters before a noun that opens a sentence without a verb («Le soir, dîner à la résidence»)."""

TITLED = re.compile(
    r"(?:Rencontres|Journées|Assemblée|Semaine|Forum|Congrès|Sommet|Salon|Festival|Biennale|États|Entretiens|Convention)"
)
BEFORE_TITLE = re.compile(r"[a-zà-ÿ]['’]?\s*$")
LAUNCHED = re.compile(r"\b(?:lancée?s?|inaugurée?s?|coup\s+d['’]envoi)\b", re.IGNORECASE)
BETWEEN = re.compile(r"\s+(?:\w+\s+){0,2}entre(?=\s)", re.IGNORECASE)
WITH = re.compile(r"[^.;:!?]{0,40}?\bavec\s", re.IGNORECASE)
AIM = re.compile(
    r"\bans\s+après\s+(?:le\s+|la\s+|l['’])|\b(?:pour|afin\s+d(?:e\s|['’])|en\s+vue\s+d(?:e\s|['’]))\s*\w+(?:er|ir|re)\s+(?:les|des|le|la|l['’]|nos|leurs|de\s+nouveaux)\s?(?:\w+\s+)?$",
    re.IGNORECASE,
)
ROOM = re.compile(r"(?:,|\bdans\s+le)\s+salon\s+(?=[A-ZÀ-Þ]|d['’]honneur)")
"""«…, salon Paul-Bellamy» is a room, «au salon Terra Madre» a fair."""

ROOM_GAP = 9

LASTS = re.compile(r"\s+(?:\w+\s+)?(?:de|d['’])\s*(?:une|\w+)\s+(?:jours|semaines?|mois)\b", re.IGNORECASE)
GOES_BACK = re.compile(
    r"\b(?:remont\w+\s+(?:à|au|aux)|dat(?:e|ent|ait|aient)\s+(?:de|du|d['’]))\s*(?:l['’])?$", re.IGNORECASE
)
NO_COMPLEMENT = re.compile(
    r"(?:^|(?<!\bde)(?<!\bdes)(?:^|\s)(?:une?|la|le|cette|ce|cet|les|à\sl['’])\s?(?:\w+\s+)?|^l['’])$", re.IGNORECASE
)


def occasion(view: View, section: str, kind: str, family: str) -> Iterator[Sketch]:
    """A forum, festival, ceremony, exchange or meeting that «se tiendra» or «a eu lieu», on a date or at a place."""
    held = hit("tenir", view.text)
    for cue, sketch in _occasions(view, section, kind, family, held):
        on_the_day = view.day is not None and (held is not None or cue.start() < AGENDA)
        if (
            sketch.when is not None
            or sketch.places
            or sketch.part
            or on_the_day
            or _gathers(sketch, cue)
            or _lasts(view, cue, sketch)
        ):
            sketch.weak = bool(sketch.part) and not sketch.told
            yield sketch


def wide_occasion(view: View, section: str, kind: str, family: str) -> Iterator[Sketch]:
    """An occasion told by a word of a wider meaning («soirée», «atelier») with a verb, and a date or place."""
    held = hit("tenir", view.text)
    if held is None and not view.has_date and not _has_editions(view, section):
        return
    for cue, sketch in _occasions(view, section, kind, family, held):
        sketch.sure = numbered(view.text, cue.start()) is not None
        if sketch.sure and family == "meeting" and cue.group()[0].isupper():
            # «le 2e Rendez-vous cadien» has editions
            sketch.kind = sketch.family = "festival"
        from_then = sketch.edtf.endswith("/..")
        known = (
            is_month(sketch.edtf)
            or from_then
            or sketch.places
            or _gathers(sketch, cue)
            or _goes_back(view, cue, sketch)
        )
        if sketch.sure or (known if held else is_day(sketch.edtf) or _goes_back(view, cue, sketch)):
            sketch.sure = sketch.sure or _is_titled(view, cue)
            yield sketch


def _has_editions(view: View, section: str) -> bool:
    """True for «le 2e Rendez-vous»."""
    return any(numbered(view.text, cue.start()) is not None for cue in words(section).finditer(view.text))


def _is_titled(view: View, cue: Match) -> bool:
    """True for a capital in the middle of a sentence: «aux premières Rencontres catalanes»."""
    return TITLED.match(cue.group()) is not None and BEFORE_TITLE.search(view.text, 0, cue.start()) is not None


def _goes_back(view: View, cue: Match, sketch: Sketch) -> bool:
    """True for «le premier échange remonte à 1974», however coarse the date."""
    dates = (date for date in view.dated if date.index == sketch.when and date.start > cue.end())
    return any(GOES_BACK.search(view.text, cue.end(), date.start) for date in dates)


def _occasions(view: View, section: str, kind: str, family: str, held: Match | None) -> Iterator[tuple[Match, Sketch]]:
    """Each word of a section that is not part of something else's name, with its sketch."""
    if hit(section, view.text) is None:
        return
    people = present(view)
    for cue in words(section).finditer(view.text):
        if not inside(cue, "festival_autre", view) and not _aimed_at(view, cue) and not _is_room(view, cue):
            yield cue, _occasion(view, kind, family, cue, held, people)


def _is_room(view: View, cue: Match) -> bool:
    found = ROOM.search(view.text, max(0, cue.start() - ROOM_GAP), cue.end() + ROOM_GAP)
    return found is not None and found.start() < cue.start() < found.end()


def _aimed_at(view: View, cue: Match) -> bool:
    """True for what is only aimed at, on no day of its own: «… pour relancer les échanges scolaires»."""
    aim = AIM.search(view.text, 0, cue.start())
    return aim is not None and not any(date.start > cue.start() for date in view.dated)


def _occasion(view: View, kind: str, family: str, cue: Match, held: Match | None, people: list[Seen]) -> Sketch:
    """A sketch with what an occasion alone has: an edition, a chair, people present."""
    sketch = sketch_of(view, f"{family}_told", kind, family, cue, held)
    sketch.again = is_taken_up(view, cue)
    sketch.part = part_of(view, cue, sketch)
    if sketch.part:
        sketch.kind = sketch.family = "ceremony"
    else:
        sketch.edition = edition_of(view.text, cue.start())
    between = BETWEEN.match(view.text, cue.end())
    sketch.participants = [*people, *(people_after(view, between.end(), ALL) if between else [])]
    met_with = WITH.match(view.text, cue.end()) if family in {"meeting", "reception"} else None
    if met_with:
        sketch.participants += people_after(view, met_with.end(), BODIES)
    if family == "exchange":
        sketch.participants += view.of("organization")
    chaired = hit("tete", view.text)
    if chaired and not TRAVELLERS.search(view.text):
        sketch.leaders = people_after(view, chaired.end())[:1]
    if family == "festival" and LAUNCHED.search(view.text):
        sketch.kind = sketch.family = "ceremony"
    return sketch


def _lasts(view: View, cue: Match, sketch: Sketch) -> bool:
    """«un stage de trois semaines à l'agence d'urbanisme»."""
    return sketch.family == "exchange" and LASTS.match(view.text, cue.end()) is not None and bool(sketch.participants)


def _gathers(sketch: Sketch, cue: Match) -> bool:
    """«La rencontre a réuni X et Y»: two people or more, at an occasion that is no complement («en vue de la …»)."""
    return len(sketch.participants) > 1 and NO_COMPLEMENT.search(sketch.view.text[: cue.start()]) is not None
