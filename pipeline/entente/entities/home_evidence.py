"""What speaks for and against a body's being the one that publishes a text."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from entente.entities.home_page import COLLECTIVITIES, Body, Page
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gated import Gated
from entente.lexicons.gazetteer import fold

WEIGHTS = {
    "publisher": 9.0, "masthead": 6.0, "contact": 5.0, "dateline": 4.5, "dispatch": 3.5, "label": 4.0,
    "headline": 3.0, "portrait": 3.0, "title": 1.0, "first": 1.0, "acts": 1.5, "receives": 1.0, "sends": 0.8,
    "inner": 0.8, "committee": 2.5, "francophone": 1.0,
    "partner": -2.5, "explained": -2.5, "adjective": -3.0, "located": -1.5, "foreign": -1.5, "visits": -0.7,
}  # fmt: skip
"""By sense: what says outright who publishes, then where the text is dated, then how it is told; checked on the
releases of train, where the right body comes first in all but a few.
"""

SURE = ("publisher", "masthead", "contact", "dateline", "dispatch", "label", "headline", "portrait")
"""Evidence that as good as says it."""

OUTRIGHT = frozenset({"masthead", "contact", "dateline", "dispatch", "headline"})
"""Evidence of a line that holds for the whole text."""

NAMED = 0.35
"""What each of the first `MOST` names of a body counts for."""

MOST = 6
AROUND = 70
"""Characters before and after a name that are looked at."""

DISPATCH = re.compile(
    r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:,\s*(?:le )?\d[^\n–—-]{1,30})?[.]?\s*[–—-]\s|\s*\([A-Z/]{2,12}\)\s"
)
"""After the place that a dispatch opens with: «NIRAC (APS) – …», «Nirac, 5 mai 2018 (MAP) - …»."""

DATED = re.compile(r"\s*,\s*(?:le\s+)?(?:[a-zà-ÿ]+\s+)?\d")
LABEL = re.compile(r"\s*\.\s*(?:[–—-]\s*)?(?=[A-ZÀ-Ý«])")
HEADLINE = re.compile(r"\s*(?:\.|:|/|\s[–—-]\s)")
BRACKET = re.compile(r"\s*\((?P<inside>[^()]{2,40})\)")
ACRONYM = re.compile(r"[A-Z/]{2,12}|\d+")
TOWN_HALL = re.compile(
    r"(?:la\s|le\s)?(?:ville|mairie|municipalité|commune|conseil|collège communal|département|région|canton"
    r"|communauté|province)\b",
    re.IGNORECASE,
)
RECEIVES = Gated(r"\s*(?:a |ont )?(?:reçu|reçoit|recevait|accueill\w+|invit\w+|fêt\w+|célèbr\w+)\b")
VISITS = Gated(
    r"(?:délégation|élus|habitants|jeunes|représentants|maire|équipe)\s(?:\w+\s)?(?:d[eu]\s|d['’])(?:la\s|l['’])?$"
)
SENT = re.compile(
    r"\s*(?:\([^()]{2,30}\)\s*)?(?:,[^,]{3,60},\s*)?(?:s['’]est|s['’]envol|se ren|séjourn|a séjourn|a effectué"
    r"|part|est part|est en|en visite|en mission|en déplacement)"
)
"""After the body of a delegation, what it sets out to do."""

ABOUT = re.compile(r"À propos d[eu](?:\sla\s|\sl['’]|\s)?(?:\w+ de )?$")
KEPT = 256
"""Names whose surroundings are kept: those of the longer releases of one batch."""

COMMITTEE = re.compile(r"(?:comité|association|cercle|amicale) d[eu'’]?s? ?(?:jumelage|échange)", re.IGNORECASE)


def evidence(page: Page, index: int, publisher: str) -> dict[str, float]:
    """What there is for a body, each kind once, with its weight: `{"masthead": 6.0, "partner": -2.5, "named": 1.4}`."""
    body = page.bodies[index]
    kinds = dict.fromkeys(_kinds(page, index, publisher))
    found = {kind: WEIGHTS[kind] for kind in kinds}
    named = sum(1.0 if not locative else 0.5 for _, _, locative in body.mentions)
    return {**found, "named": NAMED * min(named, MOST)}


def section_starts(page: Page) -> list[int]:
    """Offsets of the lines that put what follows under a place: «LILLE», «Amiens. – Le maire…», «MAROC – 50 000 €…»."""
    starts = []
    for i, block in enumerate(page.blocks):
        names = page.places_on(i)
        opens = bool(names) and names[0][0] == block["start"]
        labelled = opens and (LABEL.match(page.text, names[0][1]) or DISPATCH.match(page.text, names[0][1]))
        if (labelled and block["kind"] in ("paragraph", "bullet")) or (
            block["kind"] in ("title", "heading") and len(names) == 1 and page.is_bare(i)
        ):
            starts.append(block["start"])
    return starts


def told_elsewhere(page: Page, starts: list[int], publisher: str) -> bool:
    """Whether a line that opens no section says which territory publishes the text."""
    for index, body in enumerate(page.bodies):
        if body.type not in COLLECTIVITIES:
            continue
        if publisher and any(_in(fold(name), publisher) for name in _forms(page, body)):
            return True
        for start, end, locative in body.mentions:
            opens = page.blocks[page.line_of(start)]["start"] in starts
            if not opens and set(_at_line(page, index, start, end, locative=locative)) & OUTRIGHT:
                return True
    return False


def _kinds(page: Page, index: int, publisher: str) -> Iterator[str]:
    body = page.bodies[index]
    if publisher and any(_in(fold(name), publisher) for name in _forms(page, body)):
        yield "publisher"
    if all(locative for _, _, locative in body.mentions):
        yield "located"
    if body.country in _francophone():
        yield "francophone"
    elif body.country:
        yield "foreign"
    for rank, (start, end, locative) in enumerate(body.mentions):
        yield from _at_line(page, index, start, end, locative=locative)
        yield from _around(page, start, end)
        if rank == 0 and start == page.firsts[body.type]:
            yield "first"
    yield from _inside_names(page, body)


def _forms(page: Page, body: Body) -> set[str]:
    return {body.name, *(page.text[start:end] for start, end, _ in body.mentions)}


def _in(name: str, words: str) -> bool:
    return len(name) > 2 and f" {name} " in f" {words} "


def _at_line(page: Page, index: int, start: int, end: int, *, locative: bool) -> Iterator[str]:
    """What the line says that a name stands on."""
    i = page.line_of(start)
    kind = page.blocks[i]["kind"] if page.blocks else "paragraph"
    opens = page.opens(start)
    if kind == "dateline" and DATED.match(page.text, end) and i < page.first_prose + 1:
        yield "dateline"
    elif page.blocks and not locative and page.is_masthead(i) and page.alone(i, index):
        yield "masthead"
    elif page.blocks and not locative and page.is_foot(i) and page.alone(i, index):
        yield "contact"
    elif opens and kind == "paragraph" and DATED.match(page.text, end):
        yield "dateline"
    elif opens and DISPATCH.match(page.text, end):
        yield "dispatch"
    elif opens and kind not in ("title", "heading") and LABEL.match(page.text, end):
        yield "label"
    if kind in ("title", "heading") and i <= page.first_prose:
        yield "title"
        if opens and HEADLINE.match(page.text, end):
            yield "headline"


def _around(page: Page, start: int, end: int) -> Iterator[str]:
    """What the words before and after a name say."""
    text = page.text
    return iter(_said(text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]))


@lru_cache(maxsize=KEPT)
def _said(before: str, name: str, after: str) -> tuple[str, ...]:
    """The same, kept: homes are looked for once when «la Ville» is read, and again when all entities stand."""
    return tuple(_telling(before, name, after))


def _telling(before: str, name: str, after: str) -> Iterator[str]:
    if TOWN_HALL.match(name):
        middle = {fold(word) for word in name.split()[1:-1]}
        yield "adjective" if middle & demonyms().keys() else "acts"
    if _partner().search(before):
        yield "partner"
    bracket = BRACKET.match(after)
    if (bracket and not ACRONYM.fullmatch(bracket["inside"])) or _presented().match(after):
        yield "explained"
    if _portrait().match(after) or ABOUT.search(before):
        yield "portrait"
    if RECEIVES.match(after):
        yield "receives"
    if VISITS.search(before):
        yield "sends" if SENT.match(after) else "visits"


def _inside_names(page: Page, body: Body) -> Iterator[str]:
    """The name inside those of organizations: «Harmonie de X», «Comité de jumelage d'X»."""
    if body.type != "city":
        return
    name = fold(body.name)
    for other in page.bodies:
        if other.type == "organization" and _in(name, fold(other.name)):
            yield "committee" if COMMITTEE.match(other.name) else "inner"


@cache
def _partner() -> Gated:
    words = "|".join(load_lexicon("entities_home")["partenaire"])
    return Gated(rf"\b(?:{words})\s*(?:l[ae]\s+|l['’]|les\s+)?$", re.IGNORECASE)


@cache
def _presented() -> re.Pattern[str]:
    words = "|".join(load_lexicon("entities_home")["presentation"])
    return re.compile(rf"\s*,\s*(?:{words})\s*(?=[A-ZÀ-Ýa-zà-ÿ])", re.IGNORECASE)


@cache
def _portrait() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:,\s*)?(?:{'|'.join(load_lexicon('entities_home')['portrait'])})\b", re.IGNORECASE)


@cache
def _francophone() -> frozenset[str]:
    return frozenset(load_lexicon("entities_home")["francophones"])
