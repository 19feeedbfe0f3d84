"""Where readings are kept: JSON lines and Parquet tables with one behaviour."""

from typing import Any

__all__ = ["Output", "files_of", "open_output", "read_jsonl"]

_MODULES = {
    "Output": "entente.store.folder",
    "files_of": "entente.store.folder",
    "open_output": "entente.store.folder",
    "read_jsonl": "entente.store.jsonl",
}


def __getattr__(name: str) -> Any:
    """Import on first use (PEP 562): the workers that make rows need no Arrow, 40 MB."""
    if name not in _MODULES:
        raise AttributeError(f"module 'entente.store' has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - only when an attribute is asked for

    return getattr(importlib.import_module(_MODULES[name]), name)
