"""Bodies by what they are called: «l'Agglo», «la chambre algérienne», «jurassien»."""

import re
from functools import lru_cache

from entente.annotations import LinkedEntity
from entente.entities.roles_bodies import Bodies, nearest
from entente.entities.roles_words import body_nouns, called_also, country_adjectives, nouns_of
from entente.entities.vocabulary import region_of
from entente.lexicons.demonyms import town_demonyms
from entente.lexicons.gazetteer import fold

PLACED = re.compile(r"\s*(?:\(|,\s*(?:en|dans l[ea]|dans les|dans l['’])\s*)(?P<place>[^(),;.]{3,30})")
"""«Montélimar (Drôme)», «Houma, en Louisiane»: where a text puts a place."""

NEAR = 80
"""Characters after a body in which what its sentence says of its country is looked for."""

ADJECTIVE = re.compile(r"(?:aise?|oise?|ien|ienne|aine?|an|ane|anne|en|enne|ique|ard|ine?|on|onne|ote?|eenne?)s?$")


def named_by(bodies: Bodies, noun: str, offset: int, rest: list[str]) -> int | None:
    """«Agglo» → the intercommunality so called, else the one named last before the offset.

    `rest` holds the words that go on («comité *d'échanges culturels*»): an organization must have them in its name.
    """
    folded = fold(noun)
    types = tuple(kind for kind, nouns in body_nouns().items() if folded in nouns)
    wanted = [
        (start, index) for start, _, index in bodies.mentions if _is_called(bodies.entities[index], folded, types, rest)
    ]
    if folded in nouns_of("vagues"):
        return _topic(bodies, [index for start, index in wanted if start < offset])
    if not wanted and "organization" in types and folded not in nouns_of("assemblees") | nouns_of("precis"):
        wanted = [(start, index) for start, _, index in bodies.mentions if bodies.type_of(index) == "organization"]
    collocated = _collocated(folded)
    called = [pair for pair in wanted if collocated.search(bodies.words[max(0, pair[0] - 60) : pair[0]])]
    return nearest(called or wanted, offset)


def called_and_told(bodies: Bodies, noun: str, adjective: str, offset: int, title: str) -> int | None:
    """«chambre» and «algérienne», «cité» and «drômoise»: a body so called that the adjective fits."""
    folded, codes = fold(noun), country_adjectives().get(fold(adjective), frozenset())
    types = tuple(kind for kind, nouns in body_nouns().items() if folded in nouns)
    if title in ("mayor", "deputy_mayor"):
        types = ("city",)
    wanted = [
        (start, index)
        for start, _, index in bodies.mentions
        if _is_called(bodies.entities[index], folded, types, []) and _fits(bodies, index, adjective, codes)
    ]
    return nearest(wanted, offset)


def by_adjective(bodies: Bodies, word: str, offset: int, title: str) -> int | None:
    """«jurassien» → the Jura, «mauricienne» → Maurice, when the text names them; for a mayor, a city there."""
    folded = fold(word)
    meant = [i for start, _, i in bodies.mentions if start == offset]
    if meant and (title not in ("mayor", "deputy_mayor") or bodies.type_of(meant[0]) == "city"):
        return meant[0]
    codes = country_adjectives().get(folded) or country_adjectives().get(folded.rstrip("s"))
    if codes:
        kinds = ("city",) if title in ("mayor", "deputy_mayor") else ("country",)
        named = [
            (start, i)
            for start, _, i in bodies.mentions
            if bodies.type_of(i) in kinds and bodies.entities[i]["country"] in codes
        ]
        if named:
            return nearest(named, offset)
    if (town := town_demonyms().get(folded)) is not None:
        towns = [(start, i) for start, _, i in bodies.mentions if _is_town(bodies.entities[i], town)]
        if towns:
            return nearest(towns, offset)
    if (region := region_of(folded)) is not None:
        wide = [(start, i) for start, _, i in bodies.mentions if _is_region(bodies.entities[i], region)]
        if wide and title not in ("mayor", "deputy_mayor"):
            return nearest(wide, offset)
    if len(folded) < 6 or not ADJECTIVE.search(folded):
        return None
    alike = [
        (start, i)
        for start, _, i in bodies.mentions
        if bodies.type_of(i) in ("country", "region", "department", "city")
        and _alike(bodies.entities[i]["name"], folded)
    ]
    return nearest(alike, offset)


