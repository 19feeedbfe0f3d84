"""The date that only says when the text was published."""

import re

from spacy.tokens import Doc

from entente.annotations import block_at, get_blocks, get_dates, get_meta, text_of
from entente.facts.event_words import words

HEAD = 800
"""Characters in which a date line stands."""

PROGRAMME = 3
"""Lines that only date something, from which on they are the days of a programme."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BEFORE = re.compile(
    r"(?:[^\W\d_][\w'’ ./():–—-]{0,60}?[,(–—-]?\s*)?(?:(?:publié|mis\s+en\s+ligne|posté|paru)\w*\s*)?"
    r"(?::\s*)?(?:le\s+)?\(?",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s*(?:$|[|•·–—(/)]|- )")
STOP = re.compile(r"\s?\.\s+(?:[–—-]\s*)?[^\W\da-zà-ÿ]")
"""Behind the day of publication a full stop ends the date line too («Ambert, le 14 mai 2019. Le maire …»)."""

TELLING = (
    "conference",
    "festival",
    "ceremonie",
    "echange",
    "accueil",
    "reunion",
    "visite",
    "signer",
    "voyager",
    "recevoir",
)
"""Sections of the lexicon with words that no date line has."""


def dateline_of(doc: Doc) -> int | None:
    """Index of the date of the date line: «Lomé, le 3 mai 2024 – La Ville …», or a line of its own."""
    text, published = text_of(doc), get_meta(doc)["published"]
    programme = sum(block["kind"] == "dateline" for block in get_blocks(doc)) >= PROGRAMME
    for i, date in enumerate(get_dates(doc)):
        if date["start"] > HEAD:
            break
        if not DAY.fullmatch(date["edtf"] or "") or (programme and date["edtf"] != published):
            continue
        if published is not None and (date["edtf"] or "") > published:
            continue
        start = text.rfind("\n", 0, date["start"]) + 1
        stop = text.find("\n", date["end"])
        after = text[date["end"] : stop if stop >= 0 else len(text)]
        if (
            len(text[start : date["start"]]) < 90
            and BEFORE.fullmatch(text, start, date["start"])
            and not tells(text[start : date["start"]])
            and (AFTER.match(after) or (date["edtf"] == published and STOP.match(after)))
        ):
            return i
        block = block_at(doc, date["start"])
        if block and block["kind"] == "dateline" and not tells(text[block["start"] : block["end"]]):
            return i
    return None


def tells(line: str) -> bool:
    """True for the start of a headline that dates an event («Fête des jumelages, samedi 22 avril»)."""
    return any(words(section).search(line) for section in TELLING)
