"""French words and names as data: one YAML file a noun, loaded once, on first use."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from entente.errors import LexiconError


@cache
def load_lexicon(name: str) -> Any:
    """The content of `lexicons/fr/<name>.yml`, parsed once a process; treat it as read-only.

    Raises LexiconError when the file is missing or is not YAML.
    """
    path = files(__name__) / "fr" / f"{name}.yml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise LexiconError(f"no lexicon {name!r}: expected the file {path}") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon {name!r} ({path}) is not YAML: {error}") from error
