"""Rules for what happens without a noun that says what: people who meet or perform, something that «aura lieu»."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import hit, sketch_of, travellers
from entente.facts.event_people import BODIES, people_after, people_before
from entente.facts.event_place import places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_when import is_day, is_month
from entente.facts.event_words import words

SITTING_GAP = 90
"""Characters around «s'est réuni» in which a body that sits to vote stands."""

SUBJECT_GAP = 60
"""Characters before «aura lieu» in which its subject stands."""

ELLIPSIS = re.compile(
    r"\b(?:le|la|les)\s+(?:prochaine?s?|suivante?s?|précédente?s?|deuxième|seconde?|troisième|dernière?s?)\s+"
    r"(?:\w+ment\s+|elle\s+|doit\s+|devrait\s+)?$",
    re.IGNORECASE,
)
"""An occasion without its noun: «La prochaine aura lieu à Gand», of the kind of the one told before."""

OPENING = re.compile(
    r"(?:la|le)\s+(?:prochaine?|suivante?|précédente?|dernière|dernier)"
    r"(?=\s*,|\s+(?:en|a|avait|est|était|sera|fut|date|datait|remont\w+|s['’](?:est|était)|devrait|pourrait|se|doit)\b)",
    re.IGNORECASE,
)

FIRST_DAY = re.compile(r".+", re.DOTALL)


def met(view: View) -> Iterator[Sketch]:
    """People «se sont rencontrés», «se sont entretenus», «ont échangé»: a meeting."""
    for cue in words("rencontrer").finditer(view.text):
        if words("seances").search(view.text, max(0, cue.start() - SITTING_GAP), cue.end() + SITTING_GAP):
            continue
        sketch = sketch_of(view, "met", "meeting", "meeting", cue)
        bodies = people_before(view, cue.start(), BODIES) + people_after(view, cue.end(), BODIES)
        sketch.participants = sorted({*view.of("person"), *bodies}, key=lambda item: (item.start, item.mention.entity))
        sketch.sure = False
        people = len(sketch.participants)
        if sketch.when is not None or (sketch.places and people) or people > 1:
            yield sketch


def performed(view: View) -> Iterator[Sketch]:
    """Artists «exposeront», a troupe «se produira», teams «se sont affrontées» on a day or in a month: a festival."""
    for cue in words("spectacle").finditer(view.text) if view.has_date else ():
        sketch = sketch_of(view, "performed", "festival", "festival", cue)
        sketch.sure = False
        people = people_before(view, cue.start(), BODIES)
        if is_month(sketch.edtf) and (sketch.places or (people and is_day(sketch.edtf))):
            yield sketch


def happens(view: View) -> Iterator[Sketch]:
    """Something «aura lieu», «se tiendra», «est agendé» on a day or in a month, with no word that says what."""
    for cue in words("avoir_lieu").finditer(view.text) if view.has_date else ():
        if words("sans_occasion").search(view.text, max(0, cue.start() - SUBJECT_GAP), cue.start()):
            continue
        following = ELLIPSIS.search(view.text, 0, cue.start()) is not None
        sketch = sketch_of(view, "next_edition" if following else "happens", "other", "other", cue)
        sketch.sure = following
        if is_month(sketch.edtf) or (following and sketch.when is not None):
            yield sketch


def another_edition(view: View) -> Iterator[Sketch]:
    """«La précédente, en 2008, avait attiré …», «La suivante est promise à Gand»: of the kind told before."""
    cue = OPENING.match(view.text)
    if cue is None:
        return
    sketch = sketch_of(view, "next_edition", "other", "other", cue)
    sketch.sure, sketch.weak = False, True
    if sketch.when is not None:
        yield sketch


def dated_place(view: View) -> Iterator[Sketch]:
    """Something that happens on a day at a place, with no word that says what: a meeting."""
    days = [date for date in view.dated if is_month(date.edtf)]
    if not days or not any(item.type in {"city", "venue"} for item in places_of(view)):
        return
    if not all(is_day(date.edtf) for date in days) and not (travellers(view) or hit("tenir", view.text)):
        days = [date for date in days if is_day(date.edtf)]
    if not days or hit("sans_rencontre", view.text):
        return
    cue = FIRST_DAY.match(view.text, days[0].start, days[0].end)
    if cue is None:
        return
    sketch = sketch_of(view, "dated_place", "meeting", "meeting", cue)
    sketch.sure = False
    yield sketch
