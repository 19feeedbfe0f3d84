"""The shapes in which the genre says who holds which office; one function a shape, its docstring says it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from entente.annotations import Extent
from entente.entities.roles_bodies import Bodies
from entente.entities.roles_chains import ADVERBS, Chain, Link
from entente.entities.roles_complement import read_complement
from entente.entities.roles_sketch import BODY, PERSON, Item, Sketch

P, B = PERSON, BODY
ASIDE = r"(?:\s*\([^()]{1,40}\))?"
ARTICLE = r"(?:l[ea]s?\s+|l['’])"
POSSESSIVE = r"(?:s[ao]n?\s+|ses\s+|leurs?\s+|notre\s+)"
BECOMES = (
    r"(?:est|était|fut|sera|devient|devint|reste|demeure|a été (?:ré)?(?:élue?|nommée?|désignée?|choisie?)"
    r"|vient d['’]être (?:ré)?(?:élue?|nommée?|désignée?))"
)
LEFT = re.compile(
    rf"(?P<people>(?:[{P}]{ASIDE}(?:\s*,\s*|\s*,?\s+et\s+))*[{P}]){ASIDE}\s*"
    rf"(?:(?P<mark>[,(–-])\s*(?:(?:{ADVERBS}|qui est|qui était|(?:ré)?élue?|nommée?|devenue?|élue? en \d{{4}}|le nouveau|la nouvelle)\s+){{0,4}}"
    rf"|\s*{BECOMES}\s+(?:{ADVERBS}\s+){{0,2}}|\s*en (?:sa )?(?:qualité de|tant que)\s+)"
    rf"(?P<det>{ARTICLE}|une?\s+|{POSSESSIVE})?$"
)
DETERMINER = re.compile(
    rf"(?P<dont>dont\s+)?(?P<det>(?:[dD][eu]\s+)?(?:{ARTICLE}|{POSSESSIVE})|du\s+|au\s+|aux\s+|des\s+)$", re.IGNORECASE
)
RIGHT = re.compile(
    rf"\s*(?P<mark>[,:–-]\s*)?(?:depuis[^,;:]{{1,20}},\s*)?(?P<people>[{P}]{ASIDE}(?:(?:\s*,\s*|\s*,?\s+et\s+)[{P}]{ASIDE})*)"
)
WINDOW = 240
"""Characters before an office in which its holder is looked for."""

FOR_EACH = re.compile(
    rf"([{P}]){ASIDE}\s*,?\s*(?:pour|\()\s*(?:{ARTICLE})?(?:[a-zà-ÿ]+\s+(?:de la\s|de l['’]|d[eu]\s|d['’])?)?([{B}])"
)
FOR_ONE = re.compile(
    rf"\s*,?\s*pour\s+(?:(?P<rank>la première|le premier|la seconde|le second|la deuxième|le deuxième)|{ARTICLE}?(?P<body>[{B}]))"
)
PRESIDES = re.compile(
    rf"(?P<who>[{P}{B}]){ASIDE}\s*,?\s*(?:qui\s+)?(?:y\s+)?(?P<verb>préside|présidait|présidera|présida|dirige|dirigeait|dirigera|a fondé|fonda|a créé|créa)\s+"
    rf"(?:(?:en outre|également|aussi|désormais|actuellement|par ailleurs|depuis \d{{4}}|aujourd['’]hui)\s+)*"
)
HEADS = re.compile(
    rf"(?P<who>[{P}]){ASIDE}\s*,?\s*(?:qui (?:est|était)\s+|placée?\s+|désormais\s+|aujourd['’]hui\s+)*à la tête(?=\s+d)"
)
PASSIVE = re.compile(
    rf"(?P<what>[{B}]|\b[\w-]+)\s*(?:\([^()]{{1,30}}\)\s*)?,?\s*(?:qui est\s+|désormais\s+|actuellement\s+)?(?P<verb>(?:co-?)?(?:présidée?|dirigée?|fondée?|créée?))s?\s+"
    rf"(?:(?:en \d{{4}}|depuis \d{{4}}|actuellement|conjointement)\s+)?par\s+(?:[^{P}{B},;:]{{0,25}}\s+)?(?P<people>[{P}](?:\s*(?:,|et)\s*[{P}])*)"
)
INVERTED = re.compile(
    rf"(?P<body>[{B}])\s*(?:\([^()]{{1,30}}\)\s*)?,?\s*qu(?:e|['’])\s*(?P<verb>préside|dirige|présidait|dirigeait)\s+(?P<who>[{P}])"
)
ASSUMES = re.compile(
    r"\b(?:assume|assure|exerce|occupe|détient|prend|prendra|assumera|assurera|assumait|assurait|exerçait)\s+(?:(?:également|aussi|désormais|actuellement|en outre)\s+)?"
    r"(?:la|le)\s+(?P<noun>vice-présidence|présidence|co-?présidence|direction(?: générale)?|secrétariat général)"
)
SITS = re.compile(
    rf"(?P<who>[{P}]){ASIDE}\s*,?\s*qui\s+(?:siège|fait partie)\s+(?:également\s+|aussi\s+)?(?P<where>à son\s|au sein\s|à\s|au\s|de\s|du\s|dans\s)"
)
VERB_TITLES = {"présid": "president", "dirig": "director", "fond": "founder", "cré": "founder", "co": "founder"}
NOUN_TITLES = {"vice-présidence": "vice_president", "direction": "director", "secrétariat général": "secretary_general"}
GATHERINGS = re.compile(
    r"\b(?:délégation|réunion|cérémonie|séance|rencontre|table ronde|mission|soirée|conférence|assemblée générale|visite)\b[^,;]{0,60}$"
)
UNDERSTOOD = frozenset({"other", "member"})
"""Titles too vague to be recorded without their body."""


class Held(NamedTuple):
    """A role found, before it is merged with others."""

    person: int
    title: str
    label: Extent
    organization: int | None
    former: bool
    evidence: list[Extent]
    explicit: bool


class Reader(NamedTuple):
    """What the rules look at: one sentence and the bodies of the document."""

    sketch: Sketch
    chains: list[Chain]
    bodies: Bodies
    claimed: set[int]
    """Positions of persons that hold an office by a rule that already ran."""

    @property
    def begin(self) -> int:
        """Offset of the sentence."""
        return self.sketch.offsets[0] if self.sketch.offsets else 0


def read_sentence(sketch: Sketch, chains: list[Chain], bodies: Bodies) -> Iterator[Held]:
    """Every role that the sentence tells."""
    reader = Reader(sketch, chains, bodies, set())
    for chain in chains:
        yield from _listed(reader, chain) or _attached(reader, chain)
    if PERSON not in sketch.text and BODY not in sketch.text:
        return
    for rule in (_presides, _heads, _passive, _inverted, _assumes, _sits):
        yield from rule(reader)


def _attached(reader: Reader, chain: Chain) -> list[Held]:
    """The holder stands before the office («X, maire de A») or after it («le maire de A, X»)."""
    text = reader.sketch.text
    before = text[max(0, chain.start - WINDOW) : chain.start]
    left, right = LEFT.search(before), RIGHT.match(text, chain.end)
    determiner = DETERMINER.search(before)
    shift = max(0, chain.start - WINDOW)
    if left and right and determiner and left["det"]:
        taken = shift + left.end("people") - 1 in reader.claimed
        left = None if not right["mark"] or taken else left
    if left:
        people = _people(reader, shift + left.start("people"), shift + left.end("people"))
        dont = "dont" in before[: left.start()].split(",")[-1].split()[-1:] and not left["mark"]
    elif right and (determiner or not right["mark"] or _fronted(before)):
        people = _people(reader, right.start("people"), right.end("people"))
        dont = bool(determiner and determiner["dont"])
    else:
        return []
    found_det = (left["det"] if left else determiner["det"] if determiner else None) or ""
    possessive = bool(re.match(POSSESSIVE, found_det, re.IGNORECASE))
    return _share(reader, chain, people, bool(left), borrowed=possessive or dont)


def _fronted(before: str) -> bool:
    """Nothing but an opening word stands before: «Maire de A depuis 2014, X…»."""
    return not before.strip(" «“\"'–-") or before.rstrip()[-1] in "(:;«“"


def _people(reader: Reader, start: int, end: int) -> list[tuple[int, Item]]:
    return [(at, reader.sketch.items[at]) for at in range(start, end) if reader.sketch.text[at] == PERSON]


def _share(reader: Reader, chain: Chain, people: list[tuple[int, Item]], left: bool, *, borrowed: bool) -> list[Held]:
    """Each office to its holder: «X et Y, maires de A et de B» one each, «X, maire et député» both."""
    plural = chain.links[0].office.plural
    if not plural and len(people) > 1 and len(chain.links) == len(people) and left:
        return [
            held for (at, person), link in zip(people, chain.links, strict=True)
            for held in _hold(reader, link, at, person, link.complement.bodies, borrowed)
        ]  # fmt: skip
    if not plural:
        people = people[-1:] if left else people[:1]
    roles: list[Held] = []
    for link in chain.links:
        bodies = link.complement.bodies
        for rank, (at, person) in enumerate(people):
            own = [bodies[rank]] if len(bodies) == len(people) > 1 else bodies
            roles += _hold(reader, link, at, person, own, borrowed)
    return roles


def _hold(reader: Reader, link: Link, at: int, person: Item, bodies: list[int], borrowed: bool) -> list[Held]:
    """One role for each body of the office; an understood body where the text names none."""
    sketch, office = reader.sketch, link.office
    label = Extent(office.start, sketch.end_of(max(link.complement.label_end, link.position + 1)))
    reach = sketch.end_of(max(link.complement.end, link.position + 1))
    evidence = [Extent(person.start, person.end), Extent(office.start, reach)]
    explicit = bool(bodies)
    organizations: list[int | None] = list(bodies)
    if not bodies:
        other = _for_one(reader, max(at + 1, link.complement.end))
        explicit = other is not None or borrowed
        organizations = [other if other is not None else _missing(reader, link, borrowed)]
    if office.title in UNDERSTOOD and organizations == [None]:
        return []
    if office.title in UNDERSTOOD and not explicit:
        return []
    reader.claimed.add(at)
    return [
        Held(entity, office.title, label, organization, office.former, evidence, explicit)
        for entity in person.entities
        for organization in organizations
    ]


def _missing(reader: Reader, link: Link, borrowed: bool) -> int | None:
    """«sa secrétaire générale», «dont le maire»: the body just named; else the body that goes without saying."""
    start = link.office.start
    if borrowed:
        types = TYPES_BORROWED.get(link.office.title)
        found = reader.bodies.preceding(start, reader.begin, types)
        if found is not None:
            return found
    return reader.bodies.understood(link.office.title, start, reader.begin)


TYPES_BORROWED: dict[str, tuple[str, ...]] = {
    "mayor": ("city",),
    "deputy_mayor": ("city",),
    "president": ("organization", "intercommunality", "region", "department"),
    "vice_president": ("organization", "intercommunality", "region", "department"),
    "director": ("organization",),
    "secretary_general": ("organization",),
}


def _for_one(reader: Reader, position: int) -> int | None:
    """«…, pour la première», «…, pour Thiès»: the body that a name stands for."""
    found = FOR_ONE.match(reader.sketch.text, position)
    if found is None:
        return None
    if found["body"]:
        return reader.sketch.items[found.end("body") - 1].entities[0]
    pair = reader.bodies.pair_before(reader.sketch.start_of(position - 1), reader.begin)
    rank = 0 if "premi" in found["rank"] else 1
    return pair[rank] if rank < len(pair) else None


def _listed(reader: Reader, chain: Chain) -> list[Held]:
    """One office, then its holders with their bodies: «les ambassadeurs, X pour A et Y pour B», «présidents : X (A), Y (B)»."""
    link = chain.links[0]
    if not link.office.plural:
        return []
    stop = next((other.start for other in reader.chains if other.start > chain.start), len(reader.sketch.text))
    after = reader.sketch.text[chain.end : chain.end + 40]
    if PERSON not in after:
        return []
    roles: list[Held] = []
    for found in FOR_EACH.finditer(reader.sketch.text, chain.end, stop):
        person = reader.sketch.items[found.start(1)]
        body = reader.sketch.items[found.start(2)].entities[0]
        roles += _hold(reader, link, found.start(1), person, [body], False)
    return roles


def _presides(reader: Reader) -> Iterator[Held]:
    """A verb instead of an office: «X, qui préside la Région», «Nantes y préside la Commission», «X dirige le musée»."""
    for found in PRESIDES.finditer(reader.sketch.text):
        title = _verb_title(found["verb"])
        complement = read_complement(reader.sketch, found.end(), title, reader.bodies, direct=True)
        who = reader.sketch.items[found.start("who")]
        if who.sign == BODY and title != "president":
            continue
        for body in complement.bodies:
            if body not in who.entities:
                yield from _told(reader, who, title, body, found.start("verb"), complement.end)


def _heads(reader: Reader) -> Iterator[Held]:
    """«X, à la tête du conseil régional»: mayor of a city, president of another body."""
    for found in HEADS.finditer(reader.sketch.text):
        complement = read_complement(reader.sketch, found.end(), "president", reader.bodies)
        for body in complement.bodies:
            title = "mayor" if reader.bodies.type_of(body) == "city" else "president"
            start = reader.sketch.text.rfind("à la tête", found.start(), found.end())
            yield from _told(reader, reader.sketch.items[found.start("who")], title, body, start, complement.end)


def _passive(reader: Reader) -> Iterator[Held]:
    """«l'association B, présidée par X», «un comité présidé par X»; never a meeting that someone chairs."""
    for found in PASSIVE.finditer(reader.sketch.text):
        at = found.start("what")
        if found["what"] == BODY:
            if GATHERINGS.search(reader.sketch.text[max(0, at - 90) : at]):
                continue
            body: int | None = reader.sketch.items[at].entities[0]
        else:
            body = reader.bodies.named_by(found["what"], reader.sketch.start_of(at))
        if body is None:
            continue
        for _, person in _people(reader, found.start("people"), found.end("people")):
            yield from _told(reader, person, _verb_title(found["verb"]), body, found.start("verb"), found.end("verb"))


