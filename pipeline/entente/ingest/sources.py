"""Where releases come from: files, folders, containers, standard input."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from html import unescape

from entente.errors import InputError
from entente.ingest.documents import document_of
from entente.ingest.encoding import charset, decode
from entente.ingest.files import entry_sources
from entente.ingest.folders import Entry, file_entry, find_entries
from entente.ingest.kinds import Kind
from entente.ingest.language import check_french
from entente.ingest.names import distinct, readable
from entente.ingest.pages import decode_page
from entente.ingest.published import dated, of_address
from entente.ingest.readers import made_on, reader_of
from entente.ingest.readers.fields import read_fields
from entente.ingest.release import Release
from entente.ingest.silence import quiet
from entente.ingest.source import STDIN, Fields, Hints, Source
from entente.ingest.walk import DEFAULT, Walk
from entente.settings import MAX_CHARACTERS

__all__ = [
    "STDIN",
    "Fields",
    "Hints",
    "Source",
    "Walk",
    "file_source",
    "find_sources",
    "read_source",
    "skim",
    "top_level",
]


def find_sources(paths: Iterable[str], options: Walk = DEFAULT) -> Iterator[Source]:
    """The documents to read, lazily and in a stable order; folders are walked and sorted, containers opened on the way.

    Never raises for what the paths hold: what cannot be read is a source with its `problem`, and the others go on.
    """
    for entry in find_entries(paths, options):
        yield from entry_sources(entry, options)


def top_level(paths: Iterable[str], options: Walk = DEFAULT) -> Iterator[tuple[str, int, int]]:
    """Name, size in bytes and time of change in ns of every file on disk that `find_sources` would open, in its order.

    A path that cannot be opened has the size -1. Nothing is opened: 10,000 files take a tenth of a second.
    """
    for entry in find_entries(paths, options):
        yield distinct(entry.path), entry.size, entry.mtime_ns


def skim(source: Source) -> str | None:
    """What a source says, markup and all, for a prefilter: it costs a hundredth of `read_source` for a page.

    Entities are written out (`&eacute;` → `é`). None where the text is packed (PDF, Word, messages…) or cannot be read:
    only `read_source` knows then.
    """
    if source.problem is not None:
        return None
    if source.fields is not None:
        markup = source.fields.text if source.fields.text is not None else source.fields.html or ""
        return unescape(markup)
    try:
        kind, data = document_of(source)
        if kind is Kind.HTML:
            return unescape(decode_page(data, source.hints))
        return decode(data, declared=charset(source.hints.content_type)) if kind is Kind.TEXT else None
    except InputError:
        return None


def file_source(path: str) -> Source:
    """The source of one file, or of standard input, that holds one document."""
    entry = Entry(path=path, relative=path, named=True) if path == STDIN else file_entry(path)
    key = f"{distinct(path)}|{entry.size}|{entry.mtime_ns}"
    return Source(name=readable(path), key=key, path=path, problem=entry.problem)


def read_source(
    source: Source, *, published: date | None = None, language: bool = True, file_dates: bool = False
) -> Release:
    """The release of one source, by what its bytes are and whatever it is called.

    `published`, where given, is the day of publication; else the page, message or row says it, else the address. With
    `file_dates` the day on which the file was made stands in where nobody says it: often that of a template or a copy.
    With `language=False` a text that is not French is read too. Raises InputError (what, where, what to do) when the
    source is missing, damaged, empty, no text, too long, or not in French.
    """
    try:
        release = _release(source, file_dates=file_dates)
        if len(release.text) > MAX_CHARACTERS:
            raise InputError(
                f"has {len(release.text):,} characters, more than the limit of {MAX_CHARACTERS:,}: "
                "split it into its documents"
            )
        if language:
            check_french(release.text)
    except InputError as error:
        where = "standard input" if source.name == STDIN else source.name
        raise InputError(f"{where} {error}") from error
    if published is not None:
        return replace(release, published=published, date_origin="given", date_precision="day")
    return release


def _release(source: Source, *, file_dates: bool) -> Release:
    if source.problem is not None:
        raise InputError(source.problem)
    made = source.hints.modified if file_dates else None
    with quiet():
        if source.fields is not None:
            release = read_fields(source.fields)
        else:
            kind, data = document_of(source)
            release = reader_of(kind)(data, source.hints)
            made = (made_on(kind, data) or made) if file_dates and not release.published else made
    release = of_address(replace(release, source=source.name), source.hints.url)
    return release if release.published else dated(release, made, "file")
