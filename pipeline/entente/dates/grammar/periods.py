"""Periods with a name: seasons, quarters, weeks of a month, ranks («premier lundi de mai»), parts, feast days."""

from entente.dates.grammar.days import bare_month_allowed, day, month, month_name, of_month_or_year
from entente.dates.grammar.numbers import cardinal, ordinal, unit
from entente.dates.grammar.relative import qualifier, reference_period
from entente.dates.grammar.years import Match, century, decade, half_century, year, year_after, year_number
from entente.dates.nodes import Around, Feast, Fraction, Month, Nth, Part, Season, Shift, WeekNumber, Year
from entente.dates.tokens import Tokens
from entente.dates.words import feast_forms, feasts, words

_DE = ("de", "d'", "du", "des", "en", ",")
_TIME_PREPOSITIONS = frozenset(
    [
        "a",
        "avant",
        "apres",
        "pour",
        "depuis",
        "des",
        "vers",
        "jusqu'a",
        "le",
        "ce",
        "d'ici",
        "ici",
        "au",
        "et",
        "entre",
        "en",
        "dernier",
    ]
)


def season(t: Tokens, i: int) -> Match | None:
    """`l'automne 2023`, `l'été dernier`, `cet hiver`, `au printemps`, `l'hiver 2018-2019`."""
    code = words().seasons.get(t.word(i))
    if code is None:
        return None
    before = t.word(i - 1)
    j = i + 1
    found_year = year_after(t, j)
    if (
        found_year
        and before != "a"
        and (
            t.word(i) != "ete"
            or before
            in (
                "l'",
                "d'",
                "cet",
                "cet",
                "",
                "\n",
                "en",
                "(",
                "fin",
                "debut",
                "-",
                "mi",
                "printemps",
                "session",
                "prochain",
                "plein",
            )
            or t.is_capital(i)
        )
    ):
        value, k = found_year
        if t.word(k) in ("-", "/") and (t.number(k + 1) or 0) in (value + 1, (value + 1) % 100):
            return Season(code, value, straddles=True), k + 2
        return Season(code, value), k
    if shift := qualifier(t, j):
        if t.word(i) != "ete" or before in ("l'", "cet"):
            return Season(code, shift=shift[0]), shift[1]
        return None
    if before in ("cet", "ce"):
        return Season(code, shift=0), j
    k = j + (t.word(j) in ("de", "d'"))
    if (of := reference_period(t, k, units=("year",))) and before in ("l'", "le", "au", "d'"):
        return Season(code, of=of[0]), of[1]
    article = before in ("l'", "au") or (before == "le" and t.word(i) == "printemps")
    if not article or (
        t.word(i - 2) in ("de", "pendant", "pour", "tout", "comme") and before == "l'" and t.word(i - 2) != "de"
    ):
        return None
    return (Season(code), j) if t.word(j) not in ("de", "des", "du", "d'", "austral", "boreal") else None


def fraction(t: Tokens, i: int) -> Match | None:
    """`premier semestre 2018`, `T3 2023`, `2e trimestre de l'an prochain`, `première quinzaine de mai`."""
    word = t.word(i)
    if (
        word in ("t", "s", "q")
        and t.glued(i + 1)
        and (rank := t.number(i + 1, 1))
        and 1 <= rank <= (2 if word == "s" else 4)
    ):
        value = year_after(t, i + 2)
        return (Fraction("half" if word == "s" else "quarter", rank, Year(value[0])), value[1]) if value else None
    found = ordinal(t, i)
    if found is None or found[1] - i > 3:
        return None
    rank, j = found
    name = {
        "trimestre": "quarter",
        "semestre": "half",
        "quinzaine": "fortnight",
        "moitie": "middle",
        "tiers": "third",
    }.get(t.word(j))
    if name is None or (not 1 <= rank <= (4 if name == "quarter" else 2) and rank != -1):
        return None
    j += 1
    if value := year_after(t, j):
        return Fraction(name, rank, Year(value[0])), value[1]
    k = j + (t.word(j) in _DE) + (t.word(j + 1) in ("le",))
    if t.word(j) in ("de", "du", "d'") and t.word(k) == "mois" and t.word(k + 1) in ("de", "d'"):
        k += 2
    of = of_month_or_year(t, k)
    if of:
        return Fraction(name, rank, of[0]), of[1]
    if t.word(j) == "de" and t.word(j + 1) == "l'" and t.word(j + 2) == "annee":
        return Fraction(name, rank), j + 3
    if t.word(j) == "du" and t.word(j + 1) == "mois":
        return Fraction(name, rank, Shift("month", 0)), j + 2
    return (
        (Fraction(name, rank), j)
        if name in ("quarter", "half") and rank != -1 and t.word(i - 1) in ("au", "le", "du", "ce")
        else None
    )


