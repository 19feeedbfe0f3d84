"""The day of publication, read from the text: `Québec, le 12 mai 2019 –`, `Publié le 16/05/2022`, a line of its own."""

import re
from datetime import date

from entente.dates.nodes import Day, Found, Interval, Month

_HEAD = 800
"""Characters in which a date line stands: the title, a subtitle, then the date."""
_TAIL = 100
"""Characters before a date in which its line may announce it."""
_CUE = re.compile(
    r"(?:article |actualité |page |information )?"
    r"(?:publi[ée]e?s?|mise? en ligne|post[ée]e?|diffus[ée]e?|parue?|r[ée]dig[ée]e?|publication"
    r"|date(?: de publication)?"
    r"|communiqu[ée](?: de presse| conjoint| commun)?|actualités?|brèves?|édition|dépêche)"
    r"(?: par [^\n]{1,40})? ?(?:le|du|:)? ?(?:le )?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"(?:mise? à jour|modifi[ée]e?|actualis[ée]e?) ?(?:le|du|:)? ?(?:le )?", re.IGNORECASE)
_PLACE = re.compile(r"[AÀ]? ?[^\W\d_][\w'’ .()/-]{1,50}?(?:, ?(?:\(?[A-Z]{2,12}\)?,? ?)?| [-(] ?)(?:le |ce )?\(?")
_SHOUTED = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ' -]+ +")
"""A place in capitals, which a date in figures may follow without a comma: `SOIGNIES 24/02/2022`."""
_SMALL = frozenset(
    ["de", "du", "des", "la", "le", "les", "sur", "sous", "en", "aux", "au", "et", "lès", "ce", "à", "l", "d"]
)
_BEFORE = re.compile(r"(?:le |ce |\W*)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[|•·–—\[]| - ")
_AFTER = re.compile(r" ?(?:$|[|•·–—(/\]]|- ?|\. ?[-–—]|[:.] ?$|[aà] \d{1,2} ?[h:]|, \d{1,2} ?[h:])")
_TIMED = re.compile(r",? (?:à |- )?\d{1,2} ?[h:] ?\d{2}(?: *[|(/].*)?\s*")
_SIGNED = 60
"""Characters of a signature before its date and time: «Par X, à Jezzine, le 30 mai 2017 à 00h00»."""
_PLACE_AFTER = re.compile(r" ?(?:$|[|•·–—(/:]|- |-[^\W\d_]|-$|\. )")


def publication_date(text: str, found: list[Found]) -> date | None:
    """The publication date that the text itself gives, or None.

    A date inside a sentence is none: «Le 12 mai 2019, la Ville a reçu…», «le rapport publié le 12 mai 2019».
    """
    for item in found:
        if item.start >= _HEAD:
            break
        if (day := _full_day(item)) and _is_dateline(text, item):
            return day
    for cue in (_CUE, _UPDATE):
        for item in found:
            if (day := _full_day(item)) and _announced(cue, _segment(text, item)):
                return day
    return None


def issue_month(text: str, found: list[Found]) -> date | None:
    """The first day of the month of an issue, for a masthead such as `La lettre de la Ville - n° 42 - mars 2017`.

    A month with its year that ends one of the first lines, alone or after a sign that separates, and with a number or
    the name of a periodical on it.
    """
    for item in found:
        if item.start >= _MASTHEAD:
            break
        node = item.node
        node = node.right if isinstance(node, Interval) else node
        if not isinstance(node, Month) or node.year is None:
            continue
        start = text.rfind("\n", 0, item.start) + 1
        stop = text.find("\n", item.end)
        before, after = text[start : item.start], text[item.end : stop if stop >= 0 else len(text)]
        if _ISSUE_AFTER.fullmatch(after) and (_ALONE.fullmatch(before) or _PERIODICAL.search(before)):
            return date(node.year, node.month, 1)
    return None


_MASTHEAD = 400
"""Characters in which the masthead of a periodical stands."""
_ISSUE_AFTER = re.compile(r"[ .|•·–—)\]]*(?:[|•·–—-].{0,60})?")
_ALONE = re.compile(r"\W*")
_PERIODICAL = re.compile(
    r"(?:n[°ºo]s? ?\d|num[ée]ro|\b(?:lettre|bulletin|journal|magazine|gazette|[ée]chos?|revue|mensuel|trimestriel"
    r"|bimestriel|newsletter|infos?|fil|chronique|[ée]dition)\b)[^\n]*[,|•·–—(/-] *$",
    re.IGNORECASE,
)


def _announced(cue: re.Pattern[str], segment: str) -> bool:
    """True when a cue is all that stands before the date, or the last sentence of it: «Par X. Publié le »."""
    return cue.fullmatch(_SENTENCE.split(segment)[-1]) is not None


_SENTENCE = re.compile(r"[.!?…(] *(?=[^\W\d_])")


def _segment(text: str, item: Found) -> str:
    """What stands before a date on its line, after the last sign that separates; `…` when the line starts far off."""
    start = text.rfind("\n", max(0, item.start - _TAIL), item.start) + 1
    before = text[max(start, item.start - _TAIL) : item.start]
    segment = _SEPARATORS.split(before)[-1].lstrip()
    return segment if start or item.start <= _TAIL or segment != before.lstrip() else "…"


def _full_day(item: Found) -> date | None:
    """The day of an expression that is complete by itself."""
    node = item.node
    if not isinstance(node, Day) or node.year is None or node.month is None:
        return None
    try:
        return date(node.year, node.month, node.day)
    except ValueError:
        return None


def _is_dateline(text: str, item: Found) -> bool:
    """True when the date makes its line, or opens it after a place, or follows «Publié le»."""
    start = text.rfind("\n", 0, item.start) + 1
    stop = text.find("\n", item.end)
    before, after = text[start : item.start], text[item.end : stop if stop >= 0 else len(text)]
    segment = _segment(text, item)
    if len(before) > _TAIL:
        return False
    if _announced(_CUE, segment):
        return True
    figures = not any(c.isalpha() for c in text[item.start : item.end])
    if _BEFORE.fullmatch(segment) or (figures and _SHOUTED.fullmatch(segment)):
        return bool(_AFTER.match(after)) or (figures and after[:1] == " " and after[1:2].isupper())
    timed = _TIMED.fullmatch(after) is not None and len(before) < _SIGNED and not before.rstrip().endswith(".")
    return timed or (bool(_PLACE_AFTER.match(after)) and (_is_place(segment) or _is_place(before)))


def _is_place(words: str) -> bool:
    """True for `Québec, le ` and `Saint-Denis de La Réunion, `: names, and the small words inside them."""
    if not _PLACE.fullmatch(words) or len(words.split()) > 7:
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", words) if word not in _SMALL]
    return bool(names) and all(name[0].isupper() for name in names)
