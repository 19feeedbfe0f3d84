"""Lists that promise: a line such as «Les deux villes s'engagent à :» and one action an item."""

import re
from functools import cache

from spacy.tokens import Doc

from entente.annotations import Block, Extent, get_blocks, text_of
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.domains import match_domains
from entente.facts.folding import fold
from entente.facts.pledge import WORD, Pledge
from entente.facts.pledge_cues import action_verb
from entente.facts.verbs import infinitive, is_infinitive, participle_of, present_of
from entente.lexicons import load_lexicon

LABEL = re.compile(r"[^:.;–]{3,60}?\s?[:–]\s+")
"""«Culture : …», «Culture – …» before the action of an item."""

LEADING = re.compile(
    r"(?:[-–•*·▪◦\d.)]\s*|(?:d'|de\s|à\s|a\s|l'|la\s|le\s|les\s|une?\s|des\s|du\s|l’|d’))+", re.IGNORECASE
)


def bullet_pledges(doc: Doc) -> dict[int, Pledge]:
    """Block index → pledge, for the items of every list that a binding line introduces."""
    blocks, text = get_blocks(doc), text_of(doc)
    found = {}
    for index, block in enumerate(blocks):
        if block["kind"] != "bullet" or block["lead"] is None:
            continue
        lead = blocks[block["lead"]]
        cue = _lead_cue(text, lead, "listes") or _lead_cue(text, lead, "listes_ouvertes")
        action = _item_action(text, block) if cue else None
        if cue is None or action is None:
            continue
        at, verb = action
        if _lead_cue(text, lead, "listes") is None and _is_domain(text, at, block["end"]):
            continue
        found[index] = Pledge(
            rule="bullet",
            verb=verb,
            certainty=_certainty(text[cue.start : cue.end]),
            subject=Extent(_sentence_start(text, lead["start"], cue.start), cue.start),
            cue=cue,
            action=Extent(at, at + len(text[at : block["end"]].rstrip(" ;.,"))),
            binds=(),
        )
    return found


def _is_domain(text: str, at: int, end: int) -> bool:
    """Whether an item that opens with a noun only names a domain: «développement économique»."""
    matches = match_domains(text, at, end)
    return bool(matches) and matches[0].start == at and text[at:end].count(" ") < MANY_WORDS


MANY_WORDS = 6
"""An item of so many words after a domain tells what is done there."""


def _lead_cue(text: str, lead: Block, forms: str) -> Extent | None:
    """The binding words of a heading, or of the last sentence of a line that ends with a colon."""
    line = text[lead["start"] : lead["end"]].rstrip()
    if not line.endswith(":") and lead["kind"] not in ("heading", "title"):
        return None
    first = max(line.rfind(". "), line.rfind("? "), line.rfind("! "), -1) + 1
    matches = list(_lead_pattern(forms).finditer(fold(line), first))
    if not matches:
        return None
    return Extent(lead["start"] + matches[0].start(), lead["start"] + matches[0].end())


@cache
def _lead_pattern(forms: str) -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")[forms])


def _sentence_start(text: str, start: int, before: int) -> int:
    last = max(text.rfind(mark, start, before) for mark in (". ", "? ", "! "))
    return start if last < 0 else last + 2


def _item_action(text: str, block: Block) -> tuple[int, str] | None:
    """Where the action of an item starts, and its verb: an infinitive, a noun of action, or «services ouverts»."""
    start = block["start"]
    label = LABEL.match(text, start, block["end"])
    for position in (start, label.end() if label else None):
        if position is None:
            continue
        leading = LEADING.match(text, position, block["end"])
        at = leading.end() if leading else position
        verb = _verb_at(text, at, block["end"])
        if verb:
            return at, verb
    return None


def _verb_at(text: str, at: int, end: int) -> str | None:
    first = WORD.match(text, at, end)
    if first is None:
        return None
    word = first.group()
    if is_infinitive(word):
        return action_verb(text, at, word)
    phrase = re.compile(r"\w+\s\w+\s\w+").match(text, at, end)
    verb = (infinitive(phrase.group()) if phrase else None) or _of_noun(word)
    if verb:
        return verb
    second = WORD.match(text, first.end() + 1, end)
    return participle_of(second.group()) if second else None


def _of_noun(word: str) -> str | None:
    verb = infinitive(word)
    return verb if verb and not (participle_of(word.lower()) or present_of(word.lower())) else _noun_only(word)


def _noun_only(word: str) -> str | None:
    nouns: dict[str, str] = load_lexicon("verbes")["noms"]
    return nouns.get(word.lower()) or nouns.get(word.lower().removesuffix("s"))


def _certainty(cue: str) -> str:
    return "possible" if _wishes().search(fold(cue)) else "asserted"


@cache
def _wishes() -> re.Pattern[str]:
    forms = [f for e in load_lexicon("engagements")["cues"] if e["certitude"] == "possible" for f in e["formes"]]
    return re.compile(cue_source(forms))
