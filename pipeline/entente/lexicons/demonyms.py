"""Adjectives of nationality and the countries that they mean."""

from functools import cache

from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import fold


@cache
def demonyms() -> dict[str, str]:
    """Country codes by every form of their demonyms: «béninoises» → `BJ`."""
    return {
        form: code
        for code, entry in load_lexicon("entities_countries").items()
        for base in entry["gentiles"]
        for form in inflected(fold(base))
    }


@cache
def town_demonyms() -> dict[str, str]:
    """Towns, folded, by every form of the demonyms that are not made of their names: «briochine» → `saint brieuc`."""
    return {
        form: fold(town)
        for town, bases in load_lexicon("entities_demonyms")["villes"].items()
        for base in bases
        for form in inflected(fold(base))
    }


def inflected(base: str) -> set[str]:
    """Masculine, feminine, singular and plural of an adjective of nationality."""
    if base.endswith(("ien", "een")):
        feminine = base + "ne"
    elif base.endswith(("on", "at")) and base not in {"lapon"}:
        feminine = base + ("ne" if base.endswith("on") else "e")
    elif base == "turc":
        feminine = "turque"
    elif base == "grec":
        feminine = "grecque"
    elif base.endswith(("e", "i")) and not base.endswith("qatari"):
        feminine = base
    else:
        feminine = base + "e"
    plural = base if base.endswith(("s", "x")) else base + "s"
    return {base, feminine, plural, feminine + "s"}
