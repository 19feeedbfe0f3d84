"""Letters without case or accents, one character for one, so that offsets stay those of the text."""

import unicodedata
from functools import cache

from spacy.tokens import Doc

from entente.annotations import text_of

TYPOGRAPHY = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-"}
SPACES = "\u00a0\u2007\u2009\u202f\t"
FREQUENT = {"’": "'", "–": "-", "\u202f": " "}
"""What keeps most French sentences from being Latin-1."""

BYTES = ("latin-1", "cp1252")
"""Encodings in which nearly all French text folds byte by byte, four times as fast; «œ» and «…» are in the second."""

LAST_LATIN = 0x250
"""One past Latin Extended-B, where the accented letters of European names end."""


def fold(text: str) -> str:
    """Lower case without accents, straight apostrophes and hyphens, plain spaces: `"L’Été"` → `"l'ete"`.

    The length never changes, and «œ» stays «œ».
    """
    for mark, plain in FREQUENT.items():
        text = text.replace(mark, plain)
    for encoding in BYTES:
        try:
            return text.encode(encoding).translate(_bytes(encoding)).decode(encoding)
        except UnicodeEncodeError:
            continue
    return text.translate(_table())


FOLDED = "entente_folded"


def folded_of(doc: Doc) -> str:
    """The folded text of a Doc, built once."""
    folded: str | None = doc.user_data.get(FOLDED)
    if folded is None:
        folded = doc.user_data[FOLDED] = fold(text_of(doc))
    return folded


@cache
def _bytes(encoding: str) -> bytes:
    """The folded byte of each byte of an encoding; the few that stand for nothing stay."""
    characters = [bytes([code]).decode(encoding, "replace") for code in range(256)]
    folded = [character.translate(_table()).encode(encoding, "replace") for character in characters]
    return b"".join(folded)


@cache
def _table() -> dict[int, str]:
    table = {ord(mark): plain for mark, plain in TYPOGRAPHY.items()}
    table |= {ord(space): " " for space in SPACES}
    for code in range(ord("A"), LAST_LATIN):
        base = unicodedata.normalize("NFD", chr(code).lower())[:1]
        if base and base.isalpha():
            table[code] = base
    return table
