"""The offices and bodies that words about a speaker mean: «l'autorité préfectorale», «la diplomate», «la ville»."""

import itertools
import re
from functools import cache

from entente.facts.folding import fold
from entente.lexicons import load_lexicon

DETERMINED = re.compile(
    r"\s*(?:(?:M\.|Mme|Monsieur|Madame)\s+)?(?:l[ea]s?\s+|l['’]|c(?:e|et|ette)\s+|s(?:on|a)\s+|notre\s+|un\s+|une\s+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
TITLE_WORD = re.compile(r"\b(?:l[ea]\s+|l['’])([^\W_]+(?:-[^\W_]+)*)", re.IGNORECASE)
COUNTERPART = re.compile(r"\b(?:homologues?|vis-à-vis|alter ego|collègue|pair)\b", re.IGNORECASE)
FEMININE_WORD = re.compile(
    r"\b(?:mairesse|présidente|\w+trice|adjointe|échevine|conseillère|municipale"
    r"|députée|préfète|consule|déléguée|gouverneure|\w*fondatrice|syndique|première|élue|cheffe|proviseure)\b",
    re.IGNORECASE,
)
REACH = 3
"""Words after the article among which the office is looked for."""


def titles_in(words: str) -> tuple[str, ...]:
    """Title codes of «le premier magistrat de la ville» → `mayor`; none when no office opens the words."""
    found = DETERMINED.match(words)
    if not found:
        return ()
    rest = [fold(word) for word in WORD.findall(found["rest"].lower())[: REACH + 1]]
    for first, second in itertools.pairwise(rest):
        if titles := _periphrases().get(f"{first} {second}"):
            return titles
    return next((titles for word in rest[:REACH] if (titles := _titles().get(word))), ())


def title_start(text: str, start: int, end: int) -> int:
    """Where the first office begins: «De son côté, *la maire de A* a dit»; `start` when there is none."""
    return next(
        (found.start() for found in TITLE_WORD.finditer(text, start, end) if fold(found[1]) in _titles()), start
    )


def holds_title(words: str) -> bool:
    """An office stands somewhere among the words: «à l'agence le directeur du port»."""
    return any(fold(found[1]) in _titles() for found in TITLE_WORD.finditer(words))


def is_counterpart(words: str) -> bool:
    """«son homologue sénégalais», «sa collègue de Nirac»."""
    return COUNTERPART.search(words) is not None


def is_feminine(words: str) -> bool:
    """An office or article shows a woman: «la nouvelle présidente»."""
    return FEMININE_WORD.search(words) is not None


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Folded noun → the title codes that it may mean."""
    return _by_word(load_lexicon("speakers")["titres"])


@cache
def _periphrases() -> dict[str, tuple[str, ...]]:
    """Two folded words → the title codes that they mean together."""
    return _by_word(load_lexicon("speakers")["periphrases"])


def _by_word(lexicon: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for title, words in lexicon.items():
        for word in words:
            key = " ".join(WORD.findall(fold(word).replace("l ", "").replace("'", " ")))
            found.setdefault(" ".join(key.split()[:1] + key.split()[-1:]) if " " in key else key, []).append(title)
    return {word: tuple(titles) for word, titles in found.items()}


@cache
def voices() -> frozenset[str]:
    """Words that may stand before the name of a body that speaks: «un communiqué de la», «on à la»."""
    return frozenset(fold(word) for word in load_lexicon("speakers")["voix"])


@cache
def nouns() -> dict[str, str]:
    """Folded noun → the type of body that it means."""
    return {fold(word): kind for kind, words in load_lexicon("speakers")["collectivites"].items() for word in words}
