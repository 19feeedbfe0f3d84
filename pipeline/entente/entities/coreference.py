"""Words that speak of an entity named elsewhere: «la Ville», «les deux villes», «les Lillois»."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from entente.annotations import Block, Home, Mention
from entente.entities.candidates import Found
from entente.entities.home import find_homes
from entente.entities.home_page import Body
from entente.entities.resolution import Cluster
from entente.entities.vocabulary import countries, is_adjective, region_demonyms
from entente.entities.words import Words, scan, split_words
from entente.lexicons import load_lexicon
from entente.lexicons.demonyms import demonyms, town_demonyms
from entente.lexicons.gazetteer import fold

DETERMINERS = frozenset({"la", "le", "l", "cette", "ce", "cet", "notre", "sa", "son", "leur", "du", "au", "nos"})

DEMONYM_ENDINGS = ("ais", "aise", "aises", "ois", "oise", "oises", "ien", "ienne", "iens", "iennes", "een", "eenne",
                   "eens", "eennes", "in", "ine", "ins", "ines", "ain", "aine", "ains", "aines", "on", "onne", "ons",
                   "onnes", "iste", "istes", "ite", "ites")  # fmt: skip
"""Endings of the demonyms of towns, folded."""

TOWN_STEM = 4
"""Letters that a town and its demonym share at the least: «nant-ais», «lill-ois»."""


def add_coreference(clusters: list[Cluster], found: Found, blocks: Sequence[Block], publisher: str | None) -> None:
    """Give each cluster the definite descriptions and demonyms that mean it, in the order of the text.

    `blocks` and `publisher`, where it is known, help to tell who publishes the text: «la Ville» is theirs.
    """
    if not clusters:
        return
    reader = _Reader(clusters, found.words, blocks, publisher)
    told = set(filter(_tells, set(found.words.folds)))
    telling = (i for i, word in enumerate(found.words.folds) if word in told and not found.taken[i])
    scan(telling, lambda i: reader.read(i, found))
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: (mention["start"], mention["end"]))


@cache
def _nominals() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Nouns by first word: their words, the type that they speak of, and whether they are plural."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    lexicon: Any = load_lexicon("entities_nominals")
    for number, plural in (("singulier", False), ("pluriel", True)):
        for kind, forms in lexicon[number].items():
            for form in forms:
                words = tuple(split_words(form).folds)
                table.setdefault(words[0], []).append((words, kind, plural))
    for group in table.values():
        group.sort(key=lambda item: -len(item[0]))
    return table


@lru_cache(maxsize=20_000)
def _tells(word: str) -> bool:
    """True for a word that may begin a description, or be a demonym."""
    named = word in demonyms() or word in region_demonyms() or word in town_demonyms()
    return word in _nominals() or named or _is_of_town(word)


def _is_of_town(word: str) -> bool:
    """True for a word made like the demonym of a town."""
    return len(word) >= 6 and "-" not in word and " " not in word and word.endswith(DEMONYM_ENDINGS)


BODIES = {"chambre": "chamber", "universite": "university", "faculte": "university", "comite": "twinning_committee"}
"""Nouns of bodies, by subtype."""

SENTENCE = 60
"""Words in which an earlier name of the same sentence is looked for."""

OWN = frozenset({"commune", "municipalite", "mairie", "conseil"})
"""Nouns that, without a name, mean the town that speaks."""


class _Reader:
    """What one text has named so far, and where."""

    def __init__(self, clusters: list[Cluster], words: Words, blocks: Sequence[Block], publisher: str | None) -> None:
        self.clusters, self.words = clusters, words
        self._named, self._blocks, self._publisher = [*clusters], blocks, publisher
        self.timeline: dict[str, list[tuple[int, int]]] = {}
        for index, cluster in enumerate(clusters):
            for mention in cluster.mentions:
                self.timeline.setdefault(cluster.type, []).append((mention["start"], index))
        for line in self.timeline.values():
            line.sort()
        self.codes = {
            countries()[fold(c.name)].code: c for c in clusters if c.type == "country" and fold(c.name) in countries()
        }
        self.regions = {
            fold(c.name).removeprefix("la "): c for c in reversed(clusters) if c.type in {"region", "department"}
        }
        self.towns = self._towns()
        self.numbers: dict[str, int] = load_lexicon("entities_nominals")["nombres"]

    @cached_property
    def homes(self) -> list[Home]:
        """Who publishes what, by the names in the text; looked for when the first description asks."""
        bodies = [_body(cluster) for cluster in self._named]
        return find_homes(self.words.source, self._blocks, bodies, self._publisher)

    def _towns(self) -> dict[str, Cluster]:
        """Towns by the first letters of their names; two towns with the same ones have none."""
        towns: dict[str, list[Cluster]] = {}
        for cluster in self.clusters:
            if cluster.type == "city":
                joined = fold(cluster.name).removeprefix("la ").removeprefix("le ").replace(" ", "")
                towns.setdefault(joined[: min(TOWN_STEM, len(joined) - 1)], []).append(cluster)
        return {stem: group[0] for stem, group in towns.items() if len(group) == 1 and len(stem) > 2}

    def read(self, i: int, found: Found) -> int:
        """Attach the description that begins at word `i`; returns the word after it, `i` when there is none."""
        if self.words.folds[i] in _nominals() and (last := self._noun(i, found)) > i:
            return last
        target = self._demonym(self.words.folds[i])
        if target is not None:
            self._attach(target, i, i + 1)
            return i + 1
        return i

    def _demonym(self, word: str) -> Cluster | None:
        if word in demonyms():
            return self.codes.get(demonyms()[word])
        if word in region_demonyms():
            return self.regions.get(fold(region_demonyms()[word]).removeprefix("la ")) or self._town(word)
        return self._town(word)

    def _town(self, word: str) -> Cluster | None:
        if (told := town_demonyms().get(word)) is not None:
            return next((c for c in self.clusters if c.type == "city" and _is_called(c, told)), None)
        if not _is_of_town(word):
            return None
        return self.towns.get(word[:TOWN_STEM]) or self.towns.get(word[: TOWN_STEM - 1])

    def _noun(self, i: int, found: Found) -> int:
        words = self.words
        for form, kind, plural in _nominals().get(words.folds[i], []):
            last = i + len(form)
            if tuple(words.folds[i:last]) != form or not found.free(i, last):
                continue
            if plural:
                return self._plural(i, last, kind)
            if words.fold_at(i - 1) not in DETERMINERS or not words.together(i) or _goes_on(words, last):
                return i
            if _general(words, last):
                return i
            return self._singular(i, last, kind)
        return i

    def _plural(self, i: int, last: int, kind: str) -> int:
        """«les deux villes»: the most named of the type, as many as are counted."""
        number = self.numbers.get(self.words.fold_at(i - 1))
        if number is None or self.words.fold_at(i - 2) not in {"les", "des", "aux", "nos", "ces", "ses", "leurs"}:
            return i
        named = [c for c in self.clusters if c.type == kind and any(not m.get("locative") for m in c.mentions)]
        if kind == "organization":
            noun = self.words.folds[i].rstrip("s")
            named = [c for c in named if self._called(c, noun)]
        ranked = sorted(named, key=lambda c: (-len(c.candidates), c.mentions[0]["start"]))
        if len(ranked) < number:
            return i
        for cluster in ranked[:number]:
            self._attach(cluster, i - 2, last)
        return last

    def _singular(self, i: int, last: int, kind: str) -> int:
        words = self.words
        adjective = self._demonym(words.fold_at(last)) if words.together(last) else None
        code = demonyms().get(words.fold_at(last)) if words.together(last) else None
        target = self._described(i, kind, adjective, code)
        if words.folds[i] == "cite" and not code and adjective is None:
            return i
        if target is None and kind == "intercommunality" and adjective is not None and adjective.type == "city":
            target = self._founded(i, last + 1)
        if target is None:
            return i
        end = last + 1 if code or adjective is not None else last
        self._attach(target, i if words.fold_at(i - 1) not in {"la", "le", "l", "cette"} else i - 1, end)
        return end

    def _described(self, i: int, kind: str, adjective: Cluster | None, code: str | None) -> Cluster | None:
        """The entity of the type that the words most plausibly mean."""
        words, offset = self.words, self.words.starts[i]
        line = self.timeline.get(kind, [])
        if kind == "organization":
            line = [item for item in line if self._called(self.clusters[item[1]], words.folds[i])]
        elif kind != "city":
            line = [item for item in line if self._headed(self.clusters[item[1]], words.folds[i])] or line
        if code:
            line = [item for item in line if _body(self.clusters[item[1]]).country == code]
        elif adjective is not None and adjective.type == kind:
            return adjective
        elif adjective is not None:
            stem = fold(adjective.name)[:TOWN_STEM]
            line = [item for item in line if stem in fold(self.clusters[item[1]].name)]
        if not line:
            return None
        own = words.capitals[i] or words.fold_at(i - 1) in {"notre", "nos"} or words.folds[i] in OWN
        own = own or (kind == "city" and not self._near(i, line))
        if own and not code and adjective is None and words.fold_at(i - 1) not in {"cette", "ce", "cet"}:
            return self._home(line, offset)
        at = bisect_left(line, (offset, -1))
        return self.clusters[line[at - 1][1] if at else line[0][1]]

    def _called(self, cluster: Cluster, noun: str) -> bool:
        """True when a body is named by the noun: «les deux chambres», «la fédération», «la CCI» for a chamber."""
        subtype = BODIES.get(noun)
        return fold(cluster.name).startswith(noun) or (subtype is not None and cluster.subtype == subtype)

    def _headed(self, cluster: Cluster, noun: str) -> bool:
        """True when a territory is called by the noun somewhere: «la province» is the «province du Shandong»."""
        return any(c.head and self.words.folds[c.first] == noun for c in cluster.candidates)

    def _near(self, i: int, line: list[tuple[int, int]]) -> bool:
        """True when one of the type is named earlier in the same sentence."""
        words, j = self.words, i
        while j > max(0, i - SENTENCE) and words.together(j) and words.texts[j - 1] not in {".", "!", "?", "»"}:
            j -= 1
        at = bisect_left(line, (words.starts[i], -1))
        return at > 0 and line[at - 1][0] >= words.starts[j]

    def _home(self, line: list[tuple[int, int]], offset: int) -> Cluster:
        """The one of some bodies that most likely speaks."""
        possible = {index for _, index in line}
        for home in self.homes:
            if home["start"] <= offset < home["end"]:
                for body in home["bodies"]:
                    if body in possible:
                        return self.clusters[body]
        return self.clusters[line[0][1]]

    def _founded(self, i: int, last: int) -> Cluster:
        """«la métropole clermontoise»: named by its town alone, it is an entity of its own."""
        name = self.words.text(i, last)
        cluster = Cluster("intercommunality", name, fold(name))
        self.clusters.append(cluster)
        self.timeline.setdefault("intercommunality", []).append((self.words.starts[i], len(self.clusters) - 1))
        return cluster

    def _attach(self, cluster: Cluster, first: int, last: int) -> None:
        start, end = self.words.starts[first], self.words.ends[last - 1]
        cluster.mentions.append(Mention(start=start, end=end, kind="nominal", inferred=True))


def _is_called(cluster: Cluster, town: str) -> bool:
    """True when a cluster's name is a town's, with or without its article."""
    return fold(cluster.name).removeprefix("la ").removeprefix("le ") == town.removeprefix("la ").removeprefix("le ")


def _body(cluster: Cluster) -> Body:
    """A cluster as one that may publish the text."""
    country = next((c.country for c in cluster.candidates if c.country), None)
    country = country or next((place.country for c in cluster.candidates for place in c.options), None)
    mentions = [(m["start"], m["end"], m.get("locative", False)) for m in cluster.mentions if m["kind"] == "name"]
    return Body(cluster.type, cluster.name, country, mentions)


def _general(words: Words, last: int) -> bool:
    """True when an adjective makes it any one of its kind: «la ville durable»."""
    word = words.fold_at(last)
    plain = words.together(last) and not words.capitals[last] and is_adjective(word)
    return plain and word not in demonyms() and not word.endswith(DEMONYM_ENDINGS)


def _goes_on(words: Words, last: int) -> bool:
    """True when a name or complement follows, so that the words are no bare description: «la ville de demain»."""
    if not words.together(last):
        return False
    return words.folds[last] in {"de", "d", "des", "du"} or (words.capitals[last] and words.texts[last][0].isalpha())
