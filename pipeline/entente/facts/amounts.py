"""Sums of money, and numbers of people and bodies."""

import re
from functools import cache

from spacy.tokens import Doc

from entente.annotations import AmountFound, CountFound, Extent, get_entities, text_of
from entente.facts.folding import fold, folded_of
from entente.facts.numbers import find_numbers, number_pattern, read_number
from entente.lexicons import load_lexicon
from entente.lexicons.sieve import Sieve

SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "md": 1_000_000_000, "mds": 1_000_000_000}
MARGIN = 60
"""Characters around a number in which its approximation and what it counts stand."""

POPULATION = 1_000_000
"""From here on a number of people is a population, not a head count."""


def find_amounts(doc: Doc, start: int, end: int) -> list[AmountFound]:
    """Sums of money in `start:end`: «1,2 million d'euros» → 1200000 EUR, «50 k€» → 50000 EUR.

    A name that several currencies share (CFA franc, dollar, franc, dinar) is decided by the countries that the document
    speaks of; with none, it is the West African CFA franc, the US dollar, the French franc, the Tunisian dinar.
    """
    found: dict[tuple[float, str], AmountFound] = {}
    folded = folded_of(doc)[start:end]
    if not _may_name_money(folded):
        return []
    for match in (*_amount_pattern().finditer(folded), *_currency_first().finditer(folded)):
        value = read_number(match.group("number"))
        if value is None:
            continue
        value *= SHORT_SCALES.get(match.groupdict().get("scale") or "", 1)
        code = _currency(doc, match.group("currency"))
        item = found.setdefault((value, code), AmountFound(value=value, currency=code, evidence=[]))
        item["evidence"].append(Extent(start + match.start(), start + match.end()))
    return list(found.values())


@cache
def _amount_pattern() -> re.Pattern[str]:
    """Number, scale and currency on folded text; «50 000$» and «$50,000» too."""
    names = "|".join(re.escape(form) for form in sorted(_currencies(), key=len, reverse=True))
    number = rf"(?P<number>{number_pattern().pattern})"
    return re.compile(
        rf"{number} ?(?:(?P<scale>k|mds?|m)(?= ?[€$£]| ?euros?\b))? ?(?:de |d')?(?P<currency>{names})(?!\w)"
    )


@cache
def _currency_first() -> re.Pattern[str]:
    """«CHF 45'000.–», «EUR 5 000»: the code before the number, as the Swiss write it."""
    codes = "|".join(sorted({fold(entry["code"]) for entry in load_lexicon("monnaies")["monnaies"]}))
    return re.compile(rf"(?<!\w)(?P<currency>{codes}) (?P<number>{number_pattern().pattern})")


def _may_name_money(folded: str) -> bool:
    """False when no currency, by its sign or by its words, stands in a folded text."""
    return SIGN.search(folded) is not None or bool(_sieve().passing(folded))


SIGNS = "€$£¥"
SIGN = re.compile(f"[{SIGNS}]")


@cache
def _sieve() -> Sieve:
    """The names of currencies; «5 k€» may be written «5 keuros»."""
    scaled = [f"{scale}euro*" for scale in SHORT_SCALES]
    return Sieve({"money": [form for form in _currencies() if not set(form) & set(SIGNS)] + scaled})


@cache
def _currencies() -> dict[str, str]:
    return {fold(form): entry["code"] for entry in load_lexicon("monnaies")["monnaies"] for form in entry["formes"]}


def _currency(doc: Doc, form: str) -> str:
    code = _currencies()[form]
    rivals = load_lexicon("monnaies")["homonymes"].get(code)
    if rivals is None or not _is_ambiguous(form):
        return code
    if code == "CHF":
        return "CHF" if _mentions(doc, rivals["CHF"]) else "FRF"
    scores = {rival: _mentions(doc, signs) for rival, signs in rivals.items()}
    best = max(scores.values())
    return code if best == scores[code] else max(scores, key=lambda rival: scores[rival])


def _is_ambiguous(form: str) -> bool:
    """Whether a form names no country itself: «dollars», «FCFA», not «dollars canadiens»."""
    return form in ("$", "dollar", "dollars", "franc", "francs", "dinar", "dinars") or "cfa" in form


def _mentions(doc: Doc, signs: dict[str, list[str]]) -> int:
    """How often the document speaks of a country: entities there, and its name or demonym."""
    entities = sum(entity["country"] in signs["codes"] for entity in get_entities(doc))
    return entities + (len(_any_of(tuple(signs["mots"])).findall(folded_of(doc))) if signs["mots"] else 0)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(word)) for word in words)})s?\b")


def find_counts(doc: Doc, start: int, end: int) -> list[CountFound]:
    """Numbers of people and bodies in `start:end`: «une cinquantaine d'acteurs économiques» → about 50.

    A demonym after a number counts people («Quatorze Anglais»); millions are populations, not head counts.
    """
    first = max(0, start - MARGIN)
    folded = folded_of(doc)[first : end + MARGIN]
    counts = []
    for number in find_numbers(text_of(doc), start, end):
        noun = _noun_pattern().match(folded, number.end - first)
        if noun is None or number.value != int(number.value) or number.value >= POPULATION:
            continue
        group = "noun" if noun.group("noun") else "name"
        if group == "name" and not text_of(doc)[first + noun.start("name")].isupper():
            continue
        cue = _approximation().search(folded, max(0, number.start - first - MARGIN), number.start - first)
        counts.append(
            CountFound(
                value=int(number.value),
                approximate=number.collective or cue is not None,
                of=text_of(doc)[first + noun.start(group) : first + noun.end()],
                evidence=[Extent(first + cue.start() if cue else number.start, first + noun.end())],
            )
        )
    return counts


@cache
def _noun_pattern() -> re.Pattern[str]:
    """What is counted, after a number on folded text: noun and adjective, or a plural proper demonym."""
    lexicon = load_lexicon("nombres")
    nouns = sorted((fold(noun) for noun in lexicon["personnes"] + lexicon["organismes"]), key=len, reverse=True)
    noun = "|".join(re.escape(form).replace(r"\ ", r"[sx]?\ ") for form in nouns)
    before = r"(?: de| d'| des)? ?(?:(?:jeunes|autres|anciens|anciennes|grandes?|petite?s|nouveaux|premiers|hauts) )?"
    demonyms = "(?:ais|ois|iens|ains|ands|ols|ards|ens|aises|oises|iennes|aines|andes|oles)"
    adjective = rf"(?: (?!(?:jamais|mais|moins|aux)\b)\w+(?:iques|aux|ales|ifs|ives|{demonyms})\b)?"
    demonym = rf"\w+{demonyms}\b"
    return re.compile(rf"{before}(?:(?P<noun>(?:{noun})(?:e?s|x|nes)?\b(?:-\w+)?){adjective}|(?P<name>{demonym}))")


@cache
def _approximation() -> re.Pattern[str]:
    forms = "|".join(re.escape(fold(form)) for form in load_lexicon("nombres")["approximations"])
    return re.compile(rf"\b(?:{forms}) ?(?:de |d'|la |les )?$")
