"""Whether a document can hold a fact at all: cues of cooperation and cues of another country, near each other.

Each cue adds points to cooperation, to abroad, or to both (`lexicons/fr/pertinence.yml`). The score of a stretch of
text is the lesser of its two sums, each as a share of what is enough; a text has that of its best stretch. So a text
that holds a passing text passes, however much else it holds.
"""

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from entente.text.cues import Cue, Hit, load_finder

WINDOW = 1_500
"""Characters in which cues count together: about the length of a news item."""

COOPERATION = 6
"""Points of cooperation that are enough: an agreement, its signature and a mayor, or a delegation and its stay. Every
positive release of the corpus has 7 or more near what is abroad, and 94 % of beginnings of 300 characters in which an
agreement is read have 6; so have 4.5 % of neutral items, a fifth of those about transfers in football."""

ABROAD = 4
"""Points of abroad that are enough: a country, its people, a town or a continent; «international» alone is not."""

MUCH_COOPERATION, LITTLE_ABROAD = 9, 2
"""Points that are enough as well: an instrument, its signature, its term and its parties say that it binds somebody,
where the other side is of a country that no list has («le service jersiais»)."""

COUNTED = 2
"""Cues of a group that count in a window: the names of ten clubs abroad say no more than those of two."""

LENIENCY = 0.7
"""Share from which a raw text or page is worth extracting; less than 1, since nothing may be lost on raw data."""

PAGE_WINDOW = 4 * WINDOW
"""The window of raw texts and pages: captions and links stand between the paragraphs."""

APART = re.compile(r"<(?:(?P<name>script|style|nav|footer)\b[^<>]*>|!--)", re.IGNORECASE)
"""The beginning of a stretch of a page that is not shown, or shown on every page of the site."""

ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "nav", "footer")}
ENDS["comment"] = re.compile("-->")

MENUS = frozenset({"nav", "footer"})
MENU_SHARE = 0.5
"""Share of a page from which what calls itself a menu is taken for its content."""

ENTRY = re.compile(r"<li\b[^<>]*>\s*<a\b[^<>]*>[^<>]{0,80}</a>\s*</li>", re.IGNORECASE)
"""A line of a menu or of «à lire aussi»: nothing but a link. Town halls have «Jumelages» in the menu of every page."""

TAG = re.compile("<[^<>]*>")


class Verdict(NamedTuple):
    """Whether a text may concern cooperation between countries, and why."""

    passes: bool
    score: float
    """From 0 to 1; 0.5 is enough: s / (1 + s), where s is the lesser share of what is enough, of the best stretch."""
    cues: tuple[str, ...]
    """The cues of that stretch as the lexicon has them, in the order of the text, each once."""


def may_concern(data: str) -> bool:
    """Whether a raw text or raw page is worth extracting: a cheap look that lets pass whatever `relevance` might.

    `data` may be HTML as it was served, with entities, scripts and menus.
    """
    share, _ = _best(_hits(_shown(data)), PAGE_WINDOW)
    return share >= LENIENCY


def relevance(text: str) -> Verdict:
    """Whether a text can hold a fact: «Une délégation de Bavière reçue à la mairie» passes, a match report does not."""
    share, hits = _best(_hits(text), WINDOW)
    return Verdict(share >= 1, round(share / (1 + share), 3), tuple(dict.fromkeys(cue.form for _, cue in hits)))


@lru_cache(maxsize=1)
def _hits(text: str) -> list[Hit]:
    """The cues of a text; of a plain text, the raw look and the verdict ask for the same ones."""
    return load_finder().find(text)


def _best(hits: list[Hit], width: int) -> tuple[float, list[Hit]]:
    """The greatest share that a window of so many characters reaches, with its hits; the first of equals."""
    tally, first = _Tally(), 0
    best, opening = 0.0, 0
    for start, cue in hits:
        while start - hits[first][0] > width:
            tally.remove(hits[first][1])
            first += 1
        if tally.add(cue) and tally.share() > best:
            best, opening = tally.share(), first
    return best, [hit for hit in hits[opening:] if hit[0] - hits[opening][0] <= width]


class _Tally:
    """The points of a window that moves over the hits."""

    def __init__(self) -> None:
        self._cooperation = self._abroad = 0
        self._forms: dict[str, int] = {}
        self._groups: dict[str, int] = {}

    def add(self, cue: Cue) -> bool:
        """Count a cue; False when its form was there already."""
        times = self._forms.get(cue.form, 0)
        self._forms[cue.form] = times + 1
        if times:
            return False
        known = self._groups[cue.group] = self._groups.get(cue.group, 0) + 1
        if known <= COUNTED:
            self._cooperation += cue.cooperation
            self._abroad += cue.abroad
        return True

    def remove(self, cue: Cue) -> None:
        """Take back what `add` counted."""
        self._forms[cue.form] -= 1
        if self._forms[cue.form]:
            return
        if self._groups[cue.group] <= COUNTED:
            self._cooperation -= cue.cooperation
            self._abroad -= cue.abroad
        self._groups[cue.group] -= 1

    def share(self) -> float:
        """The lesser of the two sums, each as a share of what is enough; much of cooperation needs less of abroad."""
        usual = min(self._cooperation / COOPERATION, self._abroad / ABROAD)
        return max(usual, min(self._cooperation / MUCH_COOPERATION, self._abroad / LITTLE_ABROAD))


def _shown(data: str) -> str:
    """The words of a page without markup, scripts, comments and menus; a text without markup as it is."""
    if "</" in data:
        data = TAG.sub(" ", ENTRY.sub(" ", _without_what_is_apart(data)))
    return unescape(data) if "&" in data else data


def _without_what_is_apart(page: str) -> str:
    """The page less scripts, styles, comments, menus and footer; its description of itself (JSON-LD) is kept.

    What is opened and never closed is kept, and looked for once, so that no page takes quadratic time; a menu that is
    most of the page is none.
    """
    kept, position, unclosed = [], 0, set[str]()
    for opening in APART.finditer(page):
        kind = (opening["name"] or "comment").lower()
        if opening.start() < position or kind in unclosed or "ld+json" in opening.group():
            continue
        end = ENDS[kind].search(page, opening.end())
        if end is None:
            unclosed.add(kind)
        elif kind not in MENUS or end.start() - opening.end() < MENU_SHARE * len(page):
            kept.append(page[position : opening.start()])
            position = end.end()
    return " ".join([*kept, page[position:]])
