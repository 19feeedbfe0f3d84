"""By when a commitment is to be met: the date of its action, or the one that frames its sentence."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    DateFiller,
    DateMention,
    Extent,
    Sentence,
    dates_in,
    get_blocks,
    get_dates,
    get_meta,
)
from entente.facts.fillers import date_filler
from entente.facts.folding import folded_of
from entente.facts.pledge import Pledge
from entente.facts.subjects import chunks_of


def due_of(doc: Doc, sentence: Sentence, pledge: Pledge) -> DateFiller | None:
    """The first date of the action that tells when; for a verb of the future also one that frames the sentence.

    «versera, d'ici 2030, …», «Dès 2025, la Région financera …»; not «publiera le guide que Metz imprime en mai».
    """
    at_once = [(i, date) for i, date in dates_in(doc, *pledge.action) if _is_day(doc, date)]
    listed = get_blocks(doc)[sentence["block"]]["kind"] == "bullet"
    told = [i for i, date in at_once if _tells_when(doc, pledge.action.start, date, listed=listed)]
    if not told:
        told = _just_before(doc, sentence, pledge)
    if not told and pledge.rule not in ("bullet", "listed", "listed_noun", "grant"):
        told = _framing(doc, pledge)
    return date_filler(doc, told[0]) if told else None


def is_past(doc: Doc, due: DateFiller | None) -> bool:
    """Whether the date lies before the release: «l'accord naîtra en 1985» is a story told in the future."""
    published = get_meta(doc)["published"]
    latest = get_dates(doc)[due["date"]]["latest"] if due is not None else None
    return published is not None and latest is not None and latest < published


def is_deadline(doc: Doc, date: DateMention) -> bool:
    """«dès le 1er avril», «avant le 15 mai»: a term, and not the day of an occasion."""
    return LIMIT.search(folded_of(doc)[max(0, date["start"] - 20) : date["start"] + 12]) is not None


def _is_day(doc: Doc, date: DateMention) -> bool:
    """An anchored date; one since when something lasts is none."""
    since = folded_of(doc)[max(0, date["start"] - 10) : date["start"] + 8]
    return date["edtf"] is not None and date["type"] in ("DATE", "TIME") and "depuis" not in since


def _tells_when(doc: Doc, start: int, date: DateMention, *, listed: bool) -> bool:
    """Whether a date within an action says when: at once, as an incise, as a term, or anywhere in an item."""
    before = folded_of(doc)[start : date["start"]]
    if ASIDE.search(before):
        return False
    return listed or "," not in before or INCISE.search(before) is not None or is_deadline(doc, date)


def _just_before(doc: Doc, sentence: Sentence, pledge: Pledge) -> list[int]:
    """«et, l'an prochain, la coproduction d'un spectacle»: the incise before an action."""
    first = max(sentence["start"], pledge.action.start - NEAR)
    found = INCISED.search(folded_of(doc)[first : pledge.action.start])
    if found is None:
        return []
    return [i for i, date in dates_in(doc, first + found.start(), pledge.action.start) if _is_day(doc, date)]


def _framing(doc: Doc, pledge: Pledge) -> list[int]:
    """Dates of the phrases before the subject that only say when."""
    return [i for phrase in framing_phrases(doc, pledge) for i, date in dates_in(doc, *phrase) if _is_day(doc, date)]


def framing_phrases(doc: Doc, pledge: Pledge) -> list[Extent]:
    """The phrases before a cue that only say when: «Dès 2025, la Région financera …»."""
    zone = Extent(pledge.subject.start, pledge.cue.start)
    phrases = chunks_of(doc, zone) if zone.start < zone.end else ()
    return [phrase for phrase in phrases if FRAME.match(folded_of(doc)[phrase.start : phrase.end])]


NEAR = 60
"""Characters before an action in which an incise stands."""

LIMIT = re.compile(r"(?:d'ici|horizon|avant|jusqu|des|plus tard|compter|partir)\b[^,]{0,20}$")
ASIDE = re.compile(
    r"\s(?:qui|que|qu'|dont|ou|lequel|laquelle|inaugure\w*|lance\w* en|cree\w* en|signe\w* (?:en|le))\s[^,]*$"
)
"""Words after which a date tells of something else."""

INCISE = re.compile(
    r",\s(?:(?:des|en|a|au|a la|le|l'|la|les|du|cet|cette|ce|pour|d'ici|sur|pendant|courant|fin|debut)\s?){0,3}$"
)
INCISED = re.compile(r"(?:\bet|,),?\s[^,]{3,40},\s(?:(?:l'|la|le|les|des|une?|a|de)\s?)*$")
FRAME = re.compile(
    r"[\s«,]*(?:(?:et|puis|mais)\s)?(?:en|des|d'ici|a partir|a compter|a l|a la|au|aux|avant|apres|cette|cet|ce|l'an\b"
    r"|l'annee|l'ete|le \d|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|1er|mois)|du \d|pour|courant|fin"
    r"|debut|chaque|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|des lors)\b[^,;]{0,50},?\s*$"
)
"""A phrase that only says when."""
