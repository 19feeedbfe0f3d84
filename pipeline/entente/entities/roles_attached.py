"""The holder of an office, beside it: «X, maire de A», «le maire de A, X», «A et sa maire, X»."""

import re
from typing import NamedTuple

from entente.entities.roles_chains import ADVERBS, Chain
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_hold import ARTICLE, hold
from entente.entities.roles_pairs import respective
from entente.entities.roles_sketch import PERSON, Item
from entente.entities.roles_titles import SINGLE

P = PERSON
ASIDE = r"(?:\s*[(\[][^()\[\]]{1,40}[)\]])?"
POSSESSIVE = r"(?:s[ao]n?\s+|ses\s+|leurs?\s+|notre\s+)"
ELECTED = r"(?:ré)?élue?|nommée?|désignée?|devenue?"
BECOMES = (
    rf"(?:est|était|fut|sera|devient|devint|reste|demeure|a été (?:{ELECTED}|choisie?)|vient d['’]être (?:{ELECTED})"
    rf"|(?:occupe|exerce|remplit|assume|assure)\s+"
    r"(?:le poste|les fonctions|la fonction|le mandat|la charge|l['’]intérim)\s+d[eu])"
)
ELECTED_FIRST = re.compile(r"(?:^|(?<=[.:;] ))(?:Ré)?(?:[ÉéE]lue?|Nommée?|Désignée?)\s+$")
"""«Élue présidente de A en mars, X…»: the office opens the sentence."""

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
DETERMINED = 80
"""Characters before an office in which its determiner stands: «dont les quatre»."""

OTHER_HOLDER = re.compile(r"\b(?:et|ainsi que|puis)\s*$")
PLACE = rf"(?:à|au|aux|en|auprès|pour|près|depuis|sortante?)\b[^,;:.(){P}]{{1,70}}?"
"""«en France», «pour la Barbade et les Caraïbes»: where an office is held, between it and its holder."""
RIGHT = re.compile(
    rf"{ASIDE}(?:\s+(?:d['’]alors|de l['’]époque|en exercice|en titre|sortante?)(?=\s*,))?"
    rf"(?:\s+{PLACE}(?=\s*[,–-]))?\s*(?P<mark>[,:–-]\s*)?(?:depuis[^,;:]{{1,20}},\s*)?"
    rf"(?P<people>[{P}]{ASIDE}(?:(?:\s*,\s*|\s*,?\s+et\s+)[{P}]{ASIDE})*)"
)
RESUMED = re.compile(rf"(?:[,)]|\bet\b|[,)]?\s{ADVERBS})\s*$")
RESUMED_CHARACTERS = 90
"""How far a name that holds no office yet may stand before one («X, musicien et maire de A»)."""
WINDOW = 240
"""Characters before an office in which its holder is looked for."""


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


def _holders(reader: Reader, chain: Chain) -> Holders | None:
    text = reader.sketch.text
    shift = max(0, chain.start - WINDOW)
    before = text[shift : chain.start]
    person = before.find(PERSON)
    left = LEFT.search(before, person) if person >= 0 else None
    right, determiner = RIGHT.match(text, chain.end), DETERMINER.search(before, max(0, len(before) - DETERMINED))
    pointed = chain.links[0].office.head.startswith(("cel", "ceux"))
    if pointed or (left and left["det"] and OTHER_HOLDER.search(before[: left.start("det")])):
        left = None
    if pointed and not right and before.rstrip().endswith(","):
        left = LEFT.search(before)
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
    return None if determiner or pointed else _resumed(reader, chain, before)


OWN = re.compile(rf"(?:d[eu]\s+)?{POSSESSIVE}", re.IGNORECASE)


def _is_possessive(determiner: str | None) -> bool:
    ours = determiner and "notre" in determiner.lower()
    return bool(determiner and not ours and OWN.match(determiner))


def _is_fronted(before: str) -> bool:
    """Nothing but an opening mark stands before: «Maire de A depuis 2014, X…»."""
    words = ELECTED_FIRST.sub("", before).strip(" «“\"'–-")
    return not words or words[-1] in "(:;«“"


def _resumed(reader: Reader, chain: Chain, before: str) -> Holders | None:
    """«X, fondateur de B, société d'ingénierie, et désormais membre de C»: the office is that of the last name."""
    last = reader.last_person(chain.start)
    if last is None or chain.links[0].office.plural or not RESUMED.search(before):
        return None
    at = last[0]
    apposed = chain.start - at <= RESUMED_CHARACTERS and reader.sketch.text[at + 1 : at + 2] == ","
    return Holders([last], True, False) if at in reader.claimed or apposed else None


def _share(reader: Reader, chain: Chain, holders: Holders) -> list[Held]:
    """Each office to its holder: «X et Y, maires de A et de B» one each, «X, maire et député» both."""
    people, plural = holders.people, chain.links[0].office.plural
    if plural and len(people) == 1:
        return []
    coordinated = len(people) > 1 and "et" in reader.sketch.text[people[-2][0] : people[-1][0]].split()
    if not plural and holders.before and coordinated and len(chain.links) == len(people):
        return [
            held
            for person, link in zip(people, chain.links, strict=True)
            for held in hold(reader, link, person, link.complement.bodies, borrowed=holders.borrowed)
        ]
    if not plural:
        people = people[-1:] if holders.before else people[:1]
    roles: list[Held] = []
    for link in chain.links:
        bodies = link.complement.bodies
        if not bodies and len(people) > 1 and link.office.title in SINGLE:
            bodies = respective(reader.bodies, link.office.title, len(people), link.office.start, reader.begin)
        for rank, person in enumerate(people):
            own = [bodies[rank]] if len(bodies) == len(people) > 1 else bodies
            roles += hold(reader, link, person, own, borrowed=holders.borrowed)
    return roles
