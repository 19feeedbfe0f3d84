"""When, where, about what and for how much: the slots of an agreement from the units that speak of it."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    AmountFound,
    DateFiller,
    DateMention,
    DomainFound,
    EntityMention,
    Filler,
    dates_in,
    entities_in,
    get_blocks,
    get_dates,
    get_entities,
)
from entente.facts.agreement_merge import Cluster
from entente.facts.amounts import find_amounts
from entente.facts.candidates import candidates
from entente.facts.domains import find_domains
from entente.facts.fillers import date_filler, filler
from entente.facts.folding import fold, folded_of
from entente.facts.instruments import Act
from entente.facts.patterns import lexicon_pattern
from entente.facts.statement import Statement, Unit, describes

YEARS = re.compile(r"\d{4}~?/\d{4}")
BEGINNING = re.compile(
    r"(?<!\w)(?:depuis|en\s+vigueur|premiere\s+fois|amorc\w+|initi\w+|lanc\w+|nee?s?|naissance|remont\w+|dat(?:e|ent|ant)|debut\w*|commenc\w+|"
    r"vu\s+le\s+jour|vit\s+le\s+jour|cree\w*|entam\w+|engag\w+|associ\w+|jumele\w*|nouee?s?|conclue?s?|li(?:e|ent|ee?s?))\b[^.;]{0,60}$"
)
TERM = re.compile(r"(?<!\w)(?:pour|pendant|duree|court|courra|couvr\w+|sur|periode|renouvelable)\b[^.;]{0,25}$")


def dates_of(doc: Doc, cluster: Cluster) -> dict[str, DateFiller | None]:
    """`signed_on`, `since`, `period`: of the first statement that tells one, the date that stands nearest its word."""
    found: dict[str, int] = {}
    for statement in cluster.statements:
        if statement.since is not None:
            found.setdefault("since", statement.since)
            continue
        told: dict[str, list[tuple[int, int]]] = {}
        for index in statement.dates:
            slot, distance = _slot(doc, statement, get_dates(doc)[index])
            told.setdefault(slot, []).append((distance, index))
        for slot, choices in told.items():
            found.setdefault(slot, min(choices)[1])
    if cluster.kind == "partnership" and "signed_on" in found:
        found.setdefault("since", found.pop("signed_on"))
    elif "signed_on" not in found and (day := _day_before(doc, cluster)) is not None:
        found["signed_on"] = day
    return {slot: date_filler(doc, found[slot]) if slot in found else None for slot in ("signed_on", "since", "period")}


def _day_before(doc: Doc, cluster: Cluster) -> int | None:
    """The day that a sentence before tells, in the paragraph where the signature is told without one."""
    for statement in cluster.statements:
        unit = statement.unit
        if unit.heading or unit.item or not any(act.name in ("signed", "renewed") for act in statement.acts):
            continue
        block = get_blocks(doc)[unit.block]
        days = [i for i, date in dates_in(doc, block["start"], unit.end) if _is_day(date)]
        if len({get_dates(doc)[i]["edtf"] for i in days}) == 1:
            return days[0]
    return None


def _is_day(date: DateMention) -> bool:
    return date["type"] == "DATE" and DAY.fullmatch(date["edtf"] or "") is not None


DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")


def earlier_signatures(doc: Doc, cluster: Cluster, main: DateFiller | None) -> list[tuple[int, str, str]]:
    """Dates of earlier signatures of the same instrument, each with its act and the kind of what was signed then:
    «signée en 2009, renouvelée en 2013».

    Only where the text tells two or more in different years, the latest of which is `main`.
    """
    if main is None:
        return []
    dates = get_dates(doc)
    latest = _year(dates[main["date"]])
    found: dict[int, tuple[int, str, str]] = {}
    for statement in cluster.statements:
        for index in statement.dates:
            mention = dates[index]
            act = _nearest_act(statement, mention)
            year = _year(mention)
            if (
                act is None
                or act.name not in ("signed", "renewed")
                or not 0 < year < latest
                or "/" in (mention["edtf"] or "")
            ):
                continue
            if _gap(act, mention) <= SERIES and (_slot(doc, statement, mention)[0] in ("signed_on", "since")):
                found.setdefault(year, (index, act.name, statement.kind))
    return [found[year] for year in sorted(found)]


SERIES = 60
"""Characters between the act and the last date of a series: «renouvelée en 2013 puis en 2017»."""


def _year(mention: DateMention) -> int:
    first = (mention["edtf"] or "")[:4]
    return int(first) if first.isdigit() else 0


def _slot(doc: Doc, statement: Statement, mention: DateMention) -> tuple[str, int]:
    """The slot that a date fills, an empty string for none, and how far its word is."""
    edtf, act = mention["edtf"], _nearest_act(statement, mention)
    first = max(statement.unit.start, mention["start"] - 80)
    left = folded_of(doc)[first : mention["end"]]
    before = left[: mention["start"] - first]
    if mention["type"] == "DURATION" and edtf is None:
        return ("period", 0) if TERM.search(left) and statement.does("signed", "renewed", "standing") else NOWHERE
    if edtf is None or mention["type"] in ("TIME", "SET"):
        return NOWHERE
    if edtf.startswith("../"):
        return ("period", 0) if "jusqu" in left[-(mention["end"] - mention["start"]) :] else NOWHERE
    if edtf.endswith("/.."):
        return ("period", 0) if STARTS.search(left) and statement.kind != "twinning" else ("since", 0)
    if YEARS.fullmatch(edtf):
        return "period", 0
    if _of_year(doc, statement, mention):
        return ("since" if statement.kind == "twinning" else "signed_on"), -1
    begun = BEGINNING.search(before) is not None
    if act is not None and act.name in SIGNING and not (len(edtf) == 4 and begun):
        return ("signed_on", _gap(act, mention)) if not (statement.unit.heading and act.name == "planned") else NOWHERE
    return ("since", 0) if begun and "/" not in edtf else NOWHERE


def _of_year(doc: Doc, statement: Statement, mention: DateMention) -> bool:
    """«la charte de 1989», «la convention du 3 mai 2011»: the date that the instrument is called by."""
    item = statement.instrument
    between = folded_of(doc)[item.end : mention["start"]] if item and item.end <= mention["start"] else None
    return between is not None and CALLED.fullmatch(between) is not None


CALLED = re.compile(r"\s+(?:(?:\w+\s+)?(?:de|du|d'|en date du)\s*(?:l'annee\s+)?|\()")
"""Between an instrument and the date that it is called by."""

STARTS = re.compile(r"(?<!\w)(?:a\s+(?:compter|partir)\s+d|en\s+vigueur|prend\w*\s+effet)")
"""Words of a date from which an instrument holds, which is no beginning of the relation."""

NOWHERE = ("", 0)
SIGNING = ("signed", "renewed", "planned")


def _nearest_act(statement: Statement, mention: DateMention) -> Act | None:
    return min(statement.acts, key=lambda act: (_gap(act, mention), act.start), default=None)


def _gap(act: Act, mention: DateMention) -> int:
    return mention["start"] - act.end if act.end <= mention["start"] else act.start - mention["end"]


def place_of(doc: Doc, cluster: Cluster) -> Filler | None:
    """The city where the signature is told, by itself or in a venue's name («la mairie de Metz»); else the venue.

    Of the sentence that tells it; else, where it tells none, of those before it in the paragraph.
    """
    told = [s for s in cluster.statements if s.does("signed", "renewed", "planned") and not s.unit.heading]
    for statement in told:
        if place := _place_in(doc, statement.unit.start, statement.unit.end):
            return place
    for statement in [s for s in told if not s.does("planned")]:
        block = get_blocks(doc)[statement.unit.block]
        if place := _place_in(doc, block["start"], statement.unit.start):
            return place
    return None


def _place_in(doc: Doc, start: int, end: int) -> Filler | None:
    places = [c.mention for c in candidates(doc, start, end) if c.part == "place" and c.type == "city"]
    venues = [m for m in entities_in(doc, start, end, "venue") if _proper(doc, m)]
    towns = [town for venue in venues if (town := _town_of(doc, venue)) is not None]
    choice: list[EntityMention] = [*places, *towns, *venues]
    return filler(doc, choice[0]) if choice else None


def _proper(doc: Doc, venue: EntityMention) -> bool:
    """True for a venue with a name of its own: «salle du conseil» has none."""
    return not get_entities(doc)[venue.entity]["name"].islower()


def _town_of(doc: Doc, venue: EntityMention) -> EntityMention | None:
    """The city that a venue's name ends with, at the place of the venue."""
    entities = get_entities(doc)
    name = fold(entities[venue.entity]["name"])
    cities = [(i, fold(entity["name"])) for i, entity in enumerate(entities) if entity["type"] == "city"]
    towns = [i for i, city in cities if name.endswith((f" {city}", f"'{city}"))]
    return venue._replace(entity=towns[0], inferred=True) if towns else None


