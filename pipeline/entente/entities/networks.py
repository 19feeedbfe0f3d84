"""Networks and international bodies, known by name."""

from functools import cache

from entente.entities.candidates import Candidate, Found
from entente.entities.vocabulary import Network, countries, network_openings, networks
from entente.entities.words import Words

MIXED_CASE = frozenset({"pS-Eau", "Gret", "MoDem", "LaREM"})
"""Short names that are not written in capitals."""


@cache
def _longest() -> int:
    return max(len(key.split()) for key in networks()) + 2


@cache
def _beginnings() -> frozenset[str]:
    """The first words of each name, one, two and so on to all of them."""
    names = (key.split() for key in networks())
    return frozenset(" ".join(words[:count]) for words in names for count in range(1, len(words) + 1))


def find_networks(found: Found) -> None:
    """Claim the networks and international bodies of the lexicon."""
    openings = network_openings()
    for i, word in enumerate(found.words.folds):
        if word in openings and not found.taken[i] and (match := network_at(found.words, i)):
            last, network = match
            if found.free(i, last) and _goes_on(found.words, last):
                name = found.words.text(i, last + 1)
                found.add(Candidate(i, last + 1, "organization", name, "network", subtype=network.subtype))
            elif found.free(i, last):
                found.add(Candidate(i, last, "organization", network.name, "network", subtype=network.subtype))


def _goes_on(words: Words, last: int) -> bool:
    """True before a country with which a network's name makes another: «Cités Unies Liban»."""
    return words.together(last) and words.capital_at(last) and words.folds[last] in countries()


def network_at(words: Words, i: int) -> tuple[int, Network] | None:
    """The end of the longest network name that begins at a word, and its network."""
    if words.folds[i] not in network_openings() or not words.texts[i][0].isalpha():
        return None
    best: tuple[int, Network] | None = None
    key = ""
    for j in range(i, min(i + _longest(), len(words))):
        if j > i and words.texts[j] == ",":
            continue
        if j > i and (not words.together(j) or not words.texts[j][0].isalnum()):
            break
        key = f"{key} {words.folds[j]}" if key else words.folds[j]
        if key not in _beginnings():
            break
        if key in networks() and _written_so(words, i, j, key):
            best = j + 1, networks()[key]
    return best


def _written_so(words: Words, i: int, j: int, key: str) -> bool:
    """True unless an acronym is in small letters, or a short name has no capital: «bad», «are»."""
    if words.texts[i] in MIXED_CASE:
        return True
    if j == i and len(key) <= 7 and key not in {"unesco", "unicef"}:
        return words.texts[i].isupper()
    return words.capitals[i] or j >= i + 2
