"""Evidence in its sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.text import Text

from entente.records import Span

Bounds = tuple[int, int]

PLAIN_OPEN, PLAIN_CLOSE = "⟦", "⟧"
"""Marks of evidence where there are no colours: in a pipe or a file."""

CONTEXT = 240
"""Characters kept on each side of the evidence: whole sentences, but for those that are longer than a paragraph."""

WHOLE = 0.8
"""Share of a sentence from which a span is the sentence itself, but for a word or two at its ends."""


def excerpts(
    text: str, sentences: list[Bounds], spans: Iterable[Span], *, colours: bool, context: int = CONTEXT
) -> Iterator[Text]:
    """The sentences that hold the spans, in order, each once, its spans highlighted."""
    grouped: dict[Bounds, list[Span]] = {}
    for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
        grouped.setdefault(_around(text, sentences, span), []).append(span)
    for sentence, held in grouped.items():
        if any(_inside(other, sentence) for other in grouped):
            continue
        marked = _merged(_telling(held, sentence))
        shown = max(sentence[0], marked[0][0] - context), min(sentence[1], marked[-1][1] + context)
        yield _highlighted(text, shown, sentence, marked, colours)


def _around(text: str, sentences: list[Bounds], span: Span) -> Bounds:
    """From the start of the first sentence touched to the end of the last; the line where there is no sentence."""
    first = bisect_right(sentences, (span.start, len(text))) - 1
    if first < 0 or sentences[first][1] <= span.start:
        line_end = text.find("\n", span.end)
        return text.rfind("\n", 0, span.start) + 1, line_end if line_end >= 0 else len(text)
    last = bisect_right(sentences, (span.end - 1, len(text))) - 1
    return sentences[first][0], max(span.end, sentences[last][1])


def _inside(inner: Bounds, outer: Bounds) -> bool:
    """True when sentences of a longer passage are shown by themselves."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _telling(spans: list[Span], sentence: Bounds) -> list[Span]:
    """The spans that pick words out of the sentence, where there are any: a mark around all of it shows nothing."""
    whole = WHOLE * (sentence[1] - sentence[0])
    return [span for span in spans if span.end - span.start < whole] or spans


def _merged(spans: list[Span]) -> list[Bounds]:
    """Overlapping spans as one, so that no mark opens inside another."""
    merged: list[Bounds] = []
    for span in spans:
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _highlighted(text: str, shown: Bounds, sentence: Bounds, marked: list[Bounds], colours: bool) -> Text:
    """The part of a sentence that is shown, «…» where it was cut, between two words."""
    line, position = Text(), shown[0]
    if position > sentence[0]:
        position = max(position, text.find(" ", position, marked[0][0]) + 1)
        line.append("… ")
    for start, end in marked:
        line.append(_flat(text[position:start]))
        words = _flat(text[start:end])
        line.append(words if colours else f"{PLAIN_OPEN}{words}{PLAIN_CLOSE}", style="bold yellow")
        position = end
    if shown[1] >= sentence[1]:
        return line.append(_flat(text[position : sentence[1]]))
    cut = text.rfind(" ", position, shown[1])
    return line.append(_flat(text[position : max(position, cut)])).append(" …")


def _flat(text: str) -> str:
    """On one line of the screen, tabs and line ends as spaces."""
    return "".join(" " if character.isspace() else character for character in text)
