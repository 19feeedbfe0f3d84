"""Passives that bind: «une piste sera aménagée», «un annuaire doit être mis en ligne»."""

from collections.abc import Iterator
from functools import cache

from entente.annotations import Extent
from entente.facts.pledge import NEGATION, WORD, Pledge, before, clause_end, occasions, trimmed
from entente.facts.pledge_acts import FOLLOWING
from entente.facts.verbs import participle_of, with_locution, word_list
from entente.lexicons import load_lexicon
from entente.lexicons.gated import Gated

ADVERB = r"(?:(?:egalement|aussi|par ailleurs|en outre|encore|bientot|prochainement|a terme|\w+ment)\s+)?"
CUE = Gated(
    rf"\b(?:(?P<must>doit|doivent|devra|devront|va|vont)\s+{ADVERB}etre|sera|seront)(?=\s)(?!\s+(?:d'|de|en mesure)\b)"
)
BINDS = ("party", "agreement", "project", "speaker", "money", "staff", "other")


def passives(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«Deux puits seront ainsi creusés» → creuser; «doit être rendu public» → rendre public."""
    for found in CUE.finditer(folded):
        if NEGATION.search(folded, max(0, found.start() - 80), found.start()):
            continue
        verb = _participle(text, offset + found.end())
        if verb is None or (found.group("must") and verb not in realisations()):
            continue
        yield Pledge(
            rule="future_passive",
            verb=verb,
            certainty="asserted",
            subject=before(offset, found.start()),
            cue=Extent(offset + found.start(), offset + found.end()),
            action=trimmed(text, offset + found.start(), offset + clause_end(folded, found.end())),
            binds=BINDS,
            occasion=verb in occasions(),
        )


def _participle(text: str, at: int) -> str | None:
    """The action of a passive: «sera ainsi aménagée» → aménager, «seront mis en place» → mettre en place."""
    position = at
    for _ in range(4):
        found = WORD.match(text, position + 1) if position < len(text) and text[position].isspace() else None
        if found is None:
            return None
        word = found.group().lower()
        if word not in word_list("adverbes") and not word.endswith("ment"):
            verb = participle_of(word)
            return with_locution(verb, text[found.end() : found.end() + FOLLOWING]) if verb else None
        position = found.end()
    return None


@cache
def realisations() -> frozenset[str]:
    """Actions that bind in the passive without saying by whom."""
    return frozenset(load_lexicon("engagements")["realisations"])
