"""Days and months: `mercredi 12 mars 2018`, `1er août`, `le 15 du mois`, `mars dernier`, `oct. 2016`."""

from entente.dates.grammar.numbers import spelled
from entente.dates.grammar.numeric import century_of, day_month_figures, numeric_date
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.years import Match, counts_things, year_after
from entente.dates.nodes import Day, Month, Shift
from entente.dates.tokens import Tokens
from entente.dates.words import contexts, refusals, words


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
        if not 1 <= value <= 31 or _inside_figures(t, i):
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
        if (t.number(j, 2) is not None and (month_name(t, j + 1, beside=True) or t.word(j + 1) == "/")) or t.word(
            j
        ) == "le":
            return words().weekday_abbreviations[word], j
    return None


def day(t: Tokens, i: int) -> Match | None:
    """A day of the calendar, with whatever of weekday, month and year is said."""
    named = weekday_name(t, i)
    j, weekday = (named[1], named[0]) if named else (i, None)
    if named:
        j = _to_number(t, j)
    if t.word(j).isdecimal() and (figures := numeric_date(t, j)) and isinstance(figures[0], Day):
        found = figures[0]
        return Day(found.day, found.month, found.year, weekday, short_year=found.short_year), figures[1]
    if (
        weekday is not None
        or t.word(j - 1) == "le"
        or qualifier(t, j + 3)
        or (t.word(j - 1) in ("du", "au") and len(t.word(j + 2)) == 2)
    ):
        figures = day_month_figures(t, j)
        if (
            figures
            and isinstance(figures[0], Day)
            and (t.word(j + 1) != "." or weekday is not None or len(t.word(j)) == 2)
        ):
            if shift := qualifier(t, figures[1]):
                return Day(figures[0].day, figures[0].month, weekday=weekday, shift=shift[0]), shift[1]
            year = year_after(t, figures[1])
            found = Day(figures[0].day, figures[0].month, year[0] if year else None, weekday)
            return found, year[1] if year else figures[1]
    number = day_number(t, j)
    if number is None:
        return _month_first(t, j, weekday) if named or t.word(j - 1) not in ("en", "de", "d'", "au") else None
    k = number[1]
    if t.word(k) in (",", "-") and month_name(t, k + 1, beside=True):
        k += 1
    elif t.word(k) in ("de", "d'", "du") and (month_name(t, k + 1) or t.word(k + 1) == "mois"):
        k += 1
        if t.word(k) == "mois" and t.word(k + 1) in ("de", "d'") and month_name(t, k + 2):
            k += 2
    month = month_name(t, k, beside=True)
    if month is None:
        return _day_alone(t, number[0], number[1], weekday, i)
    return _complete(t, number[0], month[0], month[1], weekday)


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
    return reference_period(t, k, units=("year",))


def _day_alone(t: Tokens, number: int, j: int, weekday: int | None, i: int) -> Match | None:
    """`jeudi 12`, `le 15 du mois`, `le 15 prochain`, `le 15.`: a day whose month goes without saying."""
    if not t.word(j - 1).isdecimal() and t.word(j - 1) not in ("er",):
        return None
    if t.word(j) in ("h", "%", "€", "$", "'", "°") or (t.glued(j) and t.word(j)[:1].isalnum()):
        return None
    if t.word(j) == "du" and t.word(j + 1) == "mois":
        k = j + 2
        shift = qualifier(t, k)
        this = Shift("month", shift[0] if shift else 0)
        return Day(number, weekday=weekday, of=this), shift[1] if shift else k
    k = j + (t.word(j) == "de")
    if t.word(k) == "ce" and t.word(k + 1) == "mois":
        return Day(number, weekday=weekday, of=Shift("month", 0)), k + 2
    if t.word(k) == "chaque":
        return None
    if weekday is not None:
        if (
            counts_things(t, j - 1)
            or t.word(j) in refusals()["counted_nouns"]
            or t.word(j) in words().units
            or t.word(j) in ("heure", "heures")
        ):
            return None
        return Day(number, weekday=weekday), j
    if t.word(i - 1) != "le" or t.word(i - 2) in ("sur", "par", "contre", "pour", "dans"):
        return None
    if t.word(j) in ("prochain", "courant", "dernier") or (
        t.word(j) in ("au", "en") and t.word(j + 1) in words().day_parts
    ):
        return Day(number, shift=1 if t.word(j) == "prochain" else None), j + (
            t.word(j) in ("prochain", "courant", "dernier")
        )
    ends = t.word(j) in ("", "\n", ".", "!", "?", ",", ";") and not (t.word(j) in (".", ",") and t.glued(j + 1))
    hour = t.word(j) == "a" and t.number(j + 1, 2) is not None
    return (Day(number), j) if ends or hour else None


def _month_first(t: Tokens, i: int, weekday: int | None) -> Match | None:
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
    if two and full and (t.word(j) in ("'", "’") or (t.number(j, 2) is not None and two[0] < 2000)):
        return Month(named[0], two[0]), two[1]
    if not full:
        return (Month(named[0]), j) if t.word(j - 1) == "." and bare else None
    if shift := qualifier(t, j):
        return Month(named[0], shift=shift[0]), shift[1]
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
