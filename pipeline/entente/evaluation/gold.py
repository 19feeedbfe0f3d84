"""Gold cases: the facts that a careful journalist notes, in the short form of corpus/README.md."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entente.errors import GoldError
from entente.evaluation.folding import fold

SUFFIX = ".gold.json"
LISTS = ("entities", "roles", "dates", "agreements", "events", "commitments", "quotes")
NEEDED = {
    "entities": ("name", "type"),
    "roles": ("person", "title"),
    "dates": ("edtf",),
    "quotes": ("starts",),
}
"""Keys without which a gold item means nothing."""


class GoldCase:
    """One annotated release."""

    def __init__(self, name: str, content: dict[str, Any]) -> None:
        self.name = name
        self._content = content
        self._forms = {fold(form): forms for forms in map(self._folded, self.items("entities")) for form in forms}

    @staticmethod
    def _folded(entity: dict[str, Any]) -> set[str]:
        return {fold(name) for name in as_list(entity["name"])}

    def items(self, kind: str) -> list[dict[str, Any]]:
        """The gold records of a kind."""
        return list(self._content.get(kind, []))

    def forms(self, name: str) -> set[str]:
        """Every accepted form of a name, folded."""
        return self._forms.get(fold(name), {fold(name)})


def as_list(value: Any) -> list[Any]:
    """Null as nothing, one value as a list of one."""
    return [] if value is None else value if isinstance(value, list) else [value]


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, sorted; raises GoldError when there is none."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise GoldError(f"{folder} holds no *{SUFFIX}: give the folder that holds texts with their gold facts")
    return files


def read_gold(path: Path) -> GoldCase:
    """One gold case; raises GoldError (what, where, what to do) when the file is not one."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path} cannot be opened ({error.strerror}): check its permissions") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8: save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise GoldError(
            f"{path} does not parse (line {error.lineno} column {error.colno}: {error.msg}): correct the JSON"
        ) from error
    for problem in _problems(content):
        raise GoldError(f"{path} is not a gold case ({problem}): see the format in corpus/README.md")
    return GoldCase(path.name.removesuffix(SUFFIX), content)


def _problems(content: Any) -> Iterator[str]:
    if not isinstance(content, dict):
        yield "it is not an object"
        return
    for kind in LISTS:
        items = content.get(kind, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            yield f"{kind!r} is not a list of objects"
            return
        for number, item in enumerate(items):
            yield from (f"{kind}[{number}] has no {key!r}" for key in NEEDED.get(kind, ()) if not item.get(key))
