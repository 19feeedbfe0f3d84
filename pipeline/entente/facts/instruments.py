"""The words of a text that name an instrument or a standing relation, and what is done with it."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from entente.annotations import Extent, get_entities
from entente.facts.folding import fold
from entente.facts.patterns import ending_with, lexicon_pattern, occurring
from entente.lexicons import load_lexicon
from entente.lexicons.alternation import alternation

ACTS = ("resumed", "ended", "suspended", "planned", "voted", "renewed", "signed", "standing")
"""In the order in which they decide the status."""

STATUS = {"standing": "ongoing", "resumed": "ongoing", "voted": "planned"}
"""Act → status, where they differ."""

CONSENT = re.compile(r"(?<!\w)(?:d'|en |bon |plein |(?:donn|refus|obt[ei]n|sollicit)\w+ (?:son |leur |un |l'|d'un )?)$")
"""«d'accord», «donne son accord»: consent, no instrument."""

PORTFOLIO = re.compile(
    r"(?<!\w)(?:chargee?s?|deleguee?s?|responsables?)\s(?:\w+\s)*(?:de|du|des|de la|aux?|a la|(?:de |a )?l'|d')\s*$"
)
"""«adjointe déléguée aux jumelages»: an office, no instrument."""

DEFINITE = re.compile(
    r"(?<!\w)(?:le|la|l'|les|cet?|cette|ces|ledit|ladite|du|au|des|aux|leur|leurs|son|sa|notre|nos)\s*"
    r"(?:(?:meme|nouvel|nouvelle|premier|premiere|present)\s+)?$"
)
DEMONSTRATIVE = re.compile(r"(?<!\w)(?:cet?|cette|ces|ledit|ladite)\s*$")
NEW = re.compile(
    r"(?<!\w)(?:une?|nouvel|nouvelle|nouveaux?|autre|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s+"
    r"(?:(?:nouveaux?|nouvel|nouvelles?|autres?|premiere?|second|seconde|veritable)\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun that names an instrument or relation."""

    start: int
    end: int
    kind: str
    definite: bool
    """«l'accord», «cette convention»: it may point back."""
    demonstrative: bool
    new: bool
    """«un accord», «trois conventions», «un nouvel accord»: it brings in an instrument."""
    plural: bool
    """«les jumelages», «sept accords»: several, none of which it singles out."""
    framing: bool
    """«dans le cadre du jumelage»: the sentence tells something else."""
    bare: bool
    """A head noun that says no more than that there is an instrument («le texte», «l'accord»)."""


@dataclass(frozen=True, slots=True)
class Act:
    """A word that says what becomes of an instrument."""

    start: int
    end: int
    name: str


def find_instruments(doc: Doc, start: int, text: str) -> list[Instrument]:
    """Instruments named in a stretch, in the order of the text; none inside the name of a body, place or person.

    `text` are the folded words that begin at `start`.
    """
    if not occurring(text, "accords") & NAMED:
        return []
    blocked = _blocked(doc, start, start + len(text))
    found = []
    for match in _instrument_pattern().finditer(text):
        extent = Extent(start + match.start(), start + match.end())
        left = text[max(0, match.start() - 45) : match.start()]
        form = match.group()
        if PORTFOLIO.search(left) or (form == "accord" and CONSENT.search(left)):
            continue
        if _set_aside().search(left) or _of_one_state().match(text, match.start()):
            continue
        if any(b.start < extent.end and extent.start < b.end for b in blocked):
            continue
        kind = _kinds()[form]
        found.append(
            Instrument(
                extent.start,
                extent.end,
                kind,
                bool(DEFINITE.search(left)),
                bool(DEMONSTRATIVE.search(left)),
                bool(NEW.search(left)),
                form.split()[0].split("-")[0].endswith("s"),
                ending_with("accords", "frame_before").search(left) is not None,
                form in _anaphora(),
            )
        )
    return found


def of_one_state(text: str) -> bool:
    """True when a folded text names an instrument of domestic life: «une convention d'objectifs»."""
    return "domestic" in occurring(text, "accords") and _of_one_state().search(text) is not None


NAMED = frozenset({"instruments", "anaphora"})
"""The lists whose words name instruments."""


def find_acts(start: int, text: str) -> list[Act]:
    """Acts told by the folded words `text` that begin at `start`, each word once, the most decisive reading first."""
    told = occurring(text, "accords")
    found = [
        Act(start + match.start(), start + match.end(), name)
        for name in ACTS
        if name in told
        for match in lexicon_pattern("accords", name).finditer(text)
        if not (name in BREAKS and NEVER.search(text[max(0, match.start() - 25) : match.start()]))
        and not (name in MADE and UNDONE.search(text[max(0, match.start() - 40) : match.start()]))
    ]
    return sorted(found, key=lambda act: (act.start, ACTS.index(act.name)))


BREAKS = ("ended", "suspended")
MADE = ("signed", "renewed")
UNDONE = re.compile(
    r"(?<!\w)n'(?:a|ont|avai(?:t|ent)|est|sont|etai(?:t|ent)|aura|auront|aurai(?:t|ent))\s+(?:encore\s+|toujours\s+)?"
    r"(?:pas|plus|jamais|rien|aucun\w*|nullement|point)?\s*(?:encore\s+|ete\s+|rien\s+|jamais\s+)*$"
    r"|(?<!\w)(?:sans|faute\s+d)\w*\s+(?:avoir\s+)?(?:\w+\s+)?$"
)
"""«n'a rien signé», «aucun document n'a été signé», «n'ont pas encore été ratifiés»: it was not done."""
NEVER = re.compile(r"(?<!\w)(?:jamais|pas|plus|sans|ni)(?:\s+\w+){0,2}\s+$")
"""«jamais interrompu», «n'a pas été rompu»: it goes on."""


def _blocked(doc: Doc, start: int, end: int) -> list[Extent]:
    return [
        Extent(m["start"], m["end"])
        for entity in get_entities(doc)
        if entity["type"] in ("organization", "venue", "person", "intercommunality")
        for m in entity["mentions"]
        if m["kind"] == "name" and m["start"] < end and start < m["end"]
    ]


@cache
def _kinds() -> dict[str, str]:
    groups: dict[str, list[str]] = load_lexicon("accords")["instruments"]
    bare = dict.fromkeys(_anaphora(), "text")
    return bare | {fold(form): kind for kind, forms in groups.items() for form in forms}


@cache
def _set_aside() -> re.Pattern[str]:
    return lexicon_pattern("accords", "set_aside_before", suffix=r"(?:e|')?\s*(?:une?\s+|l'|le\s+|la\s+)?(?:\w+\s+)?$")


@cache
def _of_one_state() -> re.Pattern[str]:
    """Instruments of the domestic life of a town: strikes, clubs, concessions."""
    return lexicon_pattern("accords", "domestic")


@cache
def _anaphora() -> frozenset[str]:
    return frozenset(fold(form) for form in load_lexicon("accords")["anaphora"])


@cache
def _instrument_pattern() -> re.Pattern[str]:
    forms = sorted(_kinds(), key=lambda form: (-len(form), form))
    return re.compile(alternation(map(re.escape, forms), r"[\w-]") + r"(?![\w-])")
