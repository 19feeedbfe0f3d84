"""Rules for occasions: signings, forums, festivals, ceremonies, exchanges, meetings."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import TRAVELLERS, Match, hit, inside, is_taken_up, sketch_of, travellers
from entente.facts.event_edition import edition_of, numbered
from entente.facts.event_part import part_of
from entente.facts.event_people import ALL, BODIES, people_after, people_before, present
from entente.facts.event_setting import is_day, is_month, places_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import Seen, View
from entente.facts.event_words import words

OCCASIONS = (
    ("conference", "conference", "conference"),
    ("festival", "festival", "festival"),
    ("ceremonie", "ceremony", "ceremony"),
    ("echange", "exchange", "exchange"),
    ("accueil", "reception", "reception"),
    ("reunion", "meeting", "meeting"),
)
"""Lexicon section, kind, family; the section of the wider words is the same with «_large»."""

KINDS = {
    "visite": ("mission", "visit"),
    **{f"{section}{width}": (kind, family) for section, kind, family in OCCASIONS for width in ("_large", "")},
}
"""Kind and family of what the words of a section name."""

NEAR = 250
"""Characters between a signature and those who sign."""

REPORT_GAP = 40
"""Characters between «le report de» and what is put off."""

OBJECT = re.compile(r"\b(?:l['’](?:ont|a|avai)|l[ae]\s+(?:sign|paraph))", re.IGNORECASE)
"""An instrument told before, as a pronoun: «l'ont signée», «ira la signer»."""

AT_ONCE = re.compile(r"\b(?:à\s+cette\s+occasion|le\s+même\s+jour)\b", re.IGNORECASE)
"""Words that give a signature without a date the day of what was told before."""

AGENDA = 25
"""Characters before a noun that opens a sentence without a verb («Le soir, dîner à la résidence»)."""

OBJECT_GAP = 8
"""Characters before the word for signing in which that pronoun stands."""

LAUNCHED = re.compile(r"\b(?:lancée?s?|inaugurée?s?|coup\s+d['’]envoi)\b", re.IGNORECASE)
SITTING = re.compile(
    r"\b(?:conseils?\s+(?:municipal|communal|départemental|régional|communautaire|métropolitain|général|provincial|d['’]administration|des\s+maires)|"
    r"commission\s+permanente|assemblée\s+(?:départementale|régionale|délibérante|communautaire)|session\s+(?:ordinaire|plénière))\b",
    re.IGNORECASE,
)
"""A body that sits to vote: no event of cooperation."""

SITTING_GAP = 90
"""Characters around «s'est réuni» in which that body stands."""

PAST_LIFE = re.compile(
    r"\b(?:fermée?s?\b|inscri\w+|en\s+vigueur|permanences?\b|délibér\w+|adopté\w*|tribunal|enquête|travaux|dépos\w+|réélue?s?|élue?s?\s+à|nommée?s?|reprend\w*|née?s?\s+(?:le|à|en)|naissance|fondée?s?\s|créée?s?\s|élue?s?\s+(?:le|en)|décédée?|loi|décret|article|votée?)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s+(?:\w+\s+){0,2}entre(?=\s)", re.IGNORECASE)
WITH = re.compile(r"[^.;:!?]{0,40}?\bavec\s", re.IGNORECASE)
NO_OCCASION = re.compile(
    r"\b(?:dates?\s+limite|travaux|rentrée|dépôts?|inscriptions?|vacances|livraison|parution|élections?|scrutin|vote|vols?|chantier|"
    r"mise\s+en\s+(?:service|œuvre)|entrée\s+en\s+vigueur|versement|recrutement|réouverture|fermeture|ouverture\s+des\s+plis|collecte|"
    r"achèvement|fin\s+des|début\s+des|échéance|décision|délibération|autorisation|prix|tarifs?|budget|coût)\b",
    re.IGNORECASE,
)
"""Subjects of «aura lieu» and its kind that are no occasion."""

SUBJECT_GAP = 60
"""Characters before the verb in which its subject stands."""

ELLIPSIS = re.compile(
    r"\b(?:le|la|les)\s+(?:prochaine?s?|suivante?s?|précédente?s?|deuxième|seconde?|troisième|dernière?s?)\s+"
    r"(?:\w+ment\s+|elle\s+|doit\s+|devrait\s+)?$",
    re.IGNORECASE,
)
"""An occasion without its noun: «La prochaine aura lieu à Gand», of the kind of the one told before."""

FIRST_DAY = re.compile(r".+", re.DOTALL)
NO_COMPLEMENT = re.compile(
    r"(?:^|(?<!\bde)(?<!\bdes)(?:^|\s)(?:une?|la|le|cette|ce|cet|les|à\sl['’])\s?(?:\w+\s+)?|^l['’])$", re.IGNORECASE
)


