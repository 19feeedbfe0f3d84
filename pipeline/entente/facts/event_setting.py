"""Where and when: the places and the date of an event, read around the words that tell of it."""

import re
from functools import lru_cache

from entente.facts.event_view import PLACE_TYPES, Dated, Seen, View
from entente.facts.event_words import words

DETERMINER = r"(?:la\s+|le\s+|les\s+|l['’]|notre\s+|nos\s+|son\s+|sa\s+|leur\s+)?"
GENERIC = (
    r"(?:(?:ville|capitale|cité|commune|municipalité|métropole|province|région|île|mairie|siège|locaux|hôtel\s+de\s+ville|"
    r"préfecture|sous-préfecture|village|quartier|canton|département|district|comté|principauté|agglomération|vallée|pays|port|campus)(?:\s+\w+)?\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?)?"
)
LOCATIVE = re.compile(
    rf"(?:(?<!\w)(?:(?:à|(?-i:A)|au|aux|en|dans|chez|sur|vers|devant|jusqu['’]à|rejoint|rejoindre|gagné|visité|découvert)\s+{DETERMINER}{GENERIC}"
    r"|(?:de\s+retour|revient|reviennent|revenue?s?|rentr\w+)\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])"
    r"|chez\s+(?:nos|leurs|ses|des|les)\s+\w+\s+(?:de\s+|d['’])"
    r"|(?:chez|à\s+la\s+(?:rencontre|découverte)\s+de)\s+(?:nos|leurs|ses|leur|son)\s+\w+\s+"
    r"|(?:rassemblement|rencontres?|salon|festival|foire|marché|congrès|forum|carnaval|assises|colloque|sommet|séminaire|symposium|"
    r"biennale|kermesse|exposition|conférence)\s+(?:\w+\s+){0,3}(?:de\s+|d['’])"
    r"|(?:envol\w+|part(?:is?|ies?|ent|ira|iront|ant|aient|ait)?|embarqu\w+|décoll\w+)\s+(?:\w+\s+){0,2}pour\s+"
    r"(?:la\s+|le\s+|l['’])?|(?:cap\s+sur|à\s+destination\s+d[eu']|en\s+partance\s+pour|en\s+route\s+pour)\s+"
    r"(?:la\s+|le\s+|l['’])?"
    rf"|(?:hôtes?|invitée?s?)\s+(?:de\s+la\s+|de\s+l['’]|de\s+|d['’]|du\s+){GENERIC})"
    r"|(?:villes|communes|métropoles|étapes|pays|capitales)[^.;:]{0,25}\s?:\s*)$",
    re.IGNORECASE,
)
COORDINATION = re.compile(
    r"\s*(?:,|,?\s*et|,?\s*puis|,?\s*ou)\s*(?:à|au|aux|en)?\s*(?:la\s+|le\s+|les\s+|l['’])?$", re.IGNORECASE
)
PARENTHESIS = re.compile(r"\s*\($")
OFFICE = re.compile(
    r"(?:(?:consul|ambassad)\w*[^.;]{0,75}|(?:représentant|député|professeur)\w*[^,.;]{0,60}|"
    r"(?:adjoint|délégu|conseill|chargée?\b)\w*[^.;]{0,80}à\s+la\s+(?:ville\s+(?:de\s+|d['’]))?)$",
    re.IGNORECASE,
)
APART = re.compile(r",\s*(?:à|au|aux|en|dans)\s+(?:la\s+|le\s+|l['’])?$", re.IGNORECASE)
BOUND = re.compile(
    r"\b(?:li(?:e|ent|ée?s?|ant|ait|aient)|uni(?:t|e|es|s|ssent|ssant)?|jumel(?:le|lent|er|ée?s?)|associ(?:e|ent|ée?s?|ant)|"
    r"attach(?:e|ent|ée?s?)|confi(?:e|ent|ée?s?)|adress(?:e|ent|ée?s?)|offerte?s?|apport(?:e|ent|ée?s?)|hommage|soutien)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
SCENE = re.compile(
    r"\s+(?:accueill|abrit|recevai|présent|expos|a\s+servi\s+de\s+cadre|servir|a\s+(?:accueilli|abrité|présenté|exposé))",
    re.IGNORECASE,
)
WELCOMES = re.compile(
    r"\s+(?:(?:a|ont|avait|vient\s+d['’e])\s*(?:accueilli|reçu|recevoir|abrité|hébergé|organisé|vécu|vibré)(?!e)|accueill(?:e|era|ait)\b|"
    r"reçoit|recev(?:ra|ait)|abrite|héberge|souhait(?:e|ait|era)\s+la\s+bienvenue|vibre|vivra|s['’]apprête|sera\b|organise)",
    re.IGNORECASE,
)
HOSTS = re.compile(
    r"\s+(?:qui\s+)?(?:accueill(?:e|era|erait)|accueillait|a\s+accueilli|abrite(?:ra)?|abritait)\b", re.IGNORECASE
)
HEADLINE = re.compile(r"\s?[:.]\s")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|XXXX-\d{2}-\d{2}")
KEPT = 64
"""Sentences whose places are kept: all the rules ask for the same one in turn."""

FAR = 400
"""Characters: beyond, a date of a one-line text belongs to something else."""


def places_of(view: View, near: int | None = None) -> list[Seen]:
    """The places that the sentence locates something in: «à Lomé», «chez nos voisins de Bade», «à Lyon et Vienne».

    A country or region beside a town only says where the town is, so the town is kept.
    """
    found: list[Seen] = []
    for item, told in _candidates(view):
        if near is not None and abs(item.start - near) > FAR:
            continue
        coordinated = (
            found and item.type == found[-1].type and COORDINATION.match(view.text[found[-1].end : item.start])
        )
        if told or coordinated:
            found.append(item)
    towns = [item for item in found if item.type in {"city", "venue"}]
    return _nearest(towns or found, near) or list(view.ground)


@lru_cache(maxsize=KEPT)
def _candidates(view: View) -> tuple[tuple[Seen, bool], ...]:
    """The names of places in a sentence, each with whether the words around it locate something there."""
    paired = {place.start for place, date in pairs_of(view) if BARE.fullmatch(view.text, place.end, date.start)}
    found: list[tuple[Seen, bool]] = []
    for item in view.of(*PLACE_TYPES):
        before = view.text[max(0, item.start - 90) : item.start]
        if found and item.type in WIDE and APPOSED.fullmatch(view.text, found[-1][0].end, item.start):
            # «Lorient, en France»: where the one is, the other is
            told = found[-1][1]
        else:
            told = item.start in paired or _located(item, before) or _bare(view, item) or _sets_scene(view, item)
        found.append((item, told))
    return tuple(found)


WIDE = frozenset({"country", "region", "department"})
APPOSED = re.compile(r",?\s+\(?(?:en|au|aux|dans\s+(?:le\s+|la\s+|les\s+|l['’]))\s*")


def _bare(view: View, item: Seen) -> bool:
    """A place without a preposition: «place de la Mairie», «…, salle Gaveau», «Prochaine session : Valence»."""
    before = view.text[: item.start]
    if item.type == "venue" and view.label is not None and before.rstrip().endswith(","):
        return True
    if item.type == "venue" and OPEN_PLACE.match(view.text, item.start):
        return HELD.search(before) is not None
    if item.type in {"city", "venue"} and AIM.search(before):
        return words("voyager").search(view.text, max(0, item.start - AIM_REACH), item.start) is not None
    if item.type in {"city", "venue", *WIDE} and OBJECT.search(before):
        return True
    return item.type == "city" and NEXT.search(before) is not None


OPEN_PLACE = re.compile(r"(?:place|salle|esplanade|quai|espace|parc|parvis|cour|théâtre|halle)\b", re.IGNORECASE)
HELD = re.compile(r"\b(?:donn|tenu|sign|organis|install|réuni|retrouv|rassembl|célébr|jou)\w*\s+$", re.IGNORECASE)
AIM = re.compile(r"\bpour\s+(?:la\s+|le\s+|l['’])?$")
AIM_REACH = 80
"""Characters before «pour Opole» in which a word for going stands."""

OBJECT = re.compile(
    r"\b(?:visit(?:é|ent|er\w*|ai\w+|èrent)|rejoint|rejoin\w+|ralli\w+|gagn(?:é|era|eront|ent)|découv\w+|parcouru\w*|sillonn\w+|arpent\w+|travers\w+)\s+"
    r"(?:[^,;:.()]{0,40}?\s)?(?:la\s+|le\s+|les\s+|l['’])?(?:[a-zà-ÿ-]+\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]))?$",
    re.IGNORECASE,
)
"""The object of a verb of visiting, a day between or not («a visité dimanche la médina de Fès»)."""

NEXT = re.compile(r"^\W*(?:prochaine?s?|première|premier|dernière|dernier)\s+[^,;:.()]{3,40}\s?:\s*(?:à\s+)?$", re.IGNORECASE)


def _nearest(found: list[Seen], near: int | None) -> list[Seen]:
    """The places told together that stand nearest to the cue («à Lyon et à Vienne», «au théâtre, à Quimper»)."""
    groups: list[list[Seen]] = []
    for item in found:
        if groups and item.start - groups[-1][-1].end <= TOGETHER:
            groups[-1].append(item)
        else:
            groups.append([item])
    if near is None or len(groups) < 2:
        return found
    return min(groups, key=lambda group: min(_apart(item, near) for item in group))


def _apart(item: Seen, near: int) -> int:
    """Characters from the cue; a place before it is as far as one a little further behind it."""
    return item.start - near if item.start >= near else near - item.start + BEHIND


BEHIND = 40
"""Characters that a place before the cue counts as further away."""


TOGETHER = 25
"""Characters between two places that are told together."""


BARE = re.compile(r"\s*[(,]\s*(?:en\s+|le\s+)?")
PAIRED = ("city", "country", "region")
PLACE_FIRST = re.compile(r"\s*[(,]?\s*(?:en|le|les|au|du|dès|à|à\s+l['’])?\s*", re.IGNORECASE)
DATE_FIRST = re.compile(r"\s*[,:(]?\s*(?:à|au|en|aux|dans|chez)?\s*(?:l['’]|la\s+|le\s+)?", re.IGNORECASE)


@lru_cache(maxsize=KEPT)
def pairs_of(view: View) -> tuple[tuple[Seen, Dated], ...]:
    """Places and dates side by side («à Liège en 2015», «Gand (2018)»), each used once, in the order of the text."""
    pairs: list[tuple[Seen, Dated]] = []
    used: set[int] = set()
    for place in view.of(*PAIRED):
        if place.mention.kind != "name":
            continue
        date = _beside(view, place, used)
        if date is not None:
            used.add(date.index)
            pairs.append((place, date))
    return tuple(pairs)


def _beside(view: View, place: Seen, used: set[int]) -> Dated | None:
    """The date right behind a place, or else right before it."""
    free = [date for date in view.dated if date.index not in used]
    behind = (d for d in free if d.start >= place.end and PLACE_FIRST.fullmatch(view.text, place.end, d.start))
    before = (d for d in free if d.end <= place.start and DATE_FIRST.fullmatch(view.text, d.end, place.start))
    return next(behind, None) or next(before, None)


def _located(item: Seen, before: str) -> bool:
    """«à Lomé», but not «le consul à Lille» or «qui lie Kaolack à Cahors»."""
    if not item.mention.locative and LOCATIVE.search(before) is None:
        return False
    return not (BOUND.search(before) or (OFFICE.search(before) and not APART.search(before)))


def _sets_scene(view: View, item: Seen) -> bool:
    """«L'hôtel de ville a servi de cadre à …»; the town before the colon of a headline."""
    if item.type == "venue":
        return SCENE.match(view.text, item.end) is not None
    if item.type == "city" and (
        (_opens(view, item) and WELCOMES.match(view.text, item.end)) or HOSTS.match(view.text, item.end)
    ):
        return True
    return view.heading and item.start < 3 and item.type == "city" and HEADLINE.match(view.text, item.end) is not None


def _opens(view: View, item: Seen) -> bool:
    """True for the subject at the head of a sentence, or of a clause behind a comma («Du 3 au 5 mai, notre commune …»)."""
    return item.start < 12 or OPENING.search(view.text, 0, item.start) is not None


OPENING = re.compile(r"[,;:]\s+(?:la\s+|le\s+|notre\s+|l['’])?(?:ville\s+(?:de\s+|d['’]))?$", re.IGNORECASE)


def date_of(view: View, near: int) -> Dated | None:
    """The date nearest to the cue, or that of its label.

    A day is worth a detour that a bare year is not; a date of a relative clause belongs to what that clause tells.
    """
    candidates = [(_cost(view, date, near), date.start, date) for date in view.dated if abs(date.start - near) <= FAR]
    if view.label is not None and all(date.index != view.label.index for date in view.dated):
        candidates.append((LABEL_COST, view.label.start, view.label))
    return min(candidates, key=lambda item: item[:2])[2] if candidates else None


def _cost(view: View, date: Dated, near: int) -> int:
    """Characters to the cue, and what a coarse date or a clause between counts for."""
    apart = date.start - near if date.start >= near else near - date.end
    between = view.text[min(near, date.end) : max(near, date.start)]
    clauses = len(CLAUSE.findall(between)) if date.start >= near else 0
    return apart + (0 if DAY.search(date.edtf) else COARSE_COST) + CLAUSE_COST * clauses


CLAUSE = re.compile(r",\s+(?:qui|que|qu['’]|dont|où)(?!\w)|;")
CLAUSE_COST = 120
COARSE_COST = 80
LABEL_COST = 150
"""Characters that a relative clause, a date without a day, and a label instead of a date in the sentence count for."""


MONTH = re.compile(r"(?:\d{4}|XXXX)-\d{2}")


def is_month(edtf: str) -> bool:
    """True for a date of at least a month's (or a season's) precision."""
    return MONTH.match(edtf) is not None


def is_day(edtf: str) -> bool:
    """True for a day or a span of days."""
    return DAY.match(edtf) is not None


SEASONS = {"21": ("03", "06"), "22": ("06", "09"), "23": ("09", "12"), "24": ("12", "12")}
"""First and last month that a season may mean."""


def bounds(edtf: str) -> tuple[str, str]:
    """The first and last day of a date as text to compare: `2024` → `2024-01-01`, `2024-12-31`."""
    first, _, last = edtf.replace("~", "").partition("/")
    return _edge(first, 0) if first != ".." else "0000", _edge(last or first, 1) if last != ".." else "9999"


def _edge(date: str, side: int) -> str:
    year, *rest = date.split("-")
    month = SEASONS.get(rest[0], (rest[0], rest[0]))[side] if rest else ("01", "12")[side]
    return f"{year}-{month}-{rest[1] if len(rest) > 1 else ('01', '31')[side]}"
