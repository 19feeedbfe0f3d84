"""Rules for signatures: parties that sign, paraph or conclude an instrument."""

import re
from collections.abc import Iterator

from entente.facts.event_cues import Match, hit, sketch_of
from entente.facts.event_sketch import Sketch
from entente.facts.event_view import View
from entente.facts.event_when import is_day, is_month
from entente.facts.event_words import words

NEAR = 250
"""Characters between a signature and those who sign."""

OBJECT = re.compile(r"\b(?:l['’](?:ont|a|avai)|(?<!sous\s)l[ae]\s+(?:sign|paraph))", re.IGNORECASE)
"""An instrument told before, as a pronoun: «l'ont signée», «ira la signer»."""

SUBJECT = re.compile(
    r"\W*(?:elles?|ils?|celle-ci|celui-ci|ce\s+dernier|cette\s+dernière)\s+(?:a|ont|avai(?:t|ent)|ser(?:a|ont)|fut|est|doit|devrait)\s+"
    r"(?:été\s+|être\s+)?(?:\w+ment\s+)?(?:sign|paraph|scell|concl|renouvel|officialis)",
    re.IGNORECASE,
)
"""An instrument told before, as the subject: «Elle a été signée ce matin»."""

COMING = re.compile(r"\b(?:v[ei]\w+|i(?:ra|ront)|all\w+)\s+(?:la\s+|le\s+|les\s+)?$", re.IGNORECASE)
"""Before «signer», whoever comes or goes for it: «Le maire de Pise viendra signer le 15 mai»."""

OBJECT_GAP = 8
"""Characters before the word for signing in which that pronoun stands."""

PARTICIPLE = re.compile(
    r"(?:sign|paraph|scell|renouvel|officialis|contresign|ratifi|cosign|formalis)ée?s?\b|conclue?s?\b|reconduite?s?\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(
    r"\b(?:a|ont|ai|avons|avait|avaient|aura|auront|aurait|est|sont|était|étaient|fut|furent|sera|seront|serait|"
    r"seraient|été|être|d['’]être)"
    r"(?:\s+(?:\w+ment|déjà|aussi|ainsi|enfin|également|donc|bien|tous|toutes|ensemble|ensuite|hier|alors))?\s+$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:ne|n['’])\s*\w+\s+(?:pas|plus|jamais)\s+(?:été\s+|être\s+)?$", re.IGNORECASE)
AUXILIARY_GAP = 30
"""Characters before a participle in which its auxiliary stands."""


VOTED = re.compile(r"\s+par\s+(?:le|son|notre)\s+(?:conseil|directoire)\b")
"""What a council «a renouvelé» is a decision, and no signature."""

NOUN = re.compile(r"\b(?:un|le|ce|sous\s+le|chaque|aucun)\s+$", re.IGNORECASE)
"""Before «signe» that is no verb: «sous le signe de l'Europe»."""


def signing(view: View) -> Iterator[Sketch]:
    """Parties «ont signé», «paraphé», «conclu» an agreement at a place, on a day, before people: a signing."""
    cues = [
        cue
        for cue in words("signer").finditer(view.text)
        if not (_is_sign(view, cue) or VOTED.match(view.text, cue.end()))
    ]
    cue = next((one for one in cues if not _aside(view, one)), cues[0] if cues else None)
    if cue is None:
        return
    taken_up = hit("accord", view.text) is None
    if taken_up and not (
        OBJECT.search(view.text, max(0, cue.start() - OBJECT_GAP), cue.end())
        or SUBJECT.match(view.text)
        or COMING.search(view.text, 0, cue.start())
    ):
        return
    sketch = sketch_of(view, "signing", "signing", "signing", cue)
    sketch.again = taken_up
    sketch.aside = _aside(view, cue)
    sketch.participants = [item for item in view.of("person") if abs(item.start - cue.start()) < NEAR]
    if sketch.when is not None and not is_month(sketch.edtf):
        sketch.when, sketch.edtf = None, ""
        if len(sketch.participants) < 2:
            return
    sketch.weak = not sketch.places and (taken_up or len(sketch.participants) < 2) and not is_day(sketch.edtf)
    if not sketch.weak or sketch.when is not None or taken_up or hit("le_meme_jour", view.text):
        yield sketch


def _is_sign(view: View, cue: Match) -> bool:
    return cue.group().lower() == "signe" and NOUN.search(view.text, 0, cue.start()) is not None


def _aside(view: View, cue: Match) -> bool:
    """True for a participle without its auxiliary («la convention signée le 12 mai»), or under a negation."""
    before = view.text[max(0, cue.start() - AUXILIARY_GAP) : cue.start()]
    if NEGATED.search(before):
        return True
    return not view.heading and PARTICIPLE.match(cue.group()) is not None and AUXILIARY.search(before) is None