def postponed(view: View) -> Iterator[Sketch]:
    """An occasion «repoussée», «décalée», «reportée»: its old date stands before that word, its new one behind."""
    cue = hit("reporter", view.text)
    if cue is None:
        return
    section, noun = _put_off(view, cue)
    kind, family = KINDS.get(section, ("other", "other"))
    sketch = sketch_of(view, "postponed", kind, family, noun, cue)
    sketch.again = is_taken_up(view, noun)
    old = [date for date in view.dated if date.end <= cue.start()]
    new = [date for date in view.dated if date.start >= cue.end()]
    if not old and len(new) > 1:
        old, new = new[:1], new[1:]
    sketch.original_when = old[0].index if old else None
    sketch.when, sketch.edtf = (new[0].index, new[0].edtf) if new else (None, "")
    sketch.status = "postponed"
    behind = [place for place in places_of(view) if place.start > cue.end()]
    sketch.places = behind or sketch.places
    if old or new or (sketch.places and section):
        yield sketch


def _put_off(view: View, cue: Match) -> tuple[str, Match]:
    """What is put off, and its section: the noun nearest before the word or right behind it, or else the word itself.

    «le report de la visite» → visite; «le loto est reporté» → reporté, of no section.
    """
    nouns = [
        (noun.end() <= cue.start(), noun.start(), section, noun)
        for section in KINDS
        for noun in words(section).finditer(view.text, 0, cue.end() + REPORT_GAP)
        if (noun.end() <= cue.start() or noun.start() >= cue.end()) and not inside(noun, "festival_autre", view)
    ]
    return max(nouns, key=lambda item: item[:2])[2:] if nouns else ("", cue)


def signing(view: View) -> Iterator[Sketch]:
    """Parties «ont signé», «paraphé», «conclu» an agreement at a place, on a day, before people: a signing."""
    cues = list(words("signer").finditer(view.text))
    cue = next((one for one in cues if not _aside(view, one)), cues[0] if cues else None)
    if cue is None:
        return
    taken_up = hit("accord", view.text) is None
    if taken_up and not OBJECT.search(view.text, max(0, cue.start() - OBJECT_GAP), cue.end()):
        return
    sketch = sketch_of(view, "signing", "signing", "signing", cue)
    sketch.again = taken_up
    sketch.aside = _aside(view, cue)
    sketch.participants = [item for item in view.of("person") if abs(item.start - cue.start()) < NEAR]
    if sketch.when is not None and not is_month(sketch.edtf):
        sketch.when, sketch.edtf = None, ""
        if len(sketch.participants) < 2:
            return
    sketch.weak = not sketch.places and (taken_up or len(sketch.participants) < 2) and not is_day(sketch.edtf)
    if not sketch.weak or sketch.when is not None or taken_up or AT_ONCE.search(view.text):
        yield sketch


def _aside(view: View, cue: Match) -> bool:
    """True for a participle without its auxiliary («la convention signée le 12 mai»), or under a negation."""
    before = view.text[max(0, cue.start() - AUXILIARY_GAP) : cue.start()]
    if NEGATED.search(before):
        return True
    return not view.heading and PARTICIPLE.match(cue.group()) is not None and AUXILIARY.search(before) is None


PARTICIPLE = re.compile(r"(?:sign|paraph|scell|renouvel|officialis|contresign|ratifi|cosign|formalis)ée?s?\b|conclue?s?\b|reconduite?s?\b", re.IGNORECASE)
AUXILIARY = re.compile(
    r"\b(?:a|ont|ai|avons|avait|avaient|aura|auront|aurait|est|sont|était|étaient|fut|furent|sera|seront|serait|seraient|été|être|d['’]être)"
    r"(?:\s+(?:\w+ment|déjà|aussi|ainsi|enfin|également|donc|bien|tous|toutes|ensemble|ensuite|hier|alors))?\s+$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:ne|n['’])\s*\w+\s+(?:pas|plus|jamais)\s+(?:été\s+|être\s+)?$", re.IGNORECASE)
AUXILIARY_GAP = 30
"""Characters before a participle in which its auxiliary stands."""


def occasion(view: View, section: str, kind: str, family: str) -> Iterator[Sketch]:
    """A forum, festival, ceremony, exchange or meeting that «se tiendra» or «a eu lieu», on a date or at a place."""
    held = hit("tenir", view.text)
    for cue, sketch in _occasions(view, section, kind, family, held):
        on_the_day = view.day is not None and (held is not None or cue.start() < AGENDA)
        if sketch.when is not None or sketch.places or sketch.part or on_the_day or _gathers(sketch, cue):
            sketch.weak = bool(sketch.part) and not sketch.told
            yield sketch


def wide_occasion(view: View, section: str, kind: str, family: str) -> Iterator[Sketch]:
    """An occasion told by a word of a wider meaning («soirée», «atelier») with a verb, and a date or place."""
    held = hit("tenir", view.text)
    for cue, sketch in _occasions(view, section, kind, family, held):
        sketch.sure = numbered(view.text, cue.start()) is not None
        known = is_month(sketch.edtf) or sketch.places or _gathers(sketch, cue) or _goes_back(view, cue, sketch)
        if sketch.sure or (known if held else is_day(sketch.edtf) or _goes_back(view, cue, sketch)):
            yield sketch


