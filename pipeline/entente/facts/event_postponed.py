"""The rule for what is put off: an old date, a new one, and the noun of what it is."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import Match, hit, inside, is_taken_up, sketch_of
from entente.facts.event_occasions import OCCASIONS
from entente.facts.event_place import places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_words import words

KINDS = {
    "visite": ("mission", "visit"),
    **{f"{section}{width}": (kind, family) for section, kind, family in OCCASIONS for width in ("_large", "")},
}
"""Kind and family of what the words of a section name."""

REPORT_GAP = 40
"""Characters between «le report de» and what is put off."""

AT_FIRST = re.compile(r"initialement|d['’]abord|primitivement", re.IGNORECASE)
"""With such a word, the old day stands behind: «initialement prévu en mai»."""

OPENS = 3
"""Characters before a word that a sentence opens with."""


def postponed(view: View) -> Iterator[Sketch]:
    """An occasion «repoussée», «décalée», «reportée»: its old date stands before that word, its new one behind."""
    cue = hit("reporter", view.text)
    if cue is None:
        return
    section, noun = _put_off(view, cue)
    kind, family = KINDS.get(section, ("other", "other"))
    sketch = sketch_of(view, "postponed", kind, family, noun, cue)
    sketch.again = is_taken_up(view, noun)
    old = [date for date in view.dated if date.end <= cue.start()]
    new = [date for date in view.dated if date.start >= cue.end()]
    if AT_FIRST.search(cue.group()) and new:
        old, new = new[:1], new[1:] or old
    elif not old and len(new) > 1:
        old, new = new[:1], new[1:]
    sketch.original_when = old[0].index if old else None
    sketch.when, sketch.edtf = (new[0].index, new[0].edtf) if new else (None, "")
    sketch.status = "postponed"
    places = places_of(view)
    sketch.places = [place for place in places if place.start > cue.end()] or sketch.places or places
    if old or new or (sketch.places and section):
        yield sketch


def _put_off(view: View, cue: Match) -> tuple[str, Match]:
    """What is put off, and its section: the noun nearest before the word or right behind it, or else the word itself.

    «le report de la visite» → visite; «le loto est reporté» → reporté, of no section.
    """
    reach = cue.end() + REPORT_GAP
    if cue.start() < OPENS:
        # «Reportée en raison de la pandémie, la visite …»
        reach = max(reach, view.text.find(",", cue.end()) + REPORT_GAP)
    nouns = [
        (noun.end() <= cue.start(), noun.start() if noun.end() <= cue.start() else -noun.start(), section, noun)
        for section in KINDS
        for noun in words(section).finditer(view.text, 0, reach)
        if (noun.end() <= cue.start() or noun.start() >= cue.end()) and not inside(noun, "festival_autre", view)
    ]
    return max(nouns, key=lambda item: item[:2])[2:] if nouns else ("", cue)
