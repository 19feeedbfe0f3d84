"""Whether a document can hold a fact at all: cues of cooperation and cues of another country, near each other.

Each cue adds points to cooperation, to abroad, or to both (`lexicons/fr/pertinence.yml`); of a window of text the
lesser of its two sums counts, of a text its best window. A text that holds a passing text therefore passes.
"""

import html
import re
from typing import NamedTuple

from entente.text.cues import Hit, load_finder

WINDOW = 1_500
"""Characters in which cues count together: about the length of a news item."""

PASSING = 6
"""Points of both kinds from which a text is read. Every positive release of the corpus has 8 or more (8: twinned, and
no more is said), all but three 11; the model card of `fr_entente` gives the distribution."""

PAGE_WINDOW = 4 * WINDOW
"""The window of raw texts and pages: captions and links stand between the paragraphs."""

PAGE_PASSING = 4
"""Points from which a raw text or page is worth extracting; less than `PASSING`, since nothing may be lost here."""

UNSEEN = re.compile(
    r"<(style|svg|noscript)\b.*?</\1\s*>|<script\b(?![^>]*ld\+json).*?</script\s*>|<!--.*?-->|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What a page does not show: scripts (other than its own description), styles, comments, tags."""


class Verdict(NamedTuple):
    """Whether a text may concern cooperation between countries, and why."""

    passes: bool
    score: float
    """Points of the best window, the lesser of cooperation and abroad; `PASSING` is enough."""
    cues: tuple[str, ...]
    """The cues of that window, in the order of the text, each once."""


def may_concern(data: str) -> bool:
    """Whether a raw text or raw page is worth extracting: a cheap look that lets pass whatever `relevance` might.

    `data` may be HTML as it was served, with entities, scripts and menus.
    """
    return _best(load_finder().find(_visible(data)), PAGE_WINDOW).score >= PAGE_PASSING


def relevance(text: str) -> Verdict:
    """Whether a text can hold a fact: «Une délégation de Bavière reçue à la mairie» passes, a match report does not."""
    best = _best(load_finder().find(text), WINDOW)
    return Verdict(best.score >= PASSING, float(best.score), tuple(dict.fromkeys(hit.cue.form for hit in best.hits)))


class _Window(NamedTuple):
    score: int
    hits: list[Hit]


def _best(hits: list[Hit], width: int) -> _Window:
    """The window with the most points, the first of equals."""
    first, cooperation, abroad = 0, 0, 0
    best, bounds = 0, (0, 0)
    present: dict[str, int] = {}
    for last, (start, cue) in enumerate(hits):
        while start - hits[first].start > width:
            leaving = hits[first].cue
            present[leaving.form] -= 1
            if not present[leaving.form]:
                cooperation -= leaving.cooperation
                abroad -= leaving.abroad
            first += 1
        seen = present.get(cue.form, 0)
        present[cue.form] = seen + 1
        if not seen:
            cooperation += cue.cooperation
            abroad += cue.abroad
            if min(cooperation, abroad) > best:
                best, bounds = min(cooperation, abroad), (first, last + 1)
    return _Window(best, hits[slice(*bounds)])


def _visible(data: str) -> str:
    """The words of a page without its markup; a text without markup as it is."""
    if "</" in data:
        data = UNSEEN.sub(" ", data)
    return html.unescape(data) if "&" in data else data
