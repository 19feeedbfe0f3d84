"""Whether a pronoun can mean a person, by «M.» or «Mme» before a mention, or by the office."""

import re

from spacy.tokens import Doc

from entente.annotations import EntityMention, get_roles, text_of
from entente.facts.speaker_titles import is_feminine

FEMININE = re.compile(r"(?:mme|madame|mlle|sœur)\.?\s*$", re.IGNORECASE)
MASCULINE = re.compile(r"(?:\bm\.|\bmr\.?|monsieur|sir)\s*$", re.IGNORECASE)
HONORIFIC_CHARACTERS = 12


class Genders:
    """What a document shows of its persons' genders."""

    def __init__(self, doc: Doc, persons: list[EntityMention]) -> None:
        self._doc, self._persons, self._text = doc, persons, text_of(doc)
        self._known: dict[int, str] = {}

    def fits(self, entity: int, pronoun: str) -> bool:
        """False when the text shows that «il» or «elle» is someone else."""
        gender = self._of(entity)
        return not (gender and pronoun) or gender == ("f" if pronoun.startswith("elle") else "m")

    def _of(self, entity: int) -> str:
        if entity not in self._known:
            self._known[entity] = self._shown(entity)
        return self._known[entity]

    def _shown(self, entity: int) -> str:
        """`f` or `m`; empty when the text does not show it."""
        for mention in self._persons:
            if mention.entity == entity:
                before = self._text[max(0, mention.start - HONORIFIC_CHARACTERS) : mention.start]
                words = self._text[mention.start : mention.start + 10].lower()
                if FEMININE.search(before) or words.startswith(("mme", "madame")):
                    return "f"
                if MASCULINE.search(before) or words.startswith(("m. ", "monsieur")):
                    return "m"
        labels = [role["label"] for role in get_roles(self._doc) if role["person"] == entity]
        return "f" if any(is_feminine(label) for label in labels) else ""
