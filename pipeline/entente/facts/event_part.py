"""The opening or the closing of an occasion, which has a day of its own."""

import re

from entente.facts.event_cues import Match
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_when import is_day

PARTS = {
    "closing": re.compile(r"\s+(?:solennelle\s+|officielle\s+)?(?:de\s+(?:la\s+)?clôture|finale)\b", re.IGNORECASE),
    "opening": re.compile(r"\s+(?:solennelle\s+|officielle\s+)?(?:d['’]ouverture|inaugurale)\b", re.IGNORECASE),
}
ENDS = re.compile(
    r"[^.;:!?]{0,60}?\b(?:se\s+(?:termin|clôtur|conclu|cl[oô][ts])|s['’](?:est\s+|étai\w+\s+)?(?:achev|termin|cl[oô])|"
    r"se\s+sont\s+(?:achev|termin|conclu|clos|clôtur)|s['’]est\s+(?:conclu|clôtur)|prend(?:ra)?\s+fin|pris\s+fin)",
    re.IGNORECASE,
)
WHOLE = re.compile(r"[^,.;:!?]{0,12}?\b(?:des?|du|d['’])\s*(?:la\s+|l['’])?(?P<whole>(?:\w+\s+)?\w+)", re.IGNORECASE)


def part_of(view: View, cue: Match, sketch: Sketch) -> str:
    """`closing` for «la cérémonie de clôture du forum», without the days of the whole, and «il s'achevait mercredi».

    The date and places behind the name of the whole are those of the whole, and taken out of the sketch.
    """
    for part, pattern in PARTS.items():
        found = pattern.match(view.text, cue.end())
        if found:
            whole = WHOLE.match(view.text, found.end())
            if whole:
                _leave(view, sketch, whole.start("whole"))
            return part
    return "closing" if is_day(sketch.edtf) and "/" not in sketch.edtf and ENDS.match(view.text, cue.end()) else ""


def _leave(view: View, sketch: Sketch, offset: int) -> None:
    """Take out what stands behind an offset."""
    if any(date.index == sketch.when and date.start > offset for date in view.dated):
        sketch.when, sketch.edtf = None, ""
    sketch.places = [place for place in sketch.places if place.start < offset]