def _inverted(reader: Reader) -> Iterator[Held]:
    """«l'agglomération B, que préside X»."""
    for found in INVERTED.finditer(reader.sketch.text):
        body = reader.sketch.items[found.start("body")].entities[0]
        person = reader.sketch.items[found.start("who")]
        yield from _told(reader, person, _verb_title(found["verb"]), body, found.start("verb"), found.end("verb"))


def _assumes(reader: Reader) -> Iterator[Held]:
    """«B, dont le maire de A, X, assume la vice-présidence», «X assure la présidence de B»."""
    for found in ASSUMES.finditer(reader.sketch.text):
        title = NOUN_TITLES.get(found["noun"].replace(" générale", ""), "president")
        complement = read_complement(reader.sketch, found.end(), title, reader.bodies)
        bodies = complement.bodies or _before_dont(reader, found.start())
        holders = [i for p, i in sorted(reader.sketch.items.items()) if p < found.start() and i.sign in (PERSON, BODY)]
        person = next((item for item in reversed(holders) if item.sign == PERSON), holders[-1] if holders else None)
        if (
            person
            and holders[-1].sign == BODY
            and reader.sketch.text[found.start() - 2 : found.start()].startswith(BODY)
        ):
            person = holders[-1]
        for body in bodies:
            if person and body not in person.entities:
                yield from _told(reader, person, title, body, found.start("noun"), max(found.end(), complement.end))


