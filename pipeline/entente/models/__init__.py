"""Trained weights: the installed French base, run fast, and this project's own."""

from entente.models.base import load_base
from entente.models.patterns import compiled_patterns
from entente.models.trained import confidence_of, confidences, scorer_file

__all__ = ["compiled_patterns", "confidence_of", "confidences", "load_base", "scorer_file"]
