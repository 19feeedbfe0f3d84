"""The holder of an office, beside it: «X, maire de A», «le maire de A, X», «A et sa maire, X»."""

import re
from typing import NamedTuple

from entente.annotations import Extent
from entente.entities.offices import Office
from entente.entities.roles_bodies import TITLE_TYPES
from entente.entities.roles_chains import ADVERBS, Chain, Link
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_sketch import BODY, PERSON, Item

P, B = PERSON, BODY
ASIDE = r"(?:\s*[(\[][^()\[\]]{1,40}[)\]])?"
ARTICLE = r"(?:l[ea]s?\s+|l['’])"
POSSESSIVE = r"(?:s[ao]n?\s+|ses\s+|leurs?\s+|notre\s+)"
ELECTED = r"(?:ré)?élue?|nommée?|désignée?|devenue?"
BECOMES = (
    rf"(?:est|était|fut|sera|devient|devint|reste|demeure|a été (?:{ELECTED}|choisie?)|vient d['’]être (?:{ELECTED})"
    rf"|(?:occupe|exerce|remplit|assume|assure)\s+"
    r"(?:le poste|les fonctions|la fonction|le mandat|la charge|l['’]intérim)\s+d[eu])"
)
OPENERS = (
    rf"(?:{ADVERBS}|(?P<of>qui en (?:est|était|fut|sera))|qui est|qui était|{ELECTED}|(?:le |la )?nouve(?:au|lle))"
)
SEVERAL = rf"(?:[{P}]{ASIDE}(?:\s*,\s*|\s*,?\s+et\s+))*"
LEFT = re.compile(
    rf"(?P<people>{SEVERAL}[{P}]){ASIDE}(?:\s*,\s*\d{{2}} ans)?\s*"
    rf"(?:(?P<mark>[,(\[/|–-])\s*(?:{OPENERS}\s+){{0,4}}"
    rf"|(?:,\s*qui\s+)?{BECOMES}\s+(?:{ADVERBS}\s+){{0,2}}|en (?:sa )?(?:qualité de|tant que)\s+)"
    rf"(?P<det>{ARTICLE}|une?\s+|{POSSESSIVE})?$"
)
NUMBER = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)"
DETERMINER = re.compile(
    rf"(?P<dont>dont\s+)?(?P<det>(?:[dD][eu]\s+)?(?:{ARTICLE}|{POSSESSIVE})|du\s+|au\s+|aux\s+|des\s+)(?:{NUMBER}\s+)?$",
    re.IGNORECASE,
)
OTHER_HOLDER = re.compile(r"\b(?:et|ainsi que|puis)\s*$")
PLACE = rf"(?:à|au|aux|en|auprès|pour|près|depuis|sortante?)\b[^,;:.(){P}]{{1,70}}?"
"""«en France», «pour la Barbade et les Caraïbes»: where an office is held, between it and its holder."""

RIGHT = re.compile(
    rf"(?:\s+{PLACE}(?=\s*[,–-]))?\s*(?P<mark>[,:–-]\s*)?(?:depuis[^,;:]{{1,20}},\s*)?"
    rf"(?P<people>[{P}]{ASIDE}(?:(?:\s*,\s*|\s*,?\s+et\s+)[{P}]{ASIDE})*)"
)
RESUMED = re.compile(rf"(?:[,)]|\bet\b|[,)]?\s{ADVERBS})\s*$")
RESUMED_CHARACTERS = 90
"""How far a name that holds no office yet may stand before one («X, musicien et maire de A»)."""

LISTED_CHARACTERS = 40
"""How far after a plural office a single holder with a body may stand; two or more may stand anywhere after it."""

WINDOW = 240
"""Characters before an office in which its holder is looked for."""

GENERIC = r"(?:[a-zà-ÿ]+\s+(?:de la\s|de l['’]|d[eu]\s|d['’])?)?"
FOR_EACH = re.compile(rf"([{P}]){ASIDE}\s*,?\s*(?:(?:pour|à|au|de)\s|[(,]|d['’]|du\s)\s*{ARTICLE}?{GENERIC}([{B}])")
RANKS = "la première|le premier|la seconde|le second|la deuxième|le deuxième"
FOR_ONE = re.compile(
    rf"\s*,?\s*pour\s+(?:(?P<rank>{RANKS})|{ARTICLE}?(?P<body>[{B}]))|\s+(?:d[eu]\s+|d['’]){ARTICLE}?(?P<own>[{B}])"
)
ELLIPSIS = re.compile(
    rf"\s*(?:,|;|et|,\s*et)\s*(?P<who>[{P}]){ASIDE}\s*,?\s*(?:\(|d[eu]\s|d['’]|pour\s)\s*{ARTICLE}?(?P<body>[{B}])(?=\s*[,;.)]|\s+et\b|$)"
)
UNDERSTOOD = frozenset({"other", "member"})
"""Titles too vague to be recorded without their body."""

