"""The day of publication, read from the text: `Québec, le 12 mai 2019 –`, `Publié le 16/05/2022`, a line of its own."""

import re
from datetime import date

from entente.dates.nodes import Day, Found

_HEAD = 800
"""Characters in which a date line stands: the title, a subtitle, then the date."""
_CUE = re.compile(
    r"(?:publi[ée]e?s?|mis(?:e)? en ligne|post[ée]e?|diffus[ée]e?|paru(?:e)?|r[ée]dig[ée]e?)(?: par [^\n]{1,60}?)?"
    r"(?: le| :)? ?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?$"
    r"|(?:^|\n)[^\n]{0,40}(?:communiqu[ée](?: de presse)?|date(?: de publication)?) ?(?:du |[-–—:|] ?)(?:le )?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[^\W\d_][\w'’ .()/-]{1,50}?(?:, ?| [-–—(] ?)(?:le )?\(?$")
_BEFORE = re.compile(r"^(?:le |date : ?|\W*)$", re.IGNORECASE)
_AFTER = re.compile(r"^ ?(?:$|[|•·–—(/]|- |-$|\. ?[-–—]|[:.] ?$|à \d|[aà] \d{1,2} ?[h:]|, \d{1,2} ?[h:])")
_PLACE_AFTER = re.compile(r"^ ?(?:$|[|•·–—(/:]|- |-$|\. )")


def publication_date(text: str, found: list[Found]) -> date | None:
    """The publication date that the text itself gives, or None.

    A date inside a sentence is none: «Le 12 mai 2019, la Ville a reçu…».
    """
    head = [item for item in found if item.start < _HEAD]
    for item in head:
        if (day := _full_day(item)) and _is_dateline(text, item):
            return day
    for item in found:
        if (day := _full_day(item)) and _CUE.search(text[max(0, item.start - 100) : item.start]):
            return day
    return None


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
    if len(before) > 120:
        return False
    if _CUE.search(text[max(0, item.start - 100) : item.start]):
        return True
    if _BEFORE.match(before):
        figures = text[item.start : item.start + 1].isdigit() and not any(
            c.isalpha() for c in text[item.start : item.end]
        )
        return bool(_AFTER.match(after)) or (figures and after[:1] == " " and after[1:2].isupper())
    place = _PLACE.match(before)
    return bool(place) and bool(_PLACE_AFTER.match(after)) and len(before.split()) <= 7 and before[:1].isupper()
