"""Dates in figures: 15/11/2018, 15.11.18, 2018-11-15, 06/2016, 15/11."""

import calendar

from entente.dates.grammar.years import Match, year_number
from entente.dates.nodes import Day, Month
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import words

_SEPARATORS = frozenset("/-.")
_NOT_BEFORE = frozenset("/.@_#=&%$€\\+,")


def numeric_date(t: Tokens, i: int) -> Match | None:
    """A date in figures that begins at `i`."""
    if not t.word(i).isdecimal() or not _free_before(t, i):
        return None
    return _iso(t, i) or _day_first(t, i) or _compact(t, i)


def day_month_figures(t: Tokens, i: int) -> Match | None:
    """`15/11`, only where a weekday or an article announces a day: `le 15/11`, `samedi 15-11`."""
    day, month = t.number(i, 2), t.number(i + 2, 2)
    if day is None or month is None or t.word(i + 1) not in ("/", "-", ".") or not (t.glued(i + 1) and t.glued(i + 2)):
        return None
    if not _free_after(t, i + 3):
        return None
    if (t.word(i + 1) == "." and len(t.word(i + 2)) < 2) or t.word(i + 3) in ("de", "des", "d'"):
        return None
    if not _exists(2000, month, day):
        month, day = day, month
    return (Day(day, month), i + 3) if _exists(2000, month, day) else None


def month_year_figures(t: Tokens, i: int) -> Match | None:
    """`06/2016`, `2016-06`."""
    if not t.word(i).isdecimal() or not _free_before(t, i):
        return None
    separator = t.word(i + 1)
    if separator not in ("/", "-", ".") or not (t.glued(i + 1) and t.glued(i + 2)) or not _free_after(t, i + 3):
        return None
    if (year := year_number(t, i + 2)) and (month := t.number(i, 2)) and 1 <= month <= 12 and year >= 1900:
        return (Month(month, year), i + 3) if separator != "." or len(t.word(i)) == 2 else None
    year, month = year_number(t, i), t.number(i + 2, 2)
    if year and month and len(t.word(i + 2)) == 2 and separator != ".":
        return (Month(month, year), i + 3) if 1 <= month <= 12 and month != (year + 1) % 100 else None
    return None


def _iso(t: Tokens, i: int) -> Match | None:
    """`2018-11-15`, `2018/11/15`, with any time of day that is glued to it."""
    year = year_number(t, i)
    separator = t.word(i + 1)
    if year is None or separator not in _SEPARATORS or t.word(i + 3) != separator:
        return None
    if not all(t.glued(k) for k in range(i + 1, i + 5)):
        return None
    month, day = t.number(i + 2, 2), t.number(i + 4, 2)
    if month is None or day is None or not _exists(year, month, day):
        return None
    j = i + 5
    if t.word(j) in ("t", "z") and t.glued(j):
        while t.glued(j) and (t.word(j).isdecimal() or t.word(j) in ("t", "z", ":", ".", "+", "-")) and j < i + 20:
            j += 1
        return Day(day, month, year), j
    return (Day(day, month, year), j) if _free_after(t, j) else None


def _day_first(t: Tokens, i: int) -> Match | None:
    """`15/11/2018`, `15.11.18`, `15-11-2018`, `12.XI.1918`, `15 / 11 / 2018`."""
    day = t.number(i, 2)
    if day is None:
        return None
    separator = t.word(i + 1)
    if separator not in _SEPARATORS or t.word(i + 3) != separator:
        return None
    spaced = not t.glued(i + 1)
    if spaced and separator != "/":
        return None
    if not spaced and not all(t.glued(k) for k in range(i + 1, i + 5)):
        return None
    month = t.number(i + 2, 2) or words().month_romans.get(t.word(i + 2))
    month = month or words().months.get(t.word(i + 2)) or words().month_abbreviations.get(t.word(i + 2))
    year = year_number(t, i + 4)
    short = year is None
    if short:
        two = t.number(i + 4, 2)
        alone = t.word(i - 1) in ("le", "du", "au", "", BREAK)
        if two is None or len(t.word(i + 4)) != 2 or (separator == "." and len(t.word(i + 2)) < 2 and not alone):
            return None
        year = century_of(two)
    if month is None or year is None or not _free_after(t, i + 5):
        return None
    if not _exists(year, month, day):
        month, day = day, month
    return (Day(day, month, year, short_year=short), i + 5) if _exists(year, month, day) else None


def _compact(t: Tokens, i: int) -> Match | None:
    """`20181115`."""
    word = t.word(i)
    if (
        len(word) != 8
        or not "1900" <= word[:4] <= "2099"
        or t.glued(i)
        or (t.glued(i + 1) and t.word(i + 1) not in (".", ",", ")"))
    ):
        return None
    year, month, day = int(word[:4]), int(word[4:6]), int(word[6:])
    return (Day(day, month, year), i + 1) if _exists(year, month, day) else None


def century_of(two_digits: int) -> int:
    """The year that two digits stand for: those from 50 on are of the last century («mai 68»)."""
    return two_digits + (1900 if two_digits >= 50 else 2000)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]


def _free_before(t: Tokens, i: int) -> bool:
    """True when no figure, letter or sign is glued in front."""
    if not t.glued(i):
        return True
    before = t.word(i - 1)
    if before == "-":
        return not t.glued(i - 1) or (t.word(i - 2).isdecimal() and t.word(i + 1) in ("/", "."))
    return not (before in _NOT_BEFORE or before[-1:].isalnum())


def _free_after(t: Tokens, j: int) -> bool:
    """True when no further figure or letter is glued behind."""
    if not t.glued(j):
        return True
    after = t.word(j)
    if after == "-" and t.number(j + 1, 2) is not None and t.word(j + 2) in ("/", "."):
        return True
    if after[:1].isalnum() or after in ("_", "@", "%", "€", "="):
        return False
    return not (after in ("/", "-", ".", ",", ":") and t.glued(j + 1) and t.word(j + 1)[:1].isalnum())
