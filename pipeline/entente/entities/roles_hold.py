"""One office, one holder, and its bodies: named, borrowed from what was just said, or understood."""

import re

from entente.annotations import Extent
from entente.entities.roles_chains import Link
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_pairs import opposite, pair_before, preceding
from entente.entities.roles_sketch import BODY, Item
from entente.entities.roles_titles import COLLECTIVITIES, SINGLE, TITLE_TYPES, types_of
from entente.entities.roles_understood import understood

B = BODY
ARTICLE = r"(?:l[ea]s?\s+|l['’])"
RANKS = "la première|le premier|la seconde|le second|la deuxième|le deuxième"
FOR_ONE = re.compile(
    rf"\s*,?\s*pour\s+(?:(?P<rank>{RANKS})|{ARTICLE}?(?P<body>[{B}]))|\s+(?:d[eu]\s+|d['’]){ARTICLE}?(?P<own>[{B}])"
)
BRACKETED = re.compile(rf"[{B}]\s*\(\s*$")
PLACED_IN = re.compile(rf"([{B}])\s*(?:,|d[eu]|d['’]|en|au)\s*(?:la\s|l['’])?[{B}]$")
BRACKET_REACH = 40
"""Characters before an office or its holder in which a bracket or a colleague is looked for."""
COLLEAGUE = re.compile(r"(?:homologue|collègue|vis-à-vis)\b[^.;:]{0,30}$")
SAME_SEAT = ("prédécesseur", "successeur")
"""Who holds the same office in the same body, before or after."""

MUNICIPAL = frozenset({"mayor", "deputy_mayor", "councillor"})
HEADS = frozenset({"president", "governor", "prefect", "rector"})
"""Titles whose holder is not in the body of whoever holds another office before in the sentence."""

UNDERSTOOD = frozenset({"other", "member", "delegate"})
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


def hold(reader: Reader, link: Link, who: tuple[int, Item], bodies: list[int], *, borrowed: bool) -> list[Held]:
    """One role for each body of the office; an understood body where the text names none."""
    at, person = who
    link = _as_counterpart(reader, link)
    link, bodies = _without_rivals(reader, link, person.entities[0], bodies)
    office, complement = link.office, link.complement
    explicit, organizations = bool(bodies), list[int | None](bodies)
    if not bodies and (town := _before_bracket(reader, at, office.title)) is not None:
        bodies, explicit, organizations = [town], True, [town]
    if not bodies and (side := _other_side(reader, link)) is not None:
        bodies, organizations = [side], [side]
    if not bodies:
        other = _for_one(reader, max(at + 1, complement.end))
        borrowed = (borrowed and "homologue" not in office.head) or complement.hint == "borrowed"
        explicit = other is not None or borrowed
        organizations = [other if other is not None else _missing(reader, link, person.entities[0], borrowed=borrowed)]
    if office.title in UNDERSTOOD and (organizations == [None] or not explicit):
        return []
    reader.claimed.add(at)
    for organization in organizations:
        reader.bodies.seats.told[office.title] = organization
        if organization is not None and not office.former and office.title in ("deputy_mayor", "councillor"):
            reader.bodies.seats.posts.setdefault(person.entities[0], set()).add(organization)
        if organization is not None and office.title in SINGLE and not office.former:
            reader.bodies.seats.seated.setdefault((office.title, organization), person.entities[0])
    sketch = reader.sketch
    label = Extent(office.start, sketch.end_of(max(complement.label_end, link.position + 1)))
    words = Extent(office.start, sketch.end_of(max(complement.end, link.position + 1)))
    evidence = [Extent(person.start, person.end), words]
    return [
        Held(entity, office.title, label, organization, office.former, evidence, explicit)
        for entity in person.entities
        for organization in organizations
    ]


def _without_rivals(reader: Reader, link: Link, person: int, bodies: list[int]) -> tuple[Link, list[int]]:
    """Bodies, without those that are only described and whose only such office the text gives to someone else."""
    title, sketch, read = link.office.title, reader.sketch, reader.bodies
    words = read.text(link.office.start, sketch.end_of(max(link.complement.end, link.position + 1)))
    kept = [b for b in bodies if read.is_named(b, words) or not _is_rivalled(reader, title, b, person)]
    if kept or not bodies:
        return link, kept
    hint = "twinning" if "jumelage" in words else "unknown"
    return link._replace(complement=link.complement._replace(bodies=[], hint=hint)), []