BORROWED_TYPES: dict[str, tuple[str, ...]] = {
    "mayor": ("city",),
    "deputy_mayor": ("city",),
    "president": ("organization", "intercommunality", "region", "department"),
    "vice_president": ("organization", "intercommunality", "region", "department"),
    "director": ("organization",),
    "secretary_general": ("organization",),
    "rector": ("organization",),
    "minister": ("country", "region"),
}


class Holders(NamedTuple):
    """Who stands beside an office."""

    people: list[tuple[int, Item]]
    before: bool
    """They are named before the office."""
    borrowed: bool
    """The body is the one just named: «sa présidente», «dont le maire»."""


def read_attached(reader: Reader, chain: Chain) -> list[Held]:
    """The holder stands before the office («X, maire de A») or after it («le maire de A, X»)."""
    holders = _holders(reader, chain)
    return _share(reader, chain, holders) if holders else []


def read_item(reader: Reader, lead: Office) -> list[Held]:
    """An item of a list under «Les présidents ont signé :» with one name and one body: «- X (A)»."""
    items = [item for _, item in sorted(reader.sketch.items.items())]
    people, bodies = [i for i in items if i.sign == PERSON], [i for i in items if i.sign == BODY]
    if len(people) != 1 or not bodies:
        return []
    label = Extent(lead.start, lead.end)
    evidence = [Extent(people[0].start, people[0].end), label]
    return [Held(people[0].entities[0], lead.title, label, bodies[0].entities[0], lead.former, evidence, True)]


def read_elliptic(reader: Reader, chain: Chain) -> list[Held]:
    """«X, présidente de la chambre A, Y, de la chambre B»: the same office in a body of the same kind."""
    link = chain.links[-1]
    roles: list[Held] = []
    end = chain.end
    while link.complement.bodies and (found := ELLIPSIS.match(reader.sketch.text, end)):
        person, body = reader.sketch.items[found.start("who")], reader.sketch.items[found.start("body")].entities[0]
        if not reader.bodies.alike(body, link.complement.bodies[0]):
            break
        roles += _hold(reader, link, (found.start("who"), person), [body], borrowed=False)
        end = found.end("body")
    return roles


def read_listed(reader: Reader, chain: Chain) -> list[Held]:
    """One office, then each holder with a body: «les ambassadeurs, X pour A et Y pour B», «maires : X (A), Y (B)»."""
    link = chain.links[0]
    text = reader.sketch.text
    if not link.office.plural:
        return []
    stop = next((other.start for other in reader.chains if other.start > chain.start), len(text))
    pairs = list(FOR_EACH.finditer(text, chain.end, stop))
    if len(pairs) < 2 and PERSON not in text[chain.end : chain.end + LISTED_CHARACTERS]:
        return []
    roles: list[Held] = []
    for found in pairs:
        person, body = reader.sketch.items[found.start(1)], reader.sketch.items[found.start(2)]
        roles += _hold(reader, link, (found.start(1), person), [body.entities[0]], borrowed=False)
    return roles


def _holders(reader: Reader, chain: Chain) -> Holders | None:
    text = reader.sketch.text
    shift = max(0, chain.start - WINDOW)
    before = text[shift : chain.start]
    left, right, determiner = LEFT.search(before), RIGHT.match(text, chain.end), DETERMINER.search(before)
    pointed = chain.links[0].office.head.startswith(("cel", "ceux"))
    if pointed or (left and left["det"] and OTHER_HOLDER.search(before[: left.start("det")])):
        left = None
    if left and left["det"] and right:
        taken = shift + left.end("people") - 1 in reader.claimed
        left = None if taken or not right["mark"] else left
    if left:
        dont = before[: left.start()].rstrip().endswith("dont") and not left["mark"]
        people = reader.people(shift + left.start("people"), shift + left.end("people"))
        return Holders(people, True, dont or bool(left["of"]) or _is_possessive(left["det"]))
    if right and (determiner or pointed or not right["mark"] or _is_fronted(before)):
        people = reader.people(right.start("people"), right.end("people"))
        borrowed = bool(determiner and (determiner["dont"] or _is_possessive(determiner["det"])))
        return Holders(people, False, borrowed)
    return None if determiner else _resumed(reader, chain, before)


def _is_possessive(determiner: str | None) -> bool:
    return bool(determiner and re.match(rf"(?:d[eu]\s+)?{POSSESSIVE}", determiner, re.IGNORECASE))


def _is_fronted(before: str) -> bool:
    """Nothing but an opening mark stands before: «Maire de A depuis 2014, X…»."""
    return not before.strip(" «“\"'–-") or before.rstrip()[-1] in "(:;«“"


