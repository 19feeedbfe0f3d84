"""Words that promise: pledge verbs and wishes with an infinitive, plain futures, promised nouns, grants."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from entente.annotations import Extent
from entente.facts.cues import cue_pattern, cue_source
from entente.facts.folding import fold
from entente.facts.verbs import (
    conditional_of,
    future_of,
    infinitive,
    is_infinitive,
    participle_of,
    with_locution,
    word_list,
)
from entente.lexicons import load_lexicon


@dataclass(frozen=True)
class Pledge:
    """An action that somebody is said to promise, wish or be bound to."""

    rule: str
    verb: str
    """Lemma of the action."""
    certainty: str
    subject: Extent
    """The words before the cue, where whoever is bound stands."""
    cue: Extent
    action: Extent
    """From the verb of the action to the end of its clause."""
    binds: tuple[str, ...]
    """Kinds of subject that it can bind, as in `obligors.Obligor`; any when empty."""
    bound: Extent | None = None
    """Where those bound stand, when it is not the subject («invite A et B à …»)."""


REACH = 600
"""Characters before a cue in which its subject stands, and after it in which its action ends: a long sentence."""

WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
PREPOSITIONS = {"à": r"\s+a\s+", "de": r"\s+(?:de\s+|d')", "pour": r"\s+pour\s+", "": r"\s+"}
ADVERB = (
    r"(?:\w+ment|aussi|ainsi|ensemble|(?:tous|toutes) deux|en outre|d'abord|enfin|donc|desormais|encore|par ailleurs"
    r"|bien|en particulier|a terme|en commun|a present|aujourd'hui|tous ensemble|a leur tour|a nouveau"
    r"|de (?:leur|son) cote)"
)
BETWEEN = rf"(?:\s+{ADVERB}|,[^,;:.()]{{1,60}},){{0,3}}"
CLITIC = r"(?:(?:se|le|la|les|leur|lui|nous|y|en|mieux|davantage|ensemble|egalement|mutuellement|aussi)\s+|s'|l'){0,3}"
AND = (
    r"(?:,\s+(?:et\s+)?|\bet\s+|\bpuis\s+|\bainsi\s+qu(?:e\s+|')|\bcomme\s+)"
    r"(?:(?:aussi|egalement|enfin|ensuite|surtout|d'autre part,?|d'une part,?)\s+)?"
)
STOP = re.compile(r";|\s?[»”]|, (?:alors|tandis|afin|bien|a condition|a moins) qu|(?:, | )mais |,? car |\. |$")
NEGATION = re.compile(r"\b(?:ne|n'|aucune?)\s?$|\bn[e']\s?(?:\w+\s){0,2}$")


def find_pledges(text: str, start: int, end: int) -> list[Pledge]:
    """Pledges of the sentence `text[start:end]`, in the order of the text, one an action.

    «Les deux villes s'engagent à créer un fonds et à former des agents» → créer, former.
    """
    folded = fold(text[start:end])
    rules = (_cued, _nouns, _expected, _futures)
    found = [pledge for rule in rules for pledge in rule(text, folded, start)]
    taken: list[Extent] = []
    kept = []
    for pledge in found:
        if not any(a < pledge.action.start + 1 <= b for a, b in taken):
            kept.append(pledge)
            taken.append(Extent(pledge.cue.start, pledge.action.start + len(pledge.verb.split()[0])))
    return _parted(text, sorted(kept, key=lambda pledge: (pledge.action.start, pledge.cue.start)))


def _parted(text: str, pledges: list[Pledge]) -> list[Pledge]:
    """Each action ends where the next begins; a verb that «et» joins to the one before has its subject too."""
    parted: list[Pledge] = []
    for pledge in pledges:
        if parted and _shares_object(text, parted[-1], pledge):
            continue
        if parted and parted[-1].action.start < pledge.action.start < parted[-1].action.end:
            parted[-1] = replace(parted[-1], action=_trimmed(text, parted[-1].action.start, pledge.action.start))
        joined = parted and JOINED.search(fold(text[max(0, pledge.cue.start - 20) : pledge.cue.start]))
        if joined and pledge.rule == "future" and parted[-1].rule.startswith("future"):
            pledge = replace(pledge, subject=parted[-1].subject)
        parted.append(pledge)
    return parted


def _shares_object(text: str, first: Pledge, second: Pledge) -> bool:
    """«encouragera et soutiendra les échanges» is one action."""
    between = fold(text[first.cue.end : second.cue.start])
    return first.rule == second.rule == "future" and bool(re.fullmatch(r"(?:\s*,)?\s+(?:et|puis)\s+", between))


JOINED = re.compile(r"(?:\bet|\bpuis|,)\s+(?:(?:aussi|enfin|ensuite|egalement|y|en|les?|la|lui|leur)\s+|l')?$")


ACTORS: tuple[str, ...] = ("party", "agreement", "project", "speaker")
"""Subjects that a plain future binds."""


def _cued(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Cue, preposition, infinitive; then the infinitives that the same preposition coordinates."""
    for entry in load_lexicon("engagements")["cues"]:
        for preposition in entry["suite"]:
            for match in _cue_pattern(entry["nom"], preposition).finditer(folded):
                if NEGATION.search(folded, max(0, match.start() - 12), match.start()):
                    continue
                yield from _chain(text, folded, offset, entry, preposition, match)


