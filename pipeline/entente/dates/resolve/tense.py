"""Past or future: what the verbs near an expression say of it."""

from functools import cache, lru_cache

from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import tenses, words

PAST, FUTURE, PRESENT = "past", "future", "present"
_PLAN = "plan"
"""What «ont appelé à» shows: past beside the verb («ont appelé lundi»), to come after its object («à un rassemblement
samedi»)."""
_OBJECT = 4
"""Tokens from the auxiliary on within which a date still tells when the call was made."""
_REACH = 30
"""Tokens looked at on each side: the length of a long clause."""
_COMMA = 4
"""Tokens that a joint counts for, between an expression and a verb after it: that verb is of the next clause."""
_BESIDE = 4
"""Tokens back to a participle that goes with an expression: «signée à Lyon mardi»."""
_APPOSED = 8
"""The same, for a participle that a comma opens: «, blessé à la cheville à l'entraînement jeudi,»."""
_ENDS = frozenset([BREAK, "!", "?", "»", "«", ";"])
_MARKS = _ENDS | {"."}
_JOINTS = frozenset([",", "et", "mais", "puis", "qui", "que"])


class TenseReader:
    """The tense around any place of one text; what each word shows is worked out once."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._said: dict[int, str | None] = {}

    def around(self, first: int, after: int) -> str | None:
        """`past`, `future`, `present` or None, by the nearest verb: «a signé lundi», «signera lundi».

        A participle just before is past where no verb is, or a present one: «l'accord signé lundi prévoit…».
        A participle between commas («une nappe, repérée lundi par un avion, pourrait…») is past whatever the verb.
        """
        if self._apposed(first):
            return PAST
        found = self._by_verbs(first, after)
        return PAST if found in (None, PRESENT) and not self._asked(after) and self._participle(first) else found

    def _apposed(self, first: int) -> bool:
        """True after a comma and a participle that is not of a plan, no verb between: `, placée en redressement le`."""
        t = self._tokens
        for k in range(first - 1, max(first - _APPOSED, 0), -1):
            if _stops(t, k) or t.words[k] in _planned("calls"):
                return False
            if is_participle(t.raw(k), t.words[k]):
                return t.words[k - 1] == ","
            if t.words[k] == "," or self._shown(k) is not None:
                return False
        return False

    def _asked(self, after: int) -> bool:
        """True when the sentence ends as a question."""
        stop = next((k for k in range(after, min(after + _REACH, len(self._tokens))) if _stops(self._tokens, k)), -1)
        return stop >= 0 and self._tokens.words[stop] == "?"

    def _participle(self, first: int) -> bool:
        """True when one of the last words before is a participle, and not of a plan: `adopté le`, `vue en`."""
        t = self._tokens
        for k in range(first - 1, max(first - _BESIDE, -1), -1):
            if _stops(t, k):
                return False
            word = t.raw(k)
            if is_participle(word, t.words[k]):
                return t.words[k] not in _planned("states")
        return False

    def _by_verbs(self, first: int, after: int) -> str | None:
        before = self._nearest(range(first - 1, max(first - _REACH, -1), -1), first)
        behind = self._nearest(range(after, min(after + _REACH, len(self._tokens))), after)
        if before is not None and before[1] == _PLAN:
            before = before[0], PAST if before[0] <= _OBJECT else FUTURE
        found = before or behind if before is None or behind is None else before if before[0] <= behind[0] else behind
        return found and (PAST if found[1] == _PLAN else found[1])

    def _nearest(self, places: range, start: int) -> tuple[int, str] | None:
        """Distance and tense of the first word that shows one, within the sentence."""
        words, behind, commas = self._tokens.words, places.step > 0, 0
        for k in places:
            word = words[k]
            if word in _MARKS and _stops(self._tokens, k):
                return (2 * _REACH, PRESENT) if word == "?" and behind else None
            if _may_show(word) and (said := self._shown(k)) is not None:
                return abs(k - start) + commas, said
            if behind and word in _JOINTS:
                commas = _COMMA
        return None

    def _shown(self, k: int) -> str | None:
        """The tense that the word at `k` shows, worked out once."""
        if k not in self._said:
            self._said[k] = _verb(self._tokens, k)
        return self._said[k]


def is_participle(word: str, folded: str) -> bool:
    """True for a word that is a past participle by its end or by the list: `adoptée`, `reçus`; not `santé`."""
    table = tenses()
    if folded in table["participles"]:
        return True
    accented = len(word) > 3 and word.lower().endswith(("é", "ée", "és", "ées"))
    return accented and folded not in table["accented_nouns"] and not folded.endswith(_ends("noun_ends"))


def _stops(t: Tokens, k: int) -> bool:
    """True at the end of a sentence."""
    word = t.words[k]
    if word != ".":
        return word in _ENDS
    before = t.word(k - 1)
    abbreviated = (len(before) < 3 and before.isalpha()) or before in words().month_abbreviations
    return not abbreviated and not t.glued(k + 1)


def _verb(t: Tokens, k: int) -> str | None:
    """The tense that the word at `k` shows, if it is a verb that shows one."""
    word, table = t.words[k], tenses()
    if not _may_show(word):
        return None
    if word in table["auxiliaries"]:
        return _compound(t, k)
    if word in table["past_words"] or (word == "deja" and is_participle(t.raw(k + 1), t.word(k + 1))):
        return PAST
    if word in table["future_words"]:
        return None if _had_been(t, k) or t.word(k - 1) in table["determiners"] else FUTURE
    if word in table["present_words"] and not t.raw(k).lower().rstrip("s").endswith("é"):
        return None if t.word(k - 1) in table["determiners"] else PRESENT
    if (
        len(word) > 3
        and word.endswith(_ends("future_ends"))
        and not _accented_stem(t.raw(k))
        and (not t.is_capital(k) or t.word(k + 1) == "-" or (word.endswith("ront") and (not k or _stops(t, k - 1))))
    ):
        return FUTURE
    if len(word) > 4 and word.endswith(_ends("imperfect_ends")):
        conditional = word.endswith(_ends("conditional_ends")) and not word.endswith(_ends("not_conditional_ends"))
        return FUTURE if conditional and not _accented_stem(t.raw(k)) else PAST
    return PAST if len(word) > 5 and word.endswith(_ends("past_ends")) else None


@lru_cache(maxsize=20_000)
def _may_show(word: str) -> bool:
    """False for a word that is no verb of any tense, wherever it stands: most are none."""
    table = tenses()
    if (len(word) < 2 and word != "a") or word in table["not_future"] or word in table["not_past"]:
        return False
    listed = word == "deja" or any(
        word in table[name] for name in ("auxiliaries", "past_words", "future_words", "present_words")
    )
    return (
        listed
        or (len(word) > 3 and word.endswith(_ends("future_ends")))
        or (len(word) > 4 and word.endswith(_ends("imperfect_ends")))
        or (len(word) > 5 and word.endswith(_ends("past_ends")))
    )


def _accented_stem(word: str) -> bool:
    """True for the imperfect and the simple past of verbs in `-érer`, which without accents look like a future."""
    return word.lower().endswith(("éra", "érait", "éraient"))


def _had_been(t: Tokens, k: int) -> bool:
    """True when the word is the participle of a pluperfect: «la date avait d'abord été fixée au 29 mars»."""
    return any(word in ("avait", "avaient", "eut") for word in t.words[max(0, k - _OBJECT) : k])


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
    if candidate in table["states"] and word in ("est", "sont") and t.word(k - 1) != "s'":
        return PRESENT
    if candidate == "lieu":
        return PAST if "eu" in t.words[k:j] else PRESENT
    if (
        len(candidate) > 2
        and candidate.endswith(_ends("participle_ends"))
        and candidate not in table["not_participles"]
    ):
        if candidate in table["calls"] and word in ("a", "ont", "ai", "avons", "est", "sont"):
            return _PLAN
        now = word in ("est", "sont", "suis")
        if now and candidate in table["announced"] and t.word(k - 1) != "s'":
            return FUTURE
        planned = candidate in table["future_words" if now else "planned_words"]
        return FUTURE if planned else PAST
    return PAST if word in table["past_words"] else None


@cache
def _planned(more: str) -> frozenset[str]:
    """What speaks of plans, and the words of another list."""
    return tenses()["future_words"] | tenses()[more]


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(sorted(tenses()[name]))
