"""From an annotated Doc to records with ids."""

from entente.normalise.reading import to_reading

__all__ = ["to_reading"]
