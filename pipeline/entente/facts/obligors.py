"""Who is bound: the subject of a pledge, worked out over the surface."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from entente.annotations import (
    EntityMention,
    Extent,
    Filler,
    Sentence,
    entities_in,
    get_entities,
    get_sentences,
    text_of,
)
from entente.facts.fillers import fillers
from entente.facts.folding import fold, folded_of
from entente.facts.modality import verb_groups
from entente.facts.obligor_parties import (
    agreement_parties,
    group_parties,
    office_parties,
    pointing,
    single_party,
    speaker_parties,
)
from entente.facts.subjects import PARTY_TYPES, chunks_of, heads_of, is_bare
from entente.lexicons import load_lexicon

ARTICLE = (
    r"(?:les?\s|la\s|l'|ces?\s|cet\s|cette\s|une?\s|des\s|leurs?\s|son\s|sa\s|ses\s|nos\s|notre\s|mon\s|ma\s|mes\s|chaque\s)"
)
COUNT = (
    r"(?:(?:deux|trois|quatre|cinq|six|sept|\d+|nouvelle?|nouveau|presente?|premiere?|seconde?|deuxieme|troisieme"
    r"|future?|memes?|differente?s)\s)*"
)
PRONOUN = re.compile(
    r"(?:^|\s(?:que|et|ou|dont|si|mais)\s|\squ')(elles?|ils?|nous|chacune?|cel(?:ui|le|les)-ci|ceux-ci|tous|toutes)"
    r"(?:\s+\w+){0,2}$"
)
APPOSITION = re.compile(
    r"(?:(?:vice-)?presidente?|maire|mairesse|bourgmestre|ministre|gouverneure?|adjointe?|prefete?|recteur|rectrice|doyen"
    r"|directeur|directrice|ambassadeur|ambassadrice|secretaire|conseillere?|delegue|deputee?|senateur|consule?)\b"
)
"""«…, maire de Metz, …» says who the person before is."""

HOLDER = re.compile(
    r"(?:l[ea]|son|sa)\s(?:(?:vice-)?presidente?|maire|mairesse|bourgmestre|ministre|gouverneure?|adjointe?|recteur|rectrice)\b"
)
"""«le maire de Metz» speaks for Metz, but his wishes are his own."""

STRESSED = re.compile(r"(?:elles?|lui|eux|(?:pour|de|a) (?:sa|leur) (?:part|cote|tour))\s*,\s*")
"""«La mairie, elle, s'oblige …» repeats the subject."""

MARKS = ' ,;:«»"“”-–\n'
OPENING = re.compile(
    r"^(?:(?:et|mais|comme|ainsi|enfin|or|puis|aussi|car|c'est ainsi que|en outre|par ailleurs|qui|que"
    r"|(?:par|dans|pour|a travers) l(?:aquelle|equel|esquels|esquelles))\s+|qu')"
)


@dataclass(frozen=True)
class Obligor:
    """Who is bound, and what the subject was."""

    kind: str
    """`party`, `agreement`, `project`, `speaker`, `person`, `staff` (who act for a party), `money` or `other`."""
    parties: list[Filler]


def obligor_of(doc: Doc, subject: Extent, agreement: int | None) -> Obligor:
    """Whoever the words before a cue bind: parties named or pointed at, or those of the agreement that is the subject.

    Looked for in the phrase nearest to the cue first: «Cette année, la Région» → the region.
    """
    named: list[EntityMention] = []
    coordinated = False
    for chunk in reversed(chunks_of(doc, subject)):
        words = folded_of(doc)[chunk.start : chunk.end].lstrip(MARKS)
        if named and words.rstrip().endswith(";"):
            break
        if APPOSITION.match(words) or STRESSED.fullmatch(words) or _is_reported(doc, chunk, words):
            continue
        acting = _acting(doc, chunk, words)
        if acting is not None and not named:
            return acting
        heads = heads_of(doc, chunk)
        if named and not (heads and (coordinated or is_bare(doc, chunk, heads))):
            break
        if heads and HOLDER.match(words):
            return Obligor("person", _of_mentions(doc, heads).parties)
        if OWNED.match(words) and not named and all(head.kind == "nominal" for head in heads):
            heads = []
        named = [*heads, *named]
        coordinated = words.startswith("et ")
        if heads:
            continue
        described = _described(doc, chunk, subject.start, agreement)
        if described is not None:
            return described
    return _of_mentions(doc, named)


