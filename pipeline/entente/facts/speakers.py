"""Whom the words about a quotation mean: a name, a pronoun, an office or a body."""

import re

from spacy.tokens import Doc

from entente.annotations import (
    RoleHeld,
    entities_in,
    get_entities,
    get_quotations,
    get_roles,
    get_sentences,
    home_at,
    text_of,
)
from entente.facts.attribution import Attribution
from entente.facts.folding import fold
from entente.facts.speaker_gender import Genders
from entente.facts.speaker_titles import (
    DETERMINED,
    holds_title,
    is_counterpart,
    is_feminine,
    nouns,
    title_start,
    titles_in,
    voices,
)

LATTER = re.compile(
    r"\s*(?:ce dernier|cette dernière|celui-ci|celle-ci|l['’]intéressée?|le même|la même|ce(?:lui)? qui)\b",
    re.IGNORECASE,
)
PRONOUN_SUBJECT = re.compile(
    r"(?:^|[,.;]\s*|\bet\s+)(il|elle|ils|elles)\s+(?:a|s['’]|se|en|y|l['’]|nous|lui|leur|\w+)", re.IGNORECASE
)
ASIDE = re.compile(r"\s*,\s*(?:[a-zà-ÿ][^,;:«»]{2,60}),\s*")
"""Between the verb and its subject: «, dans un anglais impeccable, l'élue»."""

BESIDE = re.compile(
    r"[ \t\u00a0]*[(–—-]?[ \t]*(?:(?:M\.|Mme|Mlle|Mr|Dr|Pr|Monsieur|Madame|S\.E\.\w*\.?)\s+)?(?=[A-ZÀ-Ý])"
)
APPOSED = re.compile(r"\s*[,–-]\s*(?:[MD]\.|MM\.|Mme|Mlle|Mr|Dr|Pr|Monsieur|Madame|S\.E\.\w*\.?|Son Excellence)?\s*")
COLLECTIVITIES = ("city", "intercommunality", "region", "department")
BODY_TYPES = (*COLLECTIVITIES, "country", "organization")


