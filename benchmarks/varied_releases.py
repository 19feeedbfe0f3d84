"""The positive releases of `corpus/`, varied: other persons, towns, days and sums, sentences left out and moved.

A variation tells facts of the same kind as its release in mostly the same words. Two of one release share a third of
their runs of five words (Jaccard; 0.72 at most among 2,968 pairs), so that they are no near-duplicates.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from neutral_news import choices, neutral_sentences, partners, person

from entente.lexicons.gazetteer import fold, load_gazetteer

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PARTS = ("train", "dev", "test", "validation")

KEPT_SENTENCES = 0.85
"""Share of the sentences after the lead that a variation keeps."""

LEAD = 3
"""Lines after the title that stay whole and first: who agreed what."""

ADDED = (2, 5)
"""Fewest and most sentences of local news that close a variation, as town halls mix their items."""

SENTENCE_END = re.compile(r"(?<=[.!?»])\s+(?=[A-ZÀÉÈÊÎÔ«])")
YEAR = re.compile(r"(?<![\d\w])(?:19[5-9]\d|20[0-3]\d)(?![\d\w])")
MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAY = re.compile(rf"(?<![\d\w])(?:[2-9]|[12]\d)(?= (?:{MONTH})\b)")
NUMBER = re.compile(rf"(?<![\d\w.,/:-])(?:[3-9]|[1-9]\d{{1,2}})(?= [a-zéèêàâîôûç]{{4,}})(?! (?:{MONTH}))")
VOWELS = "AEIOUYÂÀÉÈÊËÎÏÔÖÛÜH"


@dataclass(frozen=True)
class Positive:
    """A release of the corpus that holds facts."""

    name: str
    text: str
    persons: tuple[tuple[str, ...], ...]
    towns: tuple[tuple[str, ...], ...]


@cache
def positives() -> tuple[Positive, ...]:
    """The positive releases of all parts, in a fixed order."""
    return tuple(_positives())


def vary(release: Positive, draw: random.Random) -> tuple[str, str]:
    """Title and text of a variation: the same drawings give the same one."""
    text = _renumbered(_renamed(release, draw), draw)
    title, _, rest = text.strip().partition("\n")
    paragraphs = [paragraph for paragraph in rest.split("\n") if paragraph.strip()]
    lead, others = paragraphs[:LEAD], [_thinned(paragraph, draw) for paragraph in paragraphs[LEAD:]]
    draw.shuffle(others)
    closing = " ".join(neutral_sentences(draw, draw.randint(*ADDED)))
    return title.strip(), "\n\n".join([*lead, *filter(None, others), closing])


def _positives() -> Iterator[Positive]:
    for part in PARTS:
        for path in sorted((CORPUS / part).glob("*.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            if gold["kind"] != "negative":
                text = path.with_name(path.name.removesuffix(".gold.json") + ".txt").read_text(encoding="utf-8")
                named = [(entity["type"], tuple(entity["name"])) for entity in gold["entities"]]
                persons = tuple(names for kind, names in named if "person" in kind)
                towns = tuple(names for kind, names in named if "city" in kind)
                yield Positive(path.name.removesuffix(".gold.json"), text, persons, towns)


def _renamed(release: Positive, draw: random.Random) -> str:
    """The text with another name for each person and for each town whose country has a list."""
    text = release.text
    for forms in release.persons:
        name = person(draw)
        last = name.rsplit(" ", 1)[1]
        for form in sorted((form for form in forms if " " in form), key=len, reverse=True):
            text = text.replace(form, name)
            surname = form.rsplit(" ", 1)[1]
            if len(surname) > 3:
                text = re.sub(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", last, text)
    for forms in release.towns:
        if choice := _towns_like(forms[0]):
            text = _replaced(text, forms[0], draw.choice(choice))
    return text


def _towns_like(name: str) -> list[str]:
    """Other towns of the country in which the best known bearer of a name lies."""
    places = load_gazetteer().find([fold(name)]).get(fold(name), [])
    if not places:
        return []
    return choices("ville") if places[0].country == "FR" else partners(places[0].country)


def _replaced(text: str, old: str, new: str) -> str:
    """`old` as a whole name replaced, and the article before it made to fit: «d'Arles» → «de Tulle»."""
    text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
    if new[0] in VOWELS:
        return re.sub(rf"\b([dD])e {re.escape(new)}", rf"\1’{new}", text)
    return re.sub(rf"\b([dD])['’]{re.escape(new)}", rf"\1e {new}", text)


def _renumbered(text: str, draw: random.Random) -> str:
    """Years moved by one distance, days of the month and small numbers drawn anew."""
    distance = draw.randint(-6, 6)
    text = YEAR.sub(lambda year: str(int(year.group()) + distance), text)
    text = DAY.sub(lambda _: str(draw.randint(2, 28)), text)
    return NUMBER.sub(lambda number: str(max(3, round(int(number.group()) * draw.uniform(0.6, 1.7)))), text)


def _thinned(paragraph: str, draw: random.Random) -> str:
    """A paragraph without some of its sentences; a line of a list stays whole or goes."""
    sentences = SENTENCE_END.split(paragraph)
    return " ".join(sentence for sentence in sentences if draw.random() < KEPT_SENTENCES)
