"""Lengths of time: counted back or on (`il y a trois ans`), sets (`tous les lundis`), durations."""

from entente.dates.grammar.numbers import Amount, amount, amounts, cardinal, unit
from entente.dates.grammar.relative import named_day
from entente.dates.grammar.years import Match
from entente.dates.nodes import Every, Length, Offset, Run, Then
from entente.dates.tokens import Tokens
from entente.dates.words import refusals, words


def hedge(t: Tokens, i: int) -> tuple[str | None, int]:
    """How loosely the number that follows is meant: `plus de` → `more`, `près de`, `bientôt`, `environ` → `approx`."""
    word = t.word(i)
    if word == "plus" and t.word(i + 1) in ("de", "d'"):
        return "more", i + 2
    if word == "moins" and t.word(i + 1) in ("de", "d'"):
        return "less", i + 2
    if word in ("pres", "quelque") and t.word(i + 1) in ("de", "d'"):
        return "approx", i + 2
    if word in ("bientot", "environ", "presque", "quasiment", "quelque", "deja"):
        return (None if word == "deja" else "approx"), i + 1
    if word == "au" and t.word(i + 1) in ("moins", "plus"):
        return "more", i + 2
    if word == "pas" and t.word(i + 1) == "loin" and t.word(i + 2) in ("de", "d'"):
        return "approx", i + 3
    if word == "a" and t.word(i + 1) == "peu" and t.word(i + 2) == "pres":
        return "approx", i + 3
    if word == "un" and t.word(i + 1) == "peu" and t.word(i + 2) in ("plus", "moins"):
        return "more", i + 4
    if word in ("maintenant", "juste", "exactement", "tout", "precisement"):
        return None, i + 1
    return None, i


Hedged = tuple[tuple[Amount, ...], int, str | None]
"""Amounts, where they end, and how loosely they are meant."""


def hedged(t: Tokens, i: int) -> Hedged | None:
    """Amounts with their hedge: `plus de dix ans`, `une vingtaine d'années environ`."""
    if i not in t.amounts:
        t.amounts[i] = _hedged(t, i)
    found: Hedged | None = t.amounts[i]
    return found


def _hedged(t: Tokens, i: int) -> Hedged | None:
    loose, j = hedge(t, i)
    while loose is None and j != i and j < i + 3:
        before = j
        loose, j = hedge(t, j)
        if j == before:
            break
    found = amounts(t, j)
    if found is None:
        return None
    rows, k, vague = found
    if t.word(k) in ("environ",):
        vague, k = "approx", k + 1
    return rows, k, vague or loose


def ago(t: Tokens, i: int) -> Match | None:
    """`il y a 35 ans`, `voici deux mois`, `cela fait dix ans`, `y a 3 jours`."""
    word = t.word(i)
    if word == "il" and t.word(i + 1) == "y" and t.word(i + 2) == "a":
        j = i + 3
    elif (word == "il" and t.word(i + 1) in ("ya", "y'")) or word == "ilya":
        j = i + 1 + (word == "il") + (t.word(i + 1) == "y'")
    elif word == "y" and t.word(i + 1) == "a" and t.word(i - 1) not in ("il", "n'"):
        j = i + 2
    elif word in ("voici", "voila"):
        j = i + 1
    elif word in ("ca", "cela") and t.word(i + 1) == "fait":
        j = i + 2
    else:
        return None
    found = hedged(t, j)
    if found is None or found[2] == "none":
        return None
    return Offset(found[0], -1, found[2]), found[1]


def ahead(t: Tokens, i: int) -> Match | None:
    """`dans quinze jours`, `dans un an et demi`, `sous huit jours`, `d'ici trois mois`, `après deux jours` is none."""
    if t.word(i) not in ("dans", "ds", "sous"):
        return None
    j = i + 1
    within = t.word(j) in ("les", "le", "un", "une") and t.word(j + 1) == "delai"
    if within:
        return None
    j += t.word(j) in ("les",)
    found = hedged(t, j)
    if found is None or found[2] == "none":
        return None
    if j > i + 1 or t.word(i) == "sous":
        (value, name), *rest = found[0]
        return (Run(int(value), name, 1), found[1]) if not rest and value >= 1 else None
    if t.word(found[1]) in ("de", "d'", "du") and found[0][-1][1] in ("year", "hour", "day", "month"):
        return None
    return Offset(found[0], 1, found[2]), found[1]