def nth(t: Tokens, i: int) -> Match | None:
    """`premier lundi de mai`, `dernière semaine de juillet 2019`, `3e jour du mois`, `deux premières semaines de juin`."""
    count = 1
    j = i
    if (
        (number := cardinal(t, i))
        and 2 <= number[0] <= 12
        and t.word(number[1]) in ("premiers", "premieres", "derniers", "dernieres")
    ):
        count, j = number[0], number[1]
    rank = ordinal(t, j)
    if rank is None:
        return None
    k = rank[1]
    k += t.word(k) in ("grand", "grande")
    if t.word(k) in words().weekdays:
        target, weekday, k = "weekday", words().weekdays[t.word(k)], k + 1
    else:
        named = unit(t, k)
        if named is None or named[0] not in ("day", "week", "weekend", "month"):
            return None
        target, weekday, k = named[0], None, named[1]
    of = _belongs_to(t, k)
    if of is None:
        return None
    return Nth(rank[0], target, weekday, of[0], count), of[1]


def _belongs_to(t: Tokens, k: int) -> Match | None:
    """What a rank counts in: `de mai 2018`, `du mois`, `de l'année`, `de 2027`, `de l'été`."""
    if t.word(k) in ("du", "de", "d'", "des", "dans", "en") or t.word(k) == ",":
        j = k + 1
    else:
        found = month(t, k, bare=t.word(k) in words().months)
        return found or (year(t, k) if year_number(t, k) else None)
    if t.word(k) == "du" and t.word(j) == "mois":
        if t.word(j + 1) in ("de", "d'") and (found := month(t, j + 2, bare=True)):
            return found
        if shift := qualifier(t, j + 1):
            return Shift("month", shift[0]), shift[1]
        return Shift("month", 0), j + 1
    if t.word(j) == "l'" and t.word(j + 1) == "annee":
        if value := year_number(t, j + 2):
            return Year(value), j + 3
        found = reference_period(t, j)
        return found or (Shift("year", 0), j + 2)
    return (
        month(t, j, bare=True)
        or reference_period(t, j)
        or (year(t, j) if year_number(t, j) else None)
        or season(t, j + (t.word(j) == "l'"))
    )


def week(t: Tokens, i: int) -> Match | None:
    """`semaine 42`, `la semaine du 6 octobre`, `le week-end du 14 juillet`, `la semaine du 3 au 7 mai` (its interval)."""
    if t.word(i) not in ("semaine", "week", "weekend", "fin"):
        return None
    named = ("weekend", i + 3) if t.word(i) == "fin" and t.word(i + 2) == "semaine" else unit(t, i)
    if named is None:
        return None
    name, j = named
    if (
        name == "week"
        and (number := t.number(j + (t.word(j) in ("n", "no", "numero")), 2))
        and 1 <= number <= 53
        and t.word(i) == "semaine"
    ):
        k = j + 1 + (t.word(j) in ("n", "no", "numero"))
        if t.glued(k) or (t.raw(k)[:1].islower() and t.word(k) not in ("de", "et", "a", "en")):
            return None
        value = year_after(t, k)
        return WeekNumber(number, Year(value[0]) if value else None), value[1] if value else k
    if t.word(j) in ("du", "de", "d'"):
        k = j + 1
        if t.word(j) == "du" and (found := day(t, k)) and not _range_follows(t, found[1]):
            return Around(name, found[0]), found[1]
        if found := feast(t, k + (t.word(k) in ("la", "l'")), sure=True):
            return Around(name, found[0]), found[1]
    return None


def _range_follows(t: Tokens, i: int) -> bool:
    return t.word(i) == "au" and (t.number(i + 1, 2) is not None or t.word(i + 1) in words().weekdays)


def school_year(t: Tokens, i: int) -> Match | None:
    """`la rentrée 2025`, `la rentrée de septembre`, `la rentrée prochaine`, `la rentrée`."""
    if t.word(i) != "rentree" or t.word(i - 1) not in ("la", "des", "de", "cette", ""):
        return None
    j = i + 1
    j += t.word(j) in ("scolaire", "universitaire", "litteraire", "politique")
    if value := year_after(t, j):
        return Month(9, value[0]), value[1]
    if t.word(j) in ("de", "d'") and (found := month(t, j + 1, bare=True)):
        return found
    if shift := qualifier(t, j):
        return Month(9, shift=shift[0]), shift[1]
    before = (t.word(i - 2), t.word(i - 1))
    return (
        (Month(9), j)
        if before in (("a", "la"), ("des", "la"), ("depuis", "la"), ("ici", "la"), ("avant", "la"), ("apres", "la"))
        else None
    )


