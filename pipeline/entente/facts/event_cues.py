"""Cue words in a sentence, and the sketch that a rule begins with one."""

import re
from functools import lru_cache

from entente.annotations import Extent
from entente.facts.event_place import places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_stay import settle_stay
from entente.facts.event_there import settle_there
from entente.facts.event_view import PLACE_TYPES, Seen, View
from entente.facts.event_when import date_of
from entente.facts.event_words import words

Match = re.Match[str]

TRAVELLERS = re.compile(
    r"délégation|mission|groupe|élus|visiteurs|voyage|équipe|élèves|jeunes|déplacement|entrepreneurs|entreprises|acteurs",
    re.IGNORECASE,
)
PEOPLE_OF = r"[^\W\da-zà-ÿ_]\w+(?:ais|ois|iens|ains|éens|ards|ands|ols|ins|istes|ots|asques|aises|oises|iennes|aines)\b"
PEOPLE = re.compile(PEOPLE_OF)
COUNTED = re.compile(
    r"\b(?:(?:les\s+)?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|"
    r"cinquante)(?:\s+premi\w+|\s+autres)?|(?:une?\s+)?"
    r"(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)s?\s+d(?:e\s+|['’])|[Ll]es\s)\s*"
    rf"{PEOPLE_OF}"
)
"""People of a place: «une centaine de Néracais», «les Burgiens»."""

ANOTHER = re.compile(
    r"(?:le|la|un|une)\s+(?:premi[eè]re?|deuxième|seconde?|troisième|autre|précédente?|dernière?)\s+(?=(?:a|est|sera|ira|avait|était|devrait|doit)\b)",
    re.IGNORECASE,
)
"""Another group, without its noun: «Un troisième devrait suivre …»."""

DEFINITE = re.compile(r"(?:\b(?:la|le|du|au|cette|ce|cet|sa|son|leur)\s+(?:\w+\s+)?|\bl['’])$", re.IGNORECASE)
"""What stands before a noun that takes up something told («la cérémonie», «ce déplacement»)."""


PROPER = re.compile(r"\s+(?:du|de\s+la|de\s+l['’]|des|de|d['’])\s*[^\W\da-zà-ÿ_]")
"""A name behind the noun: «la fête du Cerezo» is another than the one told before."""


def hit(section: str, text: str) -> Match | None:
    """The first form of a section of the lexicon in a text, kept while one sentence goes through all the rules."""
    found = _hits(text)
    if section not in found:
        found[section] = words(section).search(text)
    return found[section]


@lru_cache(maxsize=64)
def _hits(text: str) -> dict[str, Match | None]:
    """What `hit` has found in a text, by section."""
    return {}


def inside(cue: Match, section: str, view: View) -> bool:
    """True when the cue stands inside a longer form («lettre de mission») or inside a name («Palais des congrès»).

    A name that begins with the cue and that is held («le Forum des villes s'est tenu …») is that of the occasion.
    """
    at = cue.start()
    for item in view.seen:
        if item.start <= at < item.end and _is_name(item, at, view):
            return True
    return any(other.start() <= at < other.end() for other in words(section).finditer(view.text))


def _is_name(item: Seen, at: int, view: View) -> bool:
    if item.type in NAMED:
        return item.start < at or not hit("tenir", view.text)
    return item.type in TERRITORIES and item.mention.kind == "name"


NAMED = frozenset({"organization", "venue", "person"})
TERRITORIES = PLACE_TYPES - {"venue"}


def travellers(view: View) -> Match | None:
    """A word for people on their way or received: «la délégation», «les élus», «vingt lycéens»."""
    return _travellers(view.text)


@lru_cache(maxsize=64)
def _travellers(text: str) -> Match | None:
    """The same, kept while one sentence goes through all the rules."""
    named = (hit(section, text) for section in ("voyageurs", "invites", "eleves"))
    counted = COUNTED.search(text) if PEOPLE.search(text) else None
    return next(filter(None, named), None) or counted or ANOTHER.match(text)


def sketch_of(view: View, rule: str, kind: str, family: str, cue: Match, *others: Match | None) -> Sketch:
    """A sketch with the cues, the date and the places around the cue."""
    trigger = Extent(view.start + cue.start(), view.start + cue.end())
    cues = {trigger, *(Extent(view.start + m.start(), view.start + m.end()) for m in others if m)}
    date = date_of(view, cue.start())
    sketch = Sketch(
        rule=rule, kind=kind, family=family, view=view, cues=sorted(cues),
        trigger=trigger,
        when=date.index if date else None, edtf=date.edtf if date else "",
        places=places_of(view, cue.start()), evidence=[view],
    )  # fmt: skip
    settle_stay(sketch, date)
    settle_there(sketch)
    return sketch


def is_taken_up(view: View, cue: Match) -> bool:
    """True for «la cérémonie» or «ce déplacement», which speak of an event already told."""
    if PROPER.match(view.text, cue.end()):
        return False
    return DEFINITE.search(view.text[max(0, cue.start() - 40) : cue.start()]) is not None
