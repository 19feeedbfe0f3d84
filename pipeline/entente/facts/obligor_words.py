"""What the words of a subject point at: the nouns of parties, agreements, projects, sums and people."""

import re
from functools import cache
from typing import NamedTuple

from entente.facts.folding import fold
from entente.lexicons import load_lexicon

NUMERAL = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|plusieurs|quelques|\d+)"
ARTICLE = (
    r"(?:les?\s|la\s|l'|ces?\s|cet\s|cette\s|une?\s|des\s|leurs?\s|son\s|sa\s|ses\s|nos\s|notre\s|mon\s|ma\s|mes\s"
    rf"|chaque\s|chacune?\sdes\s|{NUMERAL}\s)"
)
COUNT = (
    rf"(?:(?:{NUMERAL}|nouvelle?|nouveau|presente?|premiere?|seconde?|deuxieme|troisieme|future?|memes?|differente?s"
    r"|autres?|jeunes?)\s)*"
)
MARKS = ' ,;:«»"“”-–\n'
OPENING = re.compile(
    r"^(?:(?:et|mais|comme|ainsi|enfin|or|puis|aussi|car|c'est ainsi que|en outre|par ailleurs|qui|que"
    r"|(?:par|dans|pour|a travers) l(?:aquelle|equel|esquels|esquelles))\s+|qu')"
)

APPOSITION = re.compile(
    r"(?:(?:vice-)?presidente?|maire|mairesse|bourgmestre|ministre|gouverneure?|adjointe?|prefete?|recteur|rectrice|doyen"
    r"|directeur|directrice|ambassadeur|ambassadrice|secretaire|conseillere?|delegue|deputee?|senateur|consule?)\b"
)
"""«…, maire de Metz, …» says who the person before is."""

HOLDER = re.compile(
    r"(?:l[ea]|son|sa)\s(?P<title>(?:vice-)?presidente?|maire|mairesse|bourgmestre|ministre|gouverneure?|adjointe?|recteur"
    r"|rectrice|syndic|syndique|prefet|prefete|directeur|directrice|edile)\b"
)
"""«le maire de Metz» speaks for Metz, but his wishes are his own."""

STRESSED = re.compile(
    r"(?:(?:elles?|lui|eux|(?:pour|de|a) (?:sa|leur) (?:part|cote|tour))\s*,|quant a (?:lui|elles?|eux)\s*,?)\s*"
)
"""«La mairie, elle, s'oblige …» repeats the subject."""

VOICE = re.compile(
    r"(?:par la voix|en la personne|representee?s? par|par l'intermediaire|par la bouche|sous la (?:houlette|conduite)"
    r"|(?:conduit|emmene|mene|dirige)\w* par)\b"
)
"""«la Région, par la voix de Mme X, …»: the name tells who speaks for the subject."""

OWNED = re.compile(r"(?:sa|son|notre|nos|mon|ma|mes)\s")
"""«sa commune» belongs to whoever speaks, whatever the nearest commune is."""

OURS = ("notre ", "nos ", "mon ", "ma ", "mes ")
EACH = ("chaque ", "chacun ", "chacune ")

MONEY = re.compile(
    r"(?:pres de |plus de |quelque |environ |soit |au total,? |les? |l'|une? |cette )?"
    r"\d[\d .,']*(?:\s(?:millions?|milliards?))?(?:\sd'|\sde)?\s?"
    r"(?:euros?|[mk]?[€$]|francs?|dollars?|fcfa|chf|dirhams?|dinars?)"
)
"""A sum that opens a phrase is what is given, not who gives."""

SEVERAL = re.compile(r"[lc]es\s(?:deux|trois|quatre|cinq)\s\w+s\b")
"""«les deux exécutifs», whatever they are called."""

DEMONYM = re.compile(r"\s\w+(?:ais|aise|ois|oise|ien|ienne|ain|aine|ande?|ole?|que)\b")
"""«la région flamande» is not the region that the text speaks of most."""

UNKNOWN = re.compile(
    rf"{ARTICLE}(?!(?:peu|fois|lendemain|veille|cas echeant|an|annee|mois|semaine|jour|soir|meme|printemps|ete|automne"
    r"|hiver|matin|temps|tout|uns|plupart)\b)"
)
"""A phrase of its own that names nobody known: «les correspondants», not «le lendemain»."""


class Noun(NamedTuple):
    """The noun that heads a phrase."""

    word: str
    kind: str
    """A key of `reperes` in `lexicons/fr/engagements.yml`."""
    end: int


def noun_at(folded: str) -> Noun | None:
    """The noun of a folded phrase that opens with its article: «la présente convention» → convention, accord."""
    found = _noun_pattern().match(folded)
    return Noun(found.group("noun"), _kinds()[found.group("noun")], found.end()) if found else None


def is_of_people(folded: str) -> bool:
    """Whether a sentence opens with people or an occasion: «Douze élèves …»."""
    return _people().match(folded) is not None


def names_agreement(folded: str, gender: str) -> bool:
    """Whether a sentence names an agreement that «il» or «elle» may stand for."""
    return _of_gender(gender).search(folded) is not None


def types_of(noun: str) -> list[str]:
    """The entity types that a bare noun of a party may stand for."""
    return _types().get(noun, ["organization"])


@cache
def _people() -> re.Pattern[str]:
    nouns = "|".join(fold(noun) for noun in load_lexicon("engagements")["gens"])
    return re.compile(rf"(?:[^,.;]{{0,30}},\s)?(?:[\w'-]+\s|l'){{1,3}}(?:{nouns})\b")


@cache
def _of_gender(gender: str) -> re.Pattern[str]:
    nouns = "|".join(fold(noun) for noun in load_lexicon("engagements")["genres"][gender])
    return re.compile(rf"\b(?:{nouns})\b")


@cache
def _noun_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"{ARTICLE}{COUNT}(?P<noun>{nouns})(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    """Noun → what it stands for, in the order of the lexicon: a partnership is an agreement before it is a partner."""
    kinds: dict[str, str] = {}
    for kind, nouns in load_lexicon("engagements")["reperes"].items():
        for noun in nouns:
            for form in (noun, noun + "s") if kind in ("accord", "projet") else (noun,):
                kinds.setdefault(fold(form), kind)
    return kinds


@cache
def _types() -> dict[str, list[str]]:
    return {fold(noun): types for noun, types in load_lexicon("engagements")["types"].items()}
