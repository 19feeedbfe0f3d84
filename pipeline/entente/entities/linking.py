"""From clusters to entities: ids, country and coordinates where the text leaves no doubt."""

import math
from dataclasses import dataclass, field

from entente.annotations import LinkedEntity
from entente.entities.resolution import Cluster
from entente.lexicons.gazetteer import Place, fold

MARGIN = 1.0
"""How much likelier than the next a place must be to be linked, in powers of ten of population."""

STATED, NAMED, NEIGHBOUR, FRENCH = 6.0, 1.5, 1.2, 1.0
"""Weights: the country said with the place, a country that the text names, the same département, a place in France."""

KINDS = {"city": ("city", "former_city"), "region": ("region", "former_region")}
"""Kinds of place that an entity type may be, where they are several."""


@dataclass
class _Context:
    """What the text says of where it plays."""

    countries: set[str] = field(default_factory=set)
    areas: set[tuple[str, str]] = field(default_factory=set)
    """Countries with départements or first levels of the places linked so far."""


def link(clusters: list[Cluster]) -> list[LinkedEntity]:
    """Entities of the clusters in the order of the text; places beyond doubt help to link the others."""
    context = _Context({c.candidates[0].country or "" for c in clusters if c.type == "country" and c.candidates})
    places: dict[int, Place | None] = {}
    for _ in range(2):
        places = {id(cluster): _place(cluster, context) for cluster in clusters}
        linked = [place for place in places.values() if place is not None]
        context.areas = {(place.country, _area(place)) for place in linked if _area(place)}
        context.countries |= {place.country for place in linked if place.kind == "region"}
    return [_entity(c, places[id(c)]) for c in sorted(clusters, key=lambda c: c.mentions[0]["start"])]


def _area(place: Place) -> str:
    return place.insee if place.kind == "department" else place.admin


def _entity(cluster: Cluster, place: Place | None) -> LinkedEntity:
    located = place is not None and bool(place.latitude or place.longitude)
    return LinkedEntity(
        type=cluster.type,
        subtype=cluster.subtype,
        name=cluster.name,
        ids={} if place is None else _ids(place),
        country=place.country if place else _stated(cluster),
        latitude=place.latitude if place and located else None,
        longitude=place.longitude if place and located else None,
        mentions=cluster.mentions,
    )


def _stated(cluster: Cluster) -> str | None:
    """The country that the text gives with the name: «la ville marocaine de X», «X (Portugal)»."""
    return next((c.country for c in cluster.candidates if c.country), None)


def _place(cluster: Cluster, context: _Context) -> Place | None:
    """The place that the name most likely means; None when two are about as likely."""
    kinds = KINDS.get(cluster.type, (cluster.type,))
    options = {place for c in cluster.candidates for place in c.options if place.kind in kinds}
    if not options:
        return None
    full = fold(cluster.name)
    exact = {place for place in options if fold(place.name) == full} or options
    stated = _stated(cluster)
    ranked = sorted(((_likelihood(place, stated, context), place) for place in exact), key=lambda x: (-x[0], x[1]))
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def _likelihood(place: Place, stated: str | None, context: _Context) -> float:
    score = math.log10(place.population + 10)
    if place.country == stated:
        return score + STATED
    score += NAMED if place.country in context.countries else 0.0
    score += NEIGHBOUR if (place.country, _area(place)) in context.areas else 0.0
    return score + (FRENCH if place.country == "FR" else 0.0)


def _ids(place: Place) -> dict[str, str]:
    ids = {"insee": place.insee, "siren": place.siren, "geonames": str(place.geonames) if place.geonames else ""}
    return {register: value for register, value in ids.items() if value}
