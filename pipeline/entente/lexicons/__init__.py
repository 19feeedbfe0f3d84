"""French words and names as data: one YAML file a noun, loaded once, on first use."""

import hashlib
import sys
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from entente.cache import keep, recall
from entente.errors import LexiconError


@cache
def load_lexicon(name: str) -> Any:
    """The content of `lexicons/fr/<name>.yml`, read once a process; treat it as read-only.

    Raises LexiconError when the file is missing or is not YAML.
    """
    path = files(__name__) / "fr" / f"{name}.yml"
    try:
        written = path.read_bytes()
    except FileNotFoundError as error:
        raise LexiconError(f"no lexicon {name!r}: expected the file {path}") from error
    try:
        return _parsed(name, written)
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon {name!r} ({path}) is not YAML: {error}") from error


def _parsed(name: str, written: bytes) -> Any:
    """The content of a file, kept from one process to the next: to parse all of them takes 0.3 s of each start."""
    file = f"lexicon-{name}-{sys.implementation.cache_tag}.bin"
    digest = hashlib.blake2b(written, digest_size=16).digest()
    match recall(file):
        case (bytes(known), content) if known == digest:
            return content
    content = yaml.load(written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    keep(file, (digest, content))
    return content
