"""Who travels and who receives: «la délégation de Nirac, conduite par le maire», «accueillie par la maire»."""

import re
from collections.abc import Iterator
from functools import cache

from entente.entities.roles_called import by_adjective
from entente.entities.roles_chains import Link
from entente.entities.roles_held import Reader
from entente.entities.roles_sketch import BODY, OFFICE, PERSON
from entente.lexicons import load_lexicon

GROUP_CHARACTERS = 160
"""How far before its leader a delegation is told, and how far after it its own leader is."""

REMEMBERED = 12
"""Sentences back in which a delegation that is only called so («la délégation») was told in full."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DETERMINER = r"(?:l[ea]s?\s+|l['’]|s[ao]n?\s+|leurs?\s+|notre\s+|M\.\s+|Mme\s+)?"
NAMED = rf"(?:[{PERSON}]\s*(?:\([^()]{{1,30}}\)\s*)?,\s*)?"
OF_BODY = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,4}}?\s+(?:d[eu]\s+|d['’]|des\s+)(?:[^\W\d_]+\s+){{0,4}}?(?:l['’])?([{BODY}])"
)
FOR_EACH = re.compile(rf"\bcel(?:le|ui)\s+d[eu'’]\s*(?:la\s|l['’])?([{BODY}])\s*,\s*par\s+{DETERMINER}$")
DELEGATION = re.compile(r"\b(?:délégation|mission)\b", re.IGNORECASE)
ADJECTIVE_LETTERS = 6
"""Fewest letters of an adjective that says where a group is from: «comorienne»."""


def travellers(reader: Reader, link: Link, title: str) -> list[int]:
    """The body whose delegation the holder of an office leads or belongs to, nearest first."""
    text, at = reader.sketch.text, link.position
    led = _led().search(text[:at])
    if led:
        stretch = (max(0, led.start() - GROUP_CHARACTERS), led.start())
        found = list(_bodies_of_groups(reader, title, *stretch))[::-1]
        if not found and not re.search(rf"[\w{PERSON}{BODY}]", text[: led.start()]):
            found = list(_bodies_of_groups(reader, title, link.complement.end, len(text)))
        return found or _remembered(reader, title)
    each = FOR_EACH.search(text[:at])
    return [*reader.sketch.items[each.start(1)].entities] if each else []


def guests(reader: Reader, link: Link, title: str) -> list[int]:
    """The bodies whose people the holder of an office receives."""
    text, at = reader.sketch.text, link.position
    received = _received().search(text[:at])
    if received:
        found = list(_bodies_of_groups(reader, title, 0, received.start()))
        found = found or list(_bodies_of_groups(reader, title, link.complement.end, len(text)))
        return found or _remembered(reader, title)
    receives = _receives().search(text, link.complement.end)
    return list(_bodies_of_groups(reader, title, receives.end(), len(text))) if receives else []


def _remembered(reader: Reader, title: str) -> list[int]:
    """The body of the delegation told last before."""
    for sketch, chains in reversed(reader.before[-REMEMBERED:]):
        group = DELEGATION.search(sketch.text)
        earlier = reader._replace(sketch=sketch, chains=chains)
        found = list(_bodies_of_groups(earlier, title, group.start(), len(sketch.text))) if group else []
        if found:
            return found[-1:]
    return []


def _bodies_of_groups(reader: Reader, title: str, start: int, end: int) -> Iterator[int]:
    """Bodies that groups are of: «délégation de X», «délégation comorienne», «délégation menée par la maire de X»."""
    for group in _groups().finditer(reader.sketch.text, start, end):
        body = _adjectived(reader, title, group.end(), end)
        if body is None:
            named = OF_BODY.match(reader.sketch.text, group.end(), min(end, group.end() + GROUP_CHARACTERS))
            body = reader.sketch.items[named.start(1)].entities[0] if named else _led_body(reader, group.end(), end)
        if body is not None:
            yield body


def _adjectived(reader: Reader, title: str, start: int, end: int) -> int | None:
    word = WORD.search(reader.sketch.text, start, end)
    if word is None or not word.group().islower() or len(word.group()) < ADJECTIVE_LETTERS:
        return None
    return by_adjective(reader.bodies, word.group(), reader.sketch.start_of(word.start()), title)


def _led_body(reader: Reader, start: int, end: int) -> int | None:
    """The body of the office that leads a group."""
    for chain in reader.chains:
        if start < chain.start < min(end, start + GROUP_CHARACTERS) and chain.links[0].complement.bodies:
            led = _led().search(reader.sketch.text, start, chain.start)
            return chain.links[0].complement.bodies[0] if led else None
    return None


@cache
def _groups() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["groupes"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _led() -> re.Pattern[str]:
    """«conduite par le», «avec à sa tête la», «emmenés par X, » right before an office."""
    words = "|".join(load_lexicon("offices")["conduite"])
    return re.compile(rf"\b(?:{words})\s*{NAMED}{DETERMINER}$", re.IGNORECASE)


@cache
def _received() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["recus"])
    return re.compile(rf"\b(?:{words})\b[^.;:{OFFICE}]{{0,60}}\bpar\s+{NAMED}{DETERMINER}$", re.IGNORECASE)


@cache
def _receives() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["recoit"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
