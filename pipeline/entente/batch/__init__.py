"""Many releases: readings and failures, in order."""

from entente.batch.reading import read_sources

__all__ = ["read_sources"]
