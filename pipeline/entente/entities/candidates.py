"""Names found in the text before it is decided whom they mean."""

from dataclasses import dataclass, field

from entente.entities.words import Words
from entente.lexicons.gazetteer import Place


@dataclass(slots=True)
class Candidate:
    """A name in the text: words `first:last`, and what the rule that found it knows."""

    first: int
    last: int
    type: str
    name: str
    rule: str
    subtype: str | None = None
    locative: bool = False
    strong: bool = True
    """False when the type is only the likelier reading of a homonym."""
    readings: tuple[str, ...] = ()
    """Types that the name may have, the likeliest first."""
    options: list[Place] = field(default_factory=list)
    country: str | None = None
    home: bool = False
    """The place opens the text before its date: whoever publishes it sits there."""
    head: bool = False
    """The words hold a head («Ville de Québec»)."""


class Found:
    """The candidates so far, and the words that they take: the first rule to claim a word keeps it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.candidates: list[Candidate] = []
        self.taken = [False] * len(words)

    def free(self, first: int, last: int) -> bool:
        """True when no candidate has any of these words."""
        return not any(self.taken[first:last])

    def block(self, first: int, last: int) -> None:
        """Keep words from being read as names."""
        self.taken[first:last] = [True] * (last - first)

    def add(self, candidate: Candidate) -> None:
        """Claim the words of a candidate."""
        self.block(candidate.first, candidate.last)
        self.candidates.append(candidate)
