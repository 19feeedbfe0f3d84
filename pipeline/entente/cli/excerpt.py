"""Evidence in its sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.text import Text

from entente.records import Span

Bounds = tuple[int, int]

PLAIN_OPEN, PLAIN_CLOSE = "⟦", "⟧"
"""Marks of evidence where there are no colours: in a pipe or a file."""

CONTEXT = 160
"""Characters kept on each side of the evidence in a sentence that is longer than a screen."""


def excerpts(text: str, sentences: list[Bounds], spans: Iterable[Span], *, colours: bool) -> Iterator[Text]:
    """The sentences that hold the spans, in order, each once, its spans highlighted."""
    grouped: dict[Bounds, list[Span]] = {}
    for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
        grouped.setdefault(_around(text, sentences, span), []).append(span)
    for bounds, held in grouped.items():
        yield _highlighted(text, bounds, _merged(held), colours)


def _around(text: str, sentences: list[Bounds], span: Span) -> Bounds:
    """From the start of the first sentence touched to the end of the last; the line where there is no sentence."""
    first = bisect_right(sentences, (span.start, len(text))) - 1
    if first < 0 or sentences[first][1] <= span.start:
        line_end = text.find("\n", span.end)
        start, end = text.rfind("\n", 0, span.start) + 1, line_end if line_end >= 0 else len(text)
    else:
        last = bisect_right(sentences, (span.end - 1, len(text))) - 1
        start, end = sentences[first][0], max(span.end, sentences[last][1])
    return (
        (start, end) if end - start <= 4 * CONTEXT else (max(start, span.start - CONTEXT), min(end, span.end + CONTEXT))
    )


def _merged(spans: list[Span]) -> list[Bounds]:
    """Overlapping spans as one, so that no mark opens inside another."""
    merged: list[Bounds] = []
    for span in spans:
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _highlighted(text: str, bounds: Bounds, held: list[Bounds], colours: bool) -> Text:
    line, position = Text(), bounds[0]
    for start, end in held:
        line.append(_flat(text[position:start]))
        words = _flat(text[start:end])
        line.append(words if colours else f"{PLAIN_OPEN}{words}{PLAIN_CLOSE}", style="bold yellow")
        position = end
    line.append(_flat(text[position : max(position, bounds[1])]))
    return line


def _flat(text: str) -> str:
    """On one line of the screen, tabs and line ends as spaces."""
    return "".join(" " if character.isspace() else character for character in text)
