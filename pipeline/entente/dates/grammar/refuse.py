"""What looks like a date and is none: streets, numbers, ages, the planet, the Second World War."""

from entente.dates.nodes import Approx, Day, Expression, Feast, Month, Season, Shift, Then, Weekday, Year
from entente.dates.tokens import Tokens
from entente.dates.words import refusals, tenses

_LINKS = frozenset(["du", "de", "la", "des", "d'", "le", "l'", "-", "les"])


_CLAUSE = 12
"""Tokens in which the verb of «aujourd'hui, …» is looked for."""


def refused(t: Tokens, i: int, j: int, node: Expression) -> bool:
    """True when the words around make the expression `i:j` a name or a quantity."""
    return _street(t, i, node) or _name(t, i, j, node) or _idiom(t, i, j, node)


def _street(t: Tokens, i: int, node: Expression) -> bool:
    """`rue du 8 mai 1945`, `place du 11-Novembre`, `stade du 4 Août`."""
    if not isinstance(node, (Day, Month, Feast, Year, Weekday)):
        return False
    k = i - 1
    linked = False
    while k > i - 4 and t.word(k) in _LINKS:
        linked = linked or t.word(k) in ("du", "de", "d'", "des")
        k -= 1
    if t.word(k) not in refusals()["street_words"] or isinstance(node, (Year, Weekday)):
        return False
    if t.word(k) in ("cours",) or (
        t.word(k) in ("place", "ecole", "universite", "salle", "lycee", "college", "theatre")
        and not linked
        and not (t.glued(i + 1) and t.is_capital(i + 2))
    ):
        return False
    return linked or isinstance(node, Day)


def _name(t: Tokens, i: int, j: int, node: Expression) -> bool:
    """`M. Mars`, `le général Juin`, `Mme Avril`, `Denis Samedi`: a month or weekday that is somebody's name."""
    bare = (isinstance(node, Month) and node.year is None) or (isinstance(node, Weekday) and node.shift is None)
    if not bare or not t.is_capital(i):
        return False
    k = i - 1 - (t.word(i - 1) == ".")
    given = isinstance(node, Weekday) and t.is_capital(k) and t.raw(k)[1:].islower() and t.raw(i)[1:].islower()
    paper = isinstance(node, Weekday) and t.word(k) == "du" and t.is_capital(k - 1) and t.raw(i)[1:].islower()
    return t.word(k) in refusals()["name_titles"] or (given and k == i - 1) or paper


def _idiom(t: Tokens, i: int, j: int, node: Expression) -> bool:
    """`sur Mars`, `d'hier et d'aujourd'hui`, `le petit été`, `encore aujourd'hui`."""
    before = t.word(i - 1)
    if isinstance(node, Month) and node == Month(3) and t.is_capital(i) and before in refusals()["planet_words"]:
        return True
    if (
        isinstance(node, Shift)
        and node.unit == "day"
        and before == "d'"
        and t.word(i) in ("hier", "aujourd'", "demain")
        and node.count < 7
    ):
        return True
    if node == Shift("day", 0) and t.word(i) == "aujourd'" and _nowadays(t, i, j):
        return True
    if isinstance(node, Shift) and node.unit == "day" and t.word(i) == "demain" and before == "de":
        return t.word(i - 2) in refusals()["tomorrow_nouns"]
    if isinstance(node, Then) and t.word(j - 1) == "lendemain" and t.word(i - 1).startswith(("remet", "remis")):
        return True
    if isinstance(node, Feast) and before in ("de", "d'", "du") and t.word(i - 2) in refusals()["feast_goods"]:
        return True
    if isinstance(node, Approx) and node.of == Month(3) and t.raw(i + 1) == "Mars":
        return True
    if isinstance(node, Year) and before in ("«", '"', "“") and t.word(j) in ("»", '"', "”"):
        return True
    if isinstance(node, Day) and before in refusals()["numbered_things"] and t.word(i + 1) == ".":
        return True
    if isinstance(node, Season):
        return before == "a" and t.word(i) == "ete"
    return node == Weekday(getattr(node, "weekday", -1)) and before in ("robinson", "un")


def _nowadays(t: Tokens, i: int, j: int) -> bool:
    """`encore aujourd'hui`, `jusqu'à aujourd'hui`, `compte aujourd'hui 12 projets`: these days, and no day."""
    if t.word(i - 1) == "encore" or t.word(j) == "encore" or (t.word(i - 1) == "a" and t.word(i - 2) == "jusqu'"):
        return True
    if t.word(i - 1) in refusals()["stative_verbs"]:
        return True
    return t.word(j) == "," and _states(t, j + 1)


def _states(t: Tokens, i: int) -> bool:
    """True when the first verb of a clause tells a state: `…, 14 villes sont membres`; not `…, le maire est arrivé`."""
    for k in range(i, i + _CLAUSE):
        word = t.word(k)
        if word in (".", "", "\n", "a", "ont") or word in tenses()["past_words"]:
            return False
        if word in refusals()["stative_verbs"]:
            return not t.raw(k + 1).lower().rstrip("es").endswith("é")
    return False
