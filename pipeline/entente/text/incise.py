"""The incise: the words inside a quotation that say who speaks («, a-t-il dit,»)."""

import re
from collections.abc import Iterator

from entente.annotations import Extent
from entente.lexicons.speech import inverted_speech

LONGEST = 220
"""Characters that an incise may take, an apposition with its office included."""

OPENING = re.compile(r"[,!?…]\s*(?=[a-zà-ÿ])|\s[-–—]\s(?=[a-zà-ÿ])")
STOP = re.compile(r"[,.!?;:]|\s[-–—]\s|»")
INNER = re.compile(r"(?:M|Mme|Mlle|MM|Dr|Pr|St|Ste|[A-Z])\.$")
HONORIFIC = r"(?:M\.|MM\.|Mme|Mlle|Mr|Mrs|Monsieur|Madame|Dr|Pr|Son Excellence|S\.E\.(?:M\.)?)"
NAME = r"[A-ZÀ-Ý][\w’'-]+\s+(?:d[eu]s?\s+|l[ea]\s+|van\s+|ben\s+)?[A-ZÀ-Ý][\w’'-]+"
OFFICE = (
    r"(?:l[ea]\s|l['’])?(?:[\w-]+\s){0,3}(?:président|maire|mairesse|bourgmestre|ministre|directeur|directrice|adjoint|échevin"
    r"|conseill|gouverneur|préfet|ambassad|consul|vice-|secrétaire|recteur|rectrice|délégué|responsable|chargé|député|sénat"
    r"|fondat|membre|élue?\b|chef|en charge|syndic|doyen|coordinat)"
)
APPOSITION = re.compile(rf",\s*(?:{HONORIFIC}\s+[A-ZÀ-Ý]|{NAME}|[A-ZÀ-Ý]\.\s?[A-ZÀ-Ý]|{OFFICE})")
SUBJECT = re.compile(
    rf"\s+(?:[Ll][ea]s?\s|[Ll]['’]|[Cc]e(?:t|tte|lui|lle|s)?\b|[Ss](?:on|a)\s|[Nn]otre\s|[Uu]n|[Dd]e\s|{HONORIFIC}|en\s|avec\s|[A-ZÀ-Ý])"
)


def find_incises(text: str, start: int, end: int) -> Iterator[Extent]:
    """Incises in `start:end`, from the comma before to the mark after: «, indique le maire, M. X.»"""
    position = start
    while True:
        opening = OPENING.search(text, position, end)
        if opening is None:
            return
        position = opening.end()
        found = _incise(text, opening, end)
        if found:
            yield found
            position = found.end


def _incise(text: str, opening: re.Match[str], end: int) -> Extent | None:
    verb = inverted_speech().match(text, opening.end(), min(end, opening.end() + LONGEST))
    if verb is None:
        return None
    inverted = bool(verb["auxpro"] or verb["pro"] or (verb["phrase"] or "").endswith("-on"))
    if not inverted and not SUBJECT.match(text, verb.end(), end):
        return None
    stop = _stop(text, verb.end(), min(end, verb.end() + LONGEST))
    begin = opening.start() + (1 if opening.group()[0] in "!?…" else 0)
    return None if stop is None else Extent(begin, stop)


def _stop(text: str, start: int, end: int) -> int | None:
    """The first mark after the subject that is neither in an abbreviation nor before an apposition."""
    for mark in STOP.finditer(text, start, end):
        if mark.group() == "." and INNER.search(text[max(0, mark.start() - 4) : mark.end()]):
            continue
        if mark.group() == "," and APPOSITION.match(text, mark.start(), end):
            continue
        return mark.end() if mark.group() != "»" else mark.start()
    return None