def _before_dont(reader: Reader, position: int) -> list[int]:
    """The antecedent of the last «dont» before a position."""
    dont = reader.sketch.text.rfind("dont ", 0, position)
    bodies = [item for p, item in sorted(reader.sketch.items.items()) if p < dont and item.sign == BODY]
    return [bodies[-1].entities[0]] if bodies else []


def _sits(reader: Reader) -> Iterator[Held]:
    """«X, qui siège à son conseil d'administration»: a member."""
    for found in SITS.finditer(reader.sketch.text):
        complement = read_complement(reader.sketch, found.end(), "member", reader.bodies, direct=True)
        offset = reader.sketch.start_of(found.start("who"))
        fallback = reader.bodies.preceding(offset, reader.begin, ("organization",)) if "son" in found["where"] else None
        for body in complement.bodies or ([fallback] if fallback is not None else []):
            person = reader.sketch.items[found.start("who")]
            yield from _told(reader, person, "member", body, found.end("who"), max(found.end(), complement.end))


def _told(reader: Reader, who: Item, title: str, body: int, start: int, end: int) -> Iterator[Held]:
    """A role told by a verb: the words of the verb and its object are its label."""
    words = Extent(reader.sketch.start_of(start), reader.sketch.end_of(end))
    for entity in who.entities:
        yield Held(entity, title, words, body, False, [Extent(who.start, who.end), words], True)


def _verb_title(verb: str) -> str:
    stem = verb.lower().removeprefix("a ")
    return next(title for prefix, title in VERB_TITLES.items() if stem.startswith(prefix))
