"""Whom the words about a quotation mean: a name, a pronoun, an office or a body."""

import re
from functools import cache

from spacy.tokens import Doc

from entente.annotations import (
    entities_in,
    get_entities,
    get_quotations,
    get_roles,
    home_at,
    text_of,
)
from entente.facts.attribution import Attribution
from entente.facts.folding import fold
from entente.lexicons import load_lexicon

DETERMINED = re.compile(
    r"\s*(?:l[ea]s?\s+|l['’]|c(?:e|et|ette)\s+|s(?:on|a)\s+|notre\s+|un\s+|une\s+)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
LATTER = re.compile(
    r"\s*(?:ce dernier|cette dernière|celui-ci|celle-ci|l['’]intéressée?|le même|la même|ce(?:lui)? qui)\b",
    re.IGNORECASE,
)
PRONOUN_SUBJECT = re.compile(
    r"(?:^|[,.;]\s*|\bet\s+)(il|elle|ils|elles)\s+(?:a|s['’]|se|en|y|l['’]|nous|lui|leur|\w+)", re.IGNORECASE
)
FEMININE = re.compile(r"(?:mme|madame|mlle|sœur)\.?\s*$", re.IGNORECASE)
MASCULINE = re.compile(r"(?:\bm\.|\bmr\.?|monsieur|sir)\s*$", re.IGNORECASE)
FEMININE_OFFICE = re.compile(
    r"\b(?:mairesse|présidente|\w+trice|adjointe|échevine|conseillère"
    r"|députée|préfète|consule|déléguée|gouverneure|\w*fondatrice|syndique|première)\b",
    re.IGNORECASE,
)


TITLE_WORD = re.compile(r"\b(?:l[ea]\s+|l['’])([^\W_]+(?:-[^\W_]+)*)", re.IGNORECASE)
BESIDE = re.compile(
    r"[ \t\u00a0]*[(–—-]?[ \t]*(?:(?:M\.|Mme|Mlle|Mr|Dr|Pr|Monsieur|Madame|S\.E\.\w*\.?)\s+)?(?=[A-ZÀ-Ý])"
)

BODY_TYPES = ("city", "intercommunality", "region", "department", "country", "organization")


class Speakers:
    """The persons and bodies of one document, looked up as speakers."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._entities = get_entities(doc)
        self._text = text_of(doc)
        self._quoted = [(q["start"], q["end"]) for q in get_quotations(doc) if q["clause"]]
        self._persons = [m for m in entities_in(doc, 0, len(self._text), "person") if m.kind == "name"]
        self._bodies = entities_in(doc, 0, len(self._text), *BODY_TYPES)

    def resolve(self, told: Attribution) -> int | None:
        """The speaker of an attribution, None when the text does not say."""
        if told.shape == "pronoun":
            named = self._apposed(told) if told.end - told.start < 3 else None
            return named if named is not None else self.nearest_person(told.start, told.pronoun)
        if told.shape in ("after", "source"):
            return self._subject_after(told)
        return self._subject_before(told)

    def nearest_person(self, offset: int, pronoun: str = "") -> int | None:
        """The person named last before an offset, outside quotations, whom the pronoun fits."""
        for mention in reversed([m for m in self._persons if m.end <= offset]):
            if not self._is_quoted(mention.start) and self._fits(mention.entity, pronoun):
                return mention.entity
        return None

    def person_in(self, start: int, end: int) -> int | None:
        """The first person named in a stretch, outside quotations."""
        inside = [m for m in self._persons if start <= m.start and m.end <= end and not self._is_quoted(m.start)]
        return inside[0].entity if inside else None

    def person_beside(self, offset: int) -> int | None:
        """The person whose name opens what follows, on the same line: «» (X, maire de A)»."""
        following = BESIDE.match(self._text, offset)
        at = following.end() if following else -1
        return next((m.entity for m in self._persons if m.start <= at < m.end), None)

    def _apposed(self, told: Attribution) -> int | None:
        return self.person_in(told.start, told.end)

    def _subject_after(self, told: Attribution) -> int | None:
        """«le bourgmestre, M. X», «X en arrivant», «la ville par voie de communiqué», «, en accueillant…, X»."""
        words = self._text[told.start : told.end]
        if LATTER.match(words):
            return self.nearest_person(told.start)
        comma = re.search(r"[,;:]|\s–\s", words)
        first_end = told.start + comma.start() if comma else told.end
        person = self.person_in(told.start, first_end)
        office = self._office_in(told.start, first_end)
        body = self._body_in(told.start, first_end, alone=told.shape == "after")
        if person is not None and (office is None or self._directly(told.start, first_end, person)):
            return person
        apposed = self._apposed_name(first_end, told.end)
        if apposed is not None and (
            DETERMINED.match(words)
            or self._holds_title(words[: first_end - told.start])
            or (person is None and office is None and body is None)
        ):
            return apposed
        if office is not None:
            return office
        if body is not None and not self._has_title(told.start, first_end):
            return body
        later = self.person_in(first_end, told.end)
        return later if later is not None and person is None and not self._has_title(told.start, first_end) else person

    def _directly(self, start: int, end: int, person: int) -> bool:
        """The name stands at once, or after its office."""
        return any(start <= m.start < end and m.entity == person for m in self._persons)

    def _apposed_name(self, start: int, end: int) -> int | None:
        """A name right after the comma: «le maire de A, M. X»."""
        following = re.match(
            r"\s*[,–-]\s*(?:[MD]\.|MM\.|Mme|Mlle|Mr|Dr|Pr|Monsieur|Madame|S\.E\.\w*\.?|Son Excellence)?\s*",
            self._text[start:end],
        )
        if following is None:
            return None
        at = start + following.end()
        return next((m.entity for m in self._persons if m.start <= at + 2 and m.end > at and m.start >= start), None)

    def _subject_before(self, told: Attribution) -> int | None:
        """The person who is named before the verb; else a pronoun, an office or a body."""
        person = self.person_in(told.start, told.end)
        if person is not None:
            return person
        words = self._text[told.start : told.end]
        if LATTER.match(words):
            return self.nearest_person(told.start)
        if pronoun := PRONOUN_SUBJECT.search(words):
            return self.nearest_person(told.start, pronoun[1].lower())
        start = self._title_start(told.start, told.end)
        office = self._office_in(start, told.end)
        if office is not None:
            return office
        if self._has_title(start, told.end):
            return None
        return self._body_in(told.start, told.end)

    def _title_start(self, start: int, end: int) -> int:
        """Where the first office begins: «De son côté, *la maire de A* a dit»."""
        titles = (found.start() for found in TITLE_WORD.finditer(self._text, start, end) if fold(found[1]) in _titles())
        return next(titles, start)

    def _office_in(self, start: int, end: int) -> int | None:
        """«le bourgmestre», «l'élue»: the holder of such an office named last before, or the only one."""
        titles = self._titles_in(start, end)
        if not titles:
            return None
        called = re.findall(r"[^\W_]+(?:-[^\W_]+)*", fold(self._text[start:end]))[:3]
        holders = [r for r in get_roles(self._doc) if r["title"] in titles]
        so_called = [r for r in holders if set(called) & set(re.findall(r"[\w-]+", fold(r["label"])))]
        holders = so_called or holders
        bodies = {m.entity for m in self._bodies if start <= m.start and m.end <= end}
        if bodies & {r["organization"] for r in holders}:
            holders = [r for r in holders if r["organization"] in bodies]
        elif bodies:
            holders = [r for r in holders if r["organization"] is None]
        persons = {r["person"] for r in holders if self._entities[r["person"]]["type"] == "person"}
        before = [m.entity for m in self._persons if m.entity in persons and m.end <= start]
        after = [m.entity for m in self._persons if m.entity in persons and m.start >= start]
        return before[-1] if before else after[0] if after else None

    def _has_title(self, start: int, end: int) -> bool:
        return bool(self._titles_in(start, end))

    def _titles_in(self, start: int, end: int) -> tuple[str, ...]:
        found = DETERMINED.match(self._text[start:end])
        if found is None:
            return ()
        words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", found["rest"].lower())[:3]
        for word in words:
            titles = _titles().get(fold(word))
            if titles:
                return titles
        return ()

    def _holds_title(self, words: str) -> bool:
        """An office stands somewhere among the words: «à l'agence le directeur du port»."""
        return any(fold(found[1]) in _titles() for found in TITLE_WORD.finditer(words))

    def _body_in(self, start: int, end: int, *, alone: bool = False) -> int | None:
        """A body that the words name, or describe by a noun («la ville»); `alone`, nobody else may be the subject."""
        named = [
            m
            for m in self._bodies
            if start <= m.start and m.end <= end and not m.locative and not self._is_quoted(m.start)
        ]
        if named and not (alone and self._has_other_subject(start, named[0].start)):
            return named[0].entity
        words = re.findall(r"[^\W_]+", self._text[start:end].lower())[:6]
        for word in words:
            kind = _nouns().get(fold(word))
            if alone and not kind and fold(word) not in _voices():
                return None
            if kind:
                return self._described(kind, fold(word), start)
        return None

    def _has_other_subject(self, start: int, end: int) -> bool:
        """«une lycéenne de Nirac» is not Nirac; «un communiqué de la mairie de Nirac» is."""
        words = re.findall(r"[^\W_]+", self._text[start:end].lower())
        return any(fold(word) not in _voices() and fold(word) not in _nouns() for word in words)

    def _described(self, kind: str, noun: str, offset: int) -> int | None:
        """«la ville» → the text's own city, else the last before; «l'association» → one so called."""
        alike = [
            m for m in self._bodies
            if self._entities[m.entity]["type"] == kind
            and (kind != "organization" or noun in fold(self._entities[m.entity]["name"]))
        ]  # fmt: skip
        if kind in ("city", "intercommunality", "region", "department"):
            home = home_at(self._doc, offset, kind)
            if home is not None:
                return home
        if kind == "organization" and not alike:
            alike = [m for m in self._bodies if self._entities[m.entity]["type"] == kind]
        before = [m.entity for m in alike if m.end <= offset]
        return before[-1] if before else alike[0].entity if alike else None

    def _is_quoted(self, offset: int) -> bool:
        return any(start < offset < end for start, end in self._quoted) and not self._in_incise(offset)

    def _in_incise(self, offset: int) -> bool:
        """Between two parts of a quotation, so not among its words."""
        for quotation in get_quotations(self._doc):
            if quotation["start"] <= offset < quotation["end"]:
                return not any(start <= offset < end for start, end in quotation["parts"])
        return False

    def _fits(self, entity: int, pronoun: str) -> bool:
        gender = self._gender(entity)
        return not (gender and pronoun) or gender == ("f" if pronoun.startswith("elle") else "m")

    def _gender(self, entity: int) -> str:
        """From «M.» or «Mme» before a mention, or from the office; empty when the text does not show it."""
        for mention in self._persons:
            if mention.entity == entity:
                before = self._text[max(0, mention.start - 12) : mention.start + 10]
                cut = min(12, mention.start)
                if FEMININE.search(before[:cut]) or before[cut:].lower().startswith(("mme", "madame")):
                    return "f"
                if MASCULINE.search(before[:cut]) or before[cut:].lower().startswith(("m. ", "monsieur")):
                    return "m"
        labels = [role["label"] for role in get_roles(self._doc) if role["person"] == entity]
        if any(FEMININE_OFFICE.search(label) for label in labels):
            return "f"
        return ""


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Folded noun → the title codes that it may mean."""
    found: dict[str, list[str]] = {}
    for title, words in load_lexicon("speakers")["titres"].items():
        for word in words:
            found.setdefault(fold(word), []).append(title)
    return {word: tuple(titles) for word, titles in found.items()}


@cache
def _voices() -> frozenset[str]:
    """Words that may stand before the name of a body that speaks: «un communiqué de la», «on à la»."""
    return frozenset(fold(word) for word in load_lexicon("speakers")["voix"])


@cache
def _nouns() -> dict[str, str]:
    return {fold(word): kind for kind, words in load_lexicon("speakers")["collectivites"].items() for word in words}
