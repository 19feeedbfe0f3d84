"""Whether a text may hold a fact. Stand-in: everything may."""

from typing import NamedTuple


class Verdict(NamedTuple):
    """What the gate says of a text."""

    passes: bool
    score: float
    cues: tuple[str, ...]


def may_concern(data: str) -> bool:
    """True when raw text or raw HTML may hold a fact."""
    return True


def relevance(text: str) -> Verdict:
    """The verdict on an extracted text."""
    return Verdict(passes=True, score=1.0, cues=())
