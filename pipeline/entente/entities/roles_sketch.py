"""A sentence with one sign for each person, body and office, so that rules read its shape and not its names.

«Mme Johanna Rolland, maire de Nantes, arrive» → «P, O de E, arrive».
"""

import itertools
import re
from bisect import bisect_left
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import get_entities, get_sentences, text_of
from entente.entities.offices import Office, find_offices

PERSON, BODY, OFFICE = "\ue000", "\ue001", "\ue002"
SIGNS = PERSON + BODY + OFFICE

RANKS = (
    r"(?:docteure?|professeure?|Dr|Pr|Roi|(?:lieutenant-|contre-|vice-)?(?:colonel(?:le)?|amiral(?:e)?|générale?)"
    r"|commandant|capitaine|lieutenant|chef d['’]escadron|magistrate?|révérende?|pasteur(?:e)?|père|pharmacienn?e?"
    r"|médecin|inspect(?:eur|rice)|maître|cheikh|patriarche|frère|sœur|prince(?:sse)?)"
)
"""What stands before a name after an article: «le colonel X», «la docteure Y»."""

HONORIFIC = re.compile(
    r"(?:(?<=\W)|^)(?:(?:M|MM|Mme|Mmes|Mlle|Mr|Mrs|Me|Dr|Pr|S\.\s?E\.(?:\s?M)?|SEM|SE|Mgr|SM|SAR|St)\.?\s+(?:l[ea]\s)?"
    r"|(?:Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Son Excellence|Docteur"
    r"|Professeure?|Sir|Maître|Me|l['’]honorable"
    rf"|l[ea] {RANKS}|l['’](?:abbé|imam|ingénieure?|amiral)|(?:El |Al )?Hadj|Hadja|cheikh|feu)\s+){{1,3}}$",
    re.IGNORECASE,
)
HONORIFIC_CHARACTERS = 45
NAME_LINE_CHARACTERS = 60


class Item(NamedTuple):
    """What a sign stands for: entity indexes, or an office."""

    sign: str
    start: int
    end: int
    entities: tuple[int, ...]
    office: Office | None


class Sketch(NamedTuple):
    """The text of a unit with signs, and for each of its characters the offset or the item that it stands for."""

    text: str
    offsets: list[int]
    items: dict[int, Item]
    people: list[int]
    """Positions of the signs that stand for persons."""
    opens: bool
    """It opens its paragraph."""

    def start_of(self, position: int) -> int:
        """Offset in the document of a position of the sketch; of the end, one past the last character."""
        return self.offsets[position] if position < len(self.offsets) else self.end_of(position)

    def end_of(self, position: int) -> int:
        """Offset just past the character before a position."""
        item = self.items.get(position - 1)
        return item.end if item else self.offsets[position - 1] + 1


def sketch_units(doc: Doc) -> list[Sketch]:
    """One sketch a sentence; a name on a line of its own is joined to the office on the next line."""
    mentions = _mentions(doc)
    starts = [item.start for item in mentions]
    sketches = []
    for start, end, joint in _units(doc, mentions, starts):
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        sketches.append(_sketch(text_of(doc), start, end, joint, [item for item in inside if item.end <= end]))
    return sketches


def _units(doc: Doc, mentions: list[Item], starts: list[int]) -> list[tuple[int, int, int]]:
    """Sentences, those of a name and its office on two lines as one, with the offset where the two were joined."""
    text = text_of(doc)
    units: list[tuple[int, int, int]] = []
    for start, end in [(s["start"], s["end"]) for s in get_sentences(doc)] or [(0, len(text))]:
        unit = (start, end, -1)
        former = units[-1] if units and "\n" in text[units[-1][1] : start] else None
        if former and (
            (_is_name_line(mentions, starts, former) and _opens_with_office(text, unit))
            or (_opens_with_office(text, former) and _is_name_line(mentions, starts, unit))
        ):
            units[-1] = (former[0], end, former[1])
        else:
            units.append(unit)
    return units


