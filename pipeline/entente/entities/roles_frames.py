"""Who travels and who receives: «la délégation de Nirac, conduite par le maire», «accueillie par la maire»."""

import re
from functools import cache

from entente.entities.roles_chains import Link
from entente.entities.roles_held import Reader
from entente.entities.roles_sketch import BODY, OFFICE, PERSON
from entente.lexicons import load_lexicon

GROUP_CHARACTERS = 160
"""How far before its leader a delegation is told."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DETERMINER = r"(?:l[ea]s?\s+|l['’]|s[ao]n?\s+|leurs?\s+|notre\s+|M\.\s+|Mme\s+)?"


def travellers(reader: Reader, link: Link, title: str) -> list[int]:
    """The body whose delegation the holder of an office leads or belongs to, nearest first."""
    text, at = reader.sketch.text, link.position
    led = _led().search(text[:at])
    if led:
        stretch = (max(0, led.start() - GROUP_CHARACTERS), led.start())
        before = _bodies_of_group(reader, title, *stretch)
        if before or not _fronted(text, led.start()):
            return before[::-1]
        return _bodies_of_group(reader, title, link.complement.end, len(text))
    each = re.search(rf"\bcel(?:le|ui)\s+d[eu'’]\s*(?:la\s|l['’])?([{BODY}])\s*,\s*par\s+{DETERMINER}$", text[:at])
    return [*reader.sketch.items[each.start(1)].entities] if each else []


def guests(reader: Reader, link: Link, title: str) -> list[int]:
    """The bodies whose people the holder of an office receives."""
    text, at = reader.sketch.text, link.position
    received = _received().search(text[:at])
    if received:
        before = _bodies_of_group(reader, title, 0, received.start())
        return before or _bodies_of_group(reader, title, link.complement.end, len(text))
    receives = _receives().search(text, link.complement.end)
    return _bodies_of_group(reader, title, receives.end(), len(text)) if receives else []


def _fronted(text: str, position: int) -> bool:
    """«Conduite par le maire, la délégation de X…»: the group comes after."""
    return not re.search(rf"[\w{PERSON}{BODY}]", text[:position])


def _bodies_of_group(reader: Reader, title: str, start: int, end: int) -> list[int]:
    """Bodies that a group is said to be of, by name («délégation de X») or adjective («délégation comorienne»)."""
    text, found = reader.sketch.text, []
    for group in _groups().finditer(text, start, end):
        stop = min(end, group.end() + GROUP_CHARACTERS)
        named = re.compile(
            rf"(?:\s+[^\W\d_]+){{0,4}}?\s+(?:d[eu]\s+|d['’]|des\s+)(?:[^\W\d_]+\s+){{0,4}}?(?:l['’])?([{BODY}])"
        )
        adjective = WORD.search(text, group.end(), stop)
        by_word = (
            reader.bodies.by_adjective(adjective.group(), reader.sketch.start_of(adjective.start()), title)
            if adjective
            else None
        )
        by_name = named.match(text, group.end(), stop)
        if by_word is not None and (by_name is None or _is_adjective(adjective.group() if adjective else "")):
            found.append(by_word)
        elif by_name:
            found += reader.sketch.items[by_name.start(1)].entities
    return found


def _is_adjective(word: str) -> bool:
    return word.islower() and len(word) > 5


@cache
def _groups() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["groupes"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _led() -> re.Pattern[str]:
    """«conduite par le», «avec à sa tête la», «sous la conduite du» right before an office."""
    words = "|".join(load_lexicon("offices")["conduite"])
    return re.compile(rf"\b(?:{words})\s*{DETERMINER}$", re.IGNORECASE)


@cache
def _received() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["recus"])
    return re.compile(
        rf"\b(?:{words})\b[^.;:{OFFICE}]{{0,60}}\bpar\s+(?:[{PERSON}]\s*,\s*)?{DETERMINER}$", re.IGNORECASE
    )


@cache
def _receives() -> re.Pattern[str]:
    words = "|".join(load_lexicon("offices")["recoit"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