def domains_of(doc: Doc, cluster: Cluster) -> list[DomainFound]:
    """The domains named where the text says what the instrument is about."""
    found: dict[str, DomainFound] = {}
    for unit in cluster.units():
        start = _content_start(doc, cluster, unit)
        if start is not None:
            for item in find_domains(doc, start, unit.end):
                found.setdefault(item["code"], item)
    if not found and cluster.kind not in GENERAL:
        found = _touched(doc, cluster)
    return list(found.values())


GENERAL = ("twinning", "friendship_pact")
"""Relations that are about no domain unless the text gives them one."""


def _touched(doc: Doc, cluster: Cluster) -> dict[str, DomainFound]:
    """Without a word that brings in the content: what the sentences of the instrument name, and the headline."""
    extents = [(statement.unit.start, statement.unit.end) for statement in cluster.statements]
    extents += [(block["start"], block["end"]) for block in get_blocks(doc) if block["kind"] == "title"]
    found: dict[str, DomainFound] = {}
    for start, end in extents:
        for item in find_domains(doc, start, end):
            found.setdefault(item["code"], item)
    return found


TAUGHT = (
    ("education", re.compile(r"(?:ecole|lycee|college|ies)\b(?! normale| superieure| polytechnique| centrale)")),
    ("higher_education_research", re.compile(r"(?:universite|faculte|ecole|institut|haute ecole|academie)\b")),
)
"""The domain that schools and universities agree upon when the text names no other."""


