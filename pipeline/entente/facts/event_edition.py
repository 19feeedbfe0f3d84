"""The number of an edition: «9es Assises», «la troisième édition du forum»."""

import re
from functools import cache

from entente.facts.event_words import sections_in, words
from entente.lexicons import load_lexicon

ADJECTIVE = re.compile(r"\w+\s+")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
BEFORE = 30
"""Characters before a noun in which its number stands."""

GREAT = re.compile(
    r"(?:forum|assises|congrès|colloque|sommet|salon|festival|biennale|conférence|édition)", re.IGNORECASE
)
"""Nouns of which the first is an edition; a «première rencontre» is only a first one."""


def edition_of(text: str, noun: int) -> int | None:
    """The number of the edition whose noun starts at an offset, or of the one numbered edition that the text names.

    «les 31e Entretiens» → 31; «20e anniversaire» → None, for an anniversary is no edition.
    """
    near = numbered(text, noun)
    if near is not None or "numerotes" not in sections_in(text):
        return near
    named = next((m for m in _number().finditer(text) if _is_numbered(text, m.end())), None)
    return _value(named) if named else None


def numbered(text: str, noun: int) -> int | None:
    """The number right before a noun of editions: «les 31e Entretiens» → 31."""
    if not words("numerotes").match(text, noun):
        return None
    near = _number().search(text, max(0, noun - BEFORE), noun)
    if near is None:
        return None
    first = near.group("word") is not None and _value(near) == 1
    return None if first and not GREAT.match(text, noun) else _value(near)


def _is_numbered(text: str, start: int) -> bool:
    """True for a noun of editions right there, or behind one adjective («le 5e grand forum»)."""
    adjective = ADJECTIVE.match(text, start)
    return bool(
        words("numerotes").match(text, start) or (adjective and words("numerotes").match(text, adjective.end()))
    )


@cache
def _number() -> re.Pattern[str]:
    """An ordinal and the space behind it, in figures or in letters."""
    letters = "|".join(sorted(load_lexicon("evenements")["ordinaux"], key=len, reverse=True))
    figure = r"(?:(?P<figure>\d{1,3})|(?P<roman>(?-i:[IVX]{1,5}|[XL][IVXL]{1,6})))\s?(?:ères?|res?|èmes?|es?|ᵉ|nde?s?)"
    return re.compile(rf"(?<![\w-])(?:{figure}|(?P<word>{letters})s?)\s+", re.IGNORECASE)


def _value(found: re.Match[str]) -> int:
    if found.group("word"):
        ordinals: dict[str, int] = load_lexicon("evenements")["ordinaux"]
        return ordinals[found.group("word").lower()]
    return _roman(found.group("roman")) if found.group("roman") else int(found.group("figure"))


def _roman(numeral: str) -> int:
    """«XIV» → 14."""
    values = [ROMAN[letter] for letter in numeral]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
