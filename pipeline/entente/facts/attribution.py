"""The words around a quotation that say whose it is."""

import itertools
import re
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import Quotation, get_blocks, get_sentences, sentence_at, text_of
from entente.lexicons.speech import inverted_speech, speech_forms

AFTER = re.compile(r"\s*[.!?…]?\s*[,–-]?\s*(?=[a-zà-ÿ])")
SOURCE = re.compile(r"\b(?:selon|d['’]après|pour|dixit|comme l['’]\w+|à en croire|aux yeux de)\s", re.IGNORECASE)
SUBJECT_FIRST = re.compile(
    r"\s*(?:,|[–-])?\s*(?:(?:c['’]est (?:ainsi )?(?:en ces termes|par ces mots|avec ces mots|ce|ainsi) qu[e'’]\s*"
    r"|ce sont les mots d[eu'’]|tels sont les mots d[eu'’]"
    r"|dixit|selon|d['’]après|comme l['’]a)\b\s*)",
    re.IGNORECASE,
)
ET_DE = re.compile(r"\bet\s+(?P<who>.{2,90}?)\s+d(?:e\s|['’])\w+er\s*[:,]?\s*$", re.IGNORECASE)
SUMMED_UP = re.compile(
    r"(?:c['’]est (?:par |avec |en )?(?:ces|ce|cette|ainsi)|par ces (?:mots|paroles)"
    r"|en (?:une phrase|ces termes|quelques mots|ces mots)|d['’]une (?:phrase|formule)|avec (?:ces mots|cette formule)"
    r"|tels? (?:est|sont|fut|furent)|ces (?:mots|paroles)|ce sont les mots|la (?:formule|phrase) est|le mot est"
    r"|ainsi (?:s['’]est|a|parl(?:e|ait)|s['’]exprim(?:e|ait)|résume))\b",
    re.IGNORECASE,
)
"""Opening a sentence that says who spoke the quotation before it."""

LEADING_CHARACTERS = 600
"""Characters before a quotation that are searched for its speaker."""


class Attribution(NamedTuple):
    """Where the words about the speaker stand, and how they go."""

    start: int
    end: int
    shape: str
    """`after` («, dit X»), `pronoun` («, dit-il»), `before` («X dit : »), `source` («Selon X, »)."""
    pronoun: str = ""


def incise_of(doc: Doc, quotation: Quotation) -> Attribution | None:
    """The words between two parts of the quotation: «…, indique le bourgmestre, M. X. …»."""
    parts = quotation["parts"]
    for former, latter in itertools.pairwise(parts):
        found = _inverted(text_of(doc), former.end, latter.start)
        if found:
            return found
    return None


def attribution_after(doc: Doc, quotation: Quotation) -> Attribution | None:
    """The words after the closing mark, to the end of the sentence: «», a affirmé X en arrivant.»"""
    sentence = sentence_at(doc, quotation["end"]) or sentence_at(doc, quotation["end"] - 1)
    if sentence is None:
        return None
    end = max(sentence["end"], quotation["end"])
    found = _inverted(text_of(doc), quotation["end"], end)
    if found:
        return found
    told = SUBJECT_FIRST.match(text_of(doc), quotation["end"], end)
    return Attribution(told.end(), end, "after") if told else None


def attribution_beyond(doc: Doc, quotation: Quotation) -> Attribution | None:
    """The sentence after one that is all quotation: «« … » En une phrase, la syndique X résume la décision.»"""
    text = text_of(doc)
    if (
        text[quotation["end"] - 2 : quotation["end"] - 1] not in tuple(".!?…")
        and text[quotation["end"] : quotation["end"] + 1] != "."
    ):
        return None
    following = next((s for s in get_sentences(doc) if s["start"] >= quotation["end"]), None)
    if following is None or "\n" in text[quotation["end"] : following["start"]]:
        return None
    words = text[following["start"] : following["end"]]
    return Attribution(following["start"], following["end"], "before") if SUMMED_UP.match(words) else None


def attribution_before(doc: Doc, quotation: Quotation) -> Attribution | None:
    """The words before the opening mark: «X a déclaré : «», «Selon X, «», or the line above that ends with a colon."""
    begin, end = _leading_words(doc, quotation["start"])
    words = text_of(doc)[begin:end]
    if not words.strip(' –—-:,«“"('):
        return None
    if ending := ET_DE.search(words):
        return Attribution(begin + ending.start("who"), begin + ending.end("who"), "before")
    source = next((m for m in SOURCE.finditer(words)), None)
    if source and (words[: source.start()].strip() == "" or words.rstrip().endswith(",")):
        return Attribution(begin + source.end(), end, "source")
    if words.rstrip().endswith((":", "que", "qu'", "qu’")) or has_speech(words):
        return Attribution(begin, end, "before")
    return None


def has_speech(words: str) -> bool:
    """A verb of speech stands among the words."""
    return any(word in speech_forms() for word in re.findall(r"[^\W_]+", words.lower()))


def _leading_words(doc: Doc, start: int) -> tuple[int, int]:
    """The sentence before a quotation's mark, or the whole line above when the quotation opens its paragraph."""
    blocks = get_blocks(doc)
    index = next((i for i, block in enumerate(blocks) if block["start"] <= start < block["end"]), None)
    if index is None:
        return start, start
    if not text_of(doc)[blocks[index]["start"] : start].strip(" –—-"):
        above = blocks[index - 1] if index else None
        if above and text_of(doc)[above["start"] : above["end"]].rstrip().endswith(":"):
            last = [s for s in get_sentences(doc) if s["block"] == index - 1][-1]
            return max(last["start"], above["end"] - LEADING_CHARACTERS), above["end"]
        return start, start
    sentence = sentence_at(doc, start)
    begin = sentence["start"] if sentence else start
    if begin >= start:
        earlier = [s for s in get_sentences(doc) if s["block"] == index and s["end"] <= start]
        if earlier and text_of(doc)[earlier[-1]["start"] : start].rstrip().endswith(":"):
            begin = earlier[-1]["start"]
    return max(begin, start - LEADING_CHARACTERS), start


def _inverted(text: str, start: int, end: int) -> Attribution | None:
    opening = AFTER.match(text, start, end)
    verb = inverted_speech().match(text, opening.end(), end) if opening else None
    if verb is None:
        return None
    pronoun = verb["auxpro"] or verb["pro"] or ""
    pronoun = pronoun.lower().rsplit("-", 1)[-1]
    return Attribution(verb.end(), end, "pronoun" if pronoun in ("il", "elle", "ils", "elles") else "after", pronoun)
