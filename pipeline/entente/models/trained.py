"""The weights that this project trained, in the package `fr_entente`."""

import importlib.resources
import json
from functools import cache
from pathlib import Path

from entente.errors import ModelError
from entente.settings import TRAINED_NAME


def scorer_file() -> Path:
    """The weights of the scorer of candidates, in the package `fr_entente`; raises ModelError when it is not there."""
    try:
        path = Path(str(importlib.resources.files(TRAINED_NAME) / "scorer.json"))
    except ModuleNotFoundError as error:
        raise ModelError(f"{TRAINED_NAME} is not installed ({error}); install entente again: it brings it") from error
    return path


@cache
def confidences() -> dict[str, float]:
    """How often a record of each rule is right, «rule» and «rule, inferred» (with a party that is not named)."""
    path = Path(str(importlib.resources.files(TRAINED_NAME) / "confidence.json"))
    content: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return content


def confidence_of(rule: str, *, inferred: bool = False) -> float:
    """The probability that a record of a rule is right; that of any record for a rule that the corpus never met."""
    table = confidences()
    return table.get(f"{rule}, inferred" if inferred else rule, table["any"])