def _is_rivalled(reader: Reader, title: str, body: int, person: int) -> bool:
    """Whether the text names a territory with someone else's only such office."""
    territory = reader.bodies.type_of(body) != "organization"
    return territory and reader.bodies.seats.named_for_other(title, body, person)


def _before_bracket(reader: Reader, at: int, title: str) -> int | None:
    """«Luxembourg (Mme X, échevine)», «Orange, Vaucluse (M. X, adjoint)»: the body before the bracket of its holder."""
    text = reader.sketch.text
    found = BRACKETED.search(text[max(0, at - BRACKET_REACH) : at])
    if found is None:
        return None
    position = max(0, at - BRACKET_REACH) + found.start()
    placed = PLACED_IN.search(text[: position + 1])
    before = [reader.sketch.items[placed.start(1)].entities[0]] if placed else []
    bodies = [reader.sketch.items[position].entities[0], *before]
    fitting = (body for body in bodies if reader.bodies.type_of(body) in TITLE_TYPES.get(title, ()))
    return next(fitting, bodies[0])


def _other_side(reader: Reader, link: Link) -> int | None:
    """«son homologue, Y», «sa collègue italienne, la maire Y»: the partner of the body told before."""
    position = link.position
    if link.office.head.startswith(SAME_SEAT):
        return reader.bodies.seats.told.get(link.office.title)
    called = "homologue" in link.office.head
    called = called or COLLEAGUE.search(reader.sketch.text[max(0, position - BRACKET_REACH) : position]) is not None
    return opposite(reader.bodies, link.office.title, link.office.start) if called else None


def _missing(reader: Reader, link: Link, person: int, *, borrowed: bool) -> int | None:
    """«sa secrétaire générale», «dont le maire»: the body just named; else the body that goes without saying."""
    start, title, hint = link.office.start, link.office.title, link.complement.hint
    if borrowed:
        found = preceding(reader.bodies, start, reader.begin, BORROWED_TYPES.get(title))
        if found is not None:
            return found
    if hint == "unknown":
        return None
    office = link.office._replace(title="mayor") if hint == "twinning" else link.office
    office = office._replace(title="councillor", head="") if hint == "assembly" else office
    office = office._replace(title="director") if hint == "board" else office
    alone = "homologue" in office.head or office.title in HEADS
    nearby = None if alone else _nearby(reader, link, types_of(office))
    if nearby is not None and not reader.bodies.seats.held_by_other(office.title, nearby, person):
        return nearby
    elected = office.title in ("president", "vice_president") and _is_municipal(reader, link)
    types = COLLECTIVITIES if elected else types_of(office)
    return understood(reader, link, office, person, types) if types else None


def _is_municipal(reader: Reader, link: Link) -> bool:
    """«adjoint et vice-président»: an office of the commune stands in the same chain."""
    chain = next((c for c in reader.chains if any(other.position == link.position for other in c.links)), None)
    return chain is not None and any(other.office.title in MUNICIPAL for other in chain.links)


def _as_counterpart(reader: Reader, link: Link) -> Link:
    """«son homologue, Y»: Y's office is the one told before."""
    if link.office.title != "counterpart":
        reader.titles.append(link.office.title)
        return link
    told = [other.office.title for chain in reader.chains for other in chain.links if other.position < link.position]
    titles = [*reader.titles, *(title for title in told if title != "counterpart")]
    former = link.office.former or link.office.head.startswith("prédécesseur")
    return link._replace(office=link.office._replace(title=titles[-1] if titles else "other", former=former))


def _nearby(reader: Reader, link: Link, types: tuple[str, ...]) -> int | None:
    """The body of the last office before in the sentence, when it can be this office's too and none was named since."""
    links = [other for chain in reader.chains for other in chain.links if other.position < link.position]
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
    pair = pair_before(reader.bodies, reader.sketch.start_of(position - 1), reader.begin)
    rank = 0 if "premi" in found["rank"] else 1
    return pair[rank] if rank < len(pair) else None
