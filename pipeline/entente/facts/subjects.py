"""The subject zone of a pledge: its phrases, and the names that stand there as heads."""

import re
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from entente.annotations import EntityMention, Extent, entities_in, get_entities, text_of
from entente.facts.folding import folded_of
from entente.facts.modality import verb_groups

PARTY_TYPES = ("city", "intercommunality", "region", "department", "country", "organization")

PREPOSITION = (
    r"(?:avec|de|d'|du|des|a|au|aux|par|pour|dans|en|selon|sur|chez|vers|depuis|contre|sous|entre|sans|d'apres|envers"
    r"|aupres|outre)"
)
DEPENDENT = re.compile(
    rf"(?:^|[\s(]){PREPOSITION}(?:\s+(?:la|les?|son|sa|ses|leurs?|notre|cette|ce|deux)|\s*l')?"
    r"\s*(?:\w+\s+(?:de|d')\s*(?:la\s+|l')?)?$"
)
"""A name after a preposition, «avec la Région» or «dans la ville de …», is no subject."""

BETWEEN_TWO = re.compile(r"\bentre\b[^,]*\bet\b[^,]*$")
"""«le projet entre la Région et la ville de …»: the second name is no subject either."""

OFFICE = re.compile(
    r"(?:^|\s)(?:l[ea]|les|l')\s*(?:conseils?|maires?|mairesses?|mairie|municipalite|elus|edile|bourgmestre|presidente?s?"
    r"|gouvernement|ministre|ministere|villes?|region|province|departement|communes?|population|autorites?)(?:\s+\w+)?"
    r"\s+(?:de\s+la|de|d'|du|des|de\s+l')\s*$"
)
"""«le maire de …», «le conseil municipal de …»: the territory is bound."""


def chunks_of(doc: Doc, subject: Extent) -> tuple[Extent, ...]:
    """The phrases of a subject zone, parted by commas, «que», «dont» outside names, brackets and quotation marks."""
    return _chunks(doc, id(get_entities(doc)), subject)


KEPT = 16
"""Zones whose phrases are kept: whoever is bound and by when are both looked for there."""


@lru_cache(maxsize=KEPT)
def _chunks(doc: Doc, entities_id: int, subject: Extent) -> tuple[Extent, ...]:
    """The work of `chunks_of`, kept while the same entities stand on the same Doc."""
    text = text_of(doc)[subject.start : subject.end]
    names = [(m.start - subject.start, m.end - subject.start) for m in entities_in(doc, *subject)]
    depth = _depths(text)
    ends = [found.end() for found in PARTING.finditer(folded_of(doc)[subject.start : subject.end])]
    cuts = [0, *(at for at in ends if not depth[at - 1] and not any(a < at < b for a, b in names)), len(text)]
    parts = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(" ,;:")]
    return tuple([Extent(subject.start + _after_verb(text, a, b), subject.start + b) for a, b in parts])


PARTING = re.compile(r"[,;:]|\s-\s|\s(?:que\s|qu'|dont\s|tandis que\s|alors que\s)")
JOINING = re.compile(r"\b(?:et|mais|puis|car)\s+(?=(?:l[ae]s?|l'|ce\w*|chac\w+|ils?|elles?|nous)\b|[A-ZÉÈÎ])")


def _after_verb(text: str, start: int, end: int) -> int:
    """Where a second clause begins: «Metz a offert un bus et Trèves …» → at «Trèves»; else `start`."""
    verbs = [last for _, last, tense in verb_groups(text, start, end) if tense != "infinitive"]
    if not verbs:
        return start
    joined = list(JOINING.finditer(text, verbs[-1], end))
    return joined[-1].end() if joined else start


def _depths(text: str) -> list[bool]:
    """Whether each character stands within brackets or quotation marks that close again."""
    depths = [False] * len(text)
    if CLOSING.search(text) is None:
        return depths
    opened: list[int] = []
    for at, char in enumerate(text):
        closes = char in ")»”" or (char == '"' and any(text[first] == '"' for first in opened))
        if closes and opened:
            first = opened.pop()
            depths[first : at + 1] = [True] * (at + 1 - first)
        elif char in '(«“"':
            opened.append(at)
    return depths


CLOSING = re.compile(r'[)»”"]')


def heads_of(doc: Doc, chunk: Extent) -> list[EntityMention]:
    """Mentions of a phrase that no preposition governs; «le maire de Metz» counts as Metz."""
    folded = folded_of(doc)[chunk.start : chunk.end]
    mentions = entities_in(doc, chunk.start, chunk.end, *PARTY_TYPES, "person")
    outer = [m for m in mentions if not any(o[:2] != m[:2] and o.start <= m.start and m.end <= o.end for o in mentions)]
    heads = []
    for mention in outer:
        before = folded[: mention.start - chunk.start]
        governed = BETWEEN_TWO.search(before) or (DEPENDENT.search(before) and not OFFICE.search(before))
        glossed = before.count("(") > before.count(")")
        if not (mention.locative or governed or glossed or _is_adjective(doc, mention, before)):
            heads.append(mention)
    return heads


def _is_adjective(doc: Doc, mention: EntityMention, before: str) -> bool:
    """«six auteurs slovènes»: a word of a country after a noun is no subject; «la Ville», «la commune malienne» are."""
    words = text_of(doc)[mention.start : mention.end]
    if mention.kind == "name" or not words[0].islower() or ARTICLED.match(words):
        return False
    return (
        re.search(r"(?:^|\b(?:l[ae]s?|ces?|cette|cet|notre|nos|sa|son|leurs?|deux|trois|quatre|une?)\s+|l')$", before)
        is None
    )


ARTICLED = re.compile(r"l[ae]s?\s|l['’]|c(?:es?|et|ette)\s|notre\s|les\s")


def is_bare(doc: Doc, chunk: Extent, heads: list[EntityMention]) -> bool:
    """Whether a phrase is nothing but names, as in «Metz, Trèves et Luxembourg»."""
    rest = sum(head.end - head.start for head in {(h.start, h.end): h for h in heads}.values())
    return len(text_of(doc)[chunk.start : chunk.end].strip(" ,;:")) - rest <= 12