def after_amount(t: Tokens, i: int) -> Match | None:
    """`trois ans plus tard`, `deux jours auparavant`, `un an après`; what has a base is left to the caller."""
    found = hedged(t, i)
    if found is None or found[2] == "none" or len(found[0]) > 1:
        return None
    (value, name), j = found[0][0], found[1]
    if t.word(j) == "plus" and t.word(j + 1) in ("tard", "tot"):
        return Then(name, value if t.word(j + 1) == "tard" else -value, exact=True), j + 2
    if t.word(j) == "auparavant":
        return Then(name, -value, exact=True), j + 1
    if t.word(j) in ("avant", "apres") and t.word(j + 1) in (",", ".", "", "\n", ";", ")"):
        return Then(name, value if t.word(j) == "apres" else -value, exact=True), j + 1
    if t.word(j) == "a" and t.word(j + 1) in ("partir", "compter") and t.word(j + 2) in ("de", "d'"):
        if base := named_day(t, j + 3):
            return Then(name, value, base[0], exact=True), base[1]
        if t.word(j + 3) in ("maintenant",):
            return Offset(((value, name),), 1), j + 4
    if name in ("day", "week", "month", "year") and t.word(j) in ("de", "d'") and t.word(j + 1) in ("la", "l'"):
        return None
    return None


def run(t: Tokens, i: int) -> Match | None:
    """`les trois prochains mois`, `ces cinq dernières années`, `les 24 dernières heures`, `les dix années à venir`."""
    j = i + (t.word(i) in ("les", "ces", "des", "aux", "nos"))
    if t.word(j) in ("prochains", "prochaines", "derniers", "dernieres") and (number := cardinal(t, j + 1)):
        named = unit(t, number[1])
        if named and 1 <= number[0] <= 1000:
            return Run(number[0], named[0], 1 if t.word(j).startswith("p") else -1), named[1]
        return None
    number = cardinal(t, j)
    if number is None or not 1 <= number[0] <= 1000:
        return None
    k = number[1]
    if t.word(k) in ("prochains", "prochaines", "derniers", "dernieres") and (named := unit(t, k + 1)):
        if t.word(named[1]) in ("de", "d'", "du", "des"):
            return None
        return Run(number[0], named[0], 1 if t.word(k).startswith("p") else -1), named[1]
    if (named := unit(t, k)) is None or j == i:
        return None
    after = t.word(named[1])
    if after in ("passes", "passees", "ecoules", "ecoulees", "derniers", "dernieres"):
        return Run(number[0], named[0], -1), named[1] + 1
    if after in ("prochains", "prochaines") or (
        after in ("a", "qui") and t.word(named[1] + 1) in ("venir", "viennent")
    ):
        return Run(number[0], named[0], 1), named[1] + (1 if after.startswith("p") else 2)
    return None


def every(t: Tokens, i: int) -> Match | None:
    """`tous les lundis`, `chaque année`, `tous les deux ans`, `chaque 14 juillet`, `trois fois par an`."""
    word = t.word(i)
    if word in ("tous", "toutes") and t.word(i + 1) == "les":
        j, count = i + 2, 1
        if number := cardinal(t, j):
            count, j = number
        if t.word(j) in words().weekday_plurals:
            return Every(count, "week"), j + 1
        named = unit(t, j)
        if named is None and number and count > 1:
            return None
        return (Every(count, named[0]), named[1]) if named else None
    if word == "chaque":
        j = i + 1
        j += t.word(j) in words().parts
        j += t.word(j) == "-"
        if t.word(j) in words().weekdays:
            return Every(1, "week"), j + 1
        if t.word(j) in words().months:
            return Every(1, "year"), j + 1
        if t.number(j, 2) and t.word(j + 1) in words().months:
            return Every(1, "year"), j + 2
        if t.word(j) in words().seasons:
            return Every(1, "year"), j + 1
        named = unit(t, j)
        return (Every(1, named[0]), named[1]) if named else None
    if word in words().weekday_plurals and t.word(i - 1) in ("les", "des"):
        return Every(1, "week"), i + 1
    return None


def length(t: Tokens, i: int) -> Match | None:
    """`pendant trois ans`, `une durée de six mois`, `trois jours durant`; ages are none."""
    before = t.word(i - 1)
    found = hedged(t, i)
    if found is None or found[2] == "none":
        return None
    rows, j, vague = found
    if before in refusals()["age_words"] or t.word(i - 2) in refusals()["age_words"]:
        return None
    name = rows[0][1]
    if t.word(j) in ("durant", "duree"):
        return Length(rows, vague), j + 1
    announced = before in ("pendant", "durant") or (
        before in ("de", "d'") and t.word(i - 2) in ("duree", "periode", "delai", "mandat", "espace", "bout")
    )
    if announced or (before in ("en", "pour", "sur") and t.word(j) not in ("de", "d'")):
        return Length(rows, vague), j
    if name in ("year", "decade", "century") or t.word(j) in ("de", "d'"):
        return None
    return (Length(rows, vague), j) if amount(t, i) and t.word(j) not in ("apres", "avant") else None
