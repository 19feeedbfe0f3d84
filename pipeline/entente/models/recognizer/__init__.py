"""Named-entity recognition with spaCy's weights and spaCy's answers, four times as fast.

What spaCy's `ner` does token by token and layer by layer through thinc is done here for a whole batch in NumPy:
`words` (what a word alone is, worked out once a process), `encoder` (what its neighbours make of it), `decoder` (where
entities begin and end). The weights stay those of the installed package.
"""

from entente.models.recognizer.component import FACTORY, Recognizer

__all__ = ["FACTORY", "Recognizer"]
