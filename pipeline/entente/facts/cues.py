"""Words of a lexicon as patterns over folded text."""

import re
from collections.abc import Iterable, Iterator

from entente.facts.folding import fold
from entente.lexicons.alternation import alternation


def cue_pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the forms, longest first, as whole words of folded text; see `cue_source`."""
    return re.compile(cue_source(forms))


def cue_source(forms: Iterable[str], inserted: str = "") -> str:
    """The pattern of the forms: a final * is any ending, a * of its own any word, «n'* pas» one or two, «…» some words.

    `inserted` is a pattern of what may stand after an auxiliary that opens a form: «s'est, pour sa part, engagée».
    """
    parts = [_form(form) for form in sorted(forms, key=len, reverse=True)]
    return alternation(_with_inserted(parts, inserted) if inserted else parts, r"\w") + r"(?!\w)"


def _with_inserted(parts: Iterable[str], inserted: str) -> Iterator[str]:
    """The parts, those of one auxiliary together, since what may be inserted is long: «s'est … (?:engage|joint)»."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        found = AUXILIARY.match(part)
        groups.setdefault(found.group() if found else part, []).append(part[found.end() :] if found else "")
    for opening, rest in groups.items():
        yield f"{opening}{inserted}(?:{'|'.join(rest)})" if any(rest) else opening


AUXILIARY = re.compile(r"^(?:s'est|se sont|s'etai\\w\*|a ete|ont ete|a|ont|est|sont|sera|seront|avons)(?= )")


def _form(form: str) -> str:
    folded = re.escape(fold(form)).replace(r"\ ", " ")
    folded = folded.replace(r"n'\*", r"n'\w+(?: (?:y |en )?\w+)?").replace(r"ne \*", r"ne \w+(?: \w+)?")
    folded = folded.replace(r" \* ", r" [\w-]+ ")
    return folded.replace("…", r"[^.;:]{0,60}?").replace(r"\*", r"\w*")
