"""Past or future: what the verbs near an expression say of it."""

from functools import cache

from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import tenses, words

PAST, FUTURE, PRESENT = "past", "future", "present"
_REACH = 30
"""Tokens looked at on each side: the length of a long clause."""
_COMMA = 2
"""Tokens that a joint counts for, between an expression and a verb after it: that verb is of the next clause."""
_JOINTS = frozenset([",", "et", "mais", "puis", "qui", "que"])


class TenseReader:
    """The tense around any place of one text; what each word shows is worked out once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._said: dict[int, str | None] = {}

    def around(self, first: int, after: int) -> str | None:
        """`past`, `future`, `present` or None, by the nearest verb: «a signé lundi», «signera lundi»."""
        before = self._nearest(range(first - 1, max(first - _REACH, -1), -1), first)
        behind = self._nearest(range(after, min(after + _REACH, len(self._tokens))), after)
        if before is None or behind is None:
            found = before or behind
            return found[1] if found else None
        return before[1] if before[0] <= behind[0] else behind[1]

    def _nearest(self, places: range, start: int) -> tuple[int, str] | None:
        """Distance and tense of the first word that shows one, within the sentence."""
        commas = 0
        for k in places:
            if _stops(self._tokens, k):
                return (2 * _REACH, PRESENT) if self._tokens.words[k] == "?" and places.step > 0 else None
            if k not in self._said:
                self._said[k] = _verb(self._tokens, k)
            said = self._said[k]
            if said is not None:
                return abs(k - start) + commas, said
            if places.step > 0 and self._tokens.words[k] in _JOINTS:
                commas = _COMMA
        return None


def _stops(t: Tokens, k: int) -> bool:
    """True at the end of a sentence."""
    word = t.words[k]
    if word in (BREAK, "!", "?", "»", "«", ";"):
        return True
    if word != ".":
        return False
    before = t.word(k - 1)
    abbreviated = (len(before) < 3 and before.isalpha()) or before in words().month_abbreviations
    return not abbreviated and not t.glued(k + 1)


def _verb(t: Tokens, k: int) -> str | None:
    """The tense that the word at `k` shows, if it is a verb that shows one."""
    word, table = t.words[k], tenses()
    if (len(word) < 2 and word != "a") or word in table["not_future"] or word in table["not_past"]:
        return None
    if word in table["auxiliaries"]:
        return _compound(t, k)
    if word in table["past_words"]:
        return PAST
    if word in table["future_words"]:
        return FUTURE
    if word in table["present_words"] and not t.raw(k).lower().rstrip("s").endswith("é"):
        return PRESENT
    if len(word) > 3 and word.endswith(_ends("future_ends")) and (not t.is_capital(k) or t.word(k + 1) == "-"):
        return FUTURE
    if len(word) > 4 and word.endswith(_ends("imperfect_ends")):
        conditional = word.endswith(_ends("conditional_ends")) and not word.endswith(_ends("not_conditional_ends"))
        return FUTURE if conditional else PAST
    return PAST if len(word) > 5 and word.endswith(_ends("past_ends")) else None


def _compound(t: Tokens, k: int) -> str | None:
    """The tense of an auxiliary: past with a participle (`a signé`), future for a plan (`est prévue`)."""
    word, table = t.words[k], tenses()
    if word == "a" and t.raw(k) not in ("a", "A"):
        return None
    j = k + 1
    while t.word(j) in table["between"] and j < k + 4:
        j += 1
    candidate = t.word(j)
    if t.raw(j).lower() in ("né", "nés"):
        return PAST
    if candidate == "lieu":
        return PAST if "eu" in t.words[k:j] else PRESENT
    if (
        len(candidate) > 2
        and candidate.endswith(_ends("participle_ends"))
        and candidate not in table["not_participles"]
    ):
        planned = candidate in table["future_words" if word in ("est", "sont", "suis") else "planned_words"]
        return FUTURE if planned else PAST
    return PAST if word in table["past_words"] else None


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(sorted(tenses()[name]))