def _chain(
    text: str, folded: str, offset: int, entry: dict[str, Any], preposition: str, match: re.Match[str]
) -> Iterator[Pledge]:
    if entry["certitude"] == "possible" and _is_relative(folded[max(0, match.start() - 200) : match.start()]):
        return
    clause_end = _clause_end(folded, match.end())
    verbs = _coordinated(text, folded, offset, preposition, match.start("verb"), clause_end)
    subject = Extent(offset + max(0, match.start() - REACH), offset + match.start())
    bound = Extent(offset + match.start("object"), offset + match.end("object")) if entry.get("objet") else None
    binds = tuple(entry.get("sujet", ()))
    for i, (at, verb) in enumerate(verbs):
        reflexive = REFLEXIVE.search(folded, max(0, at - 4), at) is not None
        occasion = is_occasion(verb, folded[at : at + 100])
        if (occasion and (binds or reflexive)) or (binds and reflexive):
            continue
        last = verbs[i + 1][0] if i + 1 < len(verbs) else clause_end
        yield Pledge(
            rule="pledge" if entry["certitude"] == "asserted" else "wish",
            verb=verb,
            certainty=entry["certitude"],
            subject=subject,
            cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
            action=_trimmed(text, offset + at, offset + last),
            binds=binds,
            bound=bound,
        )


RELATIVE = re.compile(r"(?P<before>[^,;.]*)\b(?:que\s|qu')(?:(?!\bqu)[^,;.]){1,60}$")


def _is_relative(before: str) -> bool:
    """«la coopération que nous souhaitons mener» promises nothing; «ont dit que les villes souhaitent mener» does."""
    found = RELATIVE.search(before)
    if found is None:
        return False
    said = list(cue_pattern(load_lexicon("modalite")["parole"]).finditer(found.group("before")))
    return not said or len(found.group("before").rstrip()) - said[-1].end() > 25


def _coordinated(text: str, folded: str, offset: int, preposition: str, first: int, end: int) -> list[tuple[int, str]]:
    """Where each action of a chain starts, and its verb; verbs that share one object count once."""
    verbs: list[tuple[int, str]] = []
    last_end = -1
    for at in [first, *(found.start("verb") for found in _next_pattern(preposition).finditer(folded, first, end))]:
        word = _word_at(text, offset + at)
        if not is_infinitive(word) or (at != first and preposition == "" and not _is_known(word)):
            if at == first:
                return []
            continue
        shared = last_end >= 0 and re.fullmatch(r",?\s*(?:et|,|puis|ou)?\s*(?:a|de|d')?\s*", folded[last_end:at])
        last_end = at + len(word)
        if not shared:
            verbs.append((at, action_verb(text, offset + at, word)))
    return [(at, verb) for at, verb in verbs if verb]


def action_verb(text: str, at: int, word: str) -> str:
    """The verb of the real action at an offset: «continuer à soutenir» → soutenir, «mettre en place» stays whole."""
    word = word.lower()
    following = text[at + len(word) : at + len(word) + 40]
    if word in _voices():
        inner = re.match(r"\s+(?:à|de|d['’])\s*(\w+)", following)
        if inner and is_infinitive(inner.group(1)):
            return with_locution(inner.group(1).lower(), following[inner.end() :])
    return with_locution(word, following)


