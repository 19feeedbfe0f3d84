"""What follows an office: its body or bodies, and its portfolio («vice-présidente du département chargée du sport»)."""

import re
from functools import cache
from typing import NamedTuple

from entente.entities.roles_bodies import Bodies
from entente.entities.roles_described import ARTICLES, LINKS, described
from entente.entities.roles_sketch import BODY, OFFICE, PERSON, Sketch
from entente.entities.roles_words import all_nouns
from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold

TOKEN = re.compile(rf"\s*(?:([{PERSON}{BODY}{OFFICE}])|([dlDL]['’]|qu['’]|[^\W_]+(?:[-'’.][^\W_]+)*\.?)|(\S))")
PARENTHESIS = re.compile(r"\s*(?:\([^()]{1,30}\)|depuis (?:\w+ )?\d{4}(?=\s+d))")
PORTFOLIO = re.compile(
    rf"\s*,?\s*(?:chargée?s?|responsables?|déléguée?s?|en charge|compétente?s?)\s+"
    rf"(?:d[eu'’]|à|au|aux|pour)[^,;:.()«»{PERSON}{BODY}{OFFICE}]*"
)
MORE = re.compile(
    rf"\s*(?:,(?:\s*et)?|et|ainsi que|comme|et aussi)\s*(?:également\s|aussi\s)?\s*"
    rf"(?:de\s+l['’]|de\s+la|d['’]|du|des|de)\s*(?:[a-zà-ÿ]+\s+){{0,3}}?([{BODY}])"
)
LISTED = re.compile(rf"\s*(?:,|et)\s*(?:de\s+l['’]|de\s+la|d['’]|du|des|de)?\s*([{BODY}])")
OBJECTS = re.compile(rf"\s*(?:,|et|comme|ainsi que)\s*(?:l[ea]\s+|l['’])?([{BODY}])")
APPOSED = re.compile(
    rf"\s*[,–-]\s*(?:l[ea]\s|l['’]|au sein d[eu]\s*(?:la\s|l['’])?|à\s(?:la\s|l['’])?|chez\s)?\s*"
    rf"([{BODY}])(?=\s*(?:[,;.)(]|et\b|$))"
)
LONGEST = 16
"""Words that may stand between an office and its body."""

PLACED = frozenset({"director", "member_of_parliament", "other", "secretary_general", "delegate"})
"""Titles whose body may follow «chez», «à» or «en»: «directeur général chez Auchan», «parlementaire en Navarre»."""


class Complement(NamedTuple):
    """The bodies of an office, and where its words end in the sketch."""

    bodies: list[int]
    end: int
    label_end: int
    hint: str
    """`named` (or described), `borrowed` («de son conseil»), `unknown` (a name, no entity), `open` (not told),
    `assembly` («du conseil», «du comité exécutif») or `twinning` («du comité de jumelage») without a name."""


def read_complement(
    sketch: Sketch, position: int, title: str, bodies: Bodies, *, plural: bool = False, direct: bool = False
) -> Complement:
    """Read on from the end of an office; `direct` after a verb whose object is the body («préside la Région»)."""
    aside = PARENTHESIS.match(sketch.text, position)
    start = aside.end() if aside else position
    words, end, named = _walk(sketch, start, title, bodies, direct)
    if named:
        found = list(sketch.items[end - 1].entities)
        pattern = OBJECTS if direct else LISTED if plural else MORE
        found, end = _further(sketch, end, found, pattern, title, bodies)
        tail = PORTFOLIO.match(sketch.text, end)
        label_end = tail.end() if tail else position
        return Complement(found, tail.end() if tail else end, label_end, "named")
    body, hint = described(sketch, words, title, bodies)
    if body is not None:
        found, end = _further(sketch, end, [body], MORE, title, bodies)
        return Complement(found, end, end, "named")
    apposed = APPOSED.match(sketch.text, end)
    if apposed and title not in ("mayor", "ambassador", "consul"):
        item = sketch.items[apposed.end(1) - 1]
        staff = title in ("director", "secretary_general", "delegate", "other")
        if bodies.type_of(item.entities[0]) == "organization" or (staff and bodies.type_of(item.entities[0]) != "city"):
            return Complement(list(item.entities), apposed.end(1), end, "named")
    return Complement([], end, end, hint)


def _walk(
    sketch: Sketch, position: int, title: str, bodies: Bodies, direct: bool
) -> tuple[list[tuple[str, int]], int, bool]:
    """Words up to a body that the office is linked to, or up to the end of the complement."""
    words: list[tuple[str, int]] = [("de", position)] if direct else []
    end = position
    for _ in range(LONGEST):
        token = TOKEN.match(sketch.text, end)
        if token is None:
            break
        if token[1]:
            if (
                token[1] == BODY
                and (_linked(words, title) or (title == "delegate" and not words))
                and bodies.suits(sketch.items[token.end(1) - 1].entities[0], title)
            ):
                return words, token.end(1), True
            if token[1] == BODY and words:
                end = token.end(1)
                words.append(("", end))
                continue
            break
        if token[3]:
            portfolio = PORTFOLIO.match(sketch.text, end)
            if token[3] != "," or portfolio is None:
                break
            end = token.end(3)
            continue
        word = token[2].lower().replace("’", "'")
        if (
            word in _stops()
            and not (word in ("en", "chez") and title in PLACED and not words)
            and not _in_portfolio(words, word)
        ):
            break
        words.append((word, token.start(2)))
        end = token.end(2)
    while words and words[-1][0] in LINKS | ARTICLES and words[-1][1] >= position:
        end = words.pop()[1]
        end = position + len(sketch.text[position:end].rstrip())
    return words, end, False


def _in_portfolio(words: list[tuple[str, int]], word: str) -> bool:
    """«ministre de la Culture et du Tourisme», «responsable en charge de…»: a coordination inside the portfolio."""
    if word == "et":
        return len(words) >= 2 and fold(words[-1][0]) not in all_nouns()
    return word == "en" and not words


def _linked(words: list[tuple[str, int]], title: str) -> bool:
    """The word before the body is a preposition, its article, or a noun that names a kind of body."""
    if not words:
        return False
    plain = [word for word, _ in words]
    last = len(plain) - 1
    while last >= 0 and (plain[last] in ARTICLES or fold(plain[last]) in all_nouns()):
        last -= 1
    if last >= 0 and (plain[last] in LINKS or (plain[last] in ("chez", "en") and title in PLACED)):
        return plain[0] in LINKS or plain[0] in ("chez", "en") or _is_adjective(plain[0])
    return False


def _is_adjective(word: str) -> bool:
    """A word between the office and its preposition: «ministre tunisien de», «responsable», «chargé»."""
    return word not in ARTICLES and not word.endswith(("er", "ir"))


def _further(
    sketch: Sketch, end: int, found: list[int], pattern: re.Pattern[str], title: str, bodies: Bodies
) -> tuple[list[int], int]:
    """«… et de la Collectivité européenne d'Alsace»: the same office in another body."""
    while more := pattern.match(sketch.text, end):
        item = sketch.items[more.end(1) - 1]
        if not bodies.suits(item.entities[0], title):
            break
        found, end = [*found, *item.entities], more.end(1)
    return found, end


@cache
def _stops() -> frozenset[str]:
    return frozenset(word.replace("’", "'") for word in load_lexicon("offices")["arrets"])
