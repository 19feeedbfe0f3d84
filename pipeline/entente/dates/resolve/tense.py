"""Past or future: what the verbs near an expression say of it."""

from entente.dates.tokens import BREAK, Tokens
from entente.dates.words import tenses, words

PAST, FUTURE = "past", "future"
_REACH = 30
"""Tokens looked at on each side: the length of a long clause."""
_FUTURE_ENDS = ("era", "eront", "ira", "iront", "dra", "dront", "ura", "uront", "rra", "rront", "vra", "vront", "tra", "tront", "oira", "cra", "clura",
                "erai", "erons", "erez", "irai", "irons", "irez", "drai", "drons", "drez", "aura", "auras", "eras", "rrai", "rrez", "rrons")  # fmt: skip
_PARTICIPLE_ENDS = (
    "e",
    "es",
    "ee",
    "ees",
    "i",
    "is",
    "ie",
    "ies",
    "it",
    "u",
    "us",
    "ue",
    "ues",
    "ert",
    "ert",
    "rt",
    "ts",
    "int",
    "te",
    "tes",
    "ise",
    "ite",
    "ites",
)
_IMPERFECT_ENDS = ("ait", "aient")
_PAST_ENDS = ("erent", "irent", "urent", "inrent")
_BETWEEN = frozenset(
    [
        "pas",
        "ete",
        "eu",
        "ainsi",
        "egalement",
        "aussi",
        "officiellement",
        "notamment",
        "deja",
        "donc",
        "ensuite",
        "enfin",
        "bien",
        "tous",
        "tout",
        "en",
        "effet",
        "se",
        "y",
        "fait",
        "recemment",
    ]
)


def tense(t: Tokens, first: int, after: int) -> str | None:
    """`past`, `future` or None, by the nearest verb of the sentence: «a signé mercredi», «signera mercredi»."""
    best: tuple[int, str] | None = None
    for step, indexes in (
        (-1, range(first - 1, max(first - _REACH, -1), -1)),
        (1, range(after, min(after + _REACH, len(t)))),
    ):
        for k in indexes:
            if _stops(t, k):
                break
            said = _verb(t, k)
            if said is None:
                continue
            distance = abs(k - (first if step < 0 else after))
            distance += 2 * (step > 0 and _comma_between(t, after, k))
            if best is None or distance < best[0]:
                best = distance, said
            break
    return best[1] if best else None


def _comma_between(t: Tokens, start: int, end: int) -> bool:
    return any(t.words[k] in (",", ";") for k in range(start + 1, min(end, start + _REACH)))


def _stops(t: Tokens, k: int) -> bool:
    """True at the end of a sentence."""
    word = t.words[k]
    if word in (BREAK, "!", "?", "»", "«"):
        return True
    if word == ";":
        return True
    if word != ".":
        return False
    before = t.word(k - 1)
    return (
        not (len(before) < 3 and before.isalpha()) and before not in words().month_abbreviations and not t.glued(k + 1)
    )


def _verb(t: Tokens, k: int) -> str | None:
    """The tense that the word at `k` shows, if it is a verb that shows one."""
    word, table = t.words[k], tenses()
    if len(word) < 2 and word != "a":
        return None
    if word in table["not_future"] or word in table["not_past"]:
        return None
    if word in table["auxiliaries"]:
        j = k + 1
        while t.word(j) in _BETWEEN and j < k + 4:
            j += 1
        candidate = t.word(j)
        if word == "a" and t.raw(k) not in ("a", "A"):
            return None
        if (
            candidate.endswith(_PARTICIPLE_ENDS)
            and len(candidate) > 2
            and candidate not in ("les", "des", "une", "ses", "ces", "mes", "le", "de", "se")
        ):
            if word in ("est", "sont", "suis") and candidate in table["future_words"]:
                return FUTURE
            return PAST
        return PAST if word in table["past_words"] else None
    if word in table["past_words"]:
        return PAST
    if word in table["future_words"]:
        return FUTURE
    if len(word) > 3 and word.endswith(_FUTURE_ENDS) and t.text[t.starts[k]].islower():
        return FUTURE
    if len(word) > 4 and word.endswith(_IMPERFECT_ENDS):
        return (
            FUTURE if word.endswith(("rait", "raient")) and not word.endswith(("irait", "trait", "traient")) else PAST
        )
    if len(word) > 5 and word.endswith(_PAST_ENDS):
        return PAST
    return None
