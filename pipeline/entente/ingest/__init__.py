"""Readers: any source in, a Release out."""

from entente.ingest.release import Release

__all__ = ["Release"]
