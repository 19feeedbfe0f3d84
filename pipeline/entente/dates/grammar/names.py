"""Names and numbers of days and months: `sept.` → 9, `1er`, `sam. 12`."""

from entente.dates.grammar.numbers import spelled
from entente.dates.tokens import Tokens
from entente.dates.words import words


def month_name(t: Tokens, i: int, *, beside: bool = False) -> tuple[int, int] | None:
    """The month named at `i`; abbreviations only `beside` a day or a year: `sept.` → 9."""
    word = t.word(i)
    if word in words().months:
        return words().months[word], i + 1
    if beside and word in words().month_abbreviations:
        return words().month_abbreviations[word], i + 1 + (t.word(i + 1) == "." and t.glued(i + 1))
    return None


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month: `1er`, `12`, `premier`, `vingt-quatre`."""
    value = t.number(i, 2)
    if value is not None:
        if not 1 <= value <= 31 or _inside_figures(t, i) or t.word(i - 1) in ("°", "no", "numero"):
            return None
        j = i + 1
        if t.word(j) in ("er", "ier", "°", "º", "eme", "e") and t.glued(j):
            return (value, j + 1) if value == 1 or t.word(j) in ("e", "eme") else None
        return value, j + (t.word(j) == "er" and value == 1)
    if t.word(i) == "premier":
        return 1, i + 1
    if t.word(i) == "ier":
        return 1, i + 1
    number = spelled(t, i)
    return number if number and 1 <= number[0] <= 31 else None


def _inside_figures(t: Tokens, i: int) -> bool:
    """True when the figures at `i` go on a longer number: `3,12`, `0456-12`; not in `24-31 mai`."""
    if not (t.glued(i) and t.glued(i - 1) and t.word(i - 2).isdecimal()):
        return False
    if t.word(i - 1) == "/":
        return t.word(i + 1) not in words().months
    return t.word(i - 1) in (",", ".") or (t.word(i - 1) == "-" and t.number(i - 2, 2) is None)


def weekday_name(t: Tokens, i: int) -> tuple[int, int] | None:
    """A weekday in full, or cut short before a number: `sam. 12`, `mer 3`."""
    word = t.word(i)
    if word in words().weekdays:
        return words().weekdays[word], i + 1
    if word in words().weekday_plurals and t.number(i + 1, 2) is not None:
        return words().weekday_plurals[word], i + 1
    if word in words().weekday_abbreviations:
        j = i + 1 + (t.word(i + 1) == ".")
        timed = t.word(j + 1) == "a" and t.number(j + 2, 2) is not None and t.word(j + 3) in ("h", "heures")
        if (t.number(j, 2) is not None and (month_name(t, j + 1, beside=True) or t.word(j + 1) == "/" or timed)) or (
            t.word(j) == "le"
        ):
            return words().weekday_abbreviations[word], j
    return None
