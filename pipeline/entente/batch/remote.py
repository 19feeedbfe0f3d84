"""What is sent to workers by name; the model is imported where the work is done, never in the parent of a pool."""

from entente.batch.work import Prepared, Read, Task
from entente.ingest.release import Release
from entente.ingest.sources import Source


def ready() -> bool:
    """True, in a process that has started."""
    return True


def prepare(sources: list[Source], task: Task) -> list[Prepared]:
    """`worker.prepare`."""
    from entente.batch import worker  # noqa: PLC0415 - loads spaCy, 0.8 s and 60 MB

    return worker.prepare(sources, task)


def read(items: list[Release | Source], task: Task) -> list[Read]:
    """`worker.read`."""
    from entente.batch import worker  # noqa: PLC0415 - loads spaCy, 0.8 s and 60 MB

    return worker.read(items, task)
