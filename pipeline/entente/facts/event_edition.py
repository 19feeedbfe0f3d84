"""The number of an edition: «9es Assises», «la troisième édition du forum»."""

import re
from functools import cache

from entente.facts.event_words import words
from entente.lexicons import load_lexicon

BEFORE = 30
"""Characters before a noun in which its number stands."""


def edition_of(text: str, noun: int) -> int | None:
    """The number of the edition whose noun starts at an offset, or of the one numbered edition that the text names.

    «les 31e Entretiens» → 31; «20e anniversaire» → None, for an anniversary is no edition.
    """
    near = _number().search(text, max(0, noun - BEFORE), noun)
    if near and words("numerotes").match(text, noun):
        return _value(near)
    named = next((m for m in _number().finditer(text) if words("numerotes").match(text, m.end())), None)
    return _value(named) if named else None


@cache
def _number() -> re.Pattern[str]:
    """An ordinal and the space behind it, in figures or in letters."""
    letters = "|".join(sorted(load_lexicon("evenements")["ordinaux"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<figure>\d{{1,3}})\s?(?:ères?|res?|èmes?|es?|ᵉ|nde?s?)|(?P<word>{letters})s?)\s+",
        re.IGNORECASE,
    )


def _value(found: re.Match[str]) -> int:
    word = found.group("word")
    return load_lexicon("evenements")["ordinaux"][word.lower()] if word else int(found.group("figure"))