class Speakers:
    """The persons and bodies of one document, looked up as speakers."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._entities = get_entities(doc)
        self._text = text_of(doc)
        self._quoted = [(q["start"], q["end"]) for q in get_quotations(doc) if q["clause"]]
        self._persons = [m for m in entities_in(doc, 0, len(self._text), "person") if m.kind == "name"]
        self._bodies = entities_in(doc, 0, len(self._text), *BODY_TYPES)
        self._genders = Genders(doc, self._persons)
        self._last: int | None = None

    def resolve(self, told: Attribution) -> int | None:
        """The speaker of an attribution, None when the text does not say."""
        found = self._resolve(told)
        self._last = found if found is not None else self._last
        return found

    def _resolve(self, told: Attribution) -> int | None:
        if told.shape == "pronoun":
            named = self.person_in(told.start, told.end) if told.end - told.start < 3 else None
            return named if named is not None else self.antecedent(told.start, told.pronoun)
        if told.shape in ("after", "source"):
            return self._subject_after(told)
        return self.subject_before(told.start, told.end)

    def antecedent(self, offset: int, pronoun: str = "") -> int | None:
        """Whom a pronoun means: the office that the sentence before opens with and no name follows, else a name."""
        sentence = self._sentence_before(offset)
        if sentence and not self.person_in(*sentence) and titles_in(self._text[sentence[0] : sentence[1]]):
            holder = self._office_in(*sentence)
            if holder is not None and self._genders.fits(holder, pronoun):
                return holder
        nearest = self.nearest_person(offset, pronoun)
        return nearest if nearest is not None else self._next_person(offset, pronoun)

    def _next_person(self, offset: int, pronoun: str) -> int | None:
        """The person named first after an offset, in its paragraph: «« … », dit-elle. Anne Roy…»."""
        line = self._text.find("\n", offset)
        end = line if line >= 0 else len(self._text)
        after = (m.entity for m in self._persons if offset <= m.start < end and self._genders.fits(m.entity, pronoun))
        return next(after, None)

    def _sentence_before(self, offset: int) -> tuple[int, int] | None:
        """The last sentence that ends before the quotation in front of an offset."""
        start = max((begin for begin, end in self._quoted if begin < offset <= end + 3), default=offset)
        return next(((s["start"], s["end"]) for s in reversed(get_sentences(self._doc)) if s["end"] <= start), None)

    def nearest_person(self, offset: int, pronoun: str = "") -> int | None:
        """The person named last before an offset, outside quotations, whom the pronoun fits."""
        for mention in reversed([m for m in self._persons if m.end <= offset]):
            if not self._is_quoted(mention.start) and self._genders.fits(mention.entity, pronoun):
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

    def _subject_after(self, told: Attribution) -> int | None:
        """«le bourgmestre, M. X», «X en arrivant», «la ville par voie de communiqué», «, en accueillant…, X»."""
        aside = ASIDE.match(self._text, told.start, told.end)
        start = aside.end() if aside else told.start
        words = self._text[start : told.end]
        if LATTER.match(words):
            return self.nearest_person(start)
        comma = re.search(r"[,;:]|\s–\s", words)
        first_end = start + comma.start() if comma else told.end
        first = words[: first_end - start]
        person = self.person_in(start, first_end)
        if person is None and is_counterpart(first):
            person = self._counterpart(start, first_end)
        office = self._office_in(start, first_end)
        body = self._body_in(start, first_end, alone=told.shape == "after")
        if person is not None:
            return person
        apposed = self._apposed_name(first_end, told.end)
        if apposed is not None and (DETERMINED.match(words) or holds_title(first) or (office is None and body is None)):
            return apposed
        if office is not None:
            return office
        titled = bool(titles_in(first))
        if body is not None and not titled:
            return body
        if titled:
            return self._unheld(first, start)
        return self.person_in(first_end, told.end)

    def _apposed_name(self, start: int, end: int) -> int | None:
        """A name right after the comma: «le maire de A, M. X»."""
        following = APPOSED.match(self._text[start:end])
        if following is None:
            return None
        at = start + following.end()
        return next((m.entity for m in self._persons if m.start <= at + 2 and m.end > at and m.start >= start), None)

    def subject_before(self, start: int, end: int) -> int | None:
        """The person who is named before the verb; else a pronoun, an office or a body."""
        person = self.person_in(start, end)
        if person is not None:
            return person
        words = self._text[start:end]
        if LATTER.match(words):
            return self.nearest_person(start)
        if pronoun := PRONOUN_SUBJECT.search(words):
            return self.antecedent(start, pronoun[1].lower())
        opening = title_start(self._text, start, end)
        office = self._office_in(opening, end)
        if office is not None:
            return office
        if titles_in(self._text[opening:end]):
            return self._unheld(self._text[opening:end], opening)
        if is_counterpart(words):
            return self._counterpart(start, end)
        return self._body_in(start, end)

    def subject_told(self, start: int, end: int) -> int | None:
        """The person that a sentence names, or the office that it opens with: «Le président a rappelé l'origine…»."""
        person = self.person_in(start, end)
        return person if person is not None else self._office_in(title_start(self._text, start, end), end)

    def _office_in(self, start: int, end: int) -> int | None:
        """«le bourgmestre», «l'élue»: the holder of such an office in the home of the text, or named last before."""
        titles = titles_in(self._text[start:end])
        if not titles:
            return None
        called = re.findall(r"[^\W_]+(?:-[^\W_]+)*", fold(self._text[start:end]))[:3]
        holders = [r for r in get_roles(self._doc) if r["title"] in titles]
        so_called = [r for r in holders if set(called) & set(re.findall(r"[\w-]+", fold(r["label"])))]
        holders = self._of_bodies(so_called or holders, start, end)
        persons = {r["person"] for r in holders if self._entities[r["person"]]["type"] == "person"}
        before = [m.entity for m in self._persons if m.entity in persons and m.end <= start]
        after = [m.entity for m in self._persons if m.entity in persons and m.start >= start]
        return before[-1] if before else after[0] if after else None

    def _of_bodies(self, holders: list[RoleHeld], start: int, end: int) -> list[RoleHeld]:
        """Of the holders of an office, those of the body that the words name; else of the home, where it has some."""
        bodies = {m.entity for m in self._bodies if start <= m.start and m.end <= end}
        if bodies & {r["organization"] for r in holders}:
            return [r for r in holders if r["organization"] in bodies]
        if bodies:
            return [r for r in holders if r["organization"] is None]
        homes = {home_at(self._doc, start, kind, sure=True) for kind in BODY_TYPES} - {None}
        return [r for r in holders if r["organization"] in homes] or holders

    def _counterpart(self, start: int, end: int) -> int | None:
        """«son homologue sénégalais»: who holds the last speaker's office in another body, which the words name."""
        titles = {r["title"] for r in get_roles(self._doc) if r["person"] == self._last}
        holders = [r for r in get_roles(self._doc) if r["title"] in titles and r["person"] != self._last]
        holders = self._of_bodies(holders, start, end) or holders
        persons = {r["person"] for r in holders}
        before = [m.entity for m in self._persons if m.entity in persons and m.end <= start]
        after = [m.entity for m in self._persons if m.entity in persons and m.start >= start]
        return before[-1] if before else after[0] if after else None

    def _unheld(self, words: str, offset: int) -> int | None:
        """An office that nobody is said to hold: «la nouvelle présidente», who was just elected."""
        new = re.search(r"\bnouve(?:lle|au|l)\b", words, re.IGNORECASE)
        return self.nearest_person(offset, "elle" if is_feminine(words) else "il") if new else None

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
            kind = nouns().get(fold(word))
            if alone and not kind and fold(word) not in voices():
                return None
            if kind:
                return self._described(kind, fold(word), start)
        return None

    def _has_other_subject(self, start: int, end: int) -> bool:
        """«une lycéenne de Nirac» is not Nirac; «un communiqué de la mairie de Nirac» is."""
        words = re.findall(r"[^\W_]+", self._text[start:end].lower())
        return any(fold(word) not in voices() and fold(word) not in nouns() for word in words)

    def _described(self, kind: str, noun: str, offset: int) -> int | None:
        """«la ville» → the text's own city, else the last before; «l'association» → one so called."""
        alike = [
            m for m in self._bodies
            if self._entities[m.entity]["type"] == kind
            and (kind != "organization" or noun in fold(self._entities[m.entity]["name"]))
        ]  # fmt: skip
        home = home_at(self._doc, offset, kind) if kind in COLLECTIVITIES else None
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
