"""Cue words in a sentence, and the sketch that a rule begins with one."""

import re
from functools import lru_cache

from entente.annotations import Extent
from entente.facts.event_setting import date_of, places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_span import edge_of, span_in
from entente.facts.event_view import PLACE_TYPES, Dated, Seen, View
from entente.facts.event_words import words

Match = re.Match[str]

TRAVELLERS = re.compile(
    r"délégation|mission|groupe|élus|visiteurs|voyage|équipe|élèves|jeunes|déplacement|entrepreneurs|entreprises|acteurs",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|(?:une?\s+)?"
    r"(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)s?\s+d(?:e\s+|['’]))\s*"
    r"[^\W\da-zà-ÿ_]\w+(?:ais|ois|iens|ains|éens|ards|ands|ols|ins|aises|oises|iennes|aines)\b"
)
"""So many people of a place: «une centaine de Néracais»."""

DEFINITE = re.compile(r"(?:\b(?:la|le|du|au|cette|ce|cet|sa|son|leur)\s+(?:\w+\s+)?|\bl['’])$", re.IGNORECASE)
"""What stands before a noun that takes up something told («la cérémonie», «ce déplacement»)."""


@lru_cache(maxsize=256)
def hit(section: str, text: str) -> Match | None:
    """The first form of a section of the lexicon in a text, kept while one sentence goes through all the rules."""
    return words(section).search(text)


def inside(cue: Match, section: str, view: View) -> bool:
    """True when the cue stands inside a longer form («lettre de mission») or inside a name («Palais des congrès»).

    A name that begins with the cue and that is held («le Forum des villes s'est tenu …») is that of the occasion.
    """
    names = (
        (item.start, item.end)
        for item in view.of("organization", "venue", "person")
        if item.start < cue.start() or not hit("tenir", view.text)
    )
    forms = (other.span() for other in words(section).finditer(view.text))
    return any(start <= cue.start() < end for start, end in (*names, *forms))


def travellers(view: View) -> Match | None:
    """A word for people on their way or received: «la délégation», «les élus», «vingt lycéens»."""
    return hit("voyageurs", view.text) or hit("invites", view.text) or hit("eleves", view.text) or COUNTED.search(view.text)


def sketch_of(view: View, rule: str, kind: str, family: str, cue: Match, *others: Match | None) -> Sketch:
    """A sketch with the cues, the date and the places around the cue."""
    cues = {Extent(view.start + m.start(), view.start + m.end()) for m in (cue, *others) if m}
    date = date_of(view, cue.start())
    sketch = Sketch(
        rule=rule, kind=kind, family=family, view=view, cues=sorted(cues),
        trigger=Extent(view.start + cue.start(), view.start + cue.end()),
        when=date.index if date else None, edtf=date.edtf if date else "",
        places=places_of(view, cue.start()), evidence=[view],
    )  # fmt: skip
    if family in STAYS:
        _stay(sketch, date)
    elif family in LASTING:
        _last(sketch, date)
    if family in GOING and not sketch.places and (there := THERE.search(view.text, max(0, cue.start() - THERE_GAP), cue.end() + THERE_GAP)):
        sketch.places = _there(view, there.start())
        sketch.there = not sketch.places
    return sketch


GOING = frozenset({"visit", "exchange", "signing"})
"""Families of what happens elsewhere, so that «y» means a place."""

def _last(sketch: Sketch, date: Dated | None) -> None:
    """Both ends of a forum or festival, or the one until which an exhibition can be seen."""
    span = span_in(sketch.view)
    if span and (date is None or date.index in (span.first.index, span.last.index)):
        sketch.when, sketch.until, sketch.edtf = span.first.index, span.last.index, span.edtf
    elif date is None and sketch.family == "festival":
        _open(sketch)


def _open(sketch: Sketch) -> None:
    """«depuis lundi», «jusqu'au 30 juin», near the word."""
    view, start = sketch.view, sketch.trigger.start - sketch.view.start
    near = [item for item in view.opened if abs(item.start - start) < OPEN_REACH]
    opened = min(near, key=lambda item: abs(item.start - start), default=None)
    if opened:
        sketch.when, sketch.edtf = opened.index, opened.edtf
        sketch.edge = "start" if opened.edtf.endswith("..") else ""


OPEN_REACH = 110
"""Characters from a word for a stay or an exhibition to the day from or until which it goes on."""

THERE = re.compile(r"(?<!il\s)(?<!n['’])(?<![\w-])y\s+(?!a-t-il)|\bsur\s+place\b", re.IGNORECASE)
ORIGIN = re.compile(
    r"\b(?:élue?s|délégation|équipe|groupe|habitant\w*|membres|élèves|lycéen\w*|collégien\w*|étudiant\w*|jeunes|acteurs|entreprises|"
    r"citoyen\w*|agents|technicien\w*|maires?|mairesse|bourgmestre|adjointe?s?|président\w*|conseill\w+)\s+(?:\w+\s+)?"
    r"(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])$",
    re.IGNORECASE,
)
"""Where people are from, so not where they go: «cinq élus de Quimper y ont fait une visite»."""

THERE_GAP = 25
"""Characters around the word in which «y» or «sur place» stands for where it happens."""


def _there(view: View, offset: int) -> list[Seen]:
    """The place named last before «y» in its sentence («jumelée à Bonn …, vingt élèves y sont attendus»)."""
    before = [item for item in view.of(*PLACE_TYPES) if item.end <= offset and item.mention.kind == "name"]
    named = [item for item in before if not ORIGIN.search(view.text, 0, item.start)]
    towns = [item for item in named if item.type in {"city", "venue"}]
    return (towns or named)[-1:]


STAYS = frozenset({"visit", "exchange"})
"""Families of which one sentence may tell the first day and another the last."""

LASTING = frozenset({"conference", "festival"})
"""Families whose first and last day one sentence may tell apart («depuis lundi …, qui s'achèvera samedi»)."""


def _stay(sketch: Sketch, date: Dated | None) -> None:
    """The two ends of a stay, the one end that the sentence tells, or «depuis lundi» where it tells nothing else."""
    view = sketch.view
    span = span_in(view)
    if span and (date is None or date.index in (span.first.index, span.last.index)):
        sketch.when, sketch.until, sketch.edtf = span.first.index, span.last.index, span.edtf
    elif date is None:
        _open(sketch)
    else:
        sketch.edge = edge_of(view, date)


def is_taken_up(view: View, cue: Match) -> bool:
    """True for «la cérémonie» or «ce déplacement», which speak of an event already told."""
    return DEFINITE.search(view.text[max(0, cue.start() - 40) : cue.start()]) is not None
