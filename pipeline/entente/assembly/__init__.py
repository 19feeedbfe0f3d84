"""The stages in order, and reading with them."""

from entente.assembly.reading import read, read_many
from entente.assembly.stages import STAGES, load

__all__ = ["STAGES", "load", "read", "read_many"]
