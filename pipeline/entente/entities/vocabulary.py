"""The lexicons of the entity stage, folded for look-up."""

from functools import cache
from typing import Any, NamedTuple

from entente.entities.words import Words, split_words
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import inflected
from entente.lexicons.gazetteer import fold


class Head(NamedTuple):
    """Words that open a name, and how the name goes on."""

    type: str
    subtype: str | None
    length: int
    titled: bool
    """The name goes on with ordinary words."""
    alone: bool
    """With a capital it is a name by itself."""
    territory: bool
    """It stands for the territory that follows."""
    kept: bool
    """The territory keeps the head in its name."""
    cautious: bool
    """An ordinary word, which opens a name only with a capital or right before one."""
    words: tuple[str, ...]


class Network(NamedTuple):
    """A network or international body that the lexicon knows."""

    name: str
    subtype: str


class Country(NamedTuple):
    """A country by one of its names."""

    code: str
    name: str


def _sequence(form: str) -> tuple[str, ...]:
    return tuple(split_words(form).folds)


@cache
def heads() -> dict[str, list[Head]]:
    """Heads by their first word, the longest first."""
    found: dict[str, list[Head]] = {}
    for entry in load_lexicon("entities_heads"):
        for form in entry["formes"]:
            words = _sequence(form)
            head = Head(
                entry["type"],
                entry.get("subtype"),
                len(words),
                entry.get("titre", False),
                entry.get("seul", False),
                entry.get("territoire", False),
                entry.get("garde", False),
                entry.get("prudent", False),
                words,
            )
            found.setdefault(words[0], []).append(head)
    for group in found.values():
        group.sort(key=lambda head: -head.length)
    return found


def head_at(words: Words, i: int) -> bool:
    """True when a whole head begins at a word."""
    return any(tuple(words.folds[i : i + head.length]) == head.words for head in heads().get(words.folds[i], []))


@cache
def people_words() -> dict[str, frozenset[str]]:
    """Honorifics, offices, verbs of speech and particles, folded."""
    return {name: frozenset(fold(word) for word in words) for name, words in load_lexicon("entities_titles").items()}


@cache
def callings() -> frozenset[str]:
    """Offices and honorifics: words that are said of a person and are no part of a name."""
    return people_words()["fonctions"] | people_words()["honorifiques"]


@cache
def plain_words() -> dict[str, frozenset[str]]:
    """Ordinary capitalised words, continents, verbs and institution nouns, folded."""
    return {name: frozenset(fold(word) for word in words) for name, words in load_lexicon("entities_words").items()}


@cache
def body_words() -> dict[str, frozenset[str]]:
    """Words that tell a body without opening its name, folded."""
    return {name: frozenset(fold(word) for word in words) for name, words in load_lexicon("entities_bodies").items()}


@cache
def club_letters() -> frozenset[str]:
    """Letters of sports clubs, as written."""
    return frozenset(load_lexicon("entities_bodies")["clubs"])


@cache
def countries() -> dict[str, Country]:
    """Countries by folded name."""
    return {
        fold(name): Country(code, entry["noms"][0])
        for code, entry in load_lexicon("entities_countries").items()
        for name in entry["noms"]
    }


@cache
def country_words() -> frozenset[str]:
    """Lower-case words inside the names of countries: «République dominicaine», «Guinée équatoriale»."""
    return frozenset(
        word
        for entry in load_lexicon("entities_countries").values()
        for name in entry["noms"]
        for word in fold(name).split()[1:]
        if word in name.split() and len(word) > 3
    ) | {"agglomeration", "agglo", "metropole", "communaute", "federale", "equatoriale", "democratique", "francaise"}


@cache
def networks() -> dict[str, Network]:
    """Networks by folded full name, acronym and other forms."""
    found: dict[str, Network] = {}
    for entry in load_lexicon("entities_networks"):
        network = Network(entry["nom"], entry["type"])
        for form in [entry["nom"], *entry.get("sigles", []), *entry.get("formes", [])]:
            found[fold(form)] = network
    return found


@cache
def region_demonyms() -> dict[str, str]:
    """Names of regions by every form of their demonyms: «wallonne» → `Wallonie`."""
    lexicon: Any = load_lexicon("entities_nominals")
    return {
        form: name
        for name, bases in lexicon["gentiles_de_region"].items()
        for base in bases
        for form in inflected(fold(base))
    }


def region_of(word: str) -> str | None:
    """The region that an adjective names after its head: «Région wallonne»."""
    return region_demonyms().get(word)


@cache
def media_openings() -> frozenset[str]:
    """First words of the names of newspapers and agencies."""
    return frozenset(name.split()[0] for name in plain_words()["medias"])


@cache
def network_openings() -> frozenset[str]:
    """First words of the networks' names."""
    return frozenset(_sequence(key)[0] for key in networks())


ADJECTIVE_ENDINGS = (
    "al", "ale", "aux", "ales", "ique", "iques", "if", "ive", "ifs", "ives", "ien", "ienne", "iens", "iennes",
    "ois", "oise", "oises", "ais", "aise", "aises", "aire", "aires", "el", "elle", "els", "elles", "eur", "eure",
    "eurs", "eures", "ain", "aine", "ains", "aines", "able", "ables", "ier", "iere", "iers", "ieres", "ole", "oles",
    "unies", "unis", "libre", "libres", "decentralisee", "decentralisees", "decentralises", "mixte", "mixtes",
    "jeune", "jeunes", "humide", "appliquees", "appliques", "vert", "verte", "verts", "vertes", "noir", "rouge",
    "permanent", "permanente", "permanents", "permanentes", "ante", "antes", "ants",
    "maritime", "maritimes", "etrangere", "etrangeres", "etranger", "etrangers",
    "phone", "phones",
    "terrestre", "terrestres", "civil", "civile", "civils", "civiles", "moderne", "modernes", "paysager", "populaires",
    "jumelees", "associes", "associees", "reunis", "reunies", "publics", "publiques", "public", "prive", "privee",
)  # fmt: skip
"""Endings of the adjectives in institution names, folded."""


@cache
def is_adjective(word: str) -> bool:
    """True when a folded lower-case word may be an adjective of a name: «nationale», «portuaire»; not «signale»."""
    return word.endswith(ADJECTIVE_ENDINGS) and word not in plain_words()["verbes"] and len(word) > 3
