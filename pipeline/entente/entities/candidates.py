"""Names found in the text before it is decided whom they mean."""

from dataclasses import dataclass, field

from entente.entities.words import Words
from entente.lexicons.gazetteer import Place

COARSE = {"person": "PER", "organization": "ORG"}
"""The model's label for an entity type; all the others are places."""


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
    inner: str = ""
    """The territory's name without its head, where no place has it: «Cergy-Pontoise»."""
    home: bool = False
    """The place opens the text before its date: whoever publishes it sits there."""
    head: bool = False
    """The words hold a head («Ville de Québec»)."""


class Labels(list[str]):
    """What the model says of each word: its label, empty outside entities, and the words of its entity."""

    def __init__(self, labels: list[str], spans: list[tuple[int, int]], bodies: frozenset[str]) -> None:
        super().__init__(labels)
        self.spans = spans
        self.bodies = bodies
        """The texts that it reads as organizations somewhere."""

    def end(self, index: int) -> int:
        """The end of the model's entity that holds a word, the word's own index when there is none."""
        return self.spans[index][1] if self[index] else index


class Found:
    """The candidates so far, and the words that they take: the first rule to claim a word keeps it."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.candidates: list[Candidate] = []
        self.taken = [False] * len(words)
        self.ends: dict[int, str] = {}
        """Types of the candidates by the word after them."""
        self.names: set[str] = set()
        """Names of places claimed so far, without their heads."""

    def free(self, first: int, last: int) -> bool:
        """True when no candidate has any of these words."""
        return True not in self.taken[first:last]

    def run(self, first: int) -> int:
        """The end of the free capitalised words that begin here on one line, ten at the most."""
        words, last = self.words, first
        while last < min(len(words), first + 10) and words.capitals[last] and not self.taken[last]:
            if last > first and words.breaks[last]:
                break
            last += 1
        return last

    def block(self, first: int, last: int) -> None:
        """Keep words from being read as names."""
        self.taken[first:last] = [True] * (last - first)

    def add(self, candidate: Candidate) -> None:
        """Claim the words of a candidate."""
        self.block(candidate.first, candidate.last)
        self.candidates.append(candidate)
        self.ends[candidate.last] = candidate.type
        if candidate.type not in {"person", "organization", "venue"}:
            self.names.add(candidate.name)
