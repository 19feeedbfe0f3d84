"""Places of the world by name: a compiled table that is memory-mapped, so that workers share it and it opens at once.

`training.gazetteer` compiles it; data/CREDITS.md names the sources and their licences.
"""

import hashlib
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from entente.errors import LexiconError

DIRECTORY = Path(str(files(__package__))) / "data" / "gazetteer"

KINDS = ("city", "intercommunality", "department", "region", "former_city", "former_region")
"""Codes of the column `kind`, in the order of its integers."""

RECORD = np.dtype(
    [
        ("kind", "u1"),
        ("country", "S2"),
        ("admin", "S3"),
        ("population", "<u4"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
        ("geonames", "<u4"),
        ("name", "<u4"),
        ("length", "u1"),
    ]
)
"""One place; `name` and `length` locate its UTF-8 name in the names file, `admin` is its department or first level."""

CODE = np.dtype([("insee", "S5"), ("siren", "S9")])
"""Official codes of a French place; the French places stand first in the table."""

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints"}

_SEPARATORS = re.compile(r"[^a-z0-9]+")


KEPT = 20_000
"""Places, and names looked up, kept in memory: the same towns and countries come in text after text."""


class Place(NamedTuple):
    """One reading of a place name."""

    kind: str
    name: str
    country: str
    admin: str
    population: int
    latitude: float
    longitude: float
    geonames: int
    insee: str
    siren: str


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and abbreviations: «St-Étienne» → `saint etienne`."""
    plain = name.casefold().replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode() if not plain.isascii() else plain
    words = _SEPARATORS.sub(" ", plain).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


COMMUNITY_WORDS = frozenset(
    ("communaute", "agglomeration", "agglo", "urbaine", "communes", "metropole", "eurometropole", "ca", "cc", "cu")
) | {"de", "du", "d", "des", "la", "l", "les", "le", "et"}
"""Words that the name of a community of communes may have or lack: «Métropole de Lyon», «l'agglomération de Lyon»."""


def core(folded: str) -> str:
    """A community's folded name without such words: `ca d agen` → `agen`."""
    return " ".join(word for word in folded.split() if word not in COMMUNITY_WORDS) or folded


@lru_cache(maxsize=20_000)
def digest(key: str) -> int:
    """64 bits of a folded name, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


class Gazetteer:
    """The compiled places, open for look-ups."""

    def __init__(self, directory: Path = DIRECTORY) -> None:
        try:
            self._hashes = _mapped(directory / "hashes.npy")
            self._rows = _mapped(directory / "rows.npy")
            self._records = _mapped(directory / "records.npy")
            self._codes = _mapped(directory / "codes.npy")
            self._names = _mapped(directory / "names.npy")
        except (OSError, ValueError) as error:
            raise LexiconError(f"no gazetteer in {directory}: compile it with entente.training.gazetteer") from error
        self._place = lru_cache(maxsize=KEPT)(self._read)
        self._found: dict[str, list[Place]] = {}

    def find(self, keys: list[str]) -> dict[str, list[Place]]:
        """The readings of each folded name that is known, most populous first; not to be changed."""
        if len(self._found) > KEPT:
            self._found.clear()
        new = [key for key in keys if key not in self._found]
        if new:
            self._look_up(new)
        return {key: places for key in keys if (places := self._found[key])}

    def _look_up(self, keys: list[str]) -> None:
        """Note the readings of names, and which have none: the same names come in text after text."""
        hashes = np.fromiter((digest(key) for key in keys), dtype=np.uint64, count=len(keys))
        lows = np.searchsorted(self._hashes, hashes, side="left")
        highs = np.searchsorted(self._hashes, hashes, side="right")
        for key, low, high in zip(keys, lows.tolist(), highs.tolist(), strict=True):
            self._found[key] = [self._place(row) for row in self._rows[low:high].tolist()] if low < high else []

    def towns_beyond(self, country: str, population: int, times: int) -> list[str]:
        """Names of towns of other countries, from a number of inhabitants up, each once.

        A name that a place of `country` bears too only counts where the town has `times` as many inhabitants as that.
        """
        table = self._records
        home = table["country"] == country.encode()
        towns = table[~home & (table["kind"] == KINDS.index("city")) & (table["population"] >= population)]
        namesakes = table[home & np.isin(table["name"], towns["name"])]  # a name is stored once, whoever bears it
        order = namesakes["population"].argsort()
        largest = dict(zip(namesakes["name"][order].tolist(), namesakes["population"][order].tolist(), strict=True))
        letters = bytes(self._names)
        found = zip(*(towns[column].tolist() for column in ("name", "length", "population")), strict=True)
        meant = dict.fromkeys(
            (at, size) for at, size, inhabitants in found if largest.get(at, 0) * times <= inhabitants
        )
        return [letters[start : start + length].decode() for start, length in meant]

    def _read(self, row: int) -> Place:
        kind, country, admin, population, latitude, longitude, geonames, name, length = self._records[row].item()
        insee, siren = self._codes[row].item() if row < len(self._codes) else (b"", b"")
        return Place(
            KINDS[kind],
            bytes(self._names[name : name + length]).decode(),
            country.decode(),
            admin.decode(),
            population,
            round(latitude, 5),
            round(longitude, 5),
            geonames,
            insee.decode(),
            siren.decode(),
        )


def _mapped(path: Path) -> Any:
    """An array on disk, as a plain array: the slices of numpy's own `memmap` are slow."""
    return np.load(path, mmap_mode="r").view(np.ndarray)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, opened once a process."""
    return Gazetteer()
