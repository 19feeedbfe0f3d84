"""Many releases: from an archive to its files, every document accounted for."""

from typing import Any

__all__ = ["Options", "Progress", "Report", "extract", "read_sources", "stream"]

_MODULES = {
    "Options": "entente.batch.options",
    "Progress": "entente.batch.progress",
    "Report": "entente.batch.report",
    "extract": "entente.batch.run",
    "read_sources": "entente.batch.reading",
    "stream": "entente.batch.run",
}


def __getattr__(name: str) -> Any:
    """Import on first use (PEP 562): a parent of workers never loads the model, a worker never the ledger."""
    if name not in _MODULES:
        raise AttributeError(f"module 'entente.batch' has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - only when an attribute is asked for

    return getattr(importlib.import_module(_MODULES[name]), name)
