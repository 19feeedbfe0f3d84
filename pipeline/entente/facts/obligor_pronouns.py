"""Pronouns as subjects of a pledge: «nous» is the speaker's body, «il» the subject of the sentence before."""

import re
from collections.abc import Callable

from spacy.tokens import Doc

from entente.annotations import Extent, Filler, Sentence, get_sentences, text_of
from entente.facts.folding import folded_of
from entente.facts.modality import verb_groups
from entente.facts.obligor import Obligor, of_mentions
from entente.facts.obligor_parties import agreement_parties, group_parties, pointing, speaker_parties
from entente.facts.obligor_words import MARKS, OPENING, is_of_people, names_agreement, noun_at
from entente.facts.subjects import PARTY_TYPES, heads_of

PRONOUN = re.compile(
    r"(?:^|\s(?:que|et|ou|dont|si|mais)\s|\squ')(elles?|ils?|nous|chacune?|cel(?:ui|le|les)-ci|ceux-ci|tous|toutes)"
    r"(?:\s+\w+){0,2}$"
)

SubjectOf = Callable[[Doc, Extent, int | None], Obligor]
"""Works out whom the words before a verb bind, as `obligors.obligor_of` does."""

BACK = 2
"""Sentences looked back for what a pronoun stands for."""


def pointed(
    doc: Doc, chunk: Extent, folded: str, sentence_start: int, agreement: int | None, subject_of: SubjectOf
) -> Obligor | None:
    """Whom the pronoun at the end of a phrase binds; None when there is none."""
    found = PRONOUN.search(folded)
    if found is None:
        return None
    pronoun, words = found.group(1), Extent(chunk.start, chunk.end)
    if pronoun == "nous":
        spoken = speaker_parties(doc, chunk.start) or speaker_parties(doc, max(chunk.start, chunk.end - 1))
        return Obligor("speaker", spoken)
    before = [sentence for sentence in get_sentences(doc) if sentence["end"] <= sentence_start][-BACK:]
    if any(is_of_people(_folded(doc, sentence)) for sentence in before[-1:]):
        return Obligor("other", [])
    if pronoun in ("il", "elle", "celui-ci", "celle-ci"):
        gender = "elle" if pronoun.startswith("elle") or pronoun == "celle-ci" else "il"
        return _antecedent(doc, before, words, agreement, gender, subject_of)
    several = _several(doc, before, agreement, subject_of) if pronoun in ("ils", "elles") else []
    everyone = several or group_parties(doc, list(PARTY_TYPES), words, agreement)
    return Obligor("party", [pointing(party, words) for party in everyone])


def _several(doc: Doc, before: list[Sentence], agreement: int | None, subject_of: SubjectOf) -> list[Filler]:
    """The parties that «ils» stands for when they are the subject of the sentence before: «Metz et Trèves visent …»."""
    for sentence in before[-1:]:
        subject = subject_of(doc, _subject(doc, sentence), agreement)
        return subject.parties if subject.kind == "party" and len(subject.parties) > 1 else []
    return []


def _antecedent(
    doc: Doc, before: list[Sentence], words: Extent, agreement: int | None, gender: str, subject_of: SubjectOf
) -> Obligor:
    """The subject of the sentence before, else the agreement that it names, else its first name without preposition."""
    for sentence in reversed(before):
        noun = noun_at(OPENING.sub("", _folded(doc, sentence).strip(MARKS)))
        if noun is not None and noun.kind == "projet":
            return Obligor("project", [])
        subject = subject_of(doc, _subject(doc, sentence), agreement)
        agrees = names_agreement(_folded(doc, sentence), gender)
        if subject.kind == "agreement" and agrees:
            return subject
        heads = heads_of(doc, Extent(sentence["start"], sentence["end"]))
        if len({head.start for head in heads}) != 1 and agrees:
            return Obligor("agreement", agreement_parties(doc, agreement))
        if subject.kind in ("party", "person", "speaker", "staff"):
            return Obligor(subject.kind, [pointing(filler, words) for filler in subject.parties])
        if heads:
            obligor = of_mentions(doc, heads[:1])
            return Obligor(obligor.kind, [pointing(filler, words) for filler in obligor.parties])
    return Obligor("other", [])


def _subject(doc: Doc, sentence: Sentence) -> Extent:
    """The words of a sentence before its first finite verb."""
    verbs = verb_groups(text_of(doc), sentence["start"], sentence["end"])
    finite = [first for first, _, tense in verbs if tense != "infinitive"]
    return Extent(sentence["start"], finite[0] if finite else sentence["start"])


def _folded(doc: Doc, sentence: Sentence) -> str:
    return folded_of(doc)[sentence["start"] : sentence["end"]]
