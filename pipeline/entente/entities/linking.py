"""From clusters to entities: ids, country and coordinates where the text leaves no doubt."""

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache

from entente.annotations import LinkCandidate, LinkedEntity
from entente.entities.resolution import Cluster
from entente.lexicons.gazetteer import Place, core, fold, load_gazetteer

MARGIN = 1.0
"""How much likelier than the next a place must be to be linked, in powers of ten of population."""

STATED, NAMED, NEIGHBOUR, FRENCH = 6.0, 1.5, 1.2, 1.0
"""Weights: the country said with the place, a country that the text names, the same département, a place in France."""

ADMINISTERED = {"EH": "MA"}
"""Territories that texts name with the country that administers them: «Dakhla, au Maroc»."""

LARGE = 100_000
"""Inhabitants from which a place is meant by any of its names: «Santo Domingo» is Saint-Domingue first."""

MOST_CANDIDATES = 5
"""Readings of a place name that are kept."""

ARTICLE = re.compile(r"^(?:le|la|les|l) ")

KINDS = {"city": ("city", "former_city"), "region": ("region", "former_region")}
"""Kinds of place that an entity type may be, where they are several."""


@dataclass
class _Context:
    """What the text says of where it plays."""

    countries: set[str] = field(default_factory=set)
    areas: set[tuple[str, str]] = field(default_factory=set)
    """Countries with départements or first levels of the places linked so far."""


def link(clusters: list[Cluster], states: frozenset[str] = frozenset()) -> list[LinkedEntity]:
    """Entities of the clusters in the order of the text; places beyond doubt help to link the others.

    `states` are the countries that the text speaks of by name or adjective.
    """
    named = {c.candidates[0].country or "" for c in clusters if c.type == "country" and c.candidates}
    context = _Context(named | states)
    ranked: dict[int, list[tuple[float, Place]]] = {}
    places: dict[int, Place | None] = {}
    possible = {id(cluster): (_possible(cluster), _stated(cluster)) for cluster in clusters}
    for _ in range(2):
        ranked = {key: _ranked(options, stated, context) for key, (options, stated) in possible.items()}
        places = {key: _sure(rows) for key, rows in ranked.items()}
        linked = [place for place in places.values() if place is not None]
        context.areas = {(place.country, _area(place)) for place in linked if _area(place)}
        context.countries |= {place.country for place in linked if place.kind == "region"}
    ordered = sorted(clusters, key=lambda c: c.mentions[0]["start"])
    return [_entity(cluster, places[id(cluster)], ranked[id(cluster)]) for cluster in ordered]


def _area(place: Place) -> str:
    return place.insee if place.kind == "department" else place.admin


def _entity(cluster: Cluster, place: Place | None, ranked: list[tuple[float, Place]]) -> LinkedEntity:
    located = place is not None and bool(place.latitude or place.longitude)
    entity = LinkedEntity(
        type=cluster.type,
        subtype=cluster.subtype,
        name=cluster.name,
        ids={} if place is None else _ids(place),
        country=place.country if place else _stated(cluster),
        latitude=place.latitude if place and located else None,
        longitude=place.longitude if place and located else None,
        mentions=cluster.mentions,
    )
    if ranked:
        entity["link_candidates"] = [_link_candidate(score, option) for score, option in ranked[:MOST_CANDIDATES]]
    return entity


def _link_candidate(score: float, place: Place) -> LinkCandidate:
    return LinkCandidate(name=place.name, country=place.country, ids=_ids(place), score=round(score, 2))


def _stated(cluster: Cluster) -> str | None:
    """The country that the text gives with the name: «la ville marocaine de X», «X (Portugal)»."""
    return next((c.country for c in cluster.candidates if c.country), None)


def _ranked(options: set[Place], stated: str | None, context: _Context) -> list[tuple[float, Place]]:
    """Places, the likeliest first."""
    return sorted(((_likelihood(place, stated, context), place) for place in options), key=lambda x: (-x[0], x[1]))


def _possible(cluster: Cluster) -> set[Place]:
    """The places that the name may mean."""
    kinds = KINDS.get(cluster.type, (cluster.type,))
    options = {place for c in cluster.candidates for place in c.options if place.kind in kinds}
    if not options and cluster.type == "intercommunality":
        key = f"epci {core(fold(cluster.name))}"
        options = set(load_gazetteer().find([key]).get(key, []))
    full = _bare(cluster.name)
    return {place for place in options if _bare(place.name) == full or place.population >= LARGE} or options


def _sure(ranked: list[tuple[float, Place]]) -> Place | None:
    """The first, unless the second is about as likely: no link rather than a wrong one."""
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    """A folded name without its article: `le lamentin` → `lamentin`."""
    return ARTICLE.sub("", fold(name))


def _likelihood(place: Place, stated: str | None, context: _Context) -> float:
    score = math.log10(place.population + 10)
    country = ADMINISTERED.get(place.country, place.country)
    if stated in {place.country, country}:
        return score + STATED
    score += NEIGHBOUR if (place.country, _area(place)) in context.areas else 0.0
    named = NAMED if {place.country, country} & context.countries else 0.0
    return score + max(named, FRENCH if place.country == "FR" else 0.0)


def _ids(place: Place) -> dict[str, str]:
    ids = {"insee": place.insee} if place.insee else {}
    if place.siren:
        ids["siren"] = place.siren
    if place.geonames:
        ids["geonames"] = str(place.geonames)
    return ids
