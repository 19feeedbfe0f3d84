"""The proper name of an event: «Forum franco-marocain de l'eau», «31e Entretiens Jacques Cartier»."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View

NAMED = frozenset({"conference", "festival"})
LONGEST = 12
"""Words of the longest name."""

WORD = re.compile(r"\s+|[^\s,.;:!?()«»\"“”]+")
LINK = re.compile(r"(?:d['’]|l['’])?(?:de|du|des|la|le|les|et|en|sur|pour|franco|à|aux|au|d|l)", re.IGNORECASE)
VERB = re.compile(
    r"(?:un|une|qui|que|où|se|s['’]\w+|a|ont|est|sont|sera|seront|aura|auront|était|étaient|avait|lors|dans|par|avec|ce|cette|"
    r"\w+(?:era|eront|aient|èrent)|\d{1,2}|prévue?s?|tenue?s?|organisée?s?|programmée?s?)",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"\d{1,3}\s?(?:ères?|res?|èmes?|es?|ᵉ)\s+$")


def name_of(sketch: Sketch) -> str | None:
    """The name as written, from its noun to the verb, date or mark that ends it; None for a common noun.

    «Le Salon du livre francophone se tiendra à Sfax» → «Salon du livre francophone».
    """
    if sketch.family not in NAMED:
        return None
    first, last = sketch.trigger
    view = sketch.view
    noun = view.text[first - view.start : last - view.start]
    for told in sorted(sketch.evidence, key=lambda view: view.heading):
        start = _word_in(told.text, noun) if noun else -1
        name = _name_at(told, start) if start >= 0 else None
        if name:
            return name
    return None


def _word_in(text: str, noun: str) -> int:
    """Where a noun first stands in a text as a word; -1 where it does not."""
    start = text.find(noun)
    while start >= 0 and (WORD_PART.match(text[start - 1 : start]) or WORD_PART.match(text, start + len(noun))):
        start = text.find(noun, start + 1)
    return start


WORD_PART = re.compile(r"\w")


def _name_at(view: View, start: int) -> str | None:
    """The quotation that a noun stands in, or the capital noun and what follows it."""
    quoted = _quotation(view, start)
    if quoted:
        return quoted
    if not (view.text[start].isupper() and start > 0):
        return None
    first = ORDINAL.search(view.text, max(0, start - 8), start)
    return view.text[first.start() if first else start : _end(view, start)].strip() or None


def _quotation(view: View, start: int) -> str | None:
    """The quotation that the noun stands in, when it is no longer than a name."""
    for found in re.finditer(r"[«“\"]\s?([^«»“”\"]{3,60}?)\s?[»”\"]", view.text):
        if found.start() <= start < found.end():
            return found.group(1)
    return None


def _end(view: View, start: int) -> int:
    """Where the name ends: before a verb, a date, a place that the text sets it in, or a mark."""
    stops = [date.start for date in view.dated if date.start > start]
    limit = min([*stops, len(view.text)])
    end = start
    count = 0
    for found in WORD.finditer(view.text, start, limit):
        if found.start() > end:
            break
        if not found.group().isspace():
            count += 1
            if count > LONGEST or (count > 1 and VERB.fullmatch(found.group())):
                break
        end = found.end()
    return _trim(view.text, start, end)


def _trim(text: str, start: int, end: int) -> int:
    """Leave out prepositions and articles at the end."""
    while True:
        shorter = re.search(r"\s+(\S+)\s*$", text[start:end])
        if shorter is None or not LINK.fullmatch(shorter.group(1)):
            return end
        end = start + shorter.start()
