"""The lines of a text, hard-wrapped ones put together again."""

from collections.abc import Iterator
from typing import NamedTuple

WRAP_WIDTH = 45
"""A line shorter than this was not broken by the margin of a page."""

ENDINGS = '.!?…:;»”"'
"""Last characters of a line that is complete."""

LINKING = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "d’",
        "la",
        "le",
        "les",
        "l'",
        "l’",
        "à",
        "au",
        "aux",
        "en",
        "et",
        "ou",
        "un",
        "une",
        "avec",
        "pour",
        "par",
        "sur",
        "dans",
        "entre",
    ]
)
"""A line never ends after these words."""


class Line(NamedTuple):
    """One logical line, without the white space around it, and whether a blank line precedes it."""

    start: int
    end: int
    detached: bool


def find_lines(text: str) -> list[Line]:
    """Non-empty lines; a line broken by the margin («…de la\\nville») is joined to the next."""
    lines: list[Line] = []
    for line in _physical_lines(text):
        if lines and not line.detached and _continues(text, lines[-1], line):
            lines[-1] = Line(lines[-1].start, line.end, lines[-1].detached)
        else:
            lines.append(line)
    return lines


def _physical_lines(text: str) -> Iterator[Line]:
    position, blank = 0, True
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            start = position + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(content), blank)
        blank = not content
        position += len(raw)


def _continues(text: str, former: Line, line: Line) -> bool:
    """The former line stops in the middle of a sentence, near the margin, and this one goes on in lower case."""
    if text[former.end - 1] in ENDINGS or not text[line.start].islower():
        return False
    last_line = text[max(text.rfind("\n", former.start, former.end) + 1, former.start) : former.end]
    return len(last_line) > WRAP_WIDTH or last_line.lower().rsplit(None, 1)[-1] in LINKING
