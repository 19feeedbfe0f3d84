"""A verb in the place of an office: «X, qui préside la Région», «l'association B, fondée par X»."""

import re
from collections.abc import Iterator

from entente.annotations import Extent
from entente.entities.roles_attached import ASIDE, ELECTED
from entente.entities.roles_called import named_by
from entente.entities.roles_complement import read_complement
from entente.entities.roles_held import Held, Reader
from entente.entities.roles_pairs import preceding
from entente.entities.roles_sketch import BODY, PERSON, Item

P, B = PERSON, BODY
OFTEN = r"(?:en outre|également|aussi|désormais|actuellement|par ailleurs|depuis \d{4}|aujourd['’]hui|notamment)"
SHORT_ASIDE = r"(?:\([^()]{1,30}\)\s*)?"
PRESIDES = re.compile(
    rf"(?:(?P<who>[{P}{B}]){ASIDE}\s*,?\s*(?:qui\s+)?|[,)]\s*(?:et\s+)?qui\s+)(?:y\s+)?"
    r"(?P<verb>préside|présidait|présidera|présida|dirige|dirigeait|dirigera|a fondé|fonda|a créé|créa)\s+"
    rf"(?:{OFTEN}\s+)*"
)
VERB_STEMS = ("présid", "dirig", "fond", "cré")
"""A sentence without one of these has none of the verbs of `PRESIDES`, `PASSIVE` and `INVERTED`."""

HEADS = re.compile(
    rf"(?P<who>[{P}]){ASIDE}\s*,?\s*(?:qui (?:est|était)\s+|placée?\s+|{OFTEN}\s+)*(?P<words>à la tête)(?=\s+d)"
)
PASSIVE = re.compile(
    rf"(?P<what>[{B}]|\b[\w-]+)\s*{SHORT_ASIDE},?\s*(?:qui est\s+|{OFTEN}\s+)?"
    r"(?P<verb>(?:co-?)?(?:présidée?|dirigée?|fondée?|créée?))s?\s+"
    r"(?:(?:en \d{4}|depuis \d{4}|actuellement|conjointement)\s+)?"
    rf"par\s+(?:[^{P}{B},;:]{{0,25}}\s+)?(?P<people>[{P}](?:\s*(?:,|et)\s*[{P}])*)"
)
INVERTED = re.compile(
    rf"(?P<body>[{B}])\s*{SHORT_ASIDE},?\s*(?:(?:l['’]|la |le |une? )[a-zà-ÿ' -]{{3,40}}\s)?"
    rf"qu(?:e|['’])\s*(?P<verb>préside|dirige|présidait|dirigeait)\s+(?P<who>[{P}])"
)
NOUN = r"(?P<noun>vice-présidence|présidence|co-?présidence|direction(?: générale)?|secrétariat général)"
NOUN_STEMS = ("présidence", "direction", "secrétariat")
TAKES = (
    r"assume|assure|exerce|occupe|détient|prend|prendra|assumera|assurera|assumait|assurait|exerçait|a pris|a assuré"
)
REACHES = rf"porte|porté|portée|accède|accédé|accédera|nommée?|{ELECTED}|succède|succédé|arrivée?"
ASSUMES = re.compile(
    rf"(?P<of>\ben\s+)?\b(?:(?:{TAKES})\s+(?:{OFTEN}\s+)?(?:la|le)\s+"
    rf"|(?:{REACHES})\s(?:[^,;:.]{{0,40}}\s)?(?:à la|au)\s+){NOUN}"
)
SITS = re.compile(
    rf"(?P<who>[{P}]){ASIDE}\s*,?\s*(?P<words>qui)\s+(?:siège|fait partie)\s+(?:{OFTEN}\s+)?"
    r"(?P<where>à son\s|au sein\s|à\s|au\s|de\s|du\s|dans\s)"
)
VERB_TITLES = (("présid", "president"), ("coprésid", "president"), ("co-présid", "president"), ("dirig", "director"))
NOUN_TITLES = {"vice-présidence": "vice_president", "direction": "director", "secrétariat général": "secretary_general"}
SITTING = ("siège", "fait partie")
GATHERINGS = re.compile(
    r"\b(?:délégation|réunion|cérémonie|séance|rencontre|table ronde|mission|soirée|conférence|assemblée générale"
    r"|visite)\b"
    r"[^,;]{0,60}$"
)


TELLING = (*VERB_STEMS, "à la tête", *NOUN_STEMS, *SITTING)
"""A sentence without one of these has nothing for any rule of this module."""


def may_tell(text: str) -> bool:
    """False for a sentence that has no verb or noun in the place of an office."""
    for word in TELLING:  # noqa: SIM110 - half the time of `any` with a generator
        if word in text:
            return True
    return False


def read_presides(reader: Reader) -> Iterator[Held]:
    """«X, qui préside la Région», «Nantes y préside la Commission», «X dirige le musée»."""
    text = reader.sketch.text
    for found in PRESIDES.finditer(text) if any(stem in text for stem in VERB_STEMS) else ():
        title = _verb_title(found["verb"])
        complement = read_complement(reader.sketch, found.end(), title, reader.bodies, direct=True)
        who = _subject(reader, found)
        if who is None or (who.sign == BODY and title != "president"):
            continue
        for body in complement.bodies:
            if body not in who.entities:
                yield from _told(reader, who, title, body, (found.start("verb"), complement.end))


