"""Days and months: `mercredi 12 mars 2018`, `1er août`, `le 15 du mois`, `mars dernier`, `oct. 2016`."""

from dataclasses import replace

from entente.dates.grammar.loose import day_alone, month_first
from entente.dates.grammar.names import day_number, month_name, weekday_name
from entente.dates.grammar.numbers import spelled
from entente.dates.grammar.numeric import century_of, day_month_figures, numeric_date
from entente.dates.grammar.relative import discourse_qualifier, qualifier, reference_period
from entente.dates.grammar.years import Match, counts_things, year_after
from entente.dates.nodes import Day, Month, Then
from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import contexts, words


def day(t: Tokens, i: int) -> Match | None:
    """A day of the calendar, with whatever of weekday, month and year is said."""
    if i not in t.days:
        t.days[i] = _day(t, i)
    found: Match | None = t.days[i]
    return found


def _day(t: Tokens, i: int) -> Match | None:
    named = weekday_name(t, i)
    j, weekday = (_to_number(t, named[1]), named[0]) if named else (i, None)
    if figures := _in_figures(t, j, weekday):
        return figures
    number = day_number(t, j)
    if number is None:
        return month_first(t, j, weekday) if named or t.word(j - 1) not in ("en", "de", "d'", "au") else None
    k = _to_month(t, number[1])
    month = month_name(t, k, beside=True)
    if month is None:
        return day_alone(t, number[0], number[1], weekday, i)
    return _complete(t, number[0], month[0], month[1], weekday)


def _in_figures(t: Tokens, j: int, weekday: int | None) -> Match | None:
    """`15/11/2018`; `15/11` only where a weekday, an article or «dernier» announces a day."""
    if not t.word(j).isdecimal():
        return None
    if (full := numeric_date(t, j)) and isinstance(full[0], Day):
        return replace(full[0], weekday=weekday), full[1]
    before = t.word(j - 1)
    announced = weekday is not None or before == "le" or (before in ("du", "au") and len(t.word(j + 2)) == 2)
    announced = announced or (t.word(j + 1) == "/" and len(t.word(j + 2)) == 2 and _appointed(t, j))
    if not announced and not qualifier(t, j + 3):
        return None
    short = day_month_figures(t, j)
    if short is None or not isinstance(short[0], Day):
        return None
    if t.word(j + 1) == "." and weekday is None and len(t.word(j)) < 2:
        return None
    if shift := qualifier(t, short[1]):
        return replace(short[0], weekday=weekday, shift=shift[0]), shift[1]
    year = year_after(t, short[1])
    return replace(short[0], weekday=weekday, year=year[0] if year else None), year[1] if year else short[1]


def _appointed(t: Tokens, j: int) -> bool:
    """True for `18/07 à 15h`, and for `18/07` alone on its line or after a preposition of time."""
    before, k = t.word(j - 1), j + 3 + (t.word(j + 3) in ("a", ",", "-"))
    if before in ("depuis", "avant", "apres", "des", "jusqu'au"):
        return True
    if t.number(k, 2) is not None and t.word(k + 1) in ("h", ":"):
        return True
    return before in ("", BREAK) and t.word(j + 3) in ("", BREAK)


def _to_month(t: Tokens, k: int) -> int:
    """Past what may stand between a number and its month: `2 de novembre`, `3 du mois de mai`, `3-avril`."""
    if t.word(k) in (",", "-") and month_name(t, k + 1, beside=True):
        return k + 1
    if t.word(k) not in ("de", "d'", "du"):
        return k
    if t.word(k + 1) == "mois" and t.word(k + 2) in ("de", "d'") and month_name(t, k + 3):
        return k + 3
    return k + 1 if month_name(t, k + 1) else k


def _to_number(t: Tokens, j: int) -> int:
    """Past what may stand between a weekday and its number: `lundi, le 12`, `lundi matin 12`, `dimanche (12 mai)`."""
    k = j
    if t.word(k) in (",", "(") and (t.number(k + 1, 2) is not None or t.word(k + 1) == "le"):
        k += 1
    if t.word(k) == "le" and t.number(k + 1, 2) is not None:
        k += 1
    if t.word(k) in ("matin", "soir") and t.number(k + 1, 2) is not None and month_name(t, k + 2):
        k += 1
    return k


