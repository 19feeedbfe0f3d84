"""Domains of cooperation, found by the words that name them."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from entente.annotations import DomainFound, Extent, entities_in, text_of
from entente.facts.folding import fold
from entente.lexicons import load_lexicon

NAMED_TYPES = ("organization", "venue", "person")
"""Entity types whose names do not tell a domain: «Agence de l'Eau», «Musée de la céramique»."""

WORD = re.compile(r"[^\W_]+\+?")
LINK = re.compile(r"\s?['-]?\s?")
ENDINGS = (
    ("al", ("ale", "ales", "aux")),
    ("eau", ("eaux",)),
    ("el", ("elle", "elles", "els")),
    ("en", ("enne", "ennes", "ens")),
    ("if", ("ive", "ives", "ifs")),
    ("teur", ("trice", "trices", "teurs")),
    ("eur", ("euse", "euses", "eurs")),
    ("er", ("ère", "ères", "ers")),
    ("ant", ("ante", "antes", "ants")),
    ("ent", ("ents",)),
    ("ain", ("aine", "aines", "ains")),
    ("é", ("ée", "ées", "és")),
    ("in", ("ine", "ines", "ins")),
    ("s", ()),
    ("x", ()),
    ("", ("s",)),
)
"""Plural and feminine endings; the first that fits a word is taken."""

BEFORE = 60
"""Characters looked at before a word for the title whose portfolio it is."""


class DomainMatch(NamedTuple):
    """One phrase that names one domain or several."""

    start: int
    end: int
    codes: tuple[str, ...]


@dataclass
class _Node:
    """A step in the tree of phrases: what may follow, and what a phrase that ends here names."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    """By the word as written, and by the word without accents."""
    codes: tuple[str, ...] | None = None


def find_domains(doc: Doc, start: int, end: int, *, inside_names: bool = False) -> list[DomainFound]:
    """Domains named in `start:end`, one item a code in the order of the text, with every phrase as evidence.

    «la culture et les énergies renouvelables» → `culture`, `climate_energy`. Words inside the name of an organization,
    a venue or a person do not count, unless `inside_names`; nor do portfolios of officials («adjointe à la culture»).
    """
    found: dict[str, DomainFound] = {}
    names = [] if inside_names else _names(doc, start, end)
    for match in match_domains(text_of(doc), start, end):
        if any(a < match.end and match.start < b for a, b in names):
            continue
        for code in match.codes:
            item = found.setdefault(code, DomainFound(code=code, evidence=[]))
            item["evidence"].append(Extent(match.start, match.end))
    return list(found.values())


def match_domains(text: str, start: int, end: int) -> list[DomainMatch]:
    """Every phrase of `text[start:end]` that names a domain and is nobody's portfolio, longest first."""
    folded = fold(text[start:end])
    words = [(found.start(), found.end()) for found in WORD.finditer(folded)]
    surfaces = [text[start + first : start + last].lower() for first, last in words]
    matches: list[DomainMatch] = []
    portfolio_end = -1
    i = 0
    while i < len(words):
        length, codes = _longest(folded, words, surfaces, i)
        if codes:
            first, last = words[i][0], words[i + length - 1][1]
            if _is_portfolio(folded, first, portfolio_end):
                portfolio_end = last
            else:
                matches.append(DomainMatch(start + first, start + last, codes))
        i += max(length, 1)
    return matches


def _names(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Names that touch `start:end`; a mention is looked for a little beyond both ends."""
    near = entities_in(doc, max(0, start - BEFORE), end + BEFORE, *NAMED_TYPES)
    return [(m.start, m.end) for m in near if m.kind == "name" and m.start < end and start < m.end]


def _longest(folded: str, words: list[tuple[int, int]], surfaces: list[str], first: int) -> tuple[int, tuple[str, ...]]:
    """Length in words of the longest phrase that starts at a word, and its codes (none for a neutral phrase)."""
    node = _tree()
    best: tuple[int, tuple[str, ...]] = (0, ())
    for i in range(first, len(words)):
        if i > first and not LINK.fullmatch(folded, words[i - 1][1], words[i][0]):
            break
        step = node.words.get(surfaces[i])
        if step is None:
            break
        node = step
        if node.codes is not None:
            best = (i - first + 1, node.codes)
    return best


def _is_portfolio(folded: str, first: int, portfolio_end: int) -> bool:
    """Whether a title stands just before («ministre de …»), or its portfolio goes on («… et de la …»)."""
    before = folded[max(0, first - BEFORE) : first]
    if _portfolio().search(before):
        return True
    return portfolio_end >= 0 and bool(CONTINUED.fullmatch(folded, portfolio_end, first))


CONTINUED = re.compile(
    r",? (?:et |a |au |aux |de |du |des |la |les |l'|d')+|, (?:a |au |aux |de |du |des |la |les |l'|d')+"
)


ADJECTIVE = (
    r"(?:(?:delegue|charge|municipal|regional|departemental|general|federal|technique|national)e?s?"
    r"|\w+(?:ien|ienne|ais|aise|ois|oise|ain|aine|ique|and|ande)s?)"
)


@cache
def _portfolio() -> re.Pattern[str]:
    heads = "|".join(
        re.escape(fold(head)) for head in sorted(load_lexicon("domaines")["porteurs"], key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{heads})(?: {ADJECTIVE}){{0,2}} (?:a|au|aux|de|du|des|en|d')(?: la| l'| les|l')? ?$")


@cache
def _tree() -> _Node:
    """The phrases of the lexicon, each word in all its inflections, with and without accents."""
    lexicon = load_lexicon("domaines")
    phrases: dict[str, list[str]] = {form.lower(): [] for form in lexicon["neutres"]}
    for code, entry in lexicon["domaines"].items():
        for form in entry["forms"]:
            phrases.setdefault(form.lower(), []).append(code)
    root = _Node()
    for phrase, codes in phrases.items():
        _grow(root, WORD.findall(phrase), tuple(codes))
    return root


def _grow(node: _Node, words: list[str], codes: tuple[str, ...]) -> None:
    if not words:
        node.codes = tuple(dict.fromkeys((*(node.codes or ()), *codes)))
        return
    for surface in _inflections(words[0]):
        for key in dict.fromkeys((surface, fold(surface))):
            _grow(node.words.setdefault(key, _Node()), words[1:], codes)


def _inflections(word: str) -> list[str]:
    """«culturel» → culturel, culturelle, culturelles, culturels; an acronym or article of up to three letters stays."""
    if len(word) <= 3 and word not in ("eau", "art", "vin"):
        return [word]
    stem, others = next((word[: len(word) - len(end)], others) for end, others in ENDINGS if word.endswith(end))
    return [word, *(stem + other for other in others)]
