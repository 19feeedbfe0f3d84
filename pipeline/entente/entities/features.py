"""What the scorer looks at: a candidate, its words, those around it, what the model says, what the text is about."""

import math
from functools import lru_cache

from entente.entities.acronyms import is_acronym
from entente.entities.atlas import Atlas
from entente.entities.candidates import COARSE, Candidate, Found, Labels
from entente.entities.readings import preposition
from entente.entities.vocabulary import body_words, people_words, plain_words
from entente.entities.words import Words
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import fold

LEADS = frozenset({"a", "de", "en", "par", "avec", "entre", "dans", "chez", "pour", "sur", "et", "contre", "vers"})
MARKS = frozenset({",", "(", "«", ":", "-", "–", "—", "/", "|", "•", ".", '"'})


def of_the_genre(words: Words) -> bool:
    """True for a text of towns and partners: 120 of the corpus' 126 releases, 5 of 70 news of all kinds."""
    return _is_of_the_genre(words.source)


@lru_cache(maxsize=4)
def _is_of_the_genre(text: str) -> bool:
    """The same, kept while one text is read; most tell it in their first lines."""
    lead = text[: text.find("\n", LEAD) + 1]
    if lead and _genre_words(lead) >= GENRE_WORDS:
        return True
    told = _genre_words(text)
    return told >= GENRE_WORDS or (told > 0 and len(text) < NOTE)


GENRE_WORDS = 2
"""Words of the genre that make a text one of it; one is enough for a note."""
LEAD = 500
"""Characters at which the first lines end."""
NOTE = 200
"""Characters of a note."""


def _genre_words(text: str) -> int:
    """How many words have a stem of cooperation or of local government."""
    return sum(map(fold(text).count, plain_words()["genre"]))


def features(candidate: Candidate, found: Found, atlas: Atlas, labels: Labels, *, genre: bool) -> dict[str, float]:
    """Named figures of a candidate, 1 for what holds: `{"rule=leftover": 1.0, "before=a": 1.0, "caps": 2.0, …}`."""
    words, first, last = found.words, candidate.first, candidate.last
    kind = COARSE.get(candidate.type, "LOC")
    agreement = _agreement(labels, first, last, kind)
    said = _claims(candidate, found)
    said += [f"rule={candidate.rule}", f"type={candidate.type}", f"{candidate.rule}:{kind}", f"model={agreement}"]
    said += [f"{candidate.rule}:{agreement}", f"{kind}:{agreement}"]
    said += _make(words, first, last) + _beside(words, first, last, kind)
    if genre:
        said += ["genre", f"genre:{candidate.rule}", f"genre:{kind}:{candidate.rule}", f"genre:{agreement}"]
    options = candidate.options or atlas.options(first, last)
    figures = {
        "caps": float(min(4, sum(words.capitals[first:last]))),
        "length": float(min(8, last - first)),
        "repeated": float(min(3, words.counts[words.texts[first]] - 1)) if words.capitals[first] else 0.0,
        "population": math.log10(max([place.population for place in options], default=0) + 1),
        "known": float(atlas.known(first, last)),
    }
    return dict.fromkeys(said, 1.0) | {name: value for name, value in figures.items() if value}


def _claims(candidate: Candidate, found: Found) -> list[str]:
    """What rules have claimed some of the candidate's words: `over=place`, `over=head:ORG`."""
    others = (
        other
        for other in found.candidates
        if other is not candidate and other.first < candidate.last and candidate.first < other.last
    )
    rules = {(other.rule, COARSE.get(other.type, "LOC"), (other.first, other.last)) for other in others}
    spans = {span for _, _, span in rules}
    said = [f"over={rule}" for rule, _, _ in rules] + [f"over={rule}:{kind}" for rule, kind, _ in rules]
    said += ["over=same"] if (candidate.first, candidate.last) in spans else []
    return [*dict.fromkeys(said), *(["over=many"] if len(spans) > 1 else [])]


def _agreement(labels: Labels, first: int, last: int, kind: str) -> str:
    """How the model's reading of the words goes with the candidate: `same`, `other:ORG`, `inside:MISC`, `none`."""
    seen = {labels.spans[k] for k in range(first, last) if labels[k]}
    if not seen:
        return "none"
    start, end = min(seen)
    label = labels[start]
    if len(seen) == 1 and (start, end) == (first, last):
        return "same" if label == kind else f"other:{label}"
    relation = "inside" if start <= first and end >= last else "across"
    return f"{relation}:{label if label != kind else 'same'}"


def _make(words: Words, first: int, last: int) -> list[str]:
    """What the words themselves are."""
    said = []
    plain, folds = plain_words()["mots"], words.folds[first:last]
    capitalised = zip(folds, words.capitals[first:last], strict=True)
    said += ["opens"] if words.opens[first] else []
    said += ["opens:single"] if words.opens[first] and last - first == 1 else []
    said += ["single"] if last - first == 1 else []
    said += ["plain"] if words.folds[first] in plain else []
    said += ["all plain"] if all(fold in plain or not capital for fold, capital in capitalised) else []
    said += ["office"] if not people_words()["fonctions"].isdisjoint(folds) else []
    said += ["demonym"] if not demonyms().keys().isdisjoint(folds) else []
    said += ["figures"] if any(map(_has_figure, words.texts[first:last])) else []
    said += ["acronym"] if last - first == 1 and is_acronym(words, first) else []
    said += ["hyphen"] if "-" in words.texts[first] else []
    said += ["shouting"] if words.shouting[first] else []
    said += ["line"] if words.breaks[first] and (last >= len(words) or words.breaks[last]) else []
    said += [f"ends={words.folds[last - 1][-3:]}"] if last - first == 1 else []
    return [*said, f"first={words.folds[first]}"] if not words.capitals[first] or last - first > 1 else said


@lru_cache(maxsize=20_000)
def _has_figure(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _beside(words: Words, first: int, last: int, kind: str) -> list[str]:
    """What stands before and after."""
    before, article = preposition(words, first)
    said = [
        f"before={before}" if before in LEADS else "before=none",
        f"{kind}:before={before if before in LEADS else ''}",
    ]
    said += ["article", f"{kind}:article"] if article else []
    noun = first - 1 - article - (before in {"de", "a"} and words.fold_at(first - 1 - article) in {"de", "d", "a"})
    said.append(f"noun={words.fold_at(noun)}" if words.together(first) and noun >= 0 else "noun=")
    mark = words.fold_at(first - 1)
    said += [f"mark={mark}"] if mark in MARKS else []
    follow = words.fold_at(last) if words.together(last) else ""
    said.append(f"next={follow}" if follow in MARKS or follow in {"et", "a", "de", "est", "d"} else "next=other")
    said += ["stuck"] if words.together(last) and words.capital_at(last) else []
    said += ["preceded"] if words.together(first) and words.capital_at(first - 1) and not words.opens[first - 1] else []
    near = words.folds[max(0, first - 4) : first]
    said += ["cue"] if not body_words()["indices"].isdisjoint(near) else []
    said += ["office near"] if not people_words()["fonctions"].isdisjoint(near) else []
    return said