def _complete(t: Tokens, number: int, month: int, j: int, weekday: int | None) -> Match:
    """The year, or the shift, that follows a day and its month."""
    if year := year_after(t, j):
        return Day(number, month, year[0], weekday), year[1]
    if t.word(j) == "," and (year := year_after(t, j + 1)) and t.word(j + 1).isdecimal():
        return Day(number, month, year[0], weekday), year[1]
    if (two := _two_digit_year(t, j)) is not None:
        return Day(number, month, two[0], weekday, short_year=True), two[1]
    if shift := qualifier(t, j):
        return Day(number, month, None, weekday, shift=shift[0]), shift[1]
    if of := _of_year(t, j):
        return Day(number, month, None, weekday, of=of[0]), of[1]
    return Day(number, month, None, weekday), j


def _two_digit_year(t: Tokens, j: int) -> tuple[int, int] | None:
    """`25 février 98`, `3 mars '05`, `14-sept-21`: two digits that nothing else can be."""
    k = j + (t.word(j) in ("'", "’", "-") and t.number(j + 1, 2) is not None)
    value = t.number(k, 2)
    if value is None and (said := spelled(t, k)) and 40 <= said[0] <= 99 and not counts_things(t, said[1] - 1):
        return 1900 + said[0], said[1]
    if value is None or len(t.word(k)) != 2 or (t.glued(k + 1) and t.word(k + 1) not in (".", ",", ")", ";")):
        return None
    nxt = t.raw(k + 1)
    closed = t.word(k + 1) in ("", "\n", ")", ";") or (t.word(k + 1) in (".", ",") and not t.glued(k + 2))
    if (k == j and value < 32 and t.word(k)[0] != "0" and not (closed and t.word(j - 2).isdecimal())) or (
        nxt[:1].islower() and nxt not in ("à", "a", "et", "au", "en", "pour")
    ):
        return None
    return century_of(value), k + 1


def _of_year(t: Tokens, j: int) -> Match | None:
    """`de cette année`, `de l'an dernier`, `cette année`."""
    k = j + (t.word(j) in ("de", ","))
    k += t.word(k) == "de"
    if t.words[k : k + 3] == ["la", "meme", "annee"]:
        return Then("year", 0), k + 3
    return reference_period(t, k, units=("year",))


def month(t: Tokens, i: int, *, bare: bool = False) -> Match | None:
    """A month: with its year or shift (`mars 2018`, `sept. 2016`, `mai dernier`), or `bare` where one may stand."""
    named = month_name(t, i, beside=True)
    if named is None:
        return None
    j = named[1]
    full = t.word(i) in words().months
    year = year_after(t, j + (t.word(j) in (",", "-", "/")))
    if year and not (t.word(j) == "," and not t.word(j + 1).isdecimal()):
        return Month(named[0], year[0]), year[1]
    two = _two_digit_year(t, j)
    if (
        two
        and full
        and (
            t.word(j) in ("'", "’")
            or (t.word(j) == "-" and two[0] < 2000)
            or (t.number(j, 2) is not None and two[0] < 2000)
        )
    ):
        return Month(named[0], two[0]), two[1]
    if not full:
        return (Month(named[0]), j) if t.word(j - 1) == "." and bare else None
    if shift := qualifier(t, j):
        return Month(named[0], shift=shift[0]), shift[1]
    if then := discourse_qualifier(t, j):
        return Then(f"month{named[0]}", then[0]), then[1]
    if of := _of_year(t, j):
        return Month(named[0], of=of[0]), of[1]
    return (Month(named[0]), j) if bare else None


def bare_month_allowed(t: Tokens, i: int) -> bool:
    """True where a month may stand without day or year: after a preposition of time, or alone on its line."""
    before, after = t.word(i - 1), t.word(i + 1)
    if before in contexts()["month_openers"]:
        return True
    if before in ("de", "d'"):
        return t.word(i - 2) in contexts()["month_nouns"] or not t.is_capital(i)
    if before == "(":
        return after == ")"
    if before == "-" and t.word(i - 2) == "mi":
        return True
    if before in ("", "\n"):
        return after in ("", "\n", ",", "?", "!") or (after == "." and t.word(i + 2) in ("", "\n"))
    return before in ("et", "ou", ",", "puis") and _follows_month(t, i - 1)


def _follows_month(t: Tokens, i: int) -> bool:
    return t.word(i - 1) in words().months


def of_month_or_year(t: Tokens, i: int) -> Match | None:
    """What a part belongs to, after `de`: `mai 2018`, `l'année`, `ce mois`, `2018`, `la semaine prochaine`."""
    from_calendar: Match | None = month(t, i, bare=True)
    if from_calendar:
        return from_calendar
    return reference_period(t, i)