def _futures(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """Plain futures («la Région financera»), and passive ones («une piste sera aménagée»)."""
    for found in WORD.finditer(text[offset : offset + len(folded)]):
        word = found.group().lower()
        verb = future_of(word) if word[-1] in "ast" else None
        rule, certainty, binds = "future", "asserted", ACTORS
        if verb is None and (verb := conditional_of(word)) is not None:
            rule, certainty, binds = "conditional", "possible", ("party",)
        if verb is None or _is_barred(folded, found.start(), verb):
            continue
        lemma = verb
        if verb == "être":
            if rule == "conditional":
                continue
            passive = _participle(text, offset + found.end())
            if passive is None or passive in _occasions():
                continue
            rule, lemma = "future_passive", passive
            binds = (*ACTORS, "other") if passive in _realisations() else ("project",)
        else:
            lemma = with_locution(verb, text[offset + found.end() : offset + found.end() + 40])
        if is_occasion(lemma, folded[found.start() : found.start() + 100]):
            continue
        end = _clause_end(folded, found.end())
        yield Pledge(
            rule=rule,
            verb=lemma,
            certainty=certainty,
            subject=Extent(offset + max(0, found.start() - REACH), offset + found.start()),
            cue=Extent(offset + found.start(), offset + found.end()),
            action=_trimmed(text, offset + found.start(), offset + end),
            binds=binds,
        )


REFLEXIVE = re.compile(r"\b(?:se\s|s')$")
"""«doit s'appuyer sur», «se tiendra»: what becomes of something, not what is done for somebody."""

SELF = ("doter", "associer", "mobiliser", "investir", "épauler", "entraider", "échanger", "concerter", "appuyer")
SUBJECT_ON = re.compile(
    r"\b(?:on|j'|je|tu|vous)\s(?:\w+\s)?$|\b(?:si\s|quand\s|lorsqu[e']|ce\squ[e']|dont\s|selon\s)[^,;]{0,60}$"
    r"|\bs'ils?\s[^;]{0,70}$"
)


def _is_barred(folded: str, at: int, verb: str) -> bool:
    """A negated, reflexive or impersonal future binds nobody, nor does one that tells when («quand il signera»)."""
    before = folded[max(0, at - 80) : at]
    if NEGATION.search(before) or SUBJECT_ON.search(before):
        return True
    return bool(REFLEXIVE.search(before)) and verb not in SELF


def _participle(text: str, at: int) -> str | None:
    """The action of a passive: «sera ainsi aménagée» → aménager, «seront mis en place» → mettre en place."""
    position = at
    for _ in range(4):
        found = WORD.match(text, position + 1) if position < len(text) and text[position].isspace() else None
        if found is None:
            return None
        word = found.group().lower()
        if word not in word_list("adverbes") and not word.endswith("ment"):
            verb = participle_of(word)
            return with_locution(verb, text[found.end() : found.end() + 40]) if verb else None
        position = found.end()
    return None


def _nouns(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«prévoit l'aménagement d'un quai et la création d'un fonds» → aménager, créer."""
    for match in _noun_pattern().finditer(folded):
        wished = match.group("wish") is not None
        if NEGATION.search(folded, max(0, match.start() - 12), match.start()):
            continue
        end = _clause_end(folded, match.end())
        items = [match, *_noun_next().finditer(folded, match.end(), end)]
        places = [(m.start("noun"), infinitive(text[offset + m.start("noun") : offset + m.end("noun")])) for m in items]
        for i, (at, verb) in enumerate(places):
            last = places[i + 1][0] if i + 1 < len(places) else end
            if verb is not None and verb not in _occasions() and verb not in HELD:
                yield Pledge(
                    rule="promised_noun",
                    verb=verb,
                    certainty="possible" if wished else "asserted",
                    subject=Extent(offset + max(0, match.start() - REACH), offset + match.start()),
                    cue=Extent(offset + match.start("cue"), offset + match.end("cue")),
                    action=_trimmed(text, offset + at, offset + last),
                    binds=("party", "agreement", "project"),
                )


HELD = ("tenir", "remettre", "dialoguer")
"""Verbs whose nouns («la tenue», «la remise») announce an occasion."""


def _expected(text: str, folded: str, offset: int) -> Iterator[Pledge]:
    """«La création d'un fonds est prévue», «sont prévus la construction d'un puits et …»."""
    for match in _expected_pattern().finditer(folded):
        group, cue = ("before", "cue") if match.group("before") else ("after", "cue2")
        at = match.start(group)
        verb = infinitive(text[offset + at : offset + match.end(group)])
        if verb is not None:
            end = match.start(cue) if group == "before" else _clause_end(folded, match.end())
            yield Pledge(
                rule="promised_noun",
                verb=verb,
                certainty="asserted",
                subject=Extent(offset + max(0, at - REACH), offset + at),
                cue=Extent(offset + match.start(cue), offset + match.end(cue)),
                action=_trimmed(text, offset + at, offset + end),
                binds=(),
            )


def _clause_end(folded: str, start: int) -> int:
    stop = STOP.search(folded, start, min(len(folded), start + REACH))
    return stop.start() if stop else min(len(folded), start + REACH)


def _trimmed(text: str, start: int, end: int) -> Extent:
    """Without the conjunction and the marks that lead to the next action."""
    words = re.sub(
        r"(?:[\s,;:.!»\"]|\b(?:et|puis|ainsi que|ainsi qu['’]|à|de|des|d['’]|la|le|les|un|une|l['’]|s['’]|se))+$",
        "",
        text[start:end],
    )
    return Extent(start, start + max(len(words), 1))


def _word_at(text: str, at: int) -> str:
    found = re.compile(r"\w+").match(text, at)
    return found.group() if found else ""


def _is_known(word: str) -> bool:
    return word.lower() in word_list("actions")


@cache
def _cue_pattern(name: str, preposition: str) -> re.Pattern[str]:
    entry = next(entry for entry in load_lexicon("engagements")["cues"] if entry["nom"] == name)
    object_ = r"\s+(?P<object>[^.;:]{3,160}?)" if entry.get("objet") else ""
    return re.compile(
        rf"(?P<cue>{cue_source(entry['formes'])}){BETWEEN}{object_}{PREPOSITIONS[preposition]}{CLITIC}(?P<verb>\w+r(?:e\b|\b))"
    )


@cache
def _next_pattern(preposition: str) -> re.Pattern[str]:
    return re.compile(rf"{AND}{PREPOSITIONS[preposition].removeprefix(chr(92) + 's+')}{CLITIC}(?P<verb>\w+r(?:e\b|\b))")


ARTICLE = (
    r"(?:l'|la\s|les?\s|une?\s|des\s|d'une?\s|du\s|de\sla\s|de\sl'|notamment\s"
    r"|(?:deux|trois|plusieurs|de\snouvelles?|de\snouveaux)\s)+"
)
ADJECTIVE = r"(?:(?:nouvelles?|nouveaux?|meilleure?s?|premiere?s?|future?s?|prochaine?s?)\s)?"


@cache
def _noun_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("engagements")
    cues = rf"{cue_source(lexicon['annonces'])}|(?P<wish>{cue_source(lexicon['souhaits'])})"
    return re.compile(rf"(?P<cue>{cues}){BETWEEN}\s+{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()})(?!\w)")


@cache
def _expected_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(fold(noun)) for noun in load_lexicon("engagements")["prevus"])
    expected = (
        r"(?:est|sont)\s(?:(?:aussi|egalement|par ailleurs|en outre|notamment|ainsi)\s)?(?:prevue?s?|programmee?s?)"
    )
    return re.compile(
        rf"(?:\b(?:l'|la\s|le\s|une?\s|des\s|les\s)(?P<before>{nouns})s?\b[^.;:,]{{3,120}}?\s(?P<cue>{expected})\b"
        rf"|\b(?P<cue2>{expected})\s{ARTICLE}(?P<after>{nouns})s?\b)"
    )


@cache
def _noun_next() -> re.Pattern[str]:
    return re.compile(rf"{AND}{ARTICLE}{ADJECTIVE}(?P<noun>{_noun_source()})(?!\w)")


@cache
def _noun_source() -> str:
    forms = sorted((fold(noun) for noun in load_lexicon("verbes")["noms"]), key=len, reverse=True)
    return "|".join(re.escape(form) for form in forms) + r"|\w{2,}(?:isation|ification)s?"


def is_occasion(verb: str, following: str) -> bool:
    """Whether an action is told as part of an occasion: «accueillera une délégation», not «… dix stagiaires»."""
    if verb in HOSTING and _hosted().search(re.split(r"[,;.]| et ", following)[0]):
        return False
    return verb in _occasions()


HOSTING = ("accueillir", "recevoir", "héberger")


@cache
def _hosted() -> re.Pattern[str]:
    return cue_pattern(load_lexicon("engagements")["hotes"])


@cache
def _occasions() -> frozenset[str]:
    return frozenset(load_lexicon("engagements")["occasions"])


@cache
def _realisations() -> frozenset[str]:
    return frozenset(load_lexicon("engagements")["realisations"])


@cache
def _voices() -> frozenset[str]:
    return frozenset(load_lexicon("engagements")["voix"])
