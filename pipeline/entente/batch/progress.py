"""What a run tells of itself while it goes on."""

from collections.abc import Callable
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a run is."""

    documents: int
    """Documents that are done."""
    failures: int
    share: float | None
    """Part of the archive's bytes that is done, from 0 to 1; None when it has none."""


Watch = Callable[[Progress], bool]
"""Told of the progress after each step; False stops the run, which the same call then resumes."""


def unwatched(progress: Progress) -> bool:
    """Goes on."""
    return True