def _fits(bodies: Bodies, body: int, adjective: str, codes: frozenset[str]) -> bool:
    """Whether an adjective is of a body, of its country, or of the region that the text puts it in."""
    entity = bodies.entities[body]
    if codes:
        country = entity["country"] or _seat(bodies, body)
        return country in codes or (country is None and _is_among(bodies, body, codes))
    stem = fold(adjective)
    if len(stem) < 6 or not ADJECTIVE.search(stem):
        return False
    if _alike(entity["name"], stem):
        return True
    for mention in entity["mentions"]:
        around = PLACED.match(bodies.words, mention["end"])
        if around and _alike(around["place"], stem):
            return True
    return False


def _seat(bodies: Bodies, body: int) -> str | None:
    """The country of the town in a body's name: «Port de Sète»."""
    name = f" {fold(bodies.entities[body]['name'])} "
    towns = (e for e in bodies.entities if e["type"] == "city" and e["country"] and f" {fold(e['name'])} " in name)
    return next((town["country"] for town in towns), None)


def _is_among(bodies: Bodies, body: int, codes: frozenset[str]) -> bool:
    """Whether a sentence that names a body speaks of one of some countries, and of no other body of its type."""
    for mention in bodies.entities[body]["mentions"]:
        start = max((begin for begin in bodies.sentences if begin <= mention["start"]), default=0)
        near = [i for at, _, i in bodies.mentions if start <= at < mention["end"] + NEAR]
        if any(bodies.entities[i]["country"] in codes for i in near if i != body):
            return True
    return False


def _topic(bodies: Bodies, indexes: list[int]) -> int | None:
    """Of the organizations named so far, the one that the text names most."""
    counts = {index: len(bodies.entities[index]["mentions"]) for index in dict.fromkeys(indexes)}
    return max(counts, key=lambda index: counts[index]) if counts else None


def _is_called(entity: LinkedEntity, noun: str, types: tuple[str, ...], rest: list[str]) -> bool:
    if entity["type"] == "organization":
        if noun in nouns_of("vagues"):
            return True
        words = re.findall(r"\w+", fold(entity["name"]))
        if not rest and set(words) & called_also().get(noun, frozenset()):
            return True
        return all(word in words for word in [*noun.split(), *rest[:3]])
    return entity["type"] in types


def _is_town(entity: LinkedEntity, name: str) -> bool:
    """Whether an entity is the town of a folded name, with or without its article."""
    return entity["type"] == "city" and re.sub("^l[ae]s? ", "", fold(entity["name"])) == re.sub("^l[ae]s? ", "", name)


def _is_region(entity: LinkedEntity, name: str) -> bool:
    """Whether an entity is the region of a name, with or without its article."""
    wide = entity["type"] in ("region", "department", "organization")
    return wide and fold(entity["name"]).removeprefix("la ") == fold(name).removeprefix("la ")


def _alike(name: str, adjective: str) -> bool:
    """Whether a folded adjective begins like a word of a name: «jurassien», Jura."""
    return any(len(p) > 3 and p[:5] == adjective[: min(5, len(p))] for p in fold(name).split())


@lru_cache(maxsize=1000)
def _collocated(noun: str) -> re.Pattern[str]:
    """A noun right before the name that it governs: «agglo de», «comité d'échanges de la»."""
    return re.compile(rf"\b{re.escape(noun)}\s+(?:[\w-]+\s+)?(?:de\s+la\s+|de\s+l['’]|du\s+|d['’]|de\s+)$")
