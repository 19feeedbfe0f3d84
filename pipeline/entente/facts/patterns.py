"""The lexicons' lists as one alternation each, for text without case or accents (`folding.fold`)."""

import re
from functools import cache

from entente.facts.folding import fold
from entente.lexicons import load_lexicon
from entente.lexicons.alternation import alternation, beginnings
from entente.lexicons.sieve import Sieve


@cache
def lexicon_pattern(lexicon: str, *keys: str, suffix: str = "") -> re.Pattern[str]:
    """One pattern for lists of regular expressions of a lexicon, anchored at the start of a word."""
    forms = [form for key in keys for form in load_lexicon(lexicon)[key]]
    return re.compile(alternation(forms, r"[\w-]") + suffix)


def occurring(text: str, lexicon: str) -> frozenset[str]:
    """The lists of a lexicon that may occur in a folded text; its words rule the others out, without a search."""
    return _sieve(lexicon).passing(text)


@cache
def _sieve(lexicon: str) -> Sieve:
    """Every list of a lexicon; a group of lists, as the kinds of instruments are, counts as one."""
    lists = {
        key: forms if isinstance(forms, list) else [form for group in forms.values() for form in group]
        for key, forms in load_lexicon(lexicon).items()
    }
    return Sieve({key: [fold(begun) for form in forms for begun in beginnings(form)] for key, forms in lists.items()})


@cache
def ending_with(lexicon: str, *keys: str) -> re.Pattern[str]:
    """The same lists, for what stands right before a name: articles may follow, nothing else."""
    return lexicon_pattern(lexicon, *keys, suffix=r"(?:e|u|es|e la|e l'|')?\s*(?:la\s+|le\s+|les\s+|l'\s*)?$")
