"""Who was there: sentences that only tell who came, who spoke or who waited for the visitors."""

import re

from entente.facts.event_organizers import NAMES, organize, said_to_organize, subject_of
from entente.facts.event_people import BODIES, people_after, people_before, present
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_when import is_month
from entente.facts.event_words import sections_in, words

REACH = 6
"""Sentences: an attendance list further away needs a word that takes up the event."""

KIN = {"signing": "ceremony", "ceremony": "ceremony", "visit": "visit", "exchange": "visit"}


class Lists:
    """Attendance lists, sentence after sentence; a list may go on in bullets or in a note behind an asterisk."""

    def __init__(self) -> None:
        self.open: tuple[int, Sketch] | None = None
        """The block whose bullets are a list, and the event of that list."""
        self.starred: dict[str, Sketch] = {}
        """The event of the sentence that a note mark stands in."""
        self.subject: Seen | None = None
        """Who the sentence before, in the same block, speaks of: what «elle» means at the head of the next."""
        self.block = -1

    def organize(self, sketch: Sketch) -> None:
        """Give an occasion its organizers, with who the sentence before speaks of for «elle»."""
        organize(sketch, self.subject if self.block == sketch.view.block else None)

    def attend(self, view: View, own: list[Sketch], told: list[Sketch]) -> None:
        """Add the people whom a sentence lists to the event that it tells of, or else to the one told last."""
        if self.open and view.lead == self.open[0]:
            _add(self.open[1], view, [], people_after(view, 0, BODIES))
            return
        note = NOTE.match(view.text)
        if note and note.group() in self.starred:
            _add(self.starred[note.group()], view, [], view.of("person"))
            return
        event = _event(view, own, told) if self._may_add(view) else None
        if event is not None:
            hosts = _hosts(view)
            _add(event, view, hosts, [] if hosts else present(view))
            if event.family in TRAVELLING:
                _lead(event, view)
            said_to_organize(event, view, own)
            self._note_marks(view, event)
        self.subject, self.block = subject_of(view), view.block
        speakers = _speakers(view)
        main = _main(told) if speakers else None
        if main is not None:
            _add(main, view, [], speakers)

    def _may_add(self, view: View) -> bool:
        """False for most sentences, which list nobody: whose list it would be is not looked for."""
        if self.open or view.heading or "*" in view.text or view.text.endswith(":") or LED_BY.match(view.text):
            return True
        return not LISTING.isdisjoint(sections_in(view.text))

    def _note_marks(self, view: View, event: Sketch) -> None:
        heads = view.text.endswith(":") or view.heading
        self.open = (view.block, event) if heads and LIST.search(view.text) else None
        for mark in MARK.findall(view.text) if "*" in view.text else ():
            self.starred.setdefault(mark, event)


LISTING = frozenset({
    "attendre", "presents_apres", "presents_avant", "villes_presentes", "villes_venues", "organiser_par", "inviter_par",
})  # fmt: skip
"""Sections whose words name those who were there, who wait or who organise."""

TRAVELLING = frozenset({"visit", "exchange"})
LED_BY = re.compile(
    r"\W*(?:(?:elle|celle-ci|il|la\s+délégation|la\s+mission|le\s+groupe|l['’]équipe)\s+(?:est|était|sera)\s+)?"
    r"(?:conduit|emmené|mené|dirigé|guidé|piloté)e?s?\s+par\b",
    re.IGNORECASE,
)


def _lead(event: Sketch, view: View) -> None:
    """«Conduite par le maire, elle comprend …», of the visit told before."""
    led = LED_BY.match(view.text)
    if led:
        event.leaders += people_after(view, led.end())[:1]
        if view not in event.evidence:
            event.evidence.append(view)


NOTE = re.compile(r"\(\*+\)|\*+(?=\s)")
MARK = re.compile(r"\(\*+\)|(?<=\w)\*+")
LIST = re.compile(
    r"\b(?:présents?|présentes?|présence|participants?|participantes?|participai\w*|intervenants?|invités|signataires|composée?|"
    r"assisté|assistaient|pris\s+part|délégation|du\s+voyage|noms|retrouv\w+|représentée?s?|réuni\w*)\b",
    re.IGNORECASE,
)
SPEECH_GAP = 60
"""Characters between a verb of speech and who speaks."""


def _add(event: Sketch, view: View, hosts: list[Seen], people: list[Seen]) -> None:
    if hosts or people:
        event.hosts += hosts
        event.participants += people
        if view not in event.evidence:
            event.evidence.append(view)


def _main(told: list[Sketch]) -> Sketch | None:
    """The first event at which people speak, unless a visit was told before it."""
    return next((event for event in told if event.family in SPOKEN), None)


SPOKEN = frozenset({"ceremony", "meeting", "conference", "signing"})


def _speakers(view: View) -> list[Seen]:
    """Whoever «a salué», «a rappelé», «s'est réjoui»: nearest to the verb, behind a comma or before it."""
    found = []
    for cue in words("parler").finditer(view.text):
        before = [p for p in view.of("person") if p.end <= cue.start() and cue.start() - p.end < SPEECH_GAP]
        after = [p for p in view.of("person") if p.start >= cue.end() and p.start - cue.end() < SPEECH_GAP]
        found += before[-1:] or after[:1]
    return found


def _event(view: View, own: list[Sketch], told: list[Sketch]) -> Sketch | None:
    """The event meant: of the sentence itself, named again by a noun, or the latest within reach."""
    pool = own or [event for event in told if not all(view.heading for view in event.evidence)]
    for family, pattern in NAMES.items():
        named = [event for event in pool if KIN.get(event.family, "meeting") == family]
        if named and pattern.search(view.text):
            return _meant(named, view)
    if own:
        return max(own, key=lambda sketch: sketch.family != "visit")
    near = [event for event in pool if view.index - event.evidence[-1].index <= REACH and not _other_day(view, event)]
    return max(near, key=_salience, default=None)


def _meant(named: list[Sketch], view: View) -> Sketch:
    """Of the events that a word names, the latest within reach; further on, the one that the text is about."""
    near = [event for event in named if view.index - event.evidence[-1].index <= REACH]
    return near[-1] if near else min(named, key=lambda event: (event.family == "exchange", event.view.index))


def _salience(event: Sketch) -> tuple[int, int]:
    """How freshly it was told; of two told by one sentence, the first is what the sentence is about."""
    last = event.evidence[-1]
    told = [start - last.start for start, _ in event.cues if last.start <= start < last.end]
    return last.index, -min(told, default=0)


def _other_day(view: View, event: Sketch) -> bool:
    """True when the sentence is dated, and otherwise than the event."""
    days = [date.edtf for date in view.dated if is_month(date.edtf)]
    return bool(days and event.edtf) and not any(d.startswith(event.edtf) or event.edtf.startswith(d) for d in days)


def _hosts(view: View) -> list[Seen]:
    """«Les y attendaient le maire et son adjointe»: on whichever side of the verb they stand."""
    cue = words("attendre").search(view.text)
    if cue is None:
        return []
    return people_after(view, cue.end(), BODIES) or people_before(view, cue.start(), BODIES)
