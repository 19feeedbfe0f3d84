"""From a text to its facts: one, or many in batches by token budget."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from entente.annotations import Meta, keep_text, set_meta
from entente.assembly.stages import load
from entente.errors import InputError
from entente.ingest.day import written_day
from entente.ingest.release import Release
from entente.normalise import to_reading
from entente.records import Reading
from entente.settings import BATCH_TOKENS, MAX_CHARACTERS, MAX_SIGNS


def read(text: str, *, published: date | str | None = None, source: str | None = None) -> Reading:
    """The facts of one text.

    `published` (a date, `2024-05-31` or «31 mai 2024») anchors «mercredi» or «l'an dernier»; without it the date line
    of the text does, where there is one. Raises InputError when the text is empty, too long or no text at all, or
    `published` is not a day.
    """
    return next(
        read_many([Release(text=text, published=None if published is None else written_day(published), source=source)])
    )


def read_many(releases: Iterable[Release | str]) -> Iterator[Reading]:
    """The facts of many texts, lazily and in the order given.

    Each item gives what `read` gives for it, to the byte. Raises InputError, as `read` does, at the first text that
    cannot be read; `batch` is the room that records failures and goes on.
    """
    nlp = load()
    for batch in _batches(nlp, releases):
        yield from map(to_reading, _annotated(nlp, batch))


def annotate(release: Release, *, before: str | None = None) -> Doc:
    """The annotated Doc of one release, for whoever needs its sentences or blocks besides the records.

    With `before`, the stages stop there: `before="entente_entities"` leaves what the entity stage starts from. Raises
    InputError as `read` does.
    """
    nlp = load()
    doc = _doc(nlp, release)
    for name, stage in nlp.pipeline:
        if name == before:
            break
        doc = stage(doc)
    return doc


def _annotated(nlp: Language, docs: list[Doc]) -> list[Doc]:
    """A batch through the stages, one stage at a time: 5 to 10 % less CPU time than document by document."""
    for _, stage in nlp.pipeline:
        docs = list(stage.pipe(docs, batch_size=len(docs))) if hasattr(stage, "pipe") else [stage(doc) for doc in docs]
    return docs


def _batches(nlp: Language, releases: Iterable[Release | str]) -> Iterator[list[Doc]]:
    """Docs in batches of about BATCH_TOKENS tokens; a long text is a batch of its own."""
    batch: list[Doc] = []
    tokens = 0
    for release in releases:
        doc = _doc(nlp, Release(text=release) if isinstance(release, str) else release)
        if batch and tokens + len(doc) > BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


SIGNS = re.compile(rf"[^\w\s]{{{MAX_SIGNS}}}")


def _doc(nlp: Language, release: Release) -> Doc:
    if not release.text.strip():
        raise InputError(f"{release.source or 'the text'} is empty: nothing to read")
    if len(release.text) > MAX_CHARACTERS:
        raise InputError(
            f"{release.source or 'the text'} has {len(release.text):,} characters, more than the limit of "
            f"{MAX_CHARACTERS:,}: split it into its documents"
        )
    if signs := SIGNS.search(release.text):
        raise InputError(
            f"{release.source or 'the text'} has a run of more than {MAX_SIGNS:,} signs without a letter or space, "
            f"from character {signs.start():,}: not a text; take the run out"
        )
    doc = nlp.make_doc(release.text)
    keep_text(doc, release.text)
    published = release.day.isoformat() if release.day else None
    set_meta(doc, Meta(source=release.source, title=release.title, publisher=release.publisher, published=published))
    return doc
