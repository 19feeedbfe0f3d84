"""The stage `entente_quotes`: direct speech and who speaks."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import (
    Block,
    Quotation,
    QuoteFound,
    block_at,
    get_blocks,
    get_quotations,
    get_sentences,
    set_quotes,
    text_of,
)
from entente.facts.attribution import (
    Attribution,
    attribution_after,
    attribution_before,
    attribution_beyond,
    has_speech,
    incise_of,
)
from entente.facts.folding import fold
from entente.facts.speakers import Speakers
from entente.lexicons import load_lexicon
from entente.lexicons.speech import inverted_speech

UNSIGNED_WORDS = 12
"""Fewest words of a quotation that is recorded although nobody is said to speak."""

SPOKEN_WORDS = 4
"""Fewest words of a quotation without a verb that is recorded because a verb of speech follows."""

OPENING_WORDS, SOURCED_WORDS = 2, 8
"""The same for one that opens its sentence («« Mission accomplie », sourit X»), and after «Selon X»."""


@Language.factory("entente_quotes")
def create_quotes(nlp: Language, name: str) -> "QuotesStage":
    """The component, for `nlp.add_pipe("entente_quotes")`."""
    return QuotesStage()


class QuotesStage:
    """Gives each quotation that is speech to its speaker; needs layout, entities and roles."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        set_quotes(doc, find_quotes(doc))
        return doc


def find_quotes(doc: Doc) -> list[QuoteFound]:
    """Quotes in the order of the text: «« … », a affirmé X. « … »» → one, of two parts, by X."""
    speakers = Speakers(doc)
    quotes: list[QuoteFound] = []
    former: tuple[Quotation, int | None] | None = None
    for group in _groups(doc):
        speaker, told = _speaker(doc, group, speakers, former)
        words = sum(len(text_of(doc)[start:end].split()) for item in group for start, end in item["parts"])
        if not told and (_is_headed(doc, group[0]) or _is_fragment(doc, group[0])):
            continue
        if not told and speaker is None and words < UNSIGNED_WORDS:
            continue
        quotes.append(QuoteFound(speaker=speaker, evidence=[part for item in group for part in item["parts"]]))
        former = (group[-1], speaker)
    return quotes


def _is_fragment(doc: Doc, quotation: Quotation) -> bool:
    """Words between the commas of a sentence that nobody is said to speak: «il s'agira, « si on le veut », de…»."""
    text = text_of(doc)
    inserted = text[: quotation["start"]].rstrip().endswith(",") and text[quotation["end"] :].lstrip().startswith(",")
    return inserted and text[quotation["parts"][0].start].islower()


def _groups(doc: Doc) -> list[list[Quotation]]:
    """Quotations that are speech; those that only an attribution separates go together."""
    groups: list[list[Quotation]] = []
    for quotation in get_quotations(doc):
        if not _is_speech(doc, quotation):
            continue
        if groups and _continues(doc, groups[-1][-1], quotation):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _is_speech(doc: Doc, quotation: Quotation) -> bool:
    """At least a clause, or a few words that someone is said to speak."""
    if len(quotation["parts"]) > 1:
        return True
    if quotation["clause"]:
        return not _is_title(doc, quotation)
    words = sum(len(text_of(doc)[start:end].split()) for start, end in quotation["parts"])
    if attribution_after(doc, quotation) is not None:
        return words >= (OPENING_WORDS if _opens(doc, quotation) else SPOKEN_WORDS)
    told = attribution_before(doc, quotation)
    if told is not None and told.shape == "source":
        return words >= SOURCED_WORDS
    return told is not None and words >= SPOKEN_WORDS and _is_introduced(doc, quotation, told)


def _opens(doc: Doc, quotation: Quotation) -> bool:
    """The quotation opens its sentence, with a capital."""
    text = text_of(doc)
    before = text[: quotation["start"]].rstrip(" \u00a0–—-")
    return (not before or before[-1] in "\n.!?…»”") and text[quotation["parts"][0].start].isupper()


