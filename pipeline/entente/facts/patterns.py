"""The lexicons' lists as one alternation each, for text without case or accents (`folding.fold`)."""

import re
from functools import cache

from entente.facts.alternation import alternation
from entente.lexicons import load_lexicon


@cache
def lexicon_pattern(lexicon: str, *keys: str, suffix: str = "") -> re.Pattern[str]:
    """One pattern for lists of regular expressions of a lexicon, anchored at the start of a word."""
    forms = [form for key in keys for form in load_lexicon(lexicon)[key]]
    return re.compile(alternation(forms, r"[\w-]") + suffix)


@cache
def ending_with(lexicon: str, key: str) -> re.Pattern[str]:
    """The same list, for what stands right before a name: articles may follow, nothing else."""
    return lexicon_pattern(lexicon, key, suffix=r"(?:e|u|es|e la|e l'|')?\s*(?:la\s+|le\s+|les\s+|l'\s*)?$")
