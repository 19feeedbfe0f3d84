"""Cue words in a sentence, and the sketch that a rule begins with one."""

import re
from functools import lru_cache

from entente.annotations import Extent
from entente.facts.event_setting import date_of, places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_words import words

Match = re.Match[str]

TRAVELLERS = re.compile(
    r"délégation|mission|groupe|élus|visiteurs|voyage|équipe|élèves|jeunes|déplacement|entrepreneurs|entreprises|acteurs",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"(?:\b(?:la|le|cette|ce|cet|sa|son|leur)\s+(?:\w+\s+)?|\bl['’])$", re.IGNORECASE)
"""What stands before a noun that takes up something told («la cérémonie», «ce déplacement»)."""


def hit(section: str, text: str) -> Match | None:
    """The first form of a section of the lexicon in a text, kept while one sentence goes through all the rules."""
    found = _hits(text)
    if section not in found:
        found[section] = words(section).search(text)
    return found[section]


@lru_cache(maxsize=64)
def _hits(text: str) -> dict[str, Match | None]:
    """What `hit` has found in a text, by section."""
    return {}


def inside(cue: Match, section: str, view: View) -> bool:
    """True when the cue stands inside a longer form («lettre de mission») or inside a name («Palais des congrès»)."""
    names = ((item.start, item.end) for item in view.of("organization", "venue", "person"))
    forms = (other.span() for other in words(section).finditer(view.text))
    return any(start <= cue.start() < end for start, end in (*names, *forms))


def travellers(view: View) -> Match | None:
    """A word for people on their way or received: «la délégation», «les élus», «vingt lycéens»."""
    return hit("voyageurs", view.text) or hit("invites", view.text) or hit("eleves", view.text)


def sketch_of(view: View, rule: str, kind: str, family: str, cue: Match, *others: Match | None) -> Sketch:
    """A sketch with the cues, the date and the places around the cue."""
    cues = {Extent(view.start + m.start(), view.start + m.end()) for m in (cue, *others) if m}
    date = date_of(view, cue.start())
    return Sketch(
        rule=rule, kind=kind, family=family, view=view, cues=sorted(cues),
        trigger=Extent(view.start + cue.start(), view.start + cue.end()),
        when=date.index if date else None, edtf=date.edtf if date else "",
        places=places_of(view, cue.start()), evidence=[view],
    )  # fmt: skip


def is_taken_up(view: View, cue: Match) -> bool:
    """True for «la cérémonie» or «ce déplacement», which speak of an event already told."""
    return DEFINITE.search(view.text[max(0, cue.start() - 40) : cue.start()]) is not None