def _is_introduced(doc: Doc, quotation: Quotation, told: Attribution) -> bool:
    """A colon and a verb of speech stand before, and the words are a whole: «X résume : « Pas à pas. »»."""
    text = text_of(doc)
    colon = text[: quotation["start"]].rstrip().endswith(":")
    last, following = text[quotation["parts"][-1].end - 1], text[quotation["end"] : quotation["end"] + 1]
    final = last in ".!?…" or following in (".", "\n", "")
    return colon and final and has_speech(text[told.start : told.end])


def _is_title(doc: Doc, quotation: Quotation) -> bool:
    """The word before announces a title: «l'exposition « Nous sommes tous voisins »»."""
    before = re.findall(r"[^\W_]+", text_of(doc)[max(0, quotation["start"] - 30) : quotation["start"]])
    if text_of(doc)[: quotation["start"]].rstrip().endswith((":", ",", ".")) or not before:
        return False
    return fold(before[-1]) in _announcing()


@cache
def _announcing() -> frozenset[str]:
    return frozenset(fold(word) for word in load_lexicon("speakers")["annonces_de_titre"])


def _continues(doc: Doc, former: Quotation, latter: Quotation) -> bool:
    """Nothing but an attribution stands between, in one paragraph, and the second has none of its own."""
    between = text_of(doc)[former["end"] : latter["start"]]
    if "\n" in between or len(between) > 260:
        return False
    if not between.strip(" .,…"):
        return True
    if between.rstrip().endswith(":") or not inverted_speech().match(between.lstrip(" ,.!?–-")):
        return False
    closed = re.fullmatch(r"[^.!?]*(?:(?:\b(?:M|Mme|MM|Dr|Pr|St|[A-Z])\.)[^.!?]*)*[.,:]?\s*", between)
    return closed is not None and attribution_after(doc, latter) is None and incise_of(doc, latter) is None


def _speaker(
    doc: Doc, group: list[Quotation], speakers: Speakers, former: tuple[Quotation, int | None] | None
) -> tuple[int | None, bool]:
    """The speaker, and whether the text says it around this very quotation."""
    for quotation in group:
        tellings = [told for told in (incise_of(doc, quotation), attribution_after(doc, quotation)) if told is not None]
        found = next((who for told in tellings if (who := speakers.resolve(told)) is not None), None)
        if tellings:
            return found, True
    told = attribution_before(doc, group[0])
    if told is not None:
        found = speakers.resolve(told)
        if found is not None:
            return found, True
    signed = _signature(doc, group[-1], speakers)
    if signed is not None:
        return signed, True
    told = attribution_beyond(doc, group[-1])
    if told is not None and (found := speakers.resolve(told)) is not None:
        return found, True
    return _carried(doc, group[0], speakers, former), False


def _signature(doc: Doc, quotation: Quotation, speakers: Speakers) -> int | None:
    """The person named right after the quotation («» (X, maire)») or on the line below it."""
    beside = speakers.person_beside(quotation["end"])
    if beside is not None:
        return beside
    below = _next_block(doc, quotation["end"])
    if below is None or below["kind"] != "signature":
        return None
    return speakers.person_in(below["start"], below["end"])


def _next_block(doc: Doc, offset: int) -> Block | None:
    return next((block for block in get_blocks(doc) if block["start"] >= offset), None)


def _carried(
    doc: Doc, quotation: Quotation, speakers: Speakers, former: tuple[Quotation, int | None] | None
) -> int | None:
    """Nobody is said to speak: the person named since the last quotation in this paragraph, else the last speaker."""
    block = block_at(doc, quotation["start"])
    begin = block["start"] if block else 0
    if former and former[0]["end"] > begin:
        begin = former[0]["end"]
    earlier = [s for s in get_sentences(doc) if begin <= s["start"] < quotation["start"]]
    for sentence in reversed(earlier):
        named = speakers.subject_told(sentence["start"], min(sentence["end"], quotation["start"]))
        if named is not None:
            return named
    if former is None:
        return None
    between = [b for b in get_blocks(doc) if former[0]["end"] <= b["start"] and b["end"] <= quotation["start"]]
    return former[1] if not between else None


def _is_headed(doc: Doc, quotation: Quotation) -> bool:
    block = block_at(doc, quotation["start"])
    return block is not None and block["kind"] in ("title", "heading", "caption", "boilerplate")
