"""The stages in order, and reading with them."""

from entente.assembly.reading import annotate, read, read_many
from entente.assembly.stages import SAMPLE, STAGES, load

__all__ = ["SAMPLE", "STAGES", "annotate", "load", "read", "read_many"]