def read_heads(reader: Reader) -> Iterator[Held]:
    """«X, à la tête du conseil régional»: mayor of a city, president of another body."""
    text = reader.sketch.text
    for found in HEADS.finditer(text) if "à la tête" in text else ():
        complement = read_complement(reader.sketch, found.end(), "president", reader.bodies)
        for body in complement.bodies:
            title = "mayor" if reader.bodies.type_of(body) == "city" else "president"
            who = reader.sketch.items[found.start("who")]
            yield from _told(reader, who, title, body, (found.start("words"), complement.end))


def read_passive(reader: Reader) -> Iterator[Held]:
    """«l'association B, présidée par X», «un comité présidé par X»; never a meeting that someone chairs."""
    text = reader.sketch.text
    for found in PASSIVE.finditer(text) if " par " in text and any(stem in text for stem in VERB_STEMS) else ():
        at = found.start("what")
        body: int | None
        if found["what"] == BODY:
            gathering = GATHERINGS.search(text[max(0, at - 90) : at])
            body = None if gathering else reader.sketch.items[at].entities[0]
        else:
            body = named_by(reader.bodies, found["what"], reader.sketch.start_of(at), [])
        if body is None:
            continue
        for _, person in reader.people(found.start("people"), found.end("people")):
            yield from _told(reader, person, _verb_title(found["verb"]), body, (found.start("verb"), found.end("verb")))


def read_inverted(reader: Reader) -> Iterator[Held]:
    """«l'agglomération B, que préside X»."""
    text = reader.sketch.text
    for found in INVERTED.finditer(text) if any(stem in text for stem in VERB_STEMS) else ():
        body = reader.sketch.items[found.start("body")].entities[0]
        who = reader.sketch.items[found.start("who")]
        yield from _told(reader, who, _verb_title(found["verb"]), body, (found.start("verb"), found.end("verb")))


def read_assumes(reader: Reader) -> Iterator[Held]:
    """«B, dont le maire de A, X, assume la vice-présidence», «X assure la présidence de B»."""
    text = reader.sketch.text
    for found in ASSUMES.finditer(text) if any(noun in text for noun in NOUN_STEMS) else ():
        title = NOUN_TITLES.get(found["noun"].replace(" générale", ""), "president")
        complement = read_complement(reader.sketch, found.end(), title, reader.bodies)
        who = _holder_before(reader, found.start())
        for body in complement.bodies or _before_dont(reader, found.start(), found["of"]):
            if who and body not in who.entities:
                yield from _told(reader, who, title, body, (found.start("noun"), max(found.end(), complement.end)))


def read_sits(reader: Reader) -> Iterator[Held]:
    """«X, qui siège à son conseil d'administration»: a member."""
    text = reader.sketch.text
    for found in SITS.finditer(text) if any(words in text for words in SITTING) else ():
        complement = read_complement(reader.sketch, found.end(), "member", reader.bodies, direct=True)
        who = reader.sketch.items[found.start("who")]
        own = preceding(reader.bodies, who.start, reader.begin, ("organization",)) if "son" in found["where"] else None
        for body in complement.bodies or ([own] if own is not None else []):
            yield from _told(reader, who, "member", body, (found.start("words"), max(found.end(), complement.end)))


def _subject(reader: Reader, found: re.Match[str]) -> Item | None:
    """The name just before the verb, or the last person before «, qui»."""
    if found["who"]:
        return reader.sketch.items[found.start("who")]
    last = reader.last_person(found.start())
    return last[1] if last else None


def _holder_before(reader: Reader, position: int) -> Item | None:
    """A body that stands right before the verb, else the last person before it."""
    close = reader.sketch.text[:position].rstrip()
    if close.endswith(BODY):
        return reader.sketch.items[len(close) - 1]
    last = reader.last_person(position)
    return last[1] if last else None


def _before_dont(reader: Reader, position: int, pronoun: str | None) -> list[int]:
    """The antecedent of «dont», or of «en» («qui en assure la présidence»): the last body before it."""
    dont = position if pronoun else reader.sketch.text.rfind("dont ", 0, position)
    bodies = [item for at, item in sorted(reader.sketch.items.items()) if at < dont and item.sign == BODY]
    return [bodies[-1].entities[0]] if bodies else []


def _told(reader: Reader, who: Item, title: str, body: int, words: tuple[int, int]) -> Iterator[Held]:
    """A role told by a verb: the words of the verb and its object are its label."""
    label = Extent(reader.sketch.start_of(words[0]), reader.sketch.end_of(words[1]))
    for entity in who.entities:
        yield Held(entity, title, label, body, False, [Extent(who.start, who.end), label], True)


def _verb_title(verb: str) -> str:
    stem = verb.lower().removeprefix("a ")
    return next((title for prefix, title in VERB_TITLES if stem.startswith(prefix)), "founder")