def _resumed(reader: Reader, chain: Chain, before: str) -> Holders | None:
    """«X, fondateur de B, société d'ingénierie, et désormais membre de C»: the office is that of the last name."""
    people = reader.people(0, chain.start)
    if not people or chain.links[0].office.plural or not RESUMED.search(before):
        return None
    at = people[-1][0]
    apposed = chain.start - at <= RESUMED_CHARACTERS and reader.sketch.text[at + 1 : at + 2] == ","
    return Holders(people[-1:], True, False) if at in reader.claimed or apposed else None


def _share(reader: Reader, chain: Chain, holders: Holders) -> list[Held]:
    """Each office to its holder: «X et Y, maires de A et de B» one each, «X, maire et député» both."""
    people, plural = holders.people, chain.links[0].office.plural
    if plural and len(people) == 1:
        return []
    if not plural and holders.before and len(chain.links) == len(people) > 1:
        return [
            held
            for person, link in zip(people, chain.links, strict=True)
            for held in _hold(reader, link, person, link.complement.bodies, borrowed=holders.borrowed)
        ]
    if not plural:
        people = people[-1:] if holders.before else people[:1]
    roles: list[Held] = []
    for link in chain.links:
        bodies = link.complement.bodies
        if not bodies and len(people) > 1:
            bodies = reader.bodies.respective(link.office.title, len(people), link.office.start, reader.begin)
        for rank, person in enumerate(people):
            own = [bodies[rank]] if len(bodies) == len(people) > 1 else bodies
            roles += _hold(reader, link, person, own, borrowed=holders.borrowed)
    return roles


def _hold(reader: Reader, link: Link, who: tuple[int, Item], bodies: list[int], *, borrowed: bool) -> list[Held]:
    """One role for each body of the office; an understood body where the text names none."""
    at, person = who
    link = _as_counterpart(reader, link)
    office, complement = link.office, link.complement
    explicit, organizations = bool(bodies), list[int | None](bodies)
    if not bodies:
        other = _for_one(reader, max(at + 1, complement.end))
        borrowed = (borrowed and "homologue" not in office.head) or complement.hint == "borrowed"
        explicit = other is not None or borrowed
        organizations = [other if other is not None else _missing(reader, link, person.entities[0], borrowed=borrowed)]
    if office.title in UNDERSTOOD and (organizations == [None] or not explicit):
        return []
    reader.claimed.add(at)
    sketch = reader.sketch
    label = Extent(office.start, sketch.end_of(max(complement.label_end, link.position + 1)))
    words = Extent(office.start, sketch.end_of(max(complement.end, link.position + 1)))
    evidence = [Extent(person.start, person.end), words]
    return [
        Held(entity, office.title, label, organization, office.former, evidence, explicit)
        for entity in person.entities
        for organization in organizations
    ]


def _missing(reader: Reader, link: Link, person: int, *, borrowed: bool) -> int | None:
    """«sa secrétaire générale», «dont le maire»: the body just named; else the body that goes without saying."""
    start, title, hint = link.office.start, link.office.title, link.complement.hint
    if borrowed:
        found = reader.bodies.preceding(start, reader.begin, BORROWED_TYPES.get(title))
        if found is not None:
            return found
    if hint == "unknown":
        return None
    office = link.office._replace(title="mayor") if hint == "twinning" else link.office
    nearby = None if "homologue" in office.head else _nearby(reader, link, office.title)
    return nearby if nearby is not None else reader.bodies.understood(office, person, start, reader.begin)


def _as_counterpart(reader: Reader, link: Link) -> Link:
    """«son homologue, Y»: Y's office is the one told before."""
    if link.office.title != "counterpart":
        reader.titles.append(link.office.title)
        return link
    return link._replace(office=link.office._replace(title=reader.titles[-1] if reader.titles else "other"))


def _nearby(reader: Reader, link: Link, title: str) -> int | None:
    """The body of the last office before in the sentence, when it can be this office's too and none was named since."""
    links = [other for chain in reader.chains for other in chain.links if other.position < link.position]
    types = TITLE_TYPES.get(title, ())
    bodies = [(other, b) for other in links for b in other.complement.bodies if reader.bodies.type_of(b) in types]
    if not bodies:
        return None
    last, body = bodies[-1]
    since = reader.sketch.end_of(last.complement.end)
    return None if reader.bodies.names_between(since, link.office.start, types) else body


def _for_one(reader: Reader, position: int) -> int | None:
    """«…, pour la première», «…, pour Thiès», «le maire X de Thiès»: the body that a name stands for."""
    found = FOR_ONE.match(reader.sketch.text, position)
    if found is None:
        return None
    name = "body" if found["body"] else "own" if found["own"] else None
    if name:
        return reader.sketch.items[found.end(name) - 1].entities[0]
    pair = reader.bodies.pair_before(reader.sketch.start_of(position - 1), reader.begin)
    rank = 0 if "premi" in found["rank"] else 1
    return pair[rank] if rank < len(pair) else None
