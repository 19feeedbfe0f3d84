"""Lists of partners: one twinning or partnership a name, told in one sentence."""

import re
from itertools import pairwise

from spacy.tokens import Doc

from entente.annotations import dates_in
from entente.facts.candidates import TERRITORIES, Candidate, candidates
from entente.facts.instruments import find_acts
from entente.facts.relations import NEAR
from entente.facts.statement import Statement, Unit
from entente.lexicons.alternation import alternation
from entente.lexicons.gated import Gated

LINKED_LIST = Gated(
    alternation((r"jumel\w+", r"li(?:ee?s?|ent|e)", r"associ(?:e|ee?s?|ent|er)"), not_after=r"\w") + r"\b"
)
PAIRED = re.compile(
    r"\s*(?:,\s*)?(?:(?:travaill|coop[e]r|collabor)\w+\s+)?(?:\w+\s+){0,2}avec\s+(?:la\s+|le\s+|les\s+|l')?(?:conseil\s+\w+\s+(?:de\s+la|de\s+l'|du|de|d')\s*)?"
)


def dated_twinnings(doc: Doc, unit: Unit) -> list[Statement]:
    """«elle s'est liée à Trèves en 1957, à Gloucester en 1967»: one twinning a name and year."""
    verb = LINKED_LIST.search(unit.text)
    if verb is None:
        return []
    years = [(i, d) for i, d in dates_in(doc, unit.start, unit.end) if d["edtf"] and d["edtf"][:4].isdigit()]
    if len(years) < 2:
        return []
    names = [c for c in candidates(doc, unit.start, unit.end) if c.type in TERRITORIES and c.mention.kind == "name"]
    after = [c for c in names if c.mention.start > unit.start + verb.end()]
    subject = [c for c in names if c.mention.end <= unit.start + verb.start()]
    found = []
    for candidate in after:
        year = next((i for i, d in years if 0 <= d["start"] - candidate.mention.end < NEAR), None)
        if year is not None:
            statement = Statement(unit, "twinning", "twinning_dated_list", None, since=year)
            statement.parties = [*(c.mention for c in subject[-1:]), candidate.mention]
            found.append(statement)
    return found if len(found) > 1 and subject else []


def each_partner(doc: Doc, unit: Unit) -> list[Statement]:
    """«les jumelages avec Würselen, en Allemagne, et Truro», «jumelée avec A et B»: one twinning a partner."""
    text = unit.text
    mark = SEVERAL.search(text) if "jumel" in text else None
    if mark is None:
        return []
    found = candidates(doc, unit.start, unit.end)
    towns = [c for c in found if c.type in TERRITORIES and c.part != "gloss"]
    after = _coordinated(
        text, unit.start + mark.end(), [c for c in towns if c.mention.start >= unit.start + mark.end()], unit
    )
    subject = [c for c in towns if c.mention.end <= unit.start + mark.start() and c.part in ("plain", "office")]
    if len({c.entity for c in after}) < 2:
        return []
    acts = find_acts(unit.start, text)
    statements = []
    for candidate in after:
        statement = Statement(unit, "twinning", "twinning_each", None, acts)
        statement.parties = [*(c.mention for c in subject[-1:]), candidate.mention]
        statements.append(statement)
    return statements


SEVERAL = re.compile(
    r"(?<!\w)(?:jumelages|jumelees?|jumeles?|jumelles)\b(?:\s+\w+){0,2}?[\s,:(-]+"
    r"(?:(?:avec|a|aux?)\s+|:\s*|\()(?:la\s+|le\s+|les\s+|l')?"
)
"""Words of twinning right before the list of partners."""

COUNTRY = r"(?:\([^)]{1,40}\)|,?\s+(?:en|au|aux)\s+[\w' -]{3,30}|depuis\s+\w+\s?\w*|[,;]?\s*en\s+\d{4})"
JOINT = r"(?:[,;]|,?\s+et|ainsi\s+qu\w*)"
KIND = r"(?:(?:ville|commune|cite)\s+)?(?:\w+(?:ais|aise|ien|ienne|ois|oise|ain|aine|ande?|que)\s+)?(?:de\s+|d')?"
COORDINATED = re.compile(
    rf"\s*{COUNTRY}?\s*{JOINT}\s*(?:enfin\s+|aussi\s+|avec\s+|a\s+)*(?:la\s+|le\s+|les\s+|l')?{KIND}"
)
"""Between two partners of a list: the country or year of the first, a comma or «et», the adjective of the second."""


def _coordinated(text: str, cursor: int, names: list[Candidate], unit: Unit) -> list[Candidate]:
    """The names of a list that begins at a place, each with its country passed over."""
    group: list[Candidate] = []
    for name in names:
        between = text[cursor - unit.start : name.mention.start - unit.start]
        if group and name.type == "country":
            continue
        if (not group and len(between.strip()) > LEAST) or (group and not COORDINATED.fullmatch(between)):
            break
        group.append(name)
        cursor = name.mention.end
    return group


LEAST = 20
"""Characters that may stand between the words of twinning and the first partner: «la ville allemande de»."""


def paired_partners(doc: Doc, unit: Unit) -> list[Statement]:
    """«Agadir travaille avec Nantes, Kairouan avec Cologne»: one partnership a pair, where two pairs or more stand."""
    text = unit.text
    if text.count(" avec ") < 2:
        return []
    names = [c for c in candidates(doc, unit.start, unit.end) if c.type != "country" and c.part != "gloss"]
    pairs = [
        (a, b)
        for a, b in pairwise(names)
        if PAIRED.fullmatch(text[a.mention.end - unit.start : b.mention.start - unit.start])
    ]
    if len(pairs) < 2:
        return []
    found = []
    for a, b in pairs:
        statement = Statement(unit, "partnership", "partnership_pairs", None)
        statement.parties = [a.mention, b.mention]
        found.append(statement)
    return found
