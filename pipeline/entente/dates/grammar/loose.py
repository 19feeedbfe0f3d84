"""Days said in part or out of order: `jeudi 12`, `le 15 du mois`, `oct. 2, 2016`."""

from entente.dates.grammar.names import month_name
from entente.dates.grammar.relative import qualifier
from entente.dates.grammar.years import Match, counts_things, year_after
from entente.dates.nodes import Day, Shift
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import refusals, words


def day_alone(t: Tokens, number: int, j: int, weekday: int | None, i: int) -> Match | None:
    """`jeudi 12`, `le 15 du mois`, `le 15 prochain`, `le 15.`: a day whose month goes without saying."""
    if not t.word(j - 1).isdecimal() and t.word(j - 1) != "er":
        return None
    if t.word(j) in ("h", "%", "€", "$", "'", "°") or (t.glued(j) and t.word(j)[:1].isalnum()):
        return None
    if of := _of_month(t, j):
        return Day(number, weekday=weekday, of=of[0]), of[1]
    if weekday is not None:
        return None if _counts(t, j) else (Day(number, weekday=weekday), j)
    until = t.word(i - 1) == "au" and t.word(i - 2) in ("jusqu'", "ici")
    if not (t.word(i - 1) == "le" or until) or t.word(i - 2) in ("sur", "par", "contre", "pour", "dans"):
        return None
    if t.word(j) in ("prochain", "courant", "dernier"):
        return Day(number, shift=words().shifts.get(t.word(j))), j + 1
    return (Day(number), j) if _ends_there(t, j) else None


def _of_month(t: Tokens, j: int) -> Match | None:
    """`du mois`, `du mois prochain`, `de ce mois`, `ce mois`."""
    if t.word(j) == "du" and t.word(j + 1) == "mois":
        shift = qualifier(t, j + 2)
        return Shift("month", shift[0] if shift else 0), shift[1] if shift else j + 2
    k = j + (t.word(j) == "de")
    return (Shift("month", 0), k + 2) if t.word(k) == "ce" and t.word(k + 1) == "mois" else None


def _counts(t: Tokens, j: int) -> bool:
    """True when the number counts what follows: `samedi 12 personnes`, `dimanche 15 heures`."""
    return counts_things(t, j - 1) or t.word(j) in refusals()["counted_nouns"] or t.word(j) in words().units


def _ends_there(t: Tokens, j: int) -> bool:
    """True when nothing after the number can be what it counts: `le 15.`, `le 15 à 20 h`, `le 15 au soir`."""
    if t.word(j) in ("", BREAK, ".", "!", "?", ",", ";"):
        return not (t.word(j) in (".", ",") and t.glued(j + 1))
    if t.word(j) in ("ou", "et"):
        return t.word(j + 1) == "le" and t.number(j + 2, 2) is not None and t.word(j + 3) in ("", BREAK, ".", "!", "?")
    if t.word(j) in ("au", "en"):
        return t.word(j + 1) in words().day_parts
    return t.word(j) == "a" and t.number(j + 1, 2) is not None


def month_first(t: Tokens, i: int, weekday: int | None) -> Match | None:
    """`oct. 2, 2016`, `janvier 12`: the month before the day, as one hears it from translated calendars."""
    month = month_name(t, i, beside=True)
    if month is None:
        return None
    number = t.number(month[1], 2)
    if number is None or not 1 <= number <= 31 or t.word(month[1] + 1) in ("h", ":", "%", "-", "/"):
        return None
    j = month[1] + 1
    if t.word(j) in ("er", "ier") and t.glued(j):
        j += 1
    if t.raw(j)[:1].islower() and t.raw(j) not in ("à", "et"):
        return None
    year = year_after(t, j)
    return Day(number, month[0], year[0] if year else None, weekday), year[1] if year else j
