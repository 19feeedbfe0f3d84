"""What does not happen: «aucune délégation ne se rendra», «pas de voyage»."""

import re

from entente.facts.event_sketch import Sketch
from entente.facts.event_words import words
from entente.lexicons.gated import Gated

NONE = re.compile(
    r"\b(?:aucune?s?\s[^,;:.!?]{0,60}|(?:pas|plus|jamais)\s+(?:encore\s+)?(?:prévu\s+|programmé\s+)?d(?:e\s+|['’])(?:\w+\s+)?|ni\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
WISH = Gated(r"\bsouhait\w+[^.;]{0,60}?\bqu(?:e\s|['’])[^.;]{0,90}\bpuiss(?:e|ent)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""«a souhaité que des étudiants puissent séjourner à Pise»."""

OF = re.compile(r"d(?:e\s+|['’])")
DOUBLE = re.compile(
    r"\b(?:exclu|manqu|hésit|cess|oubli|renonc|désesp|interdi|empêch)\w*\s+(?:pas|plus|jamais)\s", re.IGNORECASE
)
"""«n'exclut pas de se rendre», «n'a pas manqué de saluer» deny nothing."""


def is_denied(sketch: Sketch) -> bool:
    """True for what the sentence says does not happen, unless it is called off or put off, which is an event still."""
    view, start = sketch.view, sketch.trigger.start - sketch.view.start
    if sketch.status == "postponed" or words("annuler").search(view.text):
        return False
    of = OF.match(view.text, start)
    if WISH.search(view.text, 0, start):
        return True
    before = view.text[: of.end() if of else start]
    none = NONE.search(before) if _may_deny(before) else None
    return none is not None and DOUBLE.search(view.text, max(0, none.start() - 20), start) is None


def _may_deny(before: str) -> bool:
    """False without a word that `NONE` begins with: «ni» among the last two, or another."""
    before = before.lower()
    return any(word in before for word in NEGATIVES) or any(w.endswith("ni") for w in before.rsplit(None, 2)[-2:])


NEGATIVES = ("aucun", "pas", "plus", "jamais")
