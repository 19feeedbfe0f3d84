"""Who is bound: the parties that one sentence, list item or heading names for an instrument."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from entente.annotations import EntityMention, entities_in, get_entities, get_roles
from entente.facts.candidates import TERRITORIES, Candidate, candidates
from entente.facts.folding import folded_of
from entente.facts.patterns import lexicon_pattern

BETWEEN = re.compile(r"(?<!\w)(?:entre|liant|unissant|reliant|associant)(?!\w)")

GAP = re.compile(
    r"(?:[\s,;/()'\"«»+-]|\b(?:le|la|les|l|de|du|des|d|et|ainsi|que|avec|a|au|aux|sa|son|ses|leurs?|notre|nos|une?|part|autre|"
    r"ville|villes|commune|communes|departement|province|region|conseil|general|regional|departemental|municipal|"
    r"communautaire|canton|municipalite|agglomeration|metropole|republique|cite|etat|pays|jumelle|jumelles|universite|"
    r"voisine?|partenaires?|homologues?|\w+(?:ais|aise|ien|ienne|ois|oise|een|eenne|ain|aine|and|ande|ol|ole|ique|ec|"
    r"enne|se|che|tane?|ite|ote|an|ane)s?)\b)*"
)
"""What may stand between two coordinated names: articles, kinds of territory, adjectives, commas."""

MOST_PARTIES = 8
"""More names than this in one sentence are a list of something else."""


def bound_parties(
    doc: Doc, start: int, end: int, instrument_end: int | None = None, signed_by: Sequence[EntityMention] = ()
) -> list[EntityMention]:
    """The mentions that a stretch binds: those after «entre» or the instrument, else the bodies of two who signed, else
    the subject and whom it deals with («avec»), else all that nothing excludes.

    «le jumelage de Metz avec Trèves» → Metz, Trèves.
    """
    found = candidates(doc, start, end)
    text = folded_of(doc)[start:end]
    markers = [start + marker.end() for marker in BETWEEN.finditer(text)]
    for cursors in (markers, [] if instrument_end is None else [instrument_end]):
        groups = [_chain(text, start, cursor, found) for cursor in cursors]
        group = max(groups, key=len, default=[])
        if len({candidate.entity for candidate in group}) > 1:
            return [candidate.mention for candidate in group]
    if len(bodies := _bodies(doc, signed_by)) > 1:
        return bodies
    plain = [candidate for candidate in found if candidate.part == "plain"]
    if sides := _dealt_with(text, start, found, plain):
        return [candidate.mention for candidate in sides]
    return [candidate.mention for candidate in _same_level(plain)]


def _bodies(doc: Doc, signed_by: Sequence[EntityMention]) -> list[EntityMention]:
    """The body of each who signed, when each has one and only one: among several, the other statements decide."""
    offices = [(person, offices_of(doc, person.entity)) for person in signed_by]
    if any(len(set(held)) != 1 for _, held in offices):
        return []
    found = {held[0]: person for person, held in reversed(offices)}
    mentions = [mention_near(doc, body, person.start) for body, person in found.items()]
    return sorted(mentions)


def mention_near(doc: Doc, entity: int, offset: int) -> EntityMention:
    """The mention of an entity that stands nearest to a place of the text."""
    told = min(get_entities(doc)[entity]["mentions"], key=lambda mention: abs(mention["start"] - offset))
    return EntityMention(
        told["start"], told["end"], entity, told["kind"], told["inferred"], told.get("locative", False)
    )


WITH = re.compile(r"(?<!\w)avec\s")


def _dealt_with(text: str, offset: int, found: list[Candidate], plain: list[Candidate]) -> list[Candidate]:
    """«La Ville renouvelle sa convention avec Tillabéri»: whoever is named before «avec», and the chain after it."""
    for marker in WITH.finditer(text):
        cursor = offset + marker.end()
        partners = [candidate for candidate in _chain(text, offset, cursor, found) if candidate.part == "plain"]
        subjects = [candidate for candidate in plain if candidate.mention.end <= cursor]
        if partners:
            return _same_level([*subjects, *partners])
    return []


def _chain(text: str, offset: int, cursor: int, found: list[Candidate]) -> list[Candidate]:
    """The coordinated names from a place on, glosses passed over: «la Ville de Metz (France), Trèves et la Région»."""
    group: list[Candidate] = []
    for candidate in found:
        first, last = candidate.mention.start, candidate.mention.end
        if first < cursor:
            if group and candidate.mention[:2] == group[-1].mention[:2]:
                group.append(candidate)
            continue
        if not GAP.fullmatch(text[cursor - offset : first - offset]):
            break
        if candidate.part not in ("gloss", "place"):
            group.append(candidate)
        cursor = last
    return group


def _same_level(plain: list[Candidate]) -> list[Candidate]:
    """Countries only count where no territory or body does: «Nice et Dakhla … entre le Maroc et la France»."""
    smaller = [candidate for candidate in plain if candidate.type != "country"]
    if len({candidate.entity for candidate in smaller}) > 1:
        plain = smaller
    territories = [candidate for candidate in plain if candidate.type in TERRITORIES]
    if len({candidate.entity for candidate in plain}) > MOST_PARTIES:
        return territories if len({c.entity for c in territories}) <= MOST_PARTIES else []
    return plain


def supporters(doc: Doc, start: int, end: int) -> list[EntityMention]:
    """Those whom a stretch names as helping: «avec l'appui de l'Agence de l'eau»."""
    return [candidate.mention for candidate in candidates(doc, start, end) if candidate.part == "support"]


def signatories(doc: Doc, start: int, end: int, *, whole: bool = False) -> list[EntityMention]:
    """The persons of the clause (in a list, of the item) that tells of a signature, less those who only watch."""
    if not whole:
        start, end = _signing_clause(doc, start, end)
    text = folded_of(doc)[start:end]
    watched = lexicon_pattern("accords", "presence_before").search(text)
    signed = lexicon_pattern("accords", "signed").search(text)
    limit = watched.start() + start if watched and signed and watched.start() > signed.start() else end
    source = lexicon_pattern("accords", "source_before")
    people = [m for m in entities_in(doc, start, limit, "person") if m.kind != "pronoun"]
    return [m for m in people if not source.search(text[max(0, m.start - start - 40) : m.start - start])]


def _signing_clause(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """From colon or semicolon to the next, around the act, when a person stands there; else the whole."""
    text = folded_of(doc)[start:end]
    act = lexicon_pattern("accords", "signed", "renewed").search(text)
    if act is None:
        return start, end
    left = max(text.rfind(mark, 0, act.start()) for mark in (": ", "; ")) + 1
    right = min((at for mark in (" :", ": ", ";") if (at := text.find(mark, act.end())) >= 0), default=len(text))
    if entities_in(doc, start + left, start + right, "person"):
        return start + left, start + right
    return start, end


def offices_of(doc: Doc, person: int) -> list[int]:
    """Indexes of the bodies that a person holds an office in, in the order of the text; former offices do not sign."""
    entities = get_entities(doc)
    return [
        role["organization"]
        for role in get_roles(doc)
        if role["person"] == person
        and role["organization"] is not None
        and not role["former"]
        and entities[role["organization"]]["type"] != "person"
    ]
