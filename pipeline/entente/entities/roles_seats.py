"""Who holds which office, as far as a document has been read."""

from entente.entities.roles_titles import SINGLE


class Seats:
    """The offices held so far; what is known too late asks for a second reading."""

    def __init__(self) -> None:
        self.taken: dict[tuple[str, int], set[int]] = {}
        """Who holds an office that the text gives to a body in so many words: another can then not hold it too."""
        self.named: dict[tuple[str, int], set[int]] = {}
        """The same, where the text names the body in those words and does not only describe it."""
        self.seated: dict[tuple[str, int], int] = {}
        """Who holds the only such office of a body, told or understood, as far as the text has been read."""
        self.posts: dict[int, set[int]] = {}
        """The bodies of which the text has told someone to be a deputy or councillor."""
        self.told: dict[str, int | None] = {}
        """The body in which a title was held last."""
        self._free: set[tuple[str, int, int]] = set()
        """Title, body and person wherever the answer was that nobody else holds the office."""
        self._unrivalled: set[tuple[str, int, int]] = set()
        """The same for a body that is only described."""

    def held_by_other(self, title: str, body: int, person: int) -> bool:
        """True when the text gives the body's only such office to someone else."""
        if title not in SINGLE:
            return False
        held = bool(self.taken.get((title, body), set()) - {person})
        if not held:
            self._free.add((title, body, person))
        return held

    def named_for_other(self, title: str, body: int, person: int) -> bool:
        """True when the text names the territory with someone else's only such office."""
        if title not in SINGLE:
            return False
        held = bool(self.named.get((title, body), set()) - {person})
        if not held:
            self._unrivalled.add((title, body, person))
        return held

    def is_contradicted(self) -> bool:
        """Whether what is now known of `taken` contradicts an answer given before."""
        taken = any(self.taken.get((title, body), set()) - {person} for title, body, person in self._free)
        return taken or any(self.named.get((title, body), set()) - {who} for title, body, who in self._unrivalled)

    def begin_again(self) -> None:
        """Forget what was only understood, before a second reading."""
        self.seated.clear()
        self.posts.clear()
