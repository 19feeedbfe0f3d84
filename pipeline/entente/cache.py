"""What is costly to make and comes out the same each time, kept in the user's cache from one process to the next."""

import contextlib
import marshal
import os
import tempfile
from pathlib import Path
from typing import Any


def cache_directory() -> Path:
    """Where it is kept: `$ENTENTE_CACHE`, else `$XDG_CACHE_HOME/entente`, else `~/.cache/entente`."""
    if own := os.environ.get("ENTENTE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "entente"


def recall(name: str) -> Any:
    """What was kept under a name; None when there is nothing usable."""
    try:
        return marshal.loads((cache_directory() / name).read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def keep(name: str, value: Any) -> None:
    """Keep a value of plain types, in one step, so that a reader never sees half a file.

    What cannot be kept is not: a read-only home, or another type, is no error.
    """
    path = cache_directory() / name
    with contextlib.suppress(OSError, ValueError):
        data = marshal.dumps(value)
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        os.replace(file.name, path)
