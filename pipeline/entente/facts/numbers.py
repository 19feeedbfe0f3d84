"""Numbers written in figures or in letters."""

import re
from functools import cache
from typing import NamedTuple

from entente.facts.folding import fold
from entente.lexicons import load_lexicon

FIGURES = r"\d{1,3}(?:[ .,']\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)"
SCALED = re.compile(rf"({FIGURES})(?: (\w+))?")
MARKS = re.compile(r"\D")
LETTERS = re.compile(r"[a-z]+")
THOUSANDS = re.compile(r"\d{1,3}(?:[ .,']\d{3})+(?P<cents>,\d{1,2})?")


class Number(NamedTuple):
    """A number and where it stands."""

    start: int
    end: int
    value: float
    collective: bool
    """True for «une cinquantaine», which is about fifty."""


def find_numbers(text: str, start: int, end: int) -> list[Number]:
    """Cardinal numbers of `text[start:end]`: «1,2 million» → 1200000, «trois cent vingt» → 320."""
    found = []
    for match in number_pattern().finditer(fold(text[start:end])):
        written = match.group()
        value = _value(written)
        if value is not None:
            collective = not written[0].isdigit() and bool(_words(written) & _collectives().keys())
            found.append(Number(start + match.start(), start + match.end(), value, collective))
    return found


@cache
def number_pattern() -> re.Pattern[str]:
    """Matches a number on folded text; a lone «un» or «une» is an article and is left out."""
    words = "|".join(sorted(sorted({*_units(), *_multipliers()}), key=len, reverse=True))
    scale = r"(?:mille|millions?|milliards?|milliers?)"
    collective = "|".join(_collectives())
    letters = rf"(?:{words})(?:(?:[ -]et)?[ -](?:{words}))*"
    about = rf"(?:une? |des )?(?:{collective})s?\b(?! d'annee)"
    return re.compile(rf"(?<![\w.,/-])(?:(?:{FIGURES})(?: {scale}\b)?|{about}|{letters}\b)(?![\w/])")


def read_number(words: str) -> float | None:
    """The value of a number as written, or None when the words do not make one («un»)."""
    return _value(fold(words).strip())


def _value(folded: str) -> float | None:
    if folded in ("un", "une"):
        return None
    if folded[:1].isdigit():
        return _figures(folded)
    if collective := next((value for word, value in _collectives().items() if word in folded), None):
        return float(collective)
    return _letters(folded)


def _figures(folded: str) -> float:
    """«1,2 million», «180 000», «130,000», «15.500,50»; before a scale word a comma is always decimal."""
    parts = SCALED.fullmatch(folded)
    digits, scale = (parts.group(1), parts.group(2)) if parts else (folded, None)
    if scale:
        plain = float(re.sub(r"[ ']", "", digits).replace(",", ".")) if digits.count(".") < 2 else _plain(digits)
        return round(plain * _scales()[scale], 2)
    return _plain(digits)


def _plain(digits: str) -> float:
    """A mark followed by three figures parts thousands; any other mark is decimal."""
    if grouped := THOUSANDS.fullmatch(digits):
        cents = grouped.group("cents") or ""
        whole = MARKS.sub("", digits[: len(digits) - len(cents)])
        return float(whole + cents.replace(",", "."))
    return float(digits.replace(",", "."))


def _letters(folded: str) -> float | None:
    """Sums of units, multiplied by «cent» within a thousand and by «mille» and above over all that precedes."""
    total = current = 0
    for word in LETTERS.findall(folded):
        if word == "et":
            continue
        if word in _units():
            unit = _units()[word]
            current = current * 20 if unit == 20 and current % 100 == 4 else current + unit
        elif word in ("cent", "cents"):
            current = max(current, 1) * 100
        elif word in _multipliers():
            total, current = total + max(current, 1) * _multipliers()[word], 0
        else:
            return None
    return float(total + current)


def _words(text: str) -> set[str]:
    return {word.rstrip("s") for word in LETTERS.findall(text)}


@cache
def _units() -> dict[str, int]:
    return {fold(word): value for word, value in load_lexicon("nombres")["unites"].items()}


@cache
def _multipliers() -> dict[str, int]:
    return {fold(word): value for word, value in load_lexicon("nombres")["multiplicateurs"].items()}


@cache
def _scales() -> dict[str, int]:
    return _multipliers() | {"millier": 1000, "milliers": 1000}


@cache
def _collectives() -> dict[str, int]:
    return {fold(word): value for word, value in load_lexicon("nombres")["collectifs"].items()}
