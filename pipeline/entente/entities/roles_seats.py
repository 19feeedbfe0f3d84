"""Who holds which office, as far as a document has been read."""

from entente.entities.roles_titles import SINGLE

Holders = dict[tuple[str, int], set[int]]
Question = tuple[str, int, int]
"""Title, body and person."""


class Seats:
    """The offices held so far; what is known too late asks for a second reading."""

    def __init__(self) -> None:
        self.taken: Holders = {}
        """Who holds an office that the text gives to a body in so many words: another can then not hold it too."""
        self.named: Holders = {}
        """The same, where the text names the body in those words and does not only describe it."""
        self.seated: dict[tuple[str, int], int] = {}
        """Who holds the only such office of a body, told or understood, as far as the text has been read."""
        self.posts: dict[int, set[int]] = {}
        """The bodies of which the text has told someone to be a deputy or councillor."""
        self.told: dict[str, int | None] = {}
        """The body in which a title was held last."""
        self._free: set[Question] = set()
        """Wherever the answer was that nobody else holds the office."""
        self._unrivalled: set[Question] = set()
        """The same for a body that is only described."""

    def held_by_other(self, title: str, body: int, person: int) -> bool:
        """True when the text gives the body's only such office to someone else."""
        return _is_held(self.taken, self._free, (title, body, person))

    def named_for_other(self, title: str, body: int, person: int) -> bool:
        """True when the text names the territory with someone else's only such office."""
        return _is_held(self.named, self._unrivalled, (title, body, person))

    def is_contradicted(self) -> bool:
        """Whether what is now known of `taken` and `named` contradicts an answer given before."""
        answers = ((self.taken, self._free), (self.named, self._unrivalled))
        return any(_others(holders, question) for holders, asked in answers for question in asked)

    def begin_again(self) -> None:
        """Forget what was only understood, before a second reading."""
        self.seated.clear()
        self.posts.clear()


def _is_held(holders: Holders, asked: set[Question], question: Question) -> bool:
    """Whether someone else holds an office of one holder at a time; where nobody does, the question is noted."""
    if question[0] not in SINGLE:
        return False
    held = bool(_others(holders, question))
    if not held:
        asked.add(question)
    return held


def _others(holders: Holders, question: Question) -> set[int]:
    """Who else is known to hold the office."""
    title, body, person = question
    return holders.get((title, body), set()) - {person}
