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
FOLLOWING = re.compile(r"\s?['-]?\s?([^\W_]+\+?)")
"""The next word of a phrase, with what may stand before it."""

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
    opening = _tree().words
    matches: list[DomainMatch] = []
    portfolio_end, cursor = -1, 0
    for word in WORD.finditer(folded):
        first, last = word.span()
        node = opening.get(text[start + first : start + last].lower()) if first >= cursor else None
        if node is None:
            continue
        cursor, codes = _longest(text, start, folded, node, last)
        if codes:
            if _is_portfolio(folded, first, portfolio_end):
                portfolio_end = cursor
            else:
                matches.append(DomainMatch(start + first, start + cursor, codes))
    return matches


def _names(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Names that touch `start:end`; a mention is looked for a little beyond both ends."""
    near = entities_in(doc, max(0, start - BEFORE), end + BEFORE, *NAMED_TYPES)
    return [(m.start, m.end) for m in near if m.kind == "name" and m.start < end and start < m.end]


def _longest(text: str, start: int, folded: str, node: _Node, end: int) -> tuple[int, tuple[str, ...]]:
    """Where the longest phrase ends whose first word is a node's and ends at `end`, and its codes.

    None for a neutral phrase, nor where no phrase is complete; that one ends nowhere, at -1.
    """
    best: tuple[int, tuple[str, ...]] = (-1, ()) if node.codes is None else (end, node.codes)
    while node.words and (following := FOLLOWING.match(folded, end)) is not None:
        first, end = following.span(1)
        step = node.words.get(text[start + first : start + end].lower())
        if step is None:
            break
        node = step
        if node.codes is not None:
            best = (end, node.codes)
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
