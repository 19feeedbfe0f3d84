"""Many sources, each to its reading or its failure; one bad document never stops the others."""

from collections.abc import Iterable, Iterator
from datetime import date

from entente.assembly import read_many
from entente.batch.failures import attempt
from entente.ingest.release import Release
from entente.ingest.sources import Source, read_source
from entente.records import Failure, Reading
from entente.settings import BATCH_TOKENS

GROUP_CHARACTERS = 5 * 4 * BATCH_TOKENS
"""Characters read together: four batches of tokens of about five characters; when one document breaks, its group is
read again one by one."""


def read_sources(sources: Iterable[Source], *, published: date | None = None) -> Iterator[Reading | Failure]:
    """One outcome a source, lazily and in the order given; never raises for what a source holds."""
    group: list[Release | Failure] = []
    characters = 0
    for source in sources:
        release = attempt(source.name, lambda source=source: read_source(source, published=published))  # type: ignore[misc]
        group.append(release)
        characters += len(release.text) if isinstance(release, Release) else 0
        if characters >= GROUP_CHARACTERS:
            yield from _outcomes(group)
            group, characters = [], 0
    yield from _outcomes(group)


def _outcomes(group: list[Release | Failure]) -> Iterator[Reading | Failure]:
    """Readings put between the failures that ingest left, in order."""
    readings = iter(_readings([item for item in group if isinstance(item, Release)]))
    for item in group:
        yield item if isinstance(item, Failure) else next(readings)


def _readings(releases: list[Release]) -> list[Reading | Failure]:
    """All together, for speed; when one breaks, each alone, so that only the broken one is lost."""
    together = attempt("", lambda: list(read_many(releases)))
    if not isinstance(together, Failure):
        return [*together]
    return [attempt(release.source or "", lambda release=release: next(read_many([release]))) for release in releases]  # type: ignore[misc]
