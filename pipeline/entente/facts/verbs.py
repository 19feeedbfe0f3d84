"""French verb forms read without a tagger: endings, and tables for what endings do not tell."""

import re
from functools import cache, lru_cache

from entente.lexicons import load_lexicon

KEPT = 10_000
"""Word forms whose reading is kept: the same few thousand make up most of any text."""

FUTURE = re.compile(r"(?P<stem>\w*r)(?P<ending>ai|as|a|ons|ez|ont)")
CONDITIONAL = re.compile(r"(?P<stem>\w*r)(?P<ending>ais|ait|ions|iez|aient)")
IN_RE = re.compile(
    r"\w*(?:[eoa]ndr|[aeo]indr|[eo]rdr|[ae]ttr|[ao][iî]tr|uivr|vivr|[cdtlsnr]uir|crir|suffir|[ao]mpr|incr|boir|croir|clur|plair)"
)
"""Stems of verbs in -re, whose future drops the e."""

IMPERFECT = re.compile(r"\w{2,}(?:ait|aient)")
PAST_DEFINITE = re.compile(r"\w{2,}(?:èrent|irent|urent)|fut|eut|naquit|vint|tint|prit|mit|fit")


@lru_cache(maxsize=KEPT)
def future_of(form: str) -> str | None:
    """The infinitive of a simple future: «fournira» → fournir, «ira» → aller, «tira» → None."""
    found = FUTURE.fullmatch(form)
    return _of_stem(form, found.group("stem")) if found else None


@lru_cache(maxsize=KEPT)
def conditional_of(form: str) -> str | None:
    """The infinitive of a present conditional: «couvrirait» → couvrir, «était» → None."""
    found = CONDITIONAL.fullmatch(form)
    return _of_stem(form, found.group("stem")) if found else None


@lru_cache(maxsize=KEPT)
def present_of(form: str) -> str | None:
    """The infinitive of a third person of the present of a known verb: «finance» → financer."""
    form = form.lower()
    if form in _table("presents"):
        return _table("presents")[form]
    for ending in ("ent", "e"):
        stem = form.removesuffix(ending)
        if stem != form:
            if stem + "er" in word_list("actions"):
                return stem + "er"
            if stem in _grave_presents():
                return _grave_presents()[stem]
    return None


@lru_cache(maxsize=KEPT)
def participle_of(form: str) -> str | None:
    """The infinitive of a past participle: «aménagée» → aménager, «conclus» → conclure."""
    form = form.lower()
    table = _table("participes")
    for ending in ("", "s", "e", "es"):
        stem = form[: len(form) - len(ending)] if form.endswith(ending) else ""
        if stem in table:
            return table[stem]
        if stem.endswith("é") and len(stem) > 2:
            return stem[:-1] + "er"
        if stem.endswith("i") and (stem + "r" in word_list("actions") or stem + "r" in word_list("verbes_en_ir")):
            return stem + "r"
    return None


@lru_cache(maxsize=KEPT)
def tense_of(form: str) -> str | None:
    """`future`, `conditional`, `infinitive`, `past` (imperfect, past definite) or `present`; None for other words."""
    form = form.lower()
    if future_of(form):
        return "future"
    if conditional_of(form):
        return "conditional"
    if PAST_DEFINITE.fullmatch(form) or (IMPERFECT.fullmatch(form) and form not in word_list("pas_passes")):
        return "past"
    if present_of(form):
        return "present"
    return "infinitive" if _own(form) else None


DISTANCE = 60
"""Characters of an object between «mettre» and «à disposition»."""

INFINITIVE = re.compile(
    r"\w{2,}(?:[^i\W]er|ifier|ir|[cu]voir|[eoa]ndre|[aeo]indre|erdre|ordre|[ae]ttre|[ao][iî]tre|[uv]ivre|[cdtlsnr]uire"
    r"|crire|[dl]ire|ffire|rompre|aincre|clure|plaire|(?:satis|re)faire)"
)


