"""From clusters to entities: ids, country and coordinates where the text leaves no doubt."""

import math
from collections import Counter

from entente.annotations import LinkedEntity
from entente.entities.resolution import Cluster
from entente.lexicons.gazetteer import Place

MARGIN = 1.0
"""How much likelier than the next a place must be to be linked, in powers of ten of population."""


def link(clusters: list[Cluster]) -> list[LinkedEntity]:
    """Entities of the clusters, places linked with the countries that the text names as context."""
    context = Counter(c.candidates[0].country for c in clusters if c.type == "country")
    return [_entity(cluster, context) for cluster in sorted(clusters, key=lambda c: c.mentions[0]["start"])]


def _entity(cluster: Cluster, context: "Counter[str | None]") -> LinkedEntity:
    place = _place(cluster, context)
    stated = next((c.country for c in cluster.candidates if c.country), None)
    ids = {} if place is None else _ids(place)
    located = place is not None and bool(place.latitude or place.longitude)
    return LinkedEntity(
        type=cluster.type,
        subtype=cluster.subtype,
        name=cluster.name,
        ids=ids,
        country=place.country if place else stated,
        latitude=place.latitude if place and located else None,
        longitude=place.longitude if place and located else None,
        mentions=cluster.mentions,
    )


def _place(cluster: Cluster, context: "Counter[str | None]") -> Place | None:
    """The place that the name most likely means; None when two are about as likely."""
    stated = next((c.country for c in cluster.candidates if c.country), None)
    options = {option: None for c in cluster.candidates for option in c.options}
    kinds = {"city": ("city", "former_city"), "region": ("region", "former_region")}.get(cluster.type, (cluster.type,))
    ranked = sorted(
        ((_likelihood(place, stated, context), place) for place in options if place.kind in kinds),
        key=lambda item: (-item[0], item[1]),
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def _likelihood(place: Place, stated: str | None, context: "Counter[str | None]") -> float:
    score = math.log10(place.population + 10)
    if place.country == stated:
        return score + 6.0
    return score + (1.5 if place.country in context else 0.0) + (1.0 if place.country == "FR" else 0.0)


def _ids(place: Place) -> dict[str, str]:
    ids = {"insee": place.insee, "siren": place.siren, "geonames": str(place.geonames) if place.geonames else ""}
    return {register: value for register, value in ids.items() if value}
