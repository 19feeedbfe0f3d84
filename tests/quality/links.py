"""How often places are linked, and linked right: `python tests/quality/links.py` prints the errors too."""

import json
import sys
from typing import Any, NamedTuple

import floors

from entente.evaluation.folding import fold
from entente.evaluation.gold import as_list, read_gold
from entente.records import Entity, Reading

LINKS = floors.ROOT / "corpus" / "links.json"
FOLDERS = ("train", "dev", "test")


class Figures(NamedTuple):
    """Of the places that have an id and were found: how many got one, and how many of these the right one."""

    found: int
    linked: int
    right: int
    errors: list[str]


def measure(readings: dict[str, dict[str, Reading]]) -> Figures:
    """Compare the ids of the places of the corpus with `corpus/links.json`."""
    found = linked = right = 0
    errors: list[str] = []
    for case, places in json.loads(LINKS.read_text(encoding="utf-8")).items():
        folder = next(name for name in FOLDERS if case in readings[name])
        gold = read_gold(floors.ROOT / "corpus" / folder / f"{case}.gold.json")
        for place in places:
            entity = _entity(readings[folder][case], place, gold.forms(place["name"]))
            if entity is None or not place["ids"] or place.get("optional"):
                continue
            found += 1
            ids = {"iso": entity.country} if entity.type == "country" else entity.ids
            linked += any(ids.values())
            hit = any(ids.get(register) in as_list(value) for register, value in place["ids"].items())
            right += hit
            errors += [] if hit else [f"{case} {place['name']}: {ids}, and not {place['ids']}"]
    return Figures(found, linked, right, errors)


def _entity(reading: Reading, place: dict[str, Any], forms: set[str]) -> Entity | None:
    types = {place["type"], *place.get("accepted_types", [])}
    return next(
        (
            entity
            for entity in reading.entities
            if entity.type in types and forms & {fold(entity.name), *(fold(span.text) for span in entity.mentions)}
        ),
        None,
    )


if __name__ == "__main__":
    figures = measure(floors.read_corpus())
    sys.stdout.write("\n".join([*figures.errors, str(figures[:3])]) + "\n")
