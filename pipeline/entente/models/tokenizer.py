"""spaCy's tokenizer, made to keep what it has found out about a word."""

from typing import Any

from spacy.tokens import Doc

KEPT = 50_000
"""Distinct words kept, about 10 MB with spaCy's own share; later ones are tokenized anew each time."""

LONGEST = 40
"""Characters of the longest word that is worth keeping: addresses of the web come once."""


class KeepingTokenizer:
    """spaCy's tokenizer with the same tokens; a text of words that it has met costs a tenth.

    spaCy keeps the tokens of a word, but after the first special case of a text («M.», «aujourd'hui») keeps no more
    until its end. So each new word is shown to it alone first.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.max_cache_size = KEPT
        self._met: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """The Doc of a text."""
        if len(self._met) < KEPT:
            new = set(text.split()) - self._met
            self._met |= new
            for word in new:
                if len(word) <= LONGEST:
                    self._tokenizer(word)
        doc: Doc = self._tokenizer(text)
        return doc

    def __getattr__(self, name: str) -> Any:
        """Whatever else spaCy's tokenizer does."""
        return getattr(self._tokenizer, name)