def _acting(doc: Doc, chunk: Extent, words: str) -> Obligor | None:
    """«20 000 euros», «les pompiers de Metz»: a sum, or those who act for a party."""
    if MONEY.match(words):
        return Obligor("money", [])
    noun = _noun_pattern().match(words)
    if noun is None or _kinds()[noun.group("noun")] != "agents":
        return None
    if words.startswith(("notre ", "nos ", "mon ", "ma ", "mes ")):
        return Obligor("speaker", speaker_parties(doc, chunk.end - 1))
    named = entities_in(doc, chunk.start, chunk.end, *PARTY_TYPES)
    return Obligor("staff", [pointing(filler, chunk) for filler in fillers(doc, named[:1])])


OWNED = re.compile(r"(?:sa|son|notre|nos|mon|ma|mes)\s")
"""«sa commune» belongs to whoever speaks, whatever the nearest commune is."""

MONEY = re.compile(
    r"(?:pres de |plus de |quelque |environ |soit |au total,? |les? |l'|une? |cette )?"
    r"\d[\d .,']*(?:\s(?:millions?|milliards?))?(?:\sd'|\sde)?\s?"
    r"(?:euros?|[mk]?[€$]|francs?|dollars?|fcfa|chf|dirhams?|dinars?)"
)
"""A sum that opens a phrase is what is given, not who gives."""


def _is_reported(doc: Doc, chunk: Extent, words: str) -> bool:
    """«Metz a confirmé qu'elle verserait …»: the pronoun stands for the subject of the main clause."""
    if not re.match(r"(?:elles?|ils?)\b", words):
        return False
    return re.search(r"\bqu(?:e\s|')$", folded_of(doc)[max(0, chunk.start - 8) : chunk.start]) is not None


def _of_mentions(doc: Doc, mentions: list[EntityMention]) -> Obligor:
    entities = get_entities(doc)
    bodies = [m for m in mentions if entities[m.entity]["type"] != "person"]
    people = [m for m in mentions if entities[m.entity]["type"] == "person"]
    if bodies:
        return Obligor("party", fillers(doc, bodies))
    if people:
        held = [f for person in people for f in office_parties(doc, person.entity, Extent(person.start, person.end))]
        return Obligor("person", list({f["entity"]: f for f in held}.values()))
    return Obligor("other", [])


def _described(doc: Doc, chunk: Extent, sentence_start: int, agreement: int | None) -> Obligor | None:
    """What a phrase without names points at: an agreement, a project, the parties, one party, a pronoun."""
    folded = OPENING.sub("", folded_of(doc)[chunk.start : chunk.end].strip(MARKS))
    noun = _noun_pattern().match(folded)
    if noun is None and PEOPLE.match(text_of(doc)[chunk.start : chunk.end].strip(MARKS)):
        return Obligor("party", [])
    if noun is None and SEVERAL.match(folded) and not _people().match(folded):
        return Obligor("party", group_parties(doc, list(PARTY_TYPES), Extent(chunk.start, chunk.end), agreement))
    if noun is None:
        return _pointed(doc, chunk, folded, sentence_start, agreement)
    kind = _kinds()[noun.group("noun")]
    if folded.startswith("des "):
        return Obligor("other", [])
    words = Extent(chunk.start, chunk.end)
    if kind == "accord":
        return Obligor("agreement", agreement_parties(doc, agreement))
    if kind in ("projet", "argent"):
        return Obligor("project" if kind == "projet" else "money", [])
    types = _types().get(noun.group("noun"), ["organization"])
    owned = _owned(doc, folded, sentence_start, chunk)
    if owned is not None:
        return owned
    if kind == "partie" and DEMONYM.match(folded, noun.end()):
        return Obligor("party", [])
    if kind == "parties":
        return Obligor("party", group_parties(doc, types, words, agreement))
    return Obligor("party", single_party(doc, noun.group("noun"), types, words))


def _owned(doc: Doc, folded: str, sentence_start: int, chunk: Extent) -> Obligor | None:
    """«sa commune»: that of whoever speaks or acts before; «notre ville»: that of the speaker of a quote."""
    if folded.startswith(("notre ", "nos ", "mon ", "ma ", "mes ")):
        return Obligor("speaker", speaker_parties(doc, chunk.end - 1))
    if not folded.startswith(("sa ", "son ")):
        return None
    owners = (heads_of(doc, before) for before in chunks_of(doc, Extent(sentence_start, chunk.start)))
    return next((Obligor("party", _of_mentions(doc, heads).parties) for heads in owners if heads), None)


SEVERAL = re.compile(r"[lc]es\s(?:deux|trois|quatre|cinq)\s\w+s\b")
"""«les deux exécutifs», whatever they are called."""

PEOPLE = re.compile(r"[Ll]es (?!Deux\b)[A-ZÉ]\w+s$")
"""«les Belges»: those of one side, without a name."""

DEMONYM = re.compile(r"\s\w+(?:ais|aise|ois|oise|ien|ienne|ain|aine|ande?|ole?|que)\b")
"""«la région flamande» is not the region that the text speaks of most."""


