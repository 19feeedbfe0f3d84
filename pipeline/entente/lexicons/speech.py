"""Verbs that report speech, in every form: «affirme», «a affirmé», «ajoute-t-elle», «a-t-il plaidé»."""

import re
from functools import cache

from entente.lexicons import load_lexicon
from entente.lexicons.alternation import branched

PRONOUNS = r"(?:il|elle|on|ils|elles|je|nous)"
ADVERBS = (
    r"pour (?:sa|leur) part|de (?:son|leur) côté|à (?:son|leur) tour|quant à (?:lui|elle)|d['’]abord|même"
    r"|bien|hier|également|aussi|encore|ainsi|notamment|alors|d['’]emblée|ensuite|enfin|en outre|par ailleurs|\w+ment"
)
AUXILIARY = r"a|ont|avait|avaient|aura|s['’]est|se\s+sont|s['’]était"


@cache
def speech_forms() -> frozenset[str]:
    """Every conjugated form, lower case: `affirme`, `affirment`, `affirmé`, `dit`, `conclut`…"""
    lexicon = load_lexicon("speech_verbs")
    forms = {form for verb in lexicon["regular"] for form in _conjugate(verb.split()[-1].split("'")[-1])}
    forms.update(form for listed in lexicon["irregular"].values() for form in listed)
    return frozenset(forms)


@cache
def speech_phrases() -> tuple[str, ...]:
    """Expressions of several words: `a fait savoir`, `tient à`…, longest first."""
    return tuple(sorted(load_lexicon("speech_verbs")["phrases"], key=lambda phrase: (-len(phrase), phrase)))


@cache
def inverted_speech() -> re.Pattern[str]:
    """A reporting verb before its subject: «a affirmé », «, ajoute-t-elle», «a-t-il plaidé», «s'est réjoui»."""
    verb = branched(sorted(map(re.escape, speech_forms()), key=lambda form: (-len(form), form)))
    phrase = branched([re.escape(p).replace("'", "['’]") for p in speech_phrases()])
    adverb = rf"(?:\s+(?:{ADVERBS}))?"
    pronoun = rf"-t-{PRONOUNS}|-{PRONOUNS}"
    compound = rf"(?P<aux>{AUXILIARY})(?P<auxpro>{pronoun})?{adverb}\s+(?:été\s+)?(?P<participle>{verb})e?s?"
    simple = rf"(?P<verb>{verb})(?P<pro>{pronoun})?"
    clitic = r"(?:(?:lui|leur|nous|me|m['’]|se|s['’]|l['’]|y|en|ainsi|le)\s*)?"
    return re.compile(rf"{clitic}(?:{compound}|(?P<phrase>{phrase})|{simple})\b{adverb}", re.IGNORECASE)


def _conjugate(infinitive: str) -> list[str]:
    """Forms of a regular -er verb, with the spelling of -cer and -ger."""
    if not infinitive.endswith("er"):
        return []
    stem = infinitive[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    return [
        stem + "e",
        stem + "ent",
        stem + "é",
        soft + "ait",
        soft + "aient",
        soft + "a",
        stem + "èrent",
        infinitive + "a",
    ]