def taught_by(parties: list[Filler]) -> list[DomainFound]:
    """«le lycée Kléber et le lycée Goethe» → education; none when one party is no place of teaching."""
    names = [fold(party["name"]) for party in parties]
    for code, pattern in TAUGHT:
        if all(pattern.match(name) for name in names):
            return [DomainFound(code=code, evidence=[extent for party in parties for extent in party["evidence"]])]
    return []


def _content_start(doc: Doc, cluster: Cluster, unit: Unit) -> int | None:
    """Where the description begins: at the content word, or at the unit's start when it only adds to the instrument."""
    if unit in cluster.more:
        return unit.start if unit.item or describes(unit) else None
    instruments = [s.instrument for s in cluster.statements if s.unit == unit and s.instrument is not None]
    origin = min((item.end for item in instruments), default=unit.start)
    content = lexicon_pattern("accords", "content")
    match = content.search(folded_of(doc)[origin : unit.end])
    if match is not None:
        return origin + match.start()
    return unit.start if content.search(folded_of(doc)[unit.start : origin]) else None


def amounts_of(doc: Doc, cluster: Cluster) -> list[AmountFound]:
    """The sums named where the text speaks of the instrument."""
    found: dict[tuple[float, str], AmountFound] = {}
    for unit in cluster.units():
        for item in find_amounts(doc, unit.start, unit.end):
            if item["value"] < LEAST_SUM:
                continue
            found.setdefault((item["value"], item["currency"]), item)
    return list(found.values())


LEAST_SUM = 100
"""Sums below are prices («un billet à 3,90 euros»), not what an agreement is worth."""
