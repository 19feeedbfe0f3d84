"""Times of day: `9h30`, `20 heures`, `midi`, `de 14h à 16h`, `8 h du soir`."""

from entente.dates.grammar.numbers import cardinal
from entente.dates.grammar.relative import part_of_day
from entente.dates.grammar.years import Match
from entente.dates.nodes import Clock
from entente.dates.tokens import Tokens
from entente.dates.words import words

_MINUTES = {"quart": 15, "demie": 30, "demi": 30}


def hour(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """Hour, minute and end: `9h30` → `(9, 30, …)`, `20 heures`, `midi et demi`, `9:30`, `huit heures moins dix`."""
    if t.word(i) in ("midi", "minuit") and not _afternoon(t, i):
        base = 12 if t.word(i) == "midi" else 0
        return _spoken_minutes(t, i + 1, base, 0)
    number = cardinal(t, i)
    if number is None or not 0 <= number[0] <= 24:
        return None
    value, j = number
    if (
        t.word(j) == ":"
        and t.glued(j)
        and t.glued(j + 1)
        and (minute := t.number(j + 1, 2)) is not None
        and minute < 60
    ):
        j += 2
        if t.word(j) == ":" and t.glued(j) and t.number(j + 1, 2) is not None:
            j += 2
        return _half_of_day(t, j, value, minute)
    if t.word(j) in ("h", "heure", "heures", "hres"):
        j += 1
        minute = t.number(j, 2)
        if t.word(j - 1) == "h" and minute is not None and minute < 60 and len(t.word(j)) == 2:
            return _half_of_day(t, j + 1, value, minute)
        return _spoken_minutes(t, j, value, 0)
    return None


def _afternoon(t: Tokens, i: int) -> bool:
    """True for the `midi` of `après-midi`."""
    return t.word(i - 1 - (t.word(i - 1) == "-")) == "apres"


def _spoken_minutes(t: Tokens, j: int, value: int, minute: int) -> tuple[int, int, int]:
    if t.word(j) == "et" and t.word(j + 1) in _MINUTES:
        return _half_of_day(t, j + 2, value, _MINUTES[t.word(j + 1)])
    if t.word(j) == "moins":
        k = j + 1 + (t.word(j + 1) == "le")
        less = 15 if t.word(k) == "quart" else (cardinal(t, k) or (0, k))[0]
        if 0 < less < 60:
            return _half_of_day(t, k + 1, (value - 1) % 24, 60 - less)
    if (spoken := cardinal(t, j)) and 0 < spoken[0] < 60 and not t.word(j).isdecimal():
        return _half_of_day(t, spoken[1], value, spoken[0])
    return _half_of_day(t, j, value, minute)


def _half_of_day(t: Tokens, j: int, value: int, minute: int) -> tuple[int, int, int]:
    """`du soir` and `de l'après-midi` move the hour into the second half of the day."""
    k = j + (t.word(j) in ("du", "de"))
    k += t.word(k) in ("la", "l'")
    end = part_of_day(t, k) if k > j else None
    if end is None:
        return value, minute, j
    late = words().day_parts.get(t.word(k) if t.word(k) != "apres" else "apres-midi", [0, 0])[0] >= 12
    return (value + 12 if late and 0 < value < 12 else value), minute, end


def clock(t: Tokens, i: int) -> Match | None:
    """A time of day with its bounds: `à 9h30`, `de 14h à 16h`, `entre 9h30 et 11h`, `à partir de 10h`, `dès 18 h`."""
    j, side = i, None
    word = t.word(i)
    if word in ("des", "depuis"):
        j, side = i + 1, "since"
    elif word == "a" and t.word(i + 1) == "partir" and t.word(i + 2) == "de":
        j, side = i + 3, "since"
    elif word == "jusqu'" and t.word(i + 1) == "a":
        j, side = i + 2, "until"
    elif word in ("a", "de", "entre", "vers"):
        j = i + 1
    first = hour(t, j) or (_bare_hour(t, j) if word in ("de", "entre") else None)
    if first is None or first[0] > 24:
        return None
    k = first[2]
    joined = t.word(k) in ("a", "-", "–") or (t.word(k) == "et" and word == "entre")
    if joined and (second := hour(t, k + 1)) and second[0] <= 24:
        return Clock(first[0], first[1], (second[0], second[1])), second[2]
    if t.word(j).isdecimal() and t.word(j + 1) not in ("h", "heure", "heures", ":"):
        return None
    return Clock(first[0], first[1], None, side), k


def _bare_hour(t: Tokens, i: int) -> tuple[int, int, int] | None:
    """`de 14 à 16 h`: the first hour, whose unit stands with the second."""
    value = t.number(i, 2)
    if value is None or value > 24 or t.word(i + 1) not in ("a", "et", "-"):
        return None
    return (value, 0, i + 1) if hour(t, i + 2) else None
