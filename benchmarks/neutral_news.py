"""Ordinary French local news that this project wrote, recombined so that thousands of distinct items can be made.

Each file of `neutral/` is a topic: titles, leads, sentences of a body and last sentences, with slots («{ville}»).
An item takes a title, a lead, some sentences in a random order and perhaps a last one; none nearly repeats another.
"""

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

TOPICS = Path(__file__).parent / "neutral"
WORDS = Path(__file__).parent / "slots.yml"
CLOSED = 0.7
"""Share of items with a last sentence."""

SECTIONS = ("titres", "chapeaux", "corps", "fins")
SLOT = re.compile(r"\{(\w+)\}")

SENTENCES = (5, 13)
"""Fewest and most sentences of a body: more of the twenty-odd of a topic would make items alike."""

WORLD = frozenset({"industrie", "mercato", "monde", "politique", "scene_monde"})
"""Topics that speak of other countries: a gate that looks for those stumbles over them first."""

BRIEFS = (0, 1, 1, 2, 3)
"""How many shorter pieces of local topics follow, as local papers print them; with them an item has 1,300 characters on
average, releases of the corpus 1,600."""

BRIEF_SENTENCES = (3, 7)
"""Fewest and most sentences of such a piece."""

PARAGRAPH = (1, 4)
"""Fewest and most sentences of a paragraph."""


def neutral_item(draw: random.Random, topic: str | None = None) -> tuple[str, str]:
    """Title and text of one item, or of one about a topic: the same drawings give the same item."""
    name = topic or draw.choice(topics())
    title = fill(draw.choice(_sections(name)["titres"]), draw)
    pieces = [_piece(name, draw)]
    for other in draw.choices(local_topics(), k=draw.choice(BRIEFS) if topic is None else 0):
        heading = fill(draw.choice(_sections(other)["titres"]), draw)
        pieces.append(f"{heading}\n\n{' '.join(_sentences(other, draw.randint(*BRIEF_SENTENCES), draw))}")
    return title, "\n\n".join(pieces)


def neutral_sentences(draw: random.Random, count: int) -> list[str]:
    """Sentences of one topic, filled."""
    return _sentences(draw.choice(topics()), count, draw)


@cache
def local_topics() -> list[str]:
    """The topics that seldom speak of other countries."""
    return [name for name in topics() if name not in WORLD]


@cache
def topics() -> list[str]:
    """The names of the topics, sorted."""
    return sorted(path.stem for path in TOPICS.glob("*.txt"))


def fill(sentence: str, draw: random.Random) -> str:
    """The sentence with a value in each slot: «à {ville}» → «à Gannat»."""
    return SLOT.sub(lambda slot: _value(slot[1], draw), sentence)


def choices(slot: str) -> list[str]:
    """The words that may fill a slot: `ville`, `prenom`, `famille`, `rue`, `jour`, `mois`, `departement`."""
    found: list[str] = _words()[slot]
    return found


def person(draw: random.Random) -> str:
    """An invented first and last name."""
    return f"{draw.choice(choices('prenom'))} {draw.choice(choices('famille'))}"


def partners(country: str) -> list[str]:
    """Towns of another country by ISO code; none for a country without a list."""
    found: list[str] = _words()["partenaires"].get(country, [])
    return found


def _value(slot: str, draw: random.Random) -> str:
    if slot == "nom":
        return person(draw)
    if slot == "jour_majuscule":
        return draw.choice(choices("jour")).capitalize()
    if slot in _words()["nombres"]:
        return str(draw.randint(*_words()["nombres"][slot]))
    return draw.choice(choices(slot))


@cache
def _words() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return content


def _piece(topic: str, draw: random.Random) -> str:
    """A lead, a body and perhaps a last sentence, in paragraphs."""
    parts = _sections(topic)
    sentences = [fill(draw.choice(parts["chapeaux"]), draw), *_sentences(topic, draw.randint(*SENTENCES), draw)]
    if draw.random() < CLOSED:
        sentences.append(fill(draw.choice(parts["fins"]), draw))
    return "\n\n".join(_paragraphs(sentences, draw))


def _sentences(topic: str, count: int, draw: random.Random) -> list[str]:
    return [fill(sentence, draw) for sentence in draw.sample(_sections(topic)["corps"], count)]


def _paragraphs(sentences: list[str], draw: random.Random) -> list[str]:
    """The lead alone, then paragraphs of some sentences."""
    paragraphs, rest = [sentences[0]], sentences[1:]
    while rest:
        size = draw.randint(*PARAGRAPH)
        paragraphs.append(" ".join(rest[:size]))
        rest = rest[size:]
    return paragraphs


@cache
def _sections(topic: str) -> dict[str, list[str]]:
    """The lines of a topic by section."""
    parts: dict[str, list[str]] = {name: [] for name in SECTIONS}
    current = parts[SECTIONS[0]]
    for line in (TOPICS / f"{topic}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = parts[line[2:]]
        elif line:
            current.append(line)
    return parts
