"""The body of an office that is told without one: all that the sentence and the document say of it is weighed."""

import re
from functools import cache

from entente.entities.offices import Office
from entente.entities.roles_chains import Link
from entente.entities.roles_frames import guests, travellers
from entente.entities.roles_held import Reader
from entente.entities.roles_sketch import BODY
from entente.entities.roles_voice import voice
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

WEIGHTS = {
    "home": 3.0, "likely": 1.2, "headed": 0.4, "traveller": 6.0, "guest": -4.0, "there": 3.5, "last": 1.3,
    "inside": 0.6, "elsewhere": -2.0, "voice": 4.0, "national": 3.0, "abroad": -4.0,
}  # fmt: skip
"""By sense: who leads a delegation is of its body, who receives it is not; then whose text it is, then what the
sentence names; checked on the bare offices of train.
"""

TOLD = 0.2
"""What each mention counts for, up to one in all."""

LIKELY = 1.0
"""What must speak for the home of a text, where nothing as good as says it, to count at all."""

LEAST = 0.7
"""Below, the body is not told: what is named once and far away."""

THERE = re.compile(
    rf"(?:^|[,;:(«–-]\s*)(?:à|a|chez|de|pour|côté|du côté d[eu'’])\s*(?:la\s+mairie\s+d[eu'’]\s*)?[{BODY}]\s*"
    rf"(?:\([^()]{{1,30}}\)\s*)?,[^;:{BODY}]{{0,60}}$"
    rf"|(?:à|dans)\s+(?:la |l['’])?(?:mairie|hôtel de ville|siège)?[^,;:{BODY}]{{0,20}}[{BODY}],?\s+par\s"
    rf"[^;:{BODY}]{{0,30}}$",
    re.IGNORECASE,
)
"""«À Nirac, le maire…», «réception à la mairie de Nirac par le maire»: the office is that of the place."""


def understood(reader: Reader, link: Link, office: Office, person: int, types: tuple[str, ...]) -> int | None:
    """The body that goes without saying, None when nothing speaks enough for one.

    A body whose only such office the text gives to someone else is left out.
    """
    bodies = reader.bodies
    scores: dict[int, float] = {}
    for _, index in bodies.fitting(types, office.title):
        if office.former or not bodies.held_by_other(office.title, index, person):
            scores[index] = min(scores.get(index, 0.0) + TOLD, 1.0)
    for index, weight in _speaking(reader, link, office, types):
        if index in scores:
            scores[index] += weight
    for index in scores:
        scores[index] += _national(office, bodies.country_of(index))
    best = max(scores, key=lambda i: scores[i], default=None)
    return best if best is not None and scores[best] >= LEAST else None


def _speaking(reader: Reader, link: Link, office: Office, types: tuple[str, ...]) -> list[tuple[int, float]]:
    """Bodies that something speaks for or against."""
    found = [(body, WEIGHTS["traveller"]) for body in travellers(reader, link, office.title)[:1]]
    found += [(body, WEIGHTS["guest"]) for body in guests(reader, link, office.title)]
    found += [(body, WEIGHTS["voice"]) for body in [voice(reader, link.position)] if body is not None]
    found += _documented(reader, link, types)
    found += _named(reader, link)
    found += [(body, WEIGHTS["elsewhere"]) for body in _others(reader, link)]
    return found


def _documented(reader: Reader, link: Link, types: tuple[str, ...]) -> list[tuple[int, float]]:
    """The home of the text, and what stands on the headings above."""
    bodies, start = reader.bodies, link.office.start
    sure = bodies.home(start, types, sure=True)
    likely = bodies.home(start, types, sure=False, least=LIKELY)
    found = [(sure, WEIGHTS["home"])] if sure is not None else []
    if sure is None and likely is not None:
        found.append((likely, WEIGHTS["likely"]))
    return found + [(body, WEIGHTS["headed"]) for body in bodies.headed(start)]


def _named(reader: Reader, link: Link) -> list[tuple[int, float]]:
    """What the sentence names before the office."""
    sketch = reader.sketch
    inside = [item for at, item in sorted(sketch.items.items()) if at < link.position and item.sign == BODY]
    inside = [item for item in inside if sketch.text[max(0, _position(reader, item.start) - 1)] != "("]
    found = [(item.entities[0], WEIGHTS["inside"]) for item in inside if len(item.entities) == 1]
    if inside and len(inside[-1].entities) == 1:
        there = THERE.search(sketch.text[: link.position])
        found.append((inside[-1].entities[0], WEIGHTS["there" if there else "last"]))
    return found


def _position(reader: Reader, offset: int) -> int:
    return next((at for at, item in reader.sketch.items.items() if item.start == offset), 0)


def _others(reader: Reader, link: Link) -> list[int]:
    """Bodies of the other offices that are coordinated with this one: «le maire, X, et la maire de Nirac, Y»."""
    chains = [chain for chain in reader.chains if all(other.position != link.position for other in chain.links)]
    return [
        body
        for chain in chains
        for other in chain.links
        if other.office.title in (link.office.title, "mayor", "deputy_mayor")
        for body in other.complement.bodies
    ]


def _national(office: Office, country: str | None) -> float:
    """«sindaco» is said in Italy, «bourgmestre» never in France."""
    word = next(iter(fold(office.head).split()), "").rstrip("s")
    where = national_offices().get(word)
    if where is None or country is None:
        return 0.0
    return WEIGHTS["national"] if country in where else WEIGHTS["abroad"]


@cache
def national_offices() -> dict[str, frozenset[str]]:
    """Countries in which an office is called so, by its folded word."""
    return {
        fold(word): frozenset(entry["pays"])
        for entry in load_lexicon("offices")["nationaux"]
        for word in entry["formes"]
    }
