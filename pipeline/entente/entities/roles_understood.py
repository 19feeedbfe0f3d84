"""The body of an office that is told without one: all that the sentence and the document say of it is weighed."""

import re
from functools import cache

from entente.entities.offices import Office
from entente.entities.roles_chains import Link
from entente.entities.roles_frames import guests, travellers
from entente.entities.roles_held import Reader
from entente.entities.roles_places import scene_of, sent_by
from entente.entities.roles_sketch import BODY, PERSON
from entente.entities.roles_voice import voice
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

WEIGHTS = {
    "home": 3.0, "likely": 1.2, "headed": 0.4, "traveller": 6.0, "guest": -4.0, "there": 3.5, "last": 1.3,
    "inside": 0.6, "mission": 5.0, "scene": 1.5, "colleague": 1.5, "elsewhere": -2.0, "taken": -3.5, "voice": 4.0,
    "national": 3.0, "abroad": -4.0,
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

ONLY, GOVERNING = 0.2, frozenset({"governor", "prefect"})
"""Offices of which a text seldom names two: the only territory that it names is theirs, named once or not."""

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
        if office.former or not bodies.seats.held_by_other(office.title, index, person):
            scores[index] = min(scores.get(index, 0.0) + TOLD, 1.0)
    for index, weight in _speaking(reader, link, office, person, types):
        if index in scores:
            scores[index] += weight
    for index in scores:
        scores[index] += _national(office, bodies.country_of(index))
    best = max(scores, key=lambda i: scores[i], default=None)
    least = ONLY if len(scores) == 1 and office.title in GOVERNING else LEAST
    return best if best is not None and scores[best] >= least else None


def bodies_taken(reader: Reader, title: str, person: int) -> list[int]:
    """Bodies whose only such office someone else was understood to hold before."""
    return [body for (held, body), who in reader.bodies.seats.seated.items() if held == title and who != person]


def _speaking(
    reader: Reader, link: Link, office: Office, person: int, types: tuple[str, ...]
) -> list[tuple[int, float]]:
    """Bodies that something speaks for or against."""
    found = [(body, WEIGHTS["traveller"]) for body in travellers(reader, link, office.title)[:1]]
    found += [(body, WEIGHTS["guest"]) for body in guests(reader, link, office.title)]
    found += [(body, WEIGHTS["voice"]) for body in [voice(reader, link.position)] if body is not None]
    found += [(body, WEIGHTS["mission"]) for body in sent_by(reader.bodies, office.title)]
    found += [(body, WEIGHTS["colleague"]) for body in _colleagues(reader, office, person)]
    found += _documented(reader, link, types)
    found += _named(reader, link)
    found += [(body, WEIGHTS["elsewhere"]) for body in _others(reader, link)]
    if not office.former:
        found += [(body, WEIGHTS["taken"]) for body in bodies_taken(reader, office.title, person)]
    return found


def _documented(reader: Reader, link: Link, types: tuple[str, ...]) -> list[tuple[int, float]]:
    """The home of the text, and what stands on the headings above."""
    bodies, start = reader.bodies, link.office.start
    sure = bodies.home(start, types, sure=True)
    likely = bodies.home(start, types, sure=False, least=LIKELY)
    found = [(sure, WEIGHTS["home"])] if sure is not None else []
    if sure is None:
        scene = scene_of(bodies, start)
        found += [
            (body, weight)
            for body, weight in ((likely, WEIGHTS["likely"]), (scene, WEIGHTS["scene"]))
            if body is not None
        ]
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


def _colleagues(reader: Reader, office: Office, person: int) -> set[int]:
    """For a mayor, the town of the deputy whom the sentence names: «M. X confirme le souhait de la maire»."""
    if office.title != "mayor":
        return set()
    others = {entity for item in reader.sketch.items.values() if item.sign == PERSON for entity in item.entities}
    return {body for other in others - {person} for body in reader.bodies.seats.posts.get(other, ())}


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
    if country is None or word not in national_offices():
        return 0.0
    where, nowhere = national_offices()[word]
    if where:
        return WEIGHTS["national"] if country in where else WEIGHTS["abroad"]
    return WEIGHTS["abroad"] if country in nowhere else 0.0


@cache
def national_offices() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Countries in which alone an office is called so, and those in which none is, by its folded word."""
    return {
        fold(word): (frozenset(entry.get("pays", [])), frozenset(entry.get("absents", [])))
        for entry in load_lexicon("offices")["nationaux"]
        for word in entry["formes"]
    }