def _pointed(doc: Doc, chunk: Extent, folded: str, sentence_start: int, agreement: int | None) -> Obligor | None:
    found = PRONOUN.search(folded)
    if found is None:
        return None
    pronoun = found.group(1)
    if pronoun != "nous" and _is_of_people(doc, sentence_start):
        return Obligor("other", [])
    if pronoun == "nous":
        spoken = speaker_parties(doc, chunk.start) or speaker_parties(doc, max(chunk.start, chunk.end - 1))
        return Obligor("speaker", spoken)
    words = Extent(chunk.start, chunk.end)
    if pronoun.startswith(("elles", "ils", "chacun", "ceux", "celles", "tou", "ensemble")):
        named = _coordinated_before(doc, sentence_start, words) if pronoun in ("ils", "elles") else []
        return Obligor("party", named or group_parties(doc, list(PARTY_TYPES), words, agreement))
    return _antecedent(doc, sentence_start, words, agreement)


def _coordinated_before(doc: Doc, sentence_start: int, words: Extent) -> list[Filler]:
    """The parties that «ils» stands for when they are the subject of the sentence before: «Metz et Trèves visent …»."""
    for sentence in [s for s in get_sentences(doc) if s["end"] <= sentence_start][-1:]:
        verbs = verb_groups(text_of(doc), sentence["start"], sentence["end"])
        finite = [first for first, _, tense in verbs if tense != "infinitive"]
        subject = Extent(sentence["start"], finite[0] if finite else sentence["start"])
        heads = [head for chunk in chunks_of(doc, subject) for head in heads_of(doc, chunk)]
        parties = _of_mentions(doc, heads).parties
        return [pointing(party, words) for party in parties] if len(parties) > 1 else []
    return []


def _is_of_people(doc: Doc, sentence_start: int) -> bool:
    """Whether the sentence before opens with people or an occasion: «Douze élèves … Ils logeront …»."""
    before = [sentence for sentence in get_sentences(doc) if sentence["end"] <= sentence_start][-1:]
    return any(_people().match(folded_of(doc)[s["start"] : s["end"]]) is not None for s in before)


@cache
def _people() -> re.Pattern[str]:
    nouns = "|".join(fold(noun) for noun in load_lexicon("engagements")["gens"])
    return re.compile(rf"(?:[^,.;]{{0,30}},\s)?(?:[\w'-]+\s|l'){{1,3}}(?:{nouns})\b")


def _antecedent(doc: Doc, sentence_start: int, words: Extent, agreement: int | None) -> Obligor:
    """The subject of the sentence before: its first name that no preposition governs."""
    before = [sentence for sentence in get_sentences(doc) if sentence["end"] <= sentence_start][-2:]
    for sentence in reversed(before):
        noun = _noun_pattern().match(OPENING.sub("", folded_of(doc)[sentence["start"] : sentence["end"]].strip(MARKS)))
        if noun is not None and _kinds()[noun.group("noun")] == "projet":
            return Obligor("project", [])
        heads = heads_of(doc, Extent(sentence["start"], sentence["end"]))
        if len({head.start for head in heads}) != 1 and _names_agreement(doc, sentence, words):
            return Obligor("agreement", agreement_parties(doc, agreement))
        if heads:
            obligor = _of_mentions(doc, heads[:1])
            return Obligor(obligor.kind, [pointing(filler, words) for filler in obligor.parties])
    return Obligor("other", [])


def _names_agreement(doc: Doc, sentence: Sentence, words: Extent) -> bool:
    """Whether a sentence names an agreement that «il» or «elle» may stand for."""
    folded = folded_of(doc)
    pronoun = PRONOUN.search(OPENING.sub("", folded[words.start : words.end].strip()))
    gender = "elle" if pronoun and pronoun.group(1).startswith("elle") else "il"
    return _of_gender(gender).search(folded[sentence["start"] : sentence["end"]]) is not None


@cache
def _of_gender(gender: str) -> re.Pattern[str]:
    """The nouns of agreements that «il» or «elle» may stand for."""
    nouns = "|".join(fold(noun) for noun in load_lexicon("engagements")["genres"][gender])
    return re.compile(rf"\b(?:{nouns})\b")


@cache
def _noun_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"{ARTICLE}{COUNT}(?P<noun>{nouns})(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    """Noun → what it stands for, in the order of the lexicon: a partnership is an agreement before it is a partner."""
    kinds: dict[str, str] = {}
    for kind, nouns in load_lexicon("engagements")["reperes"].items():
        for noun in nouns:
            for form in (noun, noun + "s") if kind in ("accord", "projet") else (noun,):
                kinds.setdefault(fold(form), kind)
    return kinds


@cache
def _types() -> dict[str, list[str]]:
    return {fold(noun): types for noun, types in load_lexicon("engagements")["types"].items()}
