"""What is counted from the day of writing, or from the date told before: `hier`, `la semaine suivante`."""

from entente.dates.grammar.numbers import unit
from entente.dates.grammar.years import Match
from entente.dates.nodes import Expression, Shift, Then, Weekday
from entente.dates.tokens import Tokens
from entente.dates.words import words

_PERIODS = frozenset(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"])


def qualifier(t: Tokens, i: int) -> tuple[int, int] | None:
    """A shift said after the noun: `prochain` → +1, `dernier` → −1, `suivant` → +1."""
    word = t.word(i)
    shift = words().shifts.get(word)
    if shift is not None and word not in ("passes", "passees"):
        return shift, i + 1
    return None


def discourse_qualifier(t: Tokens, i: int) -> tuple[int, int] | None:
    """A shift from the date told before: `suivant` → +1, `précédente` → −1, `d'avant` → −1."""
    shift = words().discourse_shifts.get(t.word(i))
    if shift is not None:
        return shift, i + 1
    if t.word(i) == "d'" and t.word(i + 1) in ("avant", "apres"):
        return (-1 if t.word(i + 1) == "avant" else 1), i + 2
    return None


def named_day(t: Tokens, i: int) -> Match | None:
    """`hier`, `avant-hier`, `aujourd'hui`, `après-demain`, `demain en huit`."""
    found = _plain_day(t, i)
    if found is None or t.word(found[1]) != "en" or not isinstance(found[0], Shift):
        return found
    extra = {"huit": 7, "8": 7, "quinze": 14, "15": 14}.get(t.word(found[1] + 1))
    return (Shift("day", found[0].count + extra), found[1] + 2) if extra else found


def _plain_day(t: Tokens, i: int) -> Match | None:
    word = t.word(i)
    if word == "aujourd'" and t.word(i + 1) == "hui":
        return Shift("day", 0), i + 2
    if word in ("avant", "apres") and t.word(i + 1 + (t.word(i + 1) == "-")) in ("hier", "demain"):
        j = i + 1 + (t.word(i + 1) == "-")
        value = words().relative_days.get(f"{word}-{t.word(j)}")
        return (Shift("day", value), j + 1) if value is not None else None
    if word in ("hier", "demain", "aujourd'hui") or word == "aujourdhui":
        return Shift("day", words().relative_days.get(word, 0)), i + 1
    return None


def discourse_day(t: Tokens, i: int) -> Match | None:
    """`le lendemain`, `la veille`, `l'avant-veille`, `le surlendemain`, `le même jour`, `le soir même`."""
    word = t.word(i)
    article = word in ("le", "la", "l'", "ce", "cette", "du", "au", "des")
    if not article and word not in ("avant", "lendemain", "surlendemain", "cet"):
        return None
    j = i + article
    if t.word(j) == "avant" and t.word(j + 1) == "-" and t.word(j + 2) == "veille":
        return Then("day", -2), j + 3
    if t.word(j) in words().discourse_days and (article or t.word(j) in ("lendemain", "surlendemain")):
        return Then("day", words().discourse_days[t.word(j)]), j + 1
    if t.word(j) == "meme" and (named := unit(t, j + 1)) and article and named[0] in _PERIODS:
        return Then(named[0], 0), named[1]
    if t.word(j) == "meme" and article and t.word(j + 1) in words().weekdays:
        return Weekday(words().weekdays[t.word(j + 1)], same=True), j + 2
    if word == "le" and t.word(j) in ("soir", "jour", "matin") and t.word(j + 1) == "meme":
        return Then("day", 0), j + 2
    if word == "l'" and t.word(j) == "apres" and t.word(j + 1) == "-" and t.word(j + 3) == "meme":
        return Then("day", 0), j + 4
    if (
        word in ("ce", "cet", "cette")
        and (named := unit(t, i + 1))
        and t.word(named[1]) == "-"
        and t.word(named[1] + 1) == "la"
    ):
        return Then(named[0], 0), named[1] + 2
    if (
        word in ("ce", "cette")
        and t.word(i + 1) in ("soir", "matin", "nuit")
        and t.word(i + 2) == "-"
        and t.word(i + 3) == "la"
    ):
        return Then("day", 0), i + 4
    return None


def reference_period(t: Tokens, i: int, units: tuple[str, ...] | None = None) -> Match | None:
    """A unit counted from now or then: `cette semaine`, `l'an dernier`, `l'année suivante`, `le mois prochain`."""
    found = _this(t, i) or _shifted(t, i)
    if found is None or units is None:
        return found
    node = found[0]
    return found if isinstance(node, (Shift, Then)) and node.unit in units else None


def _this(t: Tokens, i: int) -> Match | None:
    """`cette année`, `ce mois-ci`, `l'année en cours`, `la présente année`, `ce jour`, `ce week-end`."""
    word = t.word(i)
    if word in ("ce", "cette", "cet"):
        j = i + 1 + (t.word(i + 1) == "meme")
        if word == "cette" and t.word(j) == "fin" and t.word(j + 1) == "de" and t.word(j + 2) == "semaine":
            return Shift("weekend", 0), j + 3
        named = unit(t, j)
        if (
            named is None
            or named[0] not in _PERIODS
            or (t.word(named[1] - 1) in ("jours", "mois", "ans") and t.word(named[1] - 1) != "mois")
        ):
            return None
        name, j = named
        if t.word(j) == "-" and t.word(j + 1) == "ci":
            return Shift(name, 0), j + 2
        if t.word(j) == "-" and t.word(j + 1) == "la":
            return Then(name, 0), j + 2
        if name == "day" and t.word(j - 1) == "journee":
            return None
        if t.word(j) in ("de", "d'"):
            return None
        return Shift(name, 0), j
    if word in ("la", "le", "l'"):
        j = i + 1 + (t.word(i + 1) in ("present", "presente"))
        named = unit(t, j)
        if named is None or named[0] not in _PERIODS:
            return None
        if t.word(i - 1) == "dans" and t.word(i - 2) in ("tard", "tot") and j == i + 1:
            return Shift(named[0], 0), named[1]
        if t.word(named[1]) == "en" and t.word(named[1] + 1) == "cours":
            return Shift(named[0], 0), named[1] + 2
        if t.word(named[1]) == "actuelle" or t.word(named[1]) == "actuel" or (j == i + 2):
            return Shift(named[0], 0), named[1] + (j != i + 2)
    return None


def _shifted(t: Tokens, i: int) -> Match | None:
    """`la semaine prochaine`, `l'an passé`, `le mois suivant`, `la prochaine année`, `l'année d'avant`."""
    j = i + (t.word(i) in ("le", "la", "l'", "les", "au", "du", "un", "une"))
    if t.word(j) == "fin" and t.word(j + 1) == "de" and t.word(j + 2) == "semaine" and j > i:
        if shift := qualifier(t, j + 3):
            return Shift("weekend", shift[0]), shift[1]
        return None
    named = unit(t, j)
    if (
        named
        and named[0] in _PERIODS
        and t.word(j) not in ("ans", "jours", "annees", "semaines", "decennies", "siecles")
    ):
        name, k = named
        if shift := qualifier(t, k):
            node: Expression = Shift(name, shift[0])
            return node, shift[1]
        if then := discourse_qualifier(t, k):
            return (Then(name, then[0]), then[1]) if t.word(i) not in ("un", "une") else None
        if t.word(k) == "a" and t.word(k + 1) == "venir" and j > i:
            return Shift(name, 1), k + 2
        return None
    if j > i and t.word(j) in ("prochain", "prochaine", "derniere", "dernier") and (named := unit(t, j + 1)):
        name = named[0]
        if (
            name not in _PERIODS
            or t.word(j + 1) in ("jours", "ans", "journee")
            or t.word(named[1]) in ("de", "du", "d'")
        ):
            return None
        return Shift(name, 1 if t.word(j).startswith("p") else -1), named[1]
    return None


def weekday(t: Tokens, i: int) -> Match | None:
    """`mercredi`, `samedi dernier`, `lundi en huit`, `mardi de la semaine prochaine`, `jeudi prochain`."""
    day = words().weekdays.get(t.word(i))
    if day is None:
        return None
    j = i + 1
    if t.word(j) in ("matin", "soir", "midi") and qualifier(t, j + 1):
        j += 1
    if shift := qualifier(t, j):
        return Weekday(day, shift[0]), shift[1]
    if t.word(j) == "en" and t.word(j + 1) in ("huit", "8"):
        return Weekday(day, extra=7), j + 2
    if t.word(j) == "en" and t.word(j + 1) in ("quinze", "15"):
        return Weekday(day, extra=14), j + 2
    if then := discourse_qualifier(t, j):
        return Then(f"weekday{day}", then[0]), then[1]
    k = j + (t.word(j) in ("de", "d'"))
    if (of := reference_period(t, k, units=("week",))) and t.word(k) in ("la", "cette"):
        return Weekday(day, of=of[0]), of[1]
    return Weekday(day), j


def day_part(t: Tokens, i: int) -> Match | None:
    """`ce matin`, `cet après-midi`, `ce soir`, `cette nuit`, `la nuit dernière`."""
    word = t.word(i)
    if word in ("ce", "cet", "cette") and (j := part_of_day(t, i + 1)) is not None:
        if t.word(j) == "-" and t.word(j + 1) == "la":
            return Then("day", 0), j + 2
        return Shift("day", 0), j
    if word == "la" and t.word(i + 1) == "nuit" and t.word(i + 2) in ("derniere", "passee"):
        return Shift("day", -1), i + 3
    if word == "la" and t.word(i + 1) == "nuit" and t.word(i + 2) == "prochaine":
        return Shift("day", 0), i + 3
    return None


def part_of_day(t: Tokens, i: int) -> int | None:
    """Where the part of the day that begins at `i` ends: `matin`, `après-midi`, `soirée`."""
    if t.word(i) == "apres" and t.word(i + 1 + (t.word(i + 1) == "-")) == "midi":
        return i + 2 + (t.word(i + 1) == "-")
    return i + 1 if t.word(i) in words().day_parts else None


def trailing_day_part(t: Tokens, i: int) -> int:
    """Where a day ends once its part is read: `hier soir`, `lundi en fin de matinée`, `le 3 mai au soir`."""
    j = i
    if t.word(j) in ("au", "en", "dans", "a", "le", "du", "de", "à", "vers"):
        j += 1
    if t.word(j) in ("fin", "debut", "milieu") and t.word(j + 1) in ("de", "d'"):
        j += 2
    if t.word(j) in ("la", "l'", "le"):
        j += 1
    end = part_of_day(t, j)
    if end is None or (j == i + 1 and t.word(i) in ("a", "vers", "de", "du")):
        return i
    return end
