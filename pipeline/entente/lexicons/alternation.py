"""The alternatives of a pattern laid out by first letter.

Python's `re` skips through a text to the letters that a pattern can begin with, but only where the pattern opens with
them: neither a look behind nor a group without a letter may come first.
"""

import re
from collections.abc import Iterable

LETTER = re.compile(r"[^\W\d_](?![?*+{|])")
"""A literal letter at the start of a form."""

LITERAL = r"(?:[^\W\d_]|'|-|\\s\+| )(?![?*+{|])"
"""What of a form is literal: letters, apostrophes, white space."""


def alternation(forms: Iterable[str], not_after: str) -> str:
    r"""Any of the forms, regular expressions, where none of the characters `not_after` stands before it.

    `["signe", "scelle", "noue"]`, `\w` → `(?:s(?<!\ws)(?:igne|celle)|n(?<!\wn)(?:oue))`. The first form that fits wins,
    as in `(?<!\w)(?:signe|scelle|noue)`; that plain alternation is the answer where a form does not open with a letter.
    """
    listed = list(forms)
    opened = [alternative for form in listed for alternative in _opened(form)]
    if not all(LETTER.match(form) for form in opened):
        return rf"(?<!{not_after})(?:{'|'.join(listed)})"
    groups: dict[str, list[str]] = {}
    for form in opened:
        groups.setdefault(form[0], []).append(form[1:])
    branches = (rf"{letter}(?<!{not_after}{letter})(?:{branched(rest)})" for letter, rest in groups.items())
    return f"(?:{'|'.join(branches)})"


def branched(forms: list[str]) -> str:
    """The forms parted again by each letter that they go on with: `["igne", "igna", "celle"]` → `ign(?:e|a)|celle`.

    Forms of different small letters never fit at the same place, whatever the case, so which one wins stays the same.
    """
    if len(forms) == 1 or not all(LETTER.match(form) and form[0].islower() for form in forms):
        return "|".join(forms)
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(form[0], []).append(form[1:])
    branches = {letter: branched(rest) for letter, rest in groups.items()}
    return "|".join(
        letter + (branch if len(groups[letter]) == 1 else f"(?:{branch})") for letter, branch in branches.items()
    )


def beginnings(form: str) -> list[str]:
    r"""How the words of a form begin, for a `Sieve`: `en\s+vue\b` → `en vue*`, `sign(?:e|er)` → `sign*`."""
    literal = [re.sub(rf"((?:{LITERAL})*).*", r"\1", opened).replace(r"\s+", " ") for opened in _opened(form)]
    return [words.rstrip() + "*" * (not words.endswith(" ")) for words in literal]


def _opened(form: str) -> list[str]:
    """The forms of one that opens with a group: `(?:signe|paraphe)e?s?` → `signee?s?`, `paraphee?s?`."""
    if not form.startswith("(?:"):
        return [form]
    depth, first, alternatives = 0, len("(?:"), []
    for at, character in enumerate(form):
        depth += (character == "(") - (character == ")")
        if depth == 0 or (depth == 1 and character == "|"):
            alternatives.append(form[first:at])
            first = at + 1
        if depth == 0:
            break
    tail = form[first:]
    return [form] if tail[:1] in ("?", "*", "+", "{") else [alternative + tail for alternative in alternatives]
