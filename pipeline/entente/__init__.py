"""entente: French press releases about the international cooperation of territories, read into facts."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entente.assembly import load, read, read_many
    from entente.ingest import Release
    from entente.records import Reading
    from entente.store.frames import to_frames

__all__ = ["Reading", "Release", "load", "read", "read_many", "to_frames"]
__version__ = "0.1.0"

_ROOMS = {
    "Reading": "entente.records",
    "Release": "entente.ingest",
    "load": "entente.assembly",
    "read": "entente.assembly",
    "read_many": "entente.assembly",
    "to_frames": "entente.store.frames",
}


def __getattr__(name: str) -> Any:
    """Import on first use (PEP 562), so that spaCy's entry points can name our rooms without importing them all."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'entente' has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - only when an attribute is asked for

    return getattr(importlib.import_module(_ROOMS[name]), name)
