"""Resolve: from what was said to days of the calendar."""

from entente.dates.resolve.context import Context
from entente.dates.resolve.period import Period
from entente.dates.resolve.tense import TenseReader
from entente.dates.resolve.values import resolve

__all__ = ["Context", "Period", "TenseReader", "resolve"]
