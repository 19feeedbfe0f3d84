"""Speech or not: whether the words quoted make at least a clause."""

import re
from functools import cache

from entente.lexicons import load_lexicon

SPEECH_WORDS = 4
"""Fewest words of speech with a finite verb; below, «gagnant-gagnant» and slogans."""

SENTENCE_WORDS = 5
"""Fewest words of a sentence without a verb, with its capital and its full stop: «Un grand merci à tous nos hôtes.»"""

LONG_WORDS = 13
"""Words from which a quotation without a known verb is speech all the same, unless it is capitalised like a title."""

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
PRONOUN = re.compile(
    r"\b(?:(?:nous|je|il|elle|on|vous|ils|elles|ce qui|c['’]est|c['’]était|qu['’]il|ça|cela)\s+|j['’])\w", re.IGNORECASE
)
NEGATION = re.compile(
    r"\b(?:ne\s|n['’])\s*[\w'’]+(?:[\s-][\w'’]+){0,3}\s(?:pas|plus|jamais|rien|que|personne|guère)\b", re.IGNORECASE
)
GOVERNED = re.compile(
    r"\b(?P<verb>[a-zà-ÿ]{2,}(?:e|ent|it|oit|end|ons|ez))\s+(?:pas|plus|bien|aussi|déjà|toujours|encore|ainsi|tout|"
    r"(?:notre|nos|votre|vos|mon|ma|mes|leur|leurs|le|la|les|un|une|cette|ces)\s|l['’])"
)
"""«change notre regard»: a word that may be a verb before a determiner, where a noun would take a preposition."""

INFLECTED = re.compile(r"\b\w{2,}(?:ons|ez|aient|ait|erait|eront|era|erons)\b", re.IGNORECASE)


def is_clause(words: str) -> bool:
    """«Nous avons beaucoup à partager» → True; «Nuit blanche», «prime au mérite», «culture, sport» → False."""
    tokens = WORD.findall(words)
    if len(tokens) < 2:
        return False
    finite = any(part in _finite() for token in tokens for part in _parts(token))
    if len(tokens) < SPEECH_WORDS:
        return finite and words.rstrip()[-1:] in ".!?"
    if _titled(tokens) and words.rstrip()[-1:] not in ".!?":
        return False
    if finite or PRONOUN.search(words) or NEGATION.search(words) or _governs(words):
        return True
    if len(tokens) >= SENTENCE_WORDS and words[:1].isupper() and words.rstrip()[-1:] in ".!?…":
        return True
    return len(tokens) >= LONG_WORDS or (bool(INFLECTED.search(words)) and len(tokens) > SPEECH_WORDS)


def _governs(words: str) -> bool:
    return any(found["verb"] not in _never_verbs() for found in GOVERNED.finditer(words))


def _parts(token: str) -> list[str]:
    """«l'a», «a-t-il» → their words, lower case."""
    return re.split(r"['’-]", token.lower())


def _titled(tokens: list[str]) -> bool:
    """Nearly every long word is capitalised, as in a title."""
    long = [token for token in tokens if len(token) > 3]
    return bool(long) and sum(token[0].isupper() for token in long) > 0.7 * len(long)


@cache
def _finite() -> frozenset[str]:
    return frozenset(load_lexicon("layout")["finite"])


@cache
def _never_verbs() -> frozenset[str]:
    return frozenset(load_lexicon("layout")["jamais_verbes"])
