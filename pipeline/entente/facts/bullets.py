"""Lists that promise: a line such as «Les deux villes s'engagent à :» and its items, each an action or several."""

import re
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from entente.annotations import Block, Extent, get_blocks, text_of
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.domains import match_domains
from entente.facts.folding import fold
from entente.facts.nominalisations import act_at
from entente.facts.pledge import WORD, Pledge, is_occasion, trimmed
from entente.facts.pledge_acts import BARE, HELD, Act, action_verb, nouns_in_row, verbs_in_row
from entente.facts.verbs import is_infinitive, participle_of
from entente.lexicons import load_lexicon

LABEL = re.compile(r"[^:.;–]{3,60}?\s?[:–]\s+")
"""«Culture : …», «Culture – …» before the action of an item."""

MARK = re.compile(r"[-–—•*·▪◦►▶➢➔→✓✔>]\s*|\(?\w{1,2}[.)°]\s*")
LEADING = re.compile(
    r"(?:[-–—•*·▪◦►▶➢➔→✓✔>\d.)]\s*|(?:d['’]|de\s|à\s|a\s|pour\s|l['’]|la\s|le\s|les\s|une?\s|des\s|du\s))+",
    re.IGNORECASE,
)


def bullet_pledges(doc: Doc) -> dict[int, list[Pledge]]:
    """Block index → pledges, for the items of every list that a binding line introduces; none for whole sentences.

    «- Eau : creusement de deux puits et pose d'une pompe» → creuser, poser.
    """
    blocks, text = get_blocks(doc), text_of(doc)
    found: dict[int, list[Pledge]] = {}
    for index, block in enumerate(blocks):
        if block["kind"] != "bullet" or block["lead"] is None:
            continue
        lead = blocks[block["lead"]]
        sure = _lead_cue(text, lead, "listes")
        cue = sure or _lead_cue(text, lead, "listes_ouvertes") or _colon(text, lead)
        if cue is None:
            continue
        acts = _item_acts(text, block)
        if not acts and FINITE.search(text, block["start"], block["end"]):
            found[index] = []
        if acts and not (sure is None and _is_mere(text, acts[0], block["end"])):
            found[index] = _pledges(text, block, lead, cue, acts)
    return found


FINITE = re.compile(r"\w+r(?:a|ont)\b")
"""A future: the item is a sentence."""


def _pledges(text: str, block: Block, lead: Block, cue: Extent, acts: list[Act]) -> list[Pledge]:
    end = block["start"] + len(text[block["start"] : block["end"]].rstrip(" ;.,"))
    subject = Extent(_sentence_start(text, lead["start"], cue.start), cue.start)
    ends = [*(trimmed(text, a.at, b.at).end for a, b in pairwise(acts)), end]
    return [
        Pledge(
            rule="bullet",
            verb=act.verb,
            certainty=_certainty(text[cue.start : cue.end]),
            subject=subject,
            cue=cue,
            action=Extent(act.at, last),
            binds=(),
        )
        for act, last in zip(acts, ends, strict=True)
    ]


def _is_mere(text: str, act: Act, end: int) -> bool:
    """Whether an item only names a domain («développement économique») or a moment of a visit («visite du port»)."""
    if act.verb in HELD or is_occasion(act.verb, fold(text[act.at : end])):
        return True
    matches = match_domains(text, act.at, end)
    return bool(matches) and matches[0].start == act.at and text[act.at : end].count(" ") < MANY_WORDS


MANY_WORDS = 6
"""An item of so many words after a domain tells what is done there."""


def _lead_cue(text: str, lead: Block, forms: str) -> Extent | None:
    """The binding words of a heading, or of the last sentence of a line that ends with a colon or in mid-sentence."""
    line = text[lead["start"] : lead["end"]].rstrip()
    if line.endswith((".", "!", "?")) and lead["kind"] not in ("heading", "title"):
        return None
    first = max(line.rfind(". "), line.rfind("? "), line.rfind("! "), -1) + 1
    matches = list(_lead_pattern(forms).finditer(fold(line), first))
    if not matches:
        return None
    return Extent(lead["start"] + matches[0].start(), lead["start"] + matches[0].end())


def _colon(text: str, lead: Block) -> Extent | None:
    """The last words of any other line with a colon, unless it tells of what was done or of a day's programme."""
    line = text[lead["start"] : lead["end"]].rstrip()
    first = max(line.rfind(". "), line.rfind("? "), line.rfind("! "), -1) + 1
    if lead["kind"] != "paragraph" or not line.endswith(":") or _told_lead().search(fold(line[first:])):
        return None
    return Extent(lead["start"] + first, lead["start"] + len(line))


@cache
def _told_lead() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["listes_autres"])


@cache
def _lead_pattern(forms: str) -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")[forms])


def _sentence_start(text: str, start: int, before: int) -> int:
    last = max(text.rfind(mark, start, before) for mark in (". ", "? ", "! "))
    return start if last < 0 else last + 2


def _item_acts(text: str, block: Block) -> list[Act]:
    """The actions of an item, after its label if it has one: infinitives, nouns of action, or «services ouverts»."""
    mark = MARK.match(text, block["start"], block["end"])
    start = mark.end() if mark else block["start"]
    label = LABEL.match(text, start, block["end"])
    for position in (label.end() if label else None, start):
        if position is None:
            continue
        leading = LEADING.match(text, position, block["end"])
        acts = _acts_at(text, leading.end() if leading else position, block["end"])
        if acts:
            return acts
    return []


def _acts_at(text: str, at: int, end: int) -> list[Act]:
    """The row of actions that begins at an offset, the first of them whatever its verb."""
    first = WORD.match(text, at, end)
    if first is None:
        return []
    folded, word = fold(text[at:end]), first.group()
    if is_infinitive(word):
        acts, verb = verbs_in_row(text, folded, at, "", 0, end - at), action_verb(text, at, word)
    else:
        noun = act_at(text, at, end) or _opened(text, first.end() + 1, end)
        if noun is None:
            return []
        acts, verb = nouns_in_row(text, folded, at, BARE, 0, end - at), noun
    return [Act(at, verb), *(Act(at + act.at, act.verb) for act in acts if act.at > 0)]


def _opened(text: str, at: int, end: int) -> str | None:
    """The participle after a noun: «services ouverts aux adhérents»."""
    second = WORD.match(text, at, end)
    verb = participle_of(second.group()) if second else None
    return verb if verb in load_lexicon("engagements")["realisations"] else None


def _certainty(cue: str) -> str:
    return "possible" if _wishes().search(fold(cue)) else "asserted"


@cache
def _wishes() -> re.Pattern[str]:
    entries = load_lexicon("engagements")["cues"]
    return re.compile(cue_source([f for e in entries if e["certitude"] == "possible" for f in e["formes"]]))
