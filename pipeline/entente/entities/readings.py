"""Which of its readings a place name has here, by its preposition and article."""

import math

from entente.entities.atlas import Atlas, type_of
from entente.entities.candidates import Candidate
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons.gazetteer import Place


def read_place(words: Words, atlas: Atlas, first: int, last: int) -> Candidate | None:
    """The likeliest reading of a place name from its preposition and article."""
    state, options = atlas.country(first, last), atlas.options(first, last)
    before, article = preposition(words, first)
    scored: list[tuple[float, str, list[Place]]] = []
    if state:
        scored.append((4.0 + _fit("country", before, article, words, first, last), "country", []))
    for kind in ("city", "intercommunality", "department", "region"):
        same = [place for place in options if type_of(place) == kind]
        if same:
            scored.append((_salience(kind, same) + _fit(kind, before, article, words, first, last), kind, same))
    if not scored:
        return None
    scored.sort(key=lambda item: -item[0])
    best, kind, same = scored[0]
    strong = len(scored) == 1 or best - scored[1][0] >= SURE
    locative = before in {"a", "en", "dans", "vers", "pres", "depuis"}
    name = state.name if state and kind == "country" else words.text(first, last)
    code = state.code if state and kind == "country" else None
    readings = tuple(item[1] for item in scored)
    return Candidate(
        first, last, kind, name, "place",
        locative=locative, strong=strong, readings=readings, options=options, country=code,
    )  # fmt: skip


SURE = 1.2
"""How far the likelier reading of a homonym must lead for the document not to overrule it."""


def _salience(kind: str, places: list[Place]) -> float:
    if kind == "city":
        return max(0.0, math.log10(max(place.population for place in places) + 10) - 2.5)
    french = any(place.country == "FR" for place in places)
    former = all(place.kind == "former_region" for place in places)
    return {"department": 3.2, "region": 3.0 if former else 3.6 if french else 2.4}.get(kind, 3.0)


def _fit(kind: str, before: str, article: bool, words: Words, first: int, last: int) -> float:
    """How well a type goes with the article and preposition: «au Québec», «à Québec», «la Vienne», «à Vienne»."""
    composed = "-" in words.text(first, last) or last - first > 1
    if article:
        return -3.0 if kind == "city" and words.fold_at(first) not in {"le", "la", "les"} else 2.0
    if before == "en":
        return -3.0 if kind == "city" else 2.0
    if before == "a" and kind == "country" and words.folds[first] in ISLANDS:
        return 3.5
    if before == "a":
        return 3.0 if kind == "city" else -1.0
    if before == "de" and words.fold_at(first - 2) in MAYORS:
        return 3.0 if kind == "city" else -1.0
    if kind == "country" and words.folds[first] in MASCULINE:
        return -3.0
    if kind == "department" and not composed:
        return -0.5 if words.breaks[first] else -3.0
    return -0.5 if kind == "region" else 0.0


ISLANDS = frozenset(
    {"maurice", "cuba", "madagascar", "malte", "chypre", "singapour", "haiti", "bahrein", "monaco", "taiwan"}
)
"""Countries that one is «à» and not «en»."""


MAYORS = frozenset({"maire", "mairesse", "bourgmestre", "maires", "echevin", "echevine", "habitants"})
"""Who belongs to a town: «le maire de Québec»."""


MASCULINE = frozenset({"luxembourg", "panama", "guatemala", "koweit", "salvador"})
"""Countries that have an article and a capital of the same name: «de Luxembourg» is the town."""


def preposition(words: Words, first: int) -> tuple[str, bool]:
    """The preposition before a name, folded, and whether an article stands there: «au» is «a» with one."""
    if not words.together(first):
        return "", False
    before = words.folds[first - 1]
    if words.capitals[first - 1] and before not in ARTICLES and not words.opens[first - 1]:
        return "", False
    if before in ARTICLES:
        earlier = words.folds[first - 2] if first > 1 and words.together(first - 1) else ""
        return ("de" if earlier in OF else earlier), True
    if before in {"du", "des"}:
        return "de", True
    if before in {"au", "aux"}:
        return "a", True
    return ("de" if before in OF else before), False
