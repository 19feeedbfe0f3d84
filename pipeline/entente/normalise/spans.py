"""The spans of one document, each built and checked once: facts speak of the same words again and again."""

from collections.abc import Sequence

from entente.records import Span


class Spans:
    """Makes the spans of a text from extents."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[tuple[int, int], Span] = {}

    def __call__(self, extents: Sequence[tuple[int, int]]) -> list[Span]:
        """Spans in the order of the text, each once, without white space around."""
        found = [self._known.get(extent) or self._build(extent) for extent in extents]
        if len(found) < 2:
            return found
        unique = {(span.start, span.end): span for span in found}
        return [unique[place] for place in sorted(unique)]

    def _build(self, extent: tuple[int, int]) -> Span:
        words = self._text[extent[0] : extent[1]]
        start = extent[0] + len(words) - len(words.lstrip())
        end = extent[1] - len(words) + len(words.rstrip())
        span = Span.model_validate({"start": start, "end": end, "text": self._text[start:end]})
        self._known[extent] = span
        return span