def _goes_back(view: View, cue: Match, sketch: Sketch) -> bool:
    """True for «le premier échange remonte à 1974», however coarse the date."""
    dates = (date for date in view.dated if date.index == sketch.when and date.start > cue.end())
    return any(GOES_BACK.search(view.text, cue.end(), date.start) for date in dates)


GOES_BACK = re.compile(r"\b(?:remont\w+\s+(?:à|au|aux)|dat(?:e|ent|ait|aient)\s+(?:de|du|d['’]))\s*(?:l['’])?$", re.IGNORECASE)


def _occasions(view: View, section: str, kind: str, family: str, held: Match | None) -> Iterator[tuple[Match, Sketch]]:
    """Each word of a section that is not part of something else's name, with its sketch."""
    if hit(section, view.text) is None:
        return
    people = present(view)
    for cue in words(section).finditer(view.text):
        if not inside(cue, "festival_autre", view):
            yield cue, _occasion(view, kind, family, cue, held, people)


def met(view: View) -> Iterator[Sketch]:
    """People «se sont rencontrés», «se sont entretenus», «ont échangé»: a meeting."""
    for cue in words("rencontrer").finditer(view.text):
        if SITTING.search(view.text, max(0, cue.start() - SITTING_GAP), cue.end() + SITTING_GAP):
            continue
        sketch = sketch_of(view, "met", "meeting", "meeting", cue)
        bodies = people_before(view, cue.start(), BODIES) + people_after(view, cue.end(), BODIES)
        sketch.participants = sorted({*view.of("person"), *bodies}, key=lambda item: (item.start, item.mention.entity))
        sketch.sure = False
        people = len(sketch.participants)
        if sketch.when is not None or (sketch.places and people) or people > 1:
            yield sketch


def performed(view: View) -> Iterator[Sketch]:
    """Artists «exposeront», a troupe «se produira», teams «se sont affrontées» on a day or in a month: a festival."""
    for cue in words("spectacle").finditer(view.text):
        sketch = sketch_of(view, "performed", "festival", "festival", cue)
        sketch.sure = False
        if is_month(sketch.edtf) and sketch.places:
            yield sketch


def happens(view: View) -> Iterator[Sketch]:
    """Something «aura lieu», «se tiendra», «est agendé» on a day or in a month, with no word that says what."""
    for cue in words("avoir_lieu").finditer(view.text):
        if NO_OCCASION.search(view.text, max(0, cue.start() - SUBJECT_GAP), cue.start()):
            continue
        following = ELLIPSIS.search(view.text, 0, cue.start()) is not None
        sketch = sketch_of(view, "next_edition" if following else "happens", "other", "other", cue)
        sketch.sure = following
        if is_month(sketch.edtf) or (following and sketch.when is not None):
            yield sketch


def dated_place(view: View) -> Iterator[Sketch]:
    """Something that happens on a day at a place, with no word that says what: a meeting."""
    wide = travellers(view) or hit("tenir", view.text)
    days = [date for date in view.dated if is_day(date.edtf) or (wide and is_month(date.edtf))]
    if not days or PAST_LIFE.search(view.text):
        return
    if not any(item.type in {"city", "venue"} for item in places_of(view)):
        return
    cue = FIRST_DAY.match(view.text, days[0].start, days[0].end)
    if cue is None:
        return
    sketch = sketch_of(view, "dated_place", "meeting", "meeting", cue)
    sketch.sure = False
    yield sketch


def _occasion(view: View, kind: str, family: str, cue: Match, held: Match | None, people: list[Seen]) -> Sketch:
    """A sketch with what an occasion alone has: an edition, a chair, people present."""
    sketch = sketch_of(view, f"{family}_told", kind, family, cue, held)
    sketch.again = is_taken_up(view, cue)
    sketch.part = part_of(view, cue, sketch)
    if sketch.part:
        sketch.kind = sketch.family = "ceremony"
    else:
        sketch.edition = edition_of(view.text, cue.start())
    between = BETWEEN.match(view.text, cue.end())
    sketch.participants = [*people, *(people_after(view, between.end(), ALL) if between else [])]
    met_with = WITH.match(view.text, cue.end()) if family in {"meeting", "reception"} else None
    if met_with:
        sketch.participants += people_after(view, met_with.end(), BODIES)
    if family == "exchange":
        sketch.participants += view.of("organization")
    chaired = hit("tete", view.text)
    if chaired and not TRAVELLERS.search(view.text):
        sketch.leaders = people_after(view, chaired.end())[:1]
    if family == "festival" and LAUNCHED.search(view.text):
        sketch.kind = sketch.family = "ceremony"
    return sketch


def _gathers(sketch: Sketch, cue: Match) -> bool:
    """«La rencontre a réuni X et Y»: two people or more, at an occasion that is no complement («en vue de la …»)."""
    return len(sketch.participants) > 1 and NO_COMPLEMENT.search(sketch.view.text[: cue.start()]) is not None