def _opens_with_office(text: str, unit: tuple[int, int, int]) -> bool:
    """A line such as «Maire de Nirac» or «Le président,»."""
    if text[unit[1] - 1] in ".:;!?":
        return False
    offices = find_offices(text, unit[0], min(unit[1], unit[0] + 40))
    return bool(offices) and offices[0].start - unit[0] < 4


def _is_name_line(mentions: list[Item], starts: list[int], unit: tuple[int, int, int]) -> bool:
    """The unit is a short line that ends with the name of a person."""
    start, end, _ = unit
    if end - start > NAME_LINE_CHARACTERS:
        return False
    inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
    return bool(inside) and inside[-1].sign == PERSON and inside[-1].end >= end - 1


def _mentions(doc: Doc) -> list[Item]:
    """Names of persons, names and definite descriptions of bodies; a plural description stands for several."""
    spans: dict[tuple[int, int], list[int]] = {}
    entities, text = get_entities(doc), text_of(doc)
    for index, entity in enumerate(entities):
        for mention in entity["mentions"]:
            described = mention["kind"] == "nominal" and entity["type"] != "person"
            if mention["kind"] == "name" or (described and not _is_adjective(text[mention["start"] : mention["end"]])):
                spans.setdefault((mention["start"], mention["end"]), []).append(index)
    signs = {True: PERSON, False: BODY}
    return [
        Item(signs[entities[indexes[0]]["type"] == "person"], start, end, tuple(indexes), None)
        for (start, end), indexes in sorted(spans.items())
    ]


def _is_adjective(words: str) -> bool:
    """«sénégalais» speaks of Senegal and is no place in the sentence for it."""
    return words.islower() and words.isalpha()


def _sketch(text: str, start: int, end: int, joint: int, mentions: list[Item]) -> Sketch:
    items = list(mentions)
    starts = [item.start for item in mentions]
    reach = list(itertools.accumulate((item.end for item in mentions), max))
    for office in find_offices(text, start, end):
        before = bisect_left(starts, office.end)
        if before == 0 or reach[before - 1] <= office.start:
            items.append(Item(OFFICE, office.start, office.end, (), office))
    return _draw(text, start, end, joint, sorted(items, key=lambda item: (item.start, -item.end)))


def _draw(text: str, start: int, end: int, joint: int, items: list[Item]) -> Sketch:
    words = (
        text[:joint] + ("," if text[joint - 1] != "," else " ") + text[joint + 1 :] if start <= joint < end else text
    )
    pieces: list[str] = []
    offsets: list[int] = []
    placed: dict[int, Item] = {}
    position = start
    for item in items:
        if item.start < position:
            continue
        begin = _honorific_start(text, position, item.start) if item.sign == PERSON else item.start
        offsets += range(position, begin)
        pieces += (words[position:begin], item.sign)
        placed[len(offsets)] = item if begin == item.start else item._replace(start=begin)
        offsets.append(begin)
        position = item.end
    pieces.append(words[position:end])
    offsets += range(position, end)
    people = [at for at, item in placed.items() if item.sign == PERSON]
    opens = "\n" in text[max(0, start - 3) : start] or start < 3
    return Sketch("".join(pieces).replace("\n", " "), offsets, placed, people, opens)


def _honorific_start(text: str, position: int, start: int) -> int:
    """Honorifics belong to the name: «Mme », «S.E.M. »."""
    if not text[start - 1 : start].isspace():
        return start
    window = max(position, start - HONORIFIC_CHARACTERS)
    before = text[window:start]
    found = HONORIFIC.search(before) if _may_honour(before) else None
    return window + found.start() if found else start


def _may_honour(before: str) -> bool:
    """False where the word right before a name is a small one that ends no honorific: before most names."""
    words = before.rsplit(None, 1)
    return not words or words[-1].lower() not in HONOURLESS


HONOURLESS = frozenset({
    "à", "au", "aux", "avec", "chez", "dans", "de", "des", "du", "en", "entre", "et", "les", "leur", "leurs", "mais",
    "ou", "où", "par", "pour", "que", "qui", "sa", "ses", "son", "sous", "sur", "un", "une", "vers", "ville", ",", "-",
    "–", ":", "(", "«", "maire", "président", "présidente", "ministre", "directeur", "directrice", "est", "ont",
})  # fmt: skip
