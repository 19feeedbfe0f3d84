"""Who is bound: the subject of a pledge, worked out over the surface."""

import re
from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc

from entente.annotations import EntityMention, Extent, dates_in, entities_in, get_entities, text_of
from entente.facts.fillers import fillers
from entente.facts.folding import fold, folded_of
from entente.facts.modality import verb_groups
from entente.facts.obligor import Obligor, of_mentions
from entente.facts.obligor_parties import (
    agreement_parties,
    group_parties,
    holder_parties,
    pointing,
    single_party,
    speaker_parties,
)
from entente.facts.obligor_pronouns import pointed
from entente.facts.obligor_words import (
    APPOSITION,
    ARTICLE,
    DEMONYM,
    EACH,
    HOLDER,
    MARKS,
    MONEY,
    OPENING,
    OURS,
    OWNED,
    SEVERAL,
    STRESSED,
    UNKNOWN,
    VOICE,
    Noun,
    is_of_people,
    noun_at,
    types_of,
)
from entente.facts.subjects import PARTY_TYPES, chunks_of, heads_of, is_bare


def obligor_of(doc: Doc, subject: Extent, agreement: int | None) -> Obligor:
    """Whoever the words before a cue bind: parties named or pointed at, or those of the agreement that is the subject.

    Looked for in the phrase nearest to the cue first, «Cette année, la Région» → the region; a phrase that a comma
    parts from the cue is an incise, and only the subject when nothing before it is.
    """
    named: list[EntityMention] = []
    coordinated = False
    aside: Obligor | None = None
    for chunk in reversed(_without_voices(doc, chunks_of(doc, subject))):
        words = folded_of(doc)[chunk.start : chunk.end].lstrip(MARKS)
        if named and words.rstrip().endswith(";"):
            break
        if APPOSITION.match(words) or STRESSED.fullmatch(words) or _is_reported(doc, chunk, words) or _is_label(words):
            continue
        told = _of_clause_before(doc, Extent(subject.start, chunk.start), agreement) if LONE.match(words) else None
        if told is not None and not named:
            return Obligor(told.kind, [pointing(party, chunk) for party in told.parties])
        heads = _heads(doc, chunk, words)
        if named and not (heads and (is_bare(doc, chunk, heads) or (coordinated and not _tells(doc, chunk)))):
            break
        if heads and HOLDER.match(words):
            return Obligor("person", of_mentions(doc, heads).parties)
        named = [*heads, *named]
        coordinated = words.startswith("et ")
        if heads:
            continue
        described = _described(doc, chunk, words, subject.start, agreement)
        if described is not None and not words.rstrip().endswith(","):
            return described
        aside = aside or described
    return of_mentions(doc, named) if named else aside or Obligor("other", [])


LONE = re.compile(r"(?:et |mais |puis )?(?:il|elle|ils|elles)(?:\s\w+)?\s*$")
"""A pronoun alone before the cue."""


def _of_clause_before(doc: Doc, before: Extent, agreement: int | None) -> Obligor | None:
    """The subject of the clause before in the same sentence: «Le comité tient bon : il enverra 3 000 euros»."""
    verbs = [first for first, _, tense in verb_groups(text_of(doc), *before) if tense != "infinitive"]
    if not verbs:
        return None
    found = obligor_of(doc, Extent(before.start, verbs[0]), agreement)
    return found if found.kind in ("party", "agreement", "staff") else None


def _tells(doc: Doc, chunk: Extent) -> bool:
    """Whether a phrase has a verb of its own: «Metz versera 100 euros, et Trèves …»."""
    return any(tense != "infinitive" for _, _, tense in verb_groups(text_of(doc), chunk.start, chunk.end))


def _without_voices(doc: Doc, chunks: Iterable[Extent]) -> list[Extent]:
    """Without «par la voix de …» and the name that follows it."""
    kept: list[Extent] = []
    spoken = False
    for chunk in chunks:
        words = folded_of(doc)[chunk.start : chunk.end].lstrip(MARKS)
        voice = VOICE.match(words) is not None
        if not voice and not (spoken and entities_in(doc, chunk.start, chunk.end, "person")):
            kept.append(chunk)
        spoken = voice
    return kept


PRONOUN = re.compile(r"(?:elles?|ils?)\b")
THAT = re.compile(r"\bqu(?:e\s|')$")


def _is_reported(doc: Doc, chunk: Extent, words: str) -> bool:
    """«Metz a confirmé qu'elle verserait …»: the pronoun stands for the subject of the main clause."""
    if not PRONOUN.match(words):
        return False
    return THAT.search(folded_of(doc)[max(0, chunk.start - 8) : chunk.start]) is not None


def _is_label(words: str) -> bool:
    """«Cacao :» or «MAROC –» before a sentence names what it is about."""
    return words.rstrip().endswith((":", " -")) and len(words.split()) <= LABEL_WORDS


LABEL_WORDS = 5