@lru_cache(maxsize=KEPT)
def is_infinitive(word: str) -> bool:
    """Whether a word may be an infinitive by its shape: «tisser», «étudier», «promouvoir», not «chantier», «hiver»."""
    word = word.lower()
    if word in word_list("pas_infinitifs"):
        return False
    if INFINITIVE.fullmatch(word) or word in word_list("verbes_en_ier"):
        return True
    return word in word_list("actions") or word in _all_infinitives()


def with_locution(verb: str, following: str) -> str:
    """The verb with the words that make its meaning: `("mettre", " en place un comité")` → mettre en place."""
    lowered = following.lower().replace("’", "'")
    for rest in _locutions().get(verb, ()):
        if rest in lowered and _right_after(rest).match(lowered):
            return f"{verb} {rest}"
    for rest, locution in load_lexicon("verbes")["locutions_a_distance"].get(verb, {}).items():
        if _further_on(rest).match(lowered):
            return str(locution)
    causative = re.match(r"[ \n](\w+)", following) if verb == "faire" else None
    return f"faire {causative.group(1)}" if causative and is_infinitive(causative.group(1)) else verb


@cache
def _right_after(rest: str) -> re.Pattern[str]:
    """The rest of a locution right after its verb."""
    return re.compile(rf"(?: tout)?[ \n](?:\w+ment )?{re.escape(rest)}(?!\w)")


@cache
def _further_on(rest: str) -> re.Pattern[str]:
    """The rest of a locution, a regular expression, within the clause."""
    return re.compile(rf"[^,;.:]{{0,{DISTANCE}}}[ \n]{rest}(?!\w)")


@cache
def _locutions() -> dict[str, list[str]]:
    """First word of a locution → what may follow, longest first."""
    found: dict[str, list[str]] = {}
    for locution in sorted(word_list("locutions"), key=lambda words: (-len(words), words)):
        verb, _, rest = locution.partition(" ")
        found.setdefault(verb, []).append(rest)
    return found


def _own(form: str) -> str | None:
    """A form that is itself an infinitive of a known verb or of a usual shape."""
    if form in word_list("actions") or form in _all_infinitives():
        return form
    return form if re.fullmatch(r"\w{3,}(?:iser|ifier|ayer|oyer|eindre|endre|uire|urer|onner)", form) else None


def _of_stem(form: str, stem: str) -> str | None:
    if form in word_list("pas_futurs"):
        return None
    irregular = _table("futurs").get(stem)
    if irregular:
        return irregular
    if len(stem) < 4:
        return None
    if stem.endswith(("er", "ir")):
        return _with_e(stem) or stem
    return _with_e(stem)


def _with_e(stem: str) -> str | None:
    """«mettr» → mettre, «construir» → construire, «inscrir» → inscrire; «fournir», «jouir» keep their stem."""
    return stem + "e" if IN_RE.fullmatch(stem) else None


@cache
def _table(name: str) -> dict[str, str]:
    return dict(load_lexicon("verbes")[name])


@cache
def word_list(name: str) -> frozenset[str]:
    """A plain list of `lexicons/fr/verbes.yml`, to look words up in."""
    return frozenset(load_lexicon("verbes")[name])


@cache
def _all_infinitives() -> frozenset[str]:
    forms = (verb for name in ("futurs", "presents", "participes") for verb in _table(name).values())
    nouns = load_lexicon("nominalisations")["noms"].values()
    return frozenset(verb for verb in (*forms, *nouns) if " " not in verb)


@cache
def _grave_presents() -> dict[str, str]:
    """Stems that take a grave accent in the present: «mèn» → mener, «protèg» → protéger."""
    graves = ((re.fullmatch(r"(\w*)[eé]([bcdfglmnprstv]{1,2})er", verb), verb) for verb in sorted(word_list("actions")))
    return {f"{found.group(1)}è{found.group(2)}": verb for found, verb in graves if found}
