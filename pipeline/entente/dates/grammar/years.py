"""Years, decades and centuries."""

from entente.dates.grammar.numbers import cardinal, ordinal, roman, spelled
from entente.dates.nodes import Century, Decade, Expression, Fraction, Interval, Part, Year
from entente.dates.tokens import Tokens
from entente.dates.words import contexts, refusals, words

Match = tuple[Expression, int]

_ERAS = {"av": -1, "avant": -1, "ap": 1, "apr": 1, "apres": 1}
_TIGHT = frozenset("./@_#+=&:%$€*\\")
_YEAR_NOUNS = frozenset(["annee", "an", "annees"])


def year_number(t: Tokens, i: int) -> int | None:
    """A four-digit year at `i`, whatever stands around it."""
    value = t.number(i, 4)
    return value if value is not None and len(t.word(i)) == 4 and 1000 <= value <= 2199 else None


def year_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that completes a date: `2018`, `de 2018`, `de l'an 2000`, `deux mille vingt-quatre`."""
    j = i
    if t.word(j) in ("de", "d'", "en", ","):
        j += 1
    if t.word(j) in ("l'", "de"):
        j += 1
    if t.word(j) in _YEAR_NOUNS:
        j += 1
    elif j > i + 1:
        return None
    value = year_number(t, j)
    if value is not None and (is_year(t, j, sure=True) or t.word(j + 1) in (":", "&", ".")):
        return value, j + 1
    if t.word(j) in ("deux", "mille", "mil", "dix") and (number := spelled(t, j)) and 1000 <= number[0] <= 2199:
        return number[0], number[1]
    return None


def is_year(t: Tokens, i: int, *, sure: bool = False) -> bool:
    """True when the four digits at `i` are a year and no quantity, code or part of a longer number."""
    value = year_number(t, i)
    if value is None or not _stands_alone(t, i):
        return False
    before = t.word(i - 1)
    code = t.raw(i - 1).isupper() and len(before) < 4 and t.word(i - 2) in refusals()["number_words"]
    if (before in refusals()["number_words"] or code) and not sure:
        return False
    if before == "." and t.word(i - 2) in refusals()["number_words"]:
        return False
    if before == "°" or (before in refusals()["act_words"] and t.word(i + 1) in ("-", "/")):
        return False
    if before.isdecimal() and not t.glued(i) and not sure:
        return False
    nxt = t.word(i + 1)
    if nxt.isdecimal() and len(nxt) == 3:
        return False
    if nxt == "a" and t.word(i + 2).isdecimal() and (counts_things(t, i + 2) or _counted(t, i + 2)):
        return False
    if not sure and (nxt in refusals()["counted_nouns"] or nxt in ("%", "€", "$", "°", "h")):
        return False
    if sure or before in contexts()["year_openers"] or t.word(i - 2) in contexts()["year_verbs"]:
        return True
    if not 1900 <= value <= 2099:
        return before in _YEAR_NOUNS or (before == "(" and t.word(i + 1) in (")", "-", "–"))
    return not (counts_things(t, i) or (before in ("a", "de", "les", "des", "ces", "ses") and counts_things(t, i)))


def _counted(t: Tokens, i: int) -> bool:
    return t.word(i + 1) in refusals()["counted_nouns"]


def counts_things(t: Tokens, i: int) -> bool:
    """True when a plural noun in small letters follows: `2000 participants`."""
    nxt = t.raw(i + 1)
    return (
        len(nxt) > 3
        and nxt[:1].islower()
        and nxt[-1] in "sx"
        and t.word(i + 1) not in refusals()["plural_function_words"]
    )


def _stands_alone(t: Tokens, i: int) -> bool:
    """True unless the digits are glued to others, as in a reference, an address or a decimal."""
    before, after = t.word(i - 1), t.word(i + 1)
    if t.glued(i):
        if before in _TIGHT and t.glued(i - 1) and before not in (":", "/", "."):
            return False
        if before == "/" and t.glued(i - 1) and _next_year(t, i - 2, i) and not t.glued(i + 1):
            return True
        if before in (".", ":", "/") and (t.glued(i - 1) and t.word(i - 2) != ""):
            return False
        if before[-1:].isalpha() and not before.endswith("'"):
            return False
        if before == "-" and t.glued(i - 1) and not t.word(i - 2).isalpha() and not _later_year(t, i - 2, i):
            return False
        if before == "'":
            return False
    if t.glued(i + 1):
        if after[-1:].isalpha():
            return False
        if after == "/" and t.glued(i + 2) and _next_year(t, i, i + 2) and not t.glued(i + 3):
            return True
        if after in (".", ",", ":", "/", "@", "_", "=") and t.glued(i + 2) and t.word(i + 2)[:1].isalnum():
            return False
        if after == "-" and t.glued(i + 2) and t.word(i + 2).isdecimal() and not _later_year(t, i, i + 2):
            return False
        if after in ("%", "€", "$"):
            return False
    return True


def _later_year(t: Tokens, i: int, j: int) -> bool:
    """True for `2014-2018` and `2014-18`: the second year comes after the first."""
    first, second = year_number(t, i), year_number(t, j)
    return first is not None and ((second is None and len(t.word(j)) == 2) or (second is not None and second > first))


def _next_year(t: Tokens, i: int, j: int) -> bool:
    """True for `2023/2024` and `2023/24`."""
    first, second = year_number(t, i), t.number(j, 4)
    if first is None or second is None:
        return False
    return second == (first + 1) % 100 or (first < second <= first + 10 and t.word(i - 1) != ")")


def year(t: Tokens, i: int) -> Match | None:
    """A year on its own: `2018`, `l'an 2000`, `l'année 52`, `52 av. J.-C.`, `mil neuf cent quatorze`."""
    word = t.word(i)
    if word in _YEAR_NOUNS and (value := t.number(i + 1, 4)) and 1 <= value <= 2199:
        era = _era(t, i + 2)
        if t.word(i + 2) in ("-", "/", "–") and t.word(i + 3).isdecimal():
            return None
        return (
            (Year(value * era[0]), era[1])
            if era
            else (Year(value), i + 2)
            if is_year(t, i + 1) or (value < 1000 and word != "annees" and value > 31)
            else None
        )
    if word.isdecimal():
        if (value := t.number(i, 4)) is not None and (era := _era(t, i + 1)):
            return Year(value * era[0]), era[1]
        if is_year(t, i):
            return Year(int(word)), i + 1
        return _short_year(t, i)
    if word in ("mil", "mille", "deux", "dix") and t.word(i - 1) in ("en", "depuis", "annee", "an", "l'an", "de"):
        number = spelled(t, i)
        if number and 1500 <= number[0] <= 2199 and number[1] - i >= 2 and not counts_things(t, number[1] - 1):
            return Year(number[0]), number[1]
    return None


def _short_year(t: Tokens, i: int) -> Match | None:
    """`en 68`, `depuis '89.`, `en 800`: two or three digits after a preposition of time, and nothing to count."""
    value, j = t.number(i, 2), i - (t.word(i - 1) == "'")
    if value is None:
        value = t.number(i, 3)
    if value is None or not (len(t.word(i)) == 3 or 40 <= value <= 99) or t.word(j - 1) not in ("en", "depuis"):
        return None
    closed = t.word(i + 1) in ("", "\n", ";", ")") or (t.word(i + 1) in (".", ",") and not t.glued(i + 2))
    return (Year(value + (1900 if value < 100 else 0)), i + 1) if closed else None


def _era(t: Tokens, i: int) -> tuple[int, int] | None:
    """`av. J.-C.` → −1, `après Jésus-Christ` → 1."""
    sign = _ERAS.get(t.word(i))
    j = i + 1 + (t.word(i + 1) == ".")
    if sign is None:
        return None
    if t.word(j) == "j" and "c" in (t.word(j + 2), t.word(j + 3)):
        j += 3 if t.word(j + 2) == "c" else 4
        return sign, j + (t.word(j) == "." and t.glued(j))
    if t.word(j) == "jesus":
        return sign, j + 3 if t.word(j + 1) == "-" else j + 2
    if t.word(j) == "notre" and t.word(j + 1) == "ere":
        return sign, j + 2
    return None


def decade(t: Tokens, i: int) -> Match | None:
    """`années 1990`, `années 90`, `années quatre-vingt-dix`, `décennie 1980`, `années 1970-1980`, `années 60 et 70`."""
    if t.word(i) not in ("annees", "decennie", "decennies"):
        return None
    first = _decade_number(t, i + 1)
    if first is None:
        return None
    node: Expression = Decade(first[0])
    j = first[1]
    if t.word(j) in ("-", "/", "a", "–", "et") and (second := _decade_number(t, j + 1)) and second[0] > first[0]:
        return Interval(node, Decade(second[0])), second[1]
    return node, j


def _decade_number(t: Tokens, i: int) -> tuple[int, int] | None:
    j = i + (t.word(i) in ("'", "’"))
    number = cardinal(t, j)
    if number is None:
        return None
    value, end = number
    if 1500 <= value <= 2090 and value % 10 == 0:
        return value, end
    if t.word(j) in ("vingts", "vingt") and value == 20:
        return 1920, end
    if value in (10, 20, 30, 40, 50, 60, 70, 80, 90) and len(t.word(j)) != 1:
        return (2000 if value < 20 else 1900) + value, end
    return None


def century(t: Tokens, i: int) -> Match | None:
    """`XVIIe siècle`, `19e siècle`, `dix-neuvième siècle`, `IIe siècle av. J.-C.`; `XVIIIe et XIXe siècles` is both."""
    rank = ordinal(t, i)
    if rank is None:
        value = roman(t.word(i)) or (t.number(i, 2) if t.word(i + 1) in ("et", "-") else None)
        if not value:
            return None
        rank = value, i + 1
        if t.word(i + 1) in words().ordinal_ends and t.glued(i + 1):
            rank = value, i + 2
    first, j = rank
    if not 1 <= first <= 30:
        return None
    if t.word(j) in ("siecle", "siecles", "s"):
        if t.word(j) == "s" and t.word(j + 1) != ".":
            return None
        era = _era(t, j + 1)
        return (Century(first * era[0]), era[1]) if era else (Century(first), j + 1)
    if t.word(j) in ("et", "-", "au", "a", "–"):
        k = j + 1 + (t.word(j + 1) == "au")
        second = ordinal(t, k)
        if second and first < second[0] <= 30 and t.word(second[1]) in ("siecle", "siecles"):
            return Interval(Century(first), Century(second[0])), second[1] + 1
    return None


def half_century(t: Tokens, i: int) -> Match | None:
    """`première moitié du XXe siècle`, `seconde moitié des années 1990`."""
    rank = ordinal(t, i)
    if rank is None or t.word(rank[1]) != "moitie" or rank[0] not in (1, 2, -1):
        return None
    j = rank[1] + 1
    if t.word(j) not in ("du", "des", "de", "d'"):
        return None
    j += 1 + (t.word(j + 1) in ("la", "l'"))
    of = century(t, j) or decade(t, j) or year(t, j)
    if of is None:
        return None
    if isinstance(of[0], Year):
        return Fraction("half", 1 if rank[0] == 1 else 2, of[0]), of[1]
    return Part("start" if rank[0] == 1 else "end", of[0], half=True), of[1]
