"""Whether a document tells of cooperation across a border at all; nothing else is recorded as a fact."""

import re
from collections import Counter
from functools import lru_cache

from spacy.tokens import Doc

from entente.annotations import LinkedEntity, get_agreements, get_entities
from entente.facts.folding import fold, folded_of
from entente.facts.patterns import lexicon_pattern
from entente.lexicons import gazetteer, load_lexicon
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gated import Gated

KEPT = 4
"""Docs whose answers are kept: each agreement asks the same of one in turn."""

NAMES_KEPT = 1000
"""Names of bodies whose country is kept."""

TOWN_OF = re.compile(r"(?<!\w)(?:de|d'|du)\s*((?:(?!\b(?:de|du)\b|d').)+)$")
"""The town at the end of a body's name: «CHU de Rennes», «hôpital régional de Kayes»."""


def in_scope(doc: Doc) -> bool:
    """True when the text speaks of a second country: told by name or adjective, linked, or by words of cooperation.

    A strike, an election or a match in the lead rules the text out, unless the lead speaks of cooperation too.
    """
    entities_id = id(get_entities(doc))
    known_for, answer = doc.user_data.get(SCOPE, (None, False))
    if known_for != entities_id:
        answer = _in_scope(doc)
        doc.user_data[SCOPE] = (entities_id, answer)
    return bool(answer)


LIKENESSES = 2
"""Different words of strikes, polls or matches in the lead that make a text one about them; one alone is background."""

SCOPE = "entente_in_scope"
"""The answer of `in_scope` on a Doc, with the entities for which it holds: three stages ask in turn."""


def _in_scope(doc: Doc) -> bool:
    lead = folded_of(doc)[:LEAD]
    cooperates = lexicon_pattern("perimetre", "cooperation").search(lead) is not None
    if not cooperates and len(set(lexicon_pattern("perimetre", "look_alikes").findall(lead))) >= LIKENESSES:
        return False
    return _crosses(doc, _linked(doc))


def domestic(doc: Doc, parties: list[int]) -> bool:
    """True when nothing says that the parties of an agreement lie in different countries.

    Where one lies beyond the countries that write their releases in French, the partner that no register knows is taken
    to be at home where the text was written.

    Where those known lie in one, a territory of another must be a matter of the text: in its lead, or named again.
    """
    entities = get_entities(doc)
    known = {country for index in parties if (country := _country(entities[index])) is not None}
    if (
        len(known) == 1
        and len(parties) > len([i for i in parties if _country(entities[i])])
        and known.isdisjoint(load_lexicon("perimetre")["francophone"])
    ):
        return False
    if len(known) == 1 and not _has_partner(doc, known):
        return True
    return not _crosses(doc, known or _linked(doc))


def about_a_partner(doc: Doc) -> bool:
    """True when an agreement was read, or a territory of a second country is a matter of the text."""
    if get_agreements(doc):
        return True
    weights = Counter[str]()
    for entity in get_entities(doc):
        if (country := _country(entity)) is not None:
            weights[country] += len(entity["mentions"])
    return not weights or _has_partner(doc, {weights.most_common(1)[0][0]})


def _has_partner(doc: Doc, known: set[str]) -> bool:
    """True when a territory that is not of the known countries, or its people, is a matter of the text."""
    nationals = demonyms()
    lead = folded_of(doc)[:LEAD]
    if {nationals[word] for word in set(WORD.findall(lead)) & nationals.keys()} - known:
        return True
    if lexicon_pattern("perimetre", "international").search(lead) is not None:
        return True
    return any(
        entity["type"] not in {"person", "organization", "venue"}
        and _country(entity) not in known
        and (len(entity["mentions"]) > 1 or entity["mentions"][0]["start"] < LEAD)
        for entity in get_entities(doc)
    )


def _crosses(doc: Doc, linked: set[str]) -> bool:
    """Two countries among those told and linked, one told that the links leave open, one where no release is written
    in French, or words of abroad."""
    told = _told(doc)
    francophone = load_lexicon("perimetre")["francophone"]
    if speaks_of_abroad(doc) or len(told | linked) > 1 or (told | linked and (told | linked).isdisjoint(francophone)):
        return not (len(told) <= 1 and _of_one_country(doc))
    return len(told) == 1 and not linked and not _of_one_country(doc)


@lru_cache(maxsize=KEPT)
def _of_one_country(doc: Doc) -> bool:
    """«les deux villes québécoises»: partners of the same country."""
    return PARTNERS.search(folded_of(doc)) is not None


PARTNERS = Gated(
    r"(?<!\w)(?:deux|trois)\s+(?:villes|communes|municipalites|regions|collectivites|agglomerations|universites|chambres)"
    r"\s+\w+(?:ais|aises|ois|oises|iens|iennes|eens|eennes|ains|aines|andes|oles)\b"
)


def _told(doc: Doc) -> frozenset[str]:
    """Countries named, or told by an adjective."""
    return _told_by(doc, id(get_entities(doc)))


@lru_cache(maxsize=KEPT)
def _told_by(doc: Doc, entities_id: int) -> frozenset[str]:
    """The work of `_told`, kept while the same entities stand on the same Doc."""
    nationals = demonyms()
    words = set(WORD.findall(folded_of(doc)))
    named = {entity["country"] or entity["name"] for entity in get_entities(doc) if entity["type"] == "country"}
    return frozenset(named | {nationals[word] for word in words & nationals.keys()})


WORD = re.compile(r"[a-z]{4,}")


def _linked(doc: Doc) -> set[str]:
    return {country for entity in get_entities(doc) if (country := _country(entity)) is not None}


def _country(entity: LinkedEntity) -> str | None:
    """Where an entity lies: by its link, else by the largest town of the name that its own name ends with."""
    if entity["country"] is not None or entity["type"] != "organization":
        return entity["country"]
    return _country_of_body(entity["name"])


@lru_cache(maxsize=NAMES_KEPT)
def _country_of_body(name: str) -> str | None:
    town = TOWN_OF.search(fold(name))
    if town is None:
        return None
    key = gazetteer.fold(town.group(1))
    readings = gazetteer.load_gazetteer().find([key]).get(key, [])
    return readings[0].country if readings else None


@lru_cache(maxsize=KEPT)
def about_companies(doc: Doc) -> bool:
    """True when the text speaks of capital, subsidiaries and shares: a deal between companies."""
    return len(set(lexicon_pattern("perimetre", "company").findall(folded_of(doc)))) >= COMPANY_WORDS


COMPANY_WORDS = 2
"""Different words of business life that make a text one about companies; one alone also stands in public texts."""


@lru_cache(maxsize=KEPT)
def speaks_of_abroad(doc: Doc) -> bool:
    """True when a word of international cooperation stands anywhere in the text."""
    return lexicon_pattern("perimetre", "international").search(folded_of(doc)) is not None


LEAD = 600
"""Characters of headline and lead, which say what a text is about."""
