"""Holders in lists, by ellipsis, or told only as speakers."""

import re

from entente.annotations import Extent
from entente.entities.offices import Office
from entente.entities.roles_attached import ASIDE
from entente.entities.roles_chains import Chain
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_hold import ARTICLE, hold
from entente.entities.roles_sketch import BODY, PERSON
from entente.lexicons.speech import inverted_speech

P, B = PERSON, BODY
LISTED_CHARACTERS = 40
"""How far after a plural office a single holder with a body may stand; two or more may stand anywhere after it."""
GENERIC = r"(?:[a-zà-ÿ]+\s+(?:de la\s|de l['’]|d[eu]\s|d['’])?)?"
FOR_EACH = re.compile(rf"([{P}]){ASIDE}\s*,?\s*(?:(?:pour|à|au|de)\s|[(,]|d['’]|du\s)\s*{ARTICLE}?{GENERIC}([{B}])")
ELLIPSIS = re.compile(
    rf"\s*(?:,|;|et|,\s*et)\s*(?P<who>[{P}]){ASIDE}\s*,?\s*(?:\(|d[eu]\s|d['’]|pour\s)\s*{ARTICLE}?(?P<body>[{B}])(?=\s*[,;.)]|\s+et\b|$)"
)
SPOKEN_CHARACTERS = 40
SPOKEN = re.compile(r"[»”\"]\s*,?\s*")
ARTICLE_ONLY = re.compile(r"\s+(?:l[ea]\s+|l['’])")


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
        roles += hold(reader, link, (found.start(1), person), [body.entities[0]], borrowed=False)
    return roles


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
        roles += hold(reader, link, (found.start("who"), person), [body], borrowed=False)
        end = found.end("body")
    return roles


def read_spoken(reader: Reader, chain: Chain) -> list[Held]:
    """«« … », a indiqué le maire de A», when the paragraph has named one person only: that one."""
    before = reader.sketch.text[max(0, chain.start - SPOKEN_CHARACTERS) : chain.start]
    told = SPOKEN.search(before)
    if told is None or chain.links[0].office.plural:
        return []
    people = [*reader.paragraph, *(item for _, item in reader.people(0, chain.start))]
    if len({item.entities for item in people}) != 1:
        return []
    verb = inverted_speech().match(before, told.end())
    if verb is None or not ARTICLE_ONLY.fullmatch(before, verb.end()):
        return []
    person = (-1, people[-1])
    return [held for link in chain.links for held in hold(reader, link, person, link.complement.bodies, borrowed=False)]
