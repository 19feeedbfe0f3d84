"""Numbers of time expressions: in digits, in words, in Roman figures, as ranks, with a unit."""

from functools import lru_cache

from entente.dates.tokens import Tokens
from entente.dates.words import contexts, words

Amount = tuple[float, str]

_LONGEST = 14
"""Tokens that a number in words may have: «mille neuf cent quatre-vingt-dix-neuf» has eleven."""
FIRST = frozenset(["cent", "cents", "mille", "mil", "-"])
"""What a number in words may begin with, besides the words of the table."""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NO_RANKS = frozenset(["le", "ce", "de", "me", "cie", "vie", "ie"])
LARGEST = 5_000
"""Largest amount that is counted: beyond it no calendar has the day."""


def cardinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """The number that begins at `i`, and where it ends: `vingt-six` → `(26, 3)`."""
    if (value := t.number(i)) is not None:
        return value, i + 1
    return spelled(t, i)


def spelled(t: Tokens, i: int) -> tuple[int, int] | None:
    """The number in words that begins at `i`: `deux mille vingt-quatre`, `quatre-vingt-dix`, `cent`."""
    table, opening = words().numbers, t.word(i)
    if opening not in table and opening not in FIRST:
        return None
    total = current = 0
    last, j, open_tens = i, i, False
    while j < i + _LONGEST:
        word = t.word(j)
        if word == "-" and last == j and t.glued(j):
            j += 1
            continue
        if word == "et" and last == j and open_tens and t.word(j + 1 + (t.word(j + 1) == "-")) in ("un", "une", "onze"):
            j += 1
            continue
        if word in ("cent", "cents"):
            current = (current or 1) * 100
            open_tens = False
        elif word in ("mille", "mil"):
            total, current, open_tens = total + (current or 1) * 1000, 0, False
        elif word in table:
            value = table[word]
            if word in ("vingt", "vingts") and current % 100 == 4:
                current += 76
            elif (current % 100 and not (open_tens and value < 20 and current % 10 == 0)) or (current and last == i):
                break
            else:
                current += value
            open_tens = current % 100 >= 20 or current % 100 == 10
        else:
            break
        j += 1
        last = j
    return (total + current, last) if last > i else None


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """The rank that begins at `i`: `premier`, `1er`, `3e`, `IIe`; −1 for `dernier`."""
    word = t.word(i)
    if not may_be_rank(word):
        return None
    if word == "avant" and t.word(i + 1) == "-" and t.word(i + 2) in ("dernier", "derniere"):
        return -2, i + 3
    if word in words().ordinals:
        return words().ordinals[word], i + 1
    if word.isdecimal():
        glued = len(word) < 3 and t.word(i + 1) in words().ordinal_ends and t.glued(i + 1)
        return (int(word), i + 2) if glued else None
    if (t.is_capital(i) or t.word(i + 1) == "siecle") and (
        value := _written_rank(t.raw(i), word) or roman_rank(word)
    ) is not None:
        return value, i + 1
    return _spelled_rank(t, i)


@lru_cache(maxsize=20_000)
def may_be_rank(word: str) -> bool:
    """True for a word that a rank may begin with; worked out once for each, as nearly all words are none."""
    return (
        word == "avant"
        or word.isdecimal()
        or word in words().ordinals
        or words().numbers.get(word) in (10, 20)
        or roman_rank(word) is not None
        or any(roman(word[:k]) and word[k:] in words().ordinal_ends for k in range(1, len(word) + 1))
    )


def _spelled_rank(t: Tokens, i: int) -> tuple[int, int] | None:
    """`dix-neuvième`, `vingt et unième`: tens in words, then a rank."""
    tens = words().numbers.get(t.word(i))
    if tens not in (10, 20) or t.word(i + 1) not in ("-", "et"):
        return None
    j = i + 2 + (t.word(i + 2) == "-")
    rank = 1 if t.word(j) == "unieme" else words().ordinals.get(t.word(j), 0)
    return (tens + rank, j + 1) if 0 < rank < 10 else None


def _written_rank(raw: str, word: str) -> int | None:
    """A Roman rank whose end is in small letters: `XVIIème` is 17, `XVIième` 16."""
    capitals = len(raw) - len(raw.lstrip("IVXLC"))
    if word in _NO_RANKS:
        return None
    return roman(word[:capitals]) if word[capitals:] in words().ordinal_ends else None


def roman_rank(word: str) -> int | None:
    """The rank of a Roman ordinal: `xviie` → 17, `xixeme` → 19, `ier` → 1."""
    if word in _NO_RANKS:
        return None
    for end in ("ieme", "eme", "ere", "er", "e"):
        if word.endswith(end) and (value := roman(word[: -len(end)])):
            return value
    return None


