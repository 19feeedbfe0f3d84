"""Towns that no list knows, by the words before and after them."""

from functools import cache

from entente.entities.atlas import DASHES, Atlas
from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.readings import preposition
from entente.entities.vocabulary import body_words, people_words, plain_words
from entente.entities.words import ARTICLES, OF, Words
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import demonyms
from entente.lexicons.gazetteer import fold


def find_unlisted(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    """A place that no list knows: the model says so, or a word before it that only goes with places."""
    words = found.words
    word, text = words.folds[i], words.texts[i]
    if word in plain_words()["mots"] or word in people_words()["fonctions"] or word in demonyms():
        return 0
    if text.isupper() or not text[0].isalpha() or (not text.isalpha() and any(map(str.isdigit, text))):
        return 0
    before = preposition(words, i)
    if kind := _governed(words, i, before):
        return _claim_governed(found, i, kind)
    if (last := _dated(words, i)) and found.free(i, last):
        found.add(Candidate(i, last, "city", words.text(i, last), "stage", home=True, readings=("city",)))
        return last
    if _is_stage(words, i):
        last = found.run(i)
        found.add(Candidate(i, last, "city", words.text(i, last), "stage", locative=True, readings=("city",)))
        return last
    if last := _closes_list(found, labels, i):
        found.add(Candidate(i, last, "city", words.text(i, last), "stage", readings=("city",)))
        return last
    twin = _twinned(words, i, before)
    beside = beside_place(found, i) or _before_place(found, atlas, i)
    if not twin and (labels[i] != "LOC" or (before[0] not in STRONG_LEADS and not beside)):
        return 0
    if before == ("de", False) and words.fold_at(i - 2) in body_words()["oeuvres"] and not _resumes(found, i):
        return 0
    last = i + 1
    while last < min(len(words), i + 8) and words.together(last) and not found.taken[last]:
        foreign = words.folds[last] in FOREIGN_PARTICLES and words.capital_at(
            last + 1 + (words.fold_at(last + 1) == "der")
        )
        if not words.capitals[last] and not foreign:
            break
        if words.folds[last] in people_words()["fonctions"] or not words.texts[last][0].isalpha():
            break
        last += 1
    if before[1]:
        wide = _among_regions(found, atlas, i, last) or (before[0] != "de" and words.folds[i].startswith(QUARTERS))
        if not wide and (not words.repeated(i) or last > i + 1):
            return 0
        if wide:
            found.add(Candidate(i, last, "region", words.text(i, last), "model", readings=("region",)))
            return last
        found.add(Candidate(i, last, "department", words.text(i, last), "model", readings=("department",)))
        return last
    if before[0] == "en":
        found.add(Candidate(i, last, "region", words.text(i, last), "model", locative=True, readings=("region",)))
        return last
    locative = before[0] == "a" and not twin
    found.add(Candidate(i, last, "city", words.text(i, last), "model", locative=locative, readings=("city",)))
    return last


QUARTERS = ("nord ", "sud ", "est ", "ouest ", "haut ", "haute ", "bas ", "basse ", "hauts ")
"""First parts of the hyphenated names of regions, folded: «le Sud-Kivu», «la Haute-Souabe»."""


def _resumes(found: Found, i: int) -> bool:
    """True for «ceux de X» where a town came before in the sentence: «les habitants de A et ceux de X»."""
    words, j = found.words, i - 2
    while j > max(0, i - 20) and words.texts[j] not in {".", ";", "!", "?"} and not words.breaks[j]:
        if found.ends.get(j) == "city" and words.folds[i - 2] in {"celle", "celles", "ceux", "celui"}:
            return True
        j -= 1
    return False


def _among_regions(found: Found, atlas: Atlas, i: int, last: int) -> bool:
    """True between regions, departments or countries: «l'Émilie-Romagne et la Wielkopolska»."""
    words, j = found.words, i - 1
    while j > 0 and words.folds[j] in ARTICLES | OF:
        j -= 1
    if words.fold_at(j) in {",", "et"} and found.ends.get(j) in WIDE:
        return True
    k = last + 1
    if words.fold_at(last) not in {",", "et"} or words.fold_at(k) not in ARTICLES:
        return False
    return any(place.kind in WIDE for place in atlas.options(k + 1, atlas.place_end(k + 1)))


WIDE = frozenset({"region", "department", "country"})

FOREIGN_PARTICLES = frozenset(
    {"an", "am", "im", "der", "del", "della", "dei", "do", "da", "dos", "los", "upon", "bei", "ob"}
)
"""Words inside foreign place names: «Mülheim an der Ruhr», «Bassano del Grappa»."""


STRONG_LEADS = frozenset({"a", "de", "entre", "vers", "depuis", "en"})


GOVERNORS = {
    "gouverneur": "region", "gouverneure": "region", "vice-gouverneur": "region", "wali": "region",
    "prefet": "department", "prefete": "department", "haut-commissaire": "department", "prefectures": "department",
}  # fmt: skip
"""Who governs a territory, by its type: «le gouverneur de l'Ogooué-Maritime»."""


def _governed(words: Words, i: int, before: tuple[str, bool]) -> str:
    """The type of the territory that an office before the preposition tells, empty when none does."""
    lead, article = before
    if lead != "de":
        return ""
    elided = article and words.fold_at(i - 1) in ARTICLES
    return GOVERNORS.get(words.fold_at(i - 2 - elided), "")


def _claim_governed(found: Found, i: int, kind: str) -> int:
    words = found.words
    last = i + 1
    while words.together(last) and words.capitals[last] and not found.taken[last]:
        last += 1
    found.add(Candidate(i, last, kind, words.text(i, last), "governed", readings=(kind,)))
    return last


def _dated(words: Words, i: int) -> int:
    """The end of the place that opens a line before a written day: «Saint-Lazare, le 26 septembre 2019»."""
    last = i
    while words.capital_at(last) and last < i + 4 and (last == i or words.together(last)):
        last += 1
    if not words.breaks[i] or last == i or words.texts[last : last + 1] != [","] or not words.together(last):
        return 0
    k = last + 1 + (words.fold_at(last + 1) == "le")
    k += words.fold_at(k) in stage_words() and not words.fold_at(k).isdigit()
    return last if words.fold_at(k).rstrip("er").isdigit() and words.fold_at(k + 1) in stage_words() else 0


STAGE_MARKS = frozenset({".", ":", ","})


def _is_stage(words: Words, i: int) -> bool:
    """True for the place of a stage of a journey: «Mardi 19 – Nakai.», «Jour 2 : Thakhek»."""
    if (
        words.fold_at(i - 1) not in DASHES | {":"}
        or not words.together(i)
        or words.fold_at(i + 1) not in STAGE_MARKS | DASHES
    ):
        return False
    first = i - 1
    while first > 0 and not words.breaks[first] and i - first < 6:
        first -= 1
    told = words.folds[first : i - 1]
    return (
        bool(told)
        and words.breaks[first]
        and any(word in stage_words() for word in told)
        and all(word in stage_words() or word.isdigit() for word in told)
    )


@cache
def stage_words() -> frozenset[str]:
    """What dates or counts a stage, folded."""
    layout = load_lexicon("layout")
    return frozenset(
        map(fold, [*layout["weekdays"], *layout["months"], "jour", "étape", "j", "le", "er", "matin", "soir", "-"])
    )


def _closes_list(found: Found, labels: Labels, i: int) -> int:
    """The end of the last name of a list of towns: «Coventry, Volgograd et Guernica»; 0 when it closes none."""
    words = found.words
    last = found.run(i)
    if words.fold_at(i - 1) != "et" or labels[i] in {"PER", "ORG"} or last - i > 2 or last == i:
        return 0
    ends = {end for end, kind in found.ends.items() if kind == "city"}
    starts = {c.last: c.first for c in found.candidates if c.type == "city"}
    return last if i - 1 in ends and starts[i - 1] - 1 in ends and words.fold_at(starts[i - 1] - 1) == "," else 0


def _twinned(words: Words, i: int, before: tuple[str, bool]) -> bool:
    """True after «le jumelage avec», «jumelée à», «maire de», «village de»."""
    lead, article = before
    if lead not in {"avec", "a", "de"} or article:
        return False
    return words.fold_at(i - 2) in body_words()["communes"] and words.together(i - 1)


def _before_place(found: Found, atlas: Atlas, i: int) -> bool:
    """True in «Yopougon et Montreuil», «Korntal – Mirande»: a known town comes just after."""
    words = found.words
    return words.fold_at(i + 1) in DASHES | {"et", "/"} and words.together(i + 2) and atlas.large(i + 2)


def beside_place(found: Found, i: int) -> bool:
    """True in «Parme et Worms», «Todi (Italie), Worms»: a town or country stands just before."""
    words = found.words
    if words.fold_at(i - 1) in OF and words.fold_at(i - 2) in {"et", ","}:
        i -= 1
    if words.fold_at(i - 1) not in {"et", ","}:
        return False
    end = i - 2 if words.fold_at(i - 2) == ")" else i - 1
    return found.ends.get(end) in {"city", "country"}