def _heads(doc: Doc, chunk: Extent, words: str) -> list[EntityMention]:
    """The names that may be the subject; «sa commune» is none, a known name that no mention covers is one."""
    heads = heads_of(doc, chunk)
    if OWNED.match(words) and all(head.kind == "nominal" for head in heads):
        return []
    return heads or _known_name(doc, chunk)


NAME_BEGINS = re.compile(r"[\s,;]*(?:[Ll][ea]s?\s|[Ll]['’])?(?=[A-ZÀ-Ý])")
CLITIC_ENDS = re.compile(r"(?:\s(?:y|en|ne|s['’]))?[\s,]*$")


def _known_name(doc: Doc, chunk: Extent) -> list[EntityMention]:
    """A phrase that is nothing but the name of a party of the text."""
    text = text_of(doc)[chunk.start : chunk.end]
    begun = NAME_BEGINS.match(text)
    if begun is None:
        return []
    name = fold(CLITIC_ENDS.sub("", text[begun.end() :]))
    index = _parties_by_name(doc, id(get_entities(doc))).get(name)
    if index is None:
        return []
    start = chunk.start + begun.end()
    return [EntityMention(start, start + len(name), index, "name", False, False)]


@lru_cache(maxsize=4)
def _parties_by_name(doc: Doc, entities_id: int) -> dict[str, int]:
    """The first entity that may be a party by each of its names, folded; kept while the same entities stand."""
    names: dict[str, int] = {}
    folded = folded_of(doc)
    for index, entity in enumerate(get_entities(doc)):
        if entity["type"] in PARTY_TYPES:
            names.setdefault(fold(entity["name"]), index)
            for mention in entity["mentions"]:
                if mention["kind"] == "name":
                    names.setdefault(folded[mention["start"] : mention["end"]], index)
    return names


def _described(doc: Doc, chunk: Extent, words: str, sentence_start: int, agreement: int | None) -> Obligor | None:
    """What a phrase without names points at: a sum, an agreement, a project, parties, staff, a pronoun."""
    folded = OPENING.sub("", folded_of(doc)[chunk.start : chunk.end].strip(MARKS))
    if MONEY.match(folded):
        return Obligor("money", [])
    folded = _antecedent(folded)
    noun = noun_at(folded)
    if noun is not None:
        return _of_noun(doc, chunk, folded, noun, sentence_start, agreement)
    holder = HOLDER.match(folded)
    if holder is not None:
        return Obligor("person", holder_parties(doc, holder.group("title"), Extent(chunk.start, chunk.end)))
    if folded.startswith(OURS):
        return Obligor("speaker", speaker_parties(doc, chunk.end - 1))
    if SEVERAL.match(folded) and not is_of_people(folded):
        return Obligor("party", group_parties(doc, list(PARTY_TYPES), Extent(chunk.start, chunk.end), agreement))
    found = pointed(doc, chunk, folded, sentence_start, agreement, obligor_of)
    if found is not None or not UNKNOWN.match(folded) or dates_in(doc, chunk.start, chunk.end):
        return found
    return Obligor("other", [])


def _antecedent(folded: str) -> str:
    """«l'arrivée de deux techniciens qui»: the phrase that «qui» stands for; any other phrase whole."""
    if not folded.endswith(" qui"):
        return folded
    starts = [found.start() for found in re.finditer(rf"\b{ARTICLE}", folded)]
    return folded[starts[-1] :] if starts else folded


def _of_noun(
    doc: Doc, chunk: Extent, folded: str, noun: Noun, sentence_start: int, agreement: int | None
) -> Obligor | None:
    """What a noun points at: «la convention», «les deux ports», «sa commune», «les pompiers de Metz»."""
    if folded.startswith("des "):
        return Obligor("other", [])
    if noun.kind == "accord":
        return Obligor("agreement", agreement_parties(doc, agreement))
    if noun.kind in ("projet", "argent"):
        return Obligor("project" if noun.kind == "projet" else "money", [])
    if folded.startswith(OURS):
        spoken = speaker_parties(doc, chunk.end - 1)
        return Obligor("speaker", spoken)
    if noun.kind == "agents":
        named = entities_in(doc, chunk.start, chunk.end, *PARTY_TYPES)
        return Obligor("staff", [pointing(filler, chunk) for filler in fillers(doc, named[:1])])
    owned = _owned(doc, folded, sentence_start, chunk)
    if owned is not None:
        return owned
    if noun.kind == "partie" and DEMONYM.match(folded, noun.end):
        return Obligor("party", [])
    if noun.kind == "parties" or folded.startswith(EACH):
        return Obligor("party", group_parties(doc, types_of(noun.word), chunk, agreement))
    return Obligor("party", single_party(doc, noun.word, types_of(noun.word), chunk))


def _owned(doc: Doc, folded: str, sentence_start: int, chunk: Extent) -> Obligor | None:
    """«sa commune»: that of whoever speaks or acts before."""
    if not folded.startswith(("sa ", "son ")):
        return None
    owners = (heads_of(doc, before) for before in chunks_of(doc, Extent(sentence_start, chunk.start)))
    return next((Obligor("party", of_mentions(doc, heads).parties) for heads in owners if heads), None)