@lru_cache(maxsize=20_000)
def roman(word: str) -> int | None:
    """The value of a Roman number up to 99, in small letters: `xvii` → 17."""
    if not 0 < len(word) < 9 or not _ROMAN.keys() >= set(word):
        return None
    values = [_ROMAN[letter] for letter in word]
    return sum(-v if any(v < w for w in values[k + 1 : k + 2]) else v for k, v in enumerate(values))


def unit(t: Tokens, i: int) -> tuple[str, int] | None:
    """The unit of time named at `i`: `ans` → `("year", 1)`, `week-end`, `fin de semaine` (in Québec, the weekend)."""
    word = t.word(i)
    if word == "week" and t.word(i + 1 + (t.word(i + 1) == "-")) in ("end", "ends"):
        return "weekend", i + 2 + (t.word(i + 1) == "-")
    name = words().units.get(word)
    return (name, i + 1) if name else None


def amount(t: Tokens, i: int) -> tuple[Amount, int, str | None] | None:
    """A number with its unit, where it ends, and how vague it is.

    `trois ans` → `(3, "year")`; `une dizaine d'années` → `(10, "year")`, `approx`; `un an et demi`; `une demi-heure`;
    `trois quarts d'heure`; `quelques mois` has no number and gives 0 and `none`.
    """
    vague: str | None = None
    word = t.word(i)
    if word in words().vague_numbers:
        named = unit(t, i + 1)
        return ((0, named[0]), named[1], "none") if named else None
    article = 1 if word in ("un", "une", "la", "l'", "cette") else 0
    if word in words().collectives or (article and t.word(i + 1) in words().collectives):
        return _collective(t, i + (word not in words().collectives))
    if t.word(i + article) in ("demi", "quart") or t.word(i + 1) == "quarts":
        return _fractional(t, i + article if t.word(i + 1) != "quarts" else i)
    number = cardinal(t, i)
    if number is None:
        return None
    value, j = float(number[0]), number[1]
    if t.word(j) == "," and t.glued(j) and t.glued(j + 1) and (decimals := t.number(j + 1, 2)) is not None:
        value += decimals / 10 ** len(t.word(j + 1))
        j += 2
    while t.word(j) in contexts()["amount_adjectives"]:
        j += 1
    named = unit(t, j)
    if named is None or not 0 < value <= LARGEST:
        return None
    name, j = named
    if name == "hour" and t.word(j - 1) == "h" and t.glued(j) and t.number(j, 2) is not None:
        return None
    half = t.word(j) == "et" and t.word(j + 1) in ("demi", "demie")
    return (value + half / 2, name), j + 2 * half, vague


def amounts(t: Tokens, i: int) -> tuple[tuple[Amount, ...], int, str | None] | None:
    """Amounts in a row, from large to small: `un an, deux mois et trois semaines`."""
    first = amount(t, i)
    if first is None:
        return None
    rows, j, vague = [first[0]], first[1], first[2]
    while len(rows) < 6:
        k = j + 1 if t.word(j) in (",", "et") else j
        k += t.word(k) == "et"
        following = amount(t, k)
        if following is None or _SIZE[following[0][1]] >= _SIZE[rows[-1][1]] or following[2]:
            break
        rows.append(following[0])
        j = following[1]
    return tuple(rows), j, vague


_UNITS = "second minute hour day weekend week fortnight month quarter half year decade century"
_SIZE = {name: size for size, name in enumerate(_UNITS.split(" "))}


def _collective(t: Tokens, i: int) -> tuple[Amount, int, str | None] | None:
    """`dizaine d'années`; a bare `quinzaine` is fifteen days, and no rough number."""
    value = words().collectives[t.word(i)]
    if t.word(i + 1) in ("de", "d'") and (named := unit(t, i + 2)):
        return (float(value), named[0]), named[1], "approx"
    if t.word(i) == "quinzaine":
        return (15.0, "day"), i + 1, None
    return None


def _fractional(t: Tokens, i: int) -> tuple[Amount, int, str | None] | None:
    """`demi-heure`, `quart d'heure`, `trois quarts d'heure`."""
    if t.word(i) == "demi":
        j = i + 1 + (t.word(i + 1) == "-")
        named = unit(t, j)
        return ((0.5, named[0]), named[1], None) if named else None
    number = cardinal(t, i) if t.word(i) != "quart" else (1, i)
    if number is None or t.word(number[1]) not in ("quart", "quarts") or t.word(number[1] + 1) != "d'":
        return None
    named = unit(t, number[1] + 2)
    return ((number[0] / 4, named[0]), named[1], None) if named else None
