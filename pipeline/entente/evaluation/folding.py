"""Names compared as a careful reader would: no case, accents, hyphens, articles, «Ville de», civilities."""

import re
import unicodedata

_DROPPED = re.compile(
    r"^(la |le |les |l |du |de la |de l |des |de |d |ville de |ville d |la ville de |mairie de |commune de |"
    r"municipalite de |m |mme |mr |madame |monsieur |mlle |dr |me |sa |s e |prefet )+"
)
_OTHER = re.compile(r"[^a-z0-9]+")
_TYPOGRAPHY = str.maketrans({"’": "'", "œ": "oe", "Œ": "Oe", "–": "-"})


def fold(name: str) -> str:
    """The form in which two names are compared: `"la Ville de St-Étienne"` → `"saint etienne"`."""
    ascii_only = unicodedata.normalize("NFKD", name.translate(_TYPOGRAPHY)).encode("ascii", "ignore").decode()
    words = _OTHER.sub(" ", ascii_only.lower())
    words = re.sub(r"\bste\b", "sainte", re.sub(r"\bst\b", "saint", words)).strip()
    return _DROPPED.sub("", f"{words} ").strip() or words


def fold_code(code: str) -> str:
    """A code, folded, in snake case."""
    return fold(code).replace(" ", "_")


def fold_edtf(value: str) -> str:
    """An EDTF value without its marks of doubt: `2014~/..` → `2014/..`."""
    return value.replace("~", "").replace("?", "").replace("%", "")
