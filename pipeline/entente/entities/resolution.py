"""Which names are one entity: same name, acronym and long name, surname and full name, short and long form."""

from dataclasses import dataclass, field

from entente.annotations import Mention
from entente.entities.candidates import Candidate
from entente.entities.vocabulary import networks
from entente.entities.words import CONNECTORS, Words
from entente.lexicons.gazetteer import fold


@dataclass(slots=True)
class Cluster:
    """The candidates that mean one entity."""

    type: str
    name: str
    key: str
    candidates: list[Candidate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def subtype(self) -> str | None:
        """The first finer type that a candidate gives."""
        return next((c.subtype for c in self.candidates if c.subtype), None)


def resolve(candidates: list[Candidate], words: Words, pairs: dict[int, int]) -> list[Cluster]:
    """Clusters in the order of their first mention; `pairs` join an acronym's word to its long name's."""
    ordered = sorted(candidates, key=lambda c: c.first)
    _settle_homonyms(ordered)
    clusters: list[Cluster] = []
    index: dict[tuple[str, str], Cluster] = {}
    by_word: dict[int, Cluster] = {}
    aliases: dict[str, Cluster] = {}
    for candidate in sorted(ordered, key=lambda c: (*_fullness(c), c.first not in pairs, c.first)):
        key = _key(candidate)
        cluster = index.get((candidate.type, key)) or _same(candidate, key, clusters, aliases)
        if cluster is None and candidate.first in pairs:
            cluster = by_word.get(pairs[candidate.first])
        if cluster is None:
            cluster = Cluster(candidate.type, candidate.name, key)
            clusters.append(cluster)
        index.setdefault((candidate.type, key), cluster)
        by_word[candidate.first] = cluster
        if candidate.first in pairs:
            aliases[fold(words.text(candidate.first, candidate.last))] = cluster
        cluster.candidates.append(candidate)
    for cluster in clusters:
        cluster.candidates.sort(key=lambda c: c.first)
        cluster.name = _best_name(cluster)
        cluster.mentions = [_mention(c, words) for c in cluster.candidates]
    return sorted(clusters, key=lambda c: c.mentions[0]["start"])


def _fullness(candidate: Candidate) -> tuple[int, int]:
    """Full names before short ones, so that a short one finds its long one; acronyms last."""
    if candidate.rule == "acronym":
        return 2, 0
    short = candidate.type == "person" and " " not in candidate.name.strip()
    return int(short), -len(candidate.name.split()) if candidate.type == "person" else 0


COMMUNITY_WORDS = frozenset(
    {
        "communaute",
        "agglomeration",
        "agglo",
        "urbaine",
        "communes",
        "metropole",
        "de",
        "du",
        "d",
        "des",
        "la",
        "l",
        "les",
    }
)
"""Words that a community may have or lack: «Métropole de Lyon», «l'agglomération de Lyon»."""


def _key(candidate: Candidate) -> str:
    key = fold(candidate.name)
    network = networks().get(key)
    if network and candidate.type == "organization":
        return fold(network.name)
    if candidate.type == "intercommunality":
        return " ".join(word for word in key.split() if word not in COMMUNITY_WORDS) or key
    return key.removeprefix("les ").removeprefix("le ").removeprefix("la ").removeprefix("l ")


def _settle_homonyms(candidates: list[Candidate]) -> None:
    """Give a name that may be of two types the one that the same name has elsewhere beyond doubt."""
    settled: dict[str, dict[str, None]] = {}
    for candidate in candidates:
        if candidate.rule in {"place", "head"} and candidate.strong:
            settled.setdefault(_key(candidate), {})[candidate.type] = None
    for candidate in candidates:
        if candidate.rule not in {"place", "masthead"} or candidate.strong:
            continue
        types = settled.get(_key(candidate), {})
        possible = [kind for kind in types if kind in candidate.readings]
        if possible and candidate.type not in types:
            candidate.type = possible[0]


def _same(candidate: Candidate, key: str, clusters: list[Cluster], aliases: dict[str, Cluster]) -> Cluster | None:
    """The cluster that a shorter or longer form of the name means."""
    if key in aliases and candidate.type in {"organization", "intercommunality"}:
        return aliases[key]
    if candidate.rule == "acronym":
        spelt = [c for c in clusters if c.type == candidate.type and _initials(c.key).startswith(key)]
        if len(spelt) == 1 and len(key) > 2:
            return spelt[0]
    for cluster in reversed(clusters):
        if cluster.type == candidate.type and _alike(candidate.type, key, cluster.key):
            return cluster
    return None


def _initials(name: str) -> str:
    """First letters of the words that count: «chambre de commerce et d'industrie» → `cci`."""
    return "".join(word[0] for word in name.split() if word not in CONNECTORS)


def _alike(kind: str, key: str, other: str) -> bool:
    if kind == "person":
        return _person_alike(key.split(), other.split())
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    if kind == "city":
        return long.startswith(short + " ") and len(short) > 3 and "-" not in short
    if kind not in {"organization", "venue", "intercommunality"} or not long.startswith(short + " "):
        return False
    return long[len(short) + 1 :].split()[0] in {"de", "du", "d", "des", "pour"} or " " not in short


def _person_alike(parts: list[str], others: list[str]) -> bool:
    """«Malvy» and «Martin Malvy»; «Ben Ouda» and «Olfa Ben Ouda»; «Jean Dionis» and «Jean Dionis du Séjour»."""
    short, long = (parts, others) if len(parts) <= len(others) else (others, parts)
    if len(short) == 1:
        return short[0] in long[1:] or (len(long) == 1 and short == long)
    ends = short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)
    return ends or long[-len(short) :] == short or long[: len(short)] == short


def _best_name(cluster: Cluster) -> str:
    """The cluster's name as written in small letters where the text has it so: «Vannes» rather than «VANNES»."""
    if not cluster.name.isupper():
        return cluster.name
    return next((c.name for c in cluster.candidates if not c.name.isupper() and _key(c) == cluster.key), cluster.name)


def _mention(candidate: Candidate, words: Words) -> Mention:
    mention = Mention(
        start=words.starts[candidate.first], end=words.ends[candidate.last - 1], kind="name", inferred=False
    )
    if candidate.locative:
        mention["locative"] = True
    return mention