def part(t: Tokens, i: int) -> Match | None:
    """`début 2026`, `mi-avril`, `à la fin du mois`, `fin août 2019`, `courant mars`, `au milieu des années 1990`."""
    word = t.word(i)
    if word == "courant" or (word in ("cours", "long") and t.word(i - 1) == "au"):
        j = i + 1 + (t.word(i + 1) in ("du", "de", "d'"))
        if word != "courant":
            return None
        j += t.word(j) in ("mois",) and t.word(j + 1) in ("de", "d'")
        j += t.word(j) in ("de", "d'")
        found = month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None) or reference_period(t, j)
        return found
    mod = words().parts.get(word)
    if mod is None:
        return None
    j = i + 1
    if word == "mi":
        j += t.word(j) == "-"
        return _part_of_month(t, j, mod)
    if t.word(j) == "-":
        j += 1
    if word == "fin" and t.word(j) == "de" and t.word(j + 1) == "semaine":
        shift = qualifier(t, j + 2)
        return Shift("weekend", shift[0] if shift else 0), shift[1] if shift else j + 2
    linked = t.word(j) in ("de", "d'", "du", "des")
    j += linked
    if t.word(j) == "la" and t.word(j + 1) == "matinee":
        return None
    if t.word(j) == "mois" and linked:
        if t.word(j + 1) in ("de", "d'") and (found := month(t, j + 2, bare=True)):
            return Part(mod, found[0]), found[1]
        if shift := qualifier(t, j + 1):
            return Part(mod, Shift("month", shift[0])), shift[1]
        if t.word(j + 1) in ("suivant", "precedent"):
            return None
        return Part(mod, Shift("month", 0)), j + 1
    found = _part_target(t, j)
    if found is not None:
        return Part(mod, found[0]), found[1]
    if (linked and t.word(j) in ("annee", "semaine")) or (linked and t.word(j) == "l'" and t.word(j + 1) == "annee"):
        k = j + 1 + (t.word(j) == "l'")
        if shift := qualifier(t, k):
            return Part(mod, Shift("week" if t.word(j) == "semaine" else "year", shift[0])), shift[1]
        if value := year_after(t, k):
            return Part(mod, Year(value[0])), value[1]
        if t.word(j) == "semaine" or t.word(j) == "annee" or t.word(k) not in ("scolaire", "suivante", "precedente"):
            return Part(mod, Shift("week" if t.word(j) == "semaine" else "year", 0)), k
    return None


def _part_of_month(t: Tokens, j: int, mod: str) -> Match | None:
    """`mi-avril 2019`, `mi-2024`, `mi-saison` (nothing)."""
    found = month(t, j, bare=True) or (year(t, j) if year_number(t, j) else None)
    return (Part(mod, found[0]), found[1]) if found else None


def _part_target(t: Tokens, j: int) -> Match | None:
    k = j + (t.word(j) in ("la", "l'", "le", "les"))
    if found := month(t, j, bare=True):
        return found
    if year_number(t, j) and (found := year(t, j)):
        return found
    if (t.word(j) in ("l'", "annee") or t.word(k) == "annee") and (value := year_number(t, k + (t.word(k) == "annee"))):
        return Year(value), k + 2
    return reference_period(t, j) or season(t, k) or century(t, k) or decade(t, k) or fraction(t, k)


def feast(t: Tokens, i: int, *, sure: bool = False) -> Match | None:
    """`Noël`, `la Toussaint 2024`, `le lundi de Pâques`, `la fête des Mères`."""
    for form, index in feast_forms().get(t.word(i), ()):
        if tuple(t.words[i : i + len(form)]) != form:
            continue
        j = i + len(form)
        if t.word(j) == "chinois" or t.word(j) == "lunaire":
            return None
        value = year_after(t, j)
        if value:
            return Feast(index, value[0]), value[1]
        if shift := qualifier(t, j):
            return Feast(index, shift=shift[0]), shift[1]
        k = j + (t.word(j) in ("de", ","))
        if of := reference_period(t, k, units=("year",)):
            return Feast(index, of=of[0]), of[1]
        if sure or not feasts()[index].strict or _announced(t, i, j):
            return Feast(index), j
        return None
    return None


def _announced(t: Tokens, i: int, j: int) -> bool:
    """True where a feast that names other things too must be the day: `à la Toussaint`, `avant Noël`, alone on a line."""
    k = i - 1
    if t.word(k) in ("la", "l'", "le"):
        k -= 1
    if t.word(k) in ("veille", "lendemain", "soir", "matin", "jour", "midi", "de", "du", "d'"):
        return t.word(k) in ("de", "du", "d'") and t.word(k - 1) in (
            "veille",
            "lendemain",
            "soir",
            "jour",
            "week",
            "partir",
            "approche",
            "occasion",
            "moment",
        )
    if t.word(k) in ("", "\n"):
        return t.word(j) in ("", "\n", ".", ",", "?", "!") or (i - k == 2 and t.word(j) in ("", "\n"))
    return t.word(k) in _TIME_PREPOSITIONS and not (t.is_capital(i - 1) and t.word(i - 1) != "l'")


def named_period(t: Tokens, i: int) -> Match | None:
    """Any period with a name of its own that begins at `i`."""
    return (
        half_century(t, i)
        or fraction(t, i)
        or nth(t, i)
        or week(t, i)
        or century(t, i)
        or decade(t, i)
        or part(t, i)
        or feast(t, i)
        or season(t, i)
        or school_year(t, i)
        or (month(t, i, bare=bare_month_allowed(t, i)) if month_name(t, i, beside=True) else None)
    )
