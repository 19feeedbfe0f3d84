"""From files to documents: containers are opened as they come, members inside members too."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import cast

from entente.errors import InputError
from entente.ingest.budget import Budget, Overrun
from entente.ingest.containers import OPENERS, SEEKING, opener_of
from entente.ingest.containers.member import Content, Member
from entente.ingest.documents import MESSAGE, too_large
from entente.ingest.folders import Entry, opening_problem
from entente.ingest.furniture import is_furniture
from entente.ingest.globs import excluded, wanted
from entente.ingest.held import Held, held_file, held_member, held_stream
from entente.ingest.kinds import Kind, detect
from entente.ingest.messages import attachments, has_text, may_have_attachments, parse
from entente.ingest.names import distinct, readable
from entente.ingest.places import Place
from entente.ingest.refusals import Refused
from entente.ingest.silence import quiet
from entente.ingest.source import STDIN, Hints, Source
from entente.ingest.streams import Readable
from entente.ingest.walk import Walk
from entente.ingest.zipped import zipped_kind
from entente.settings import MAX_PACKED_BYTES

SILENT = frozenset({Kind.WARC, Kind.MAIL})
"""Containers that may well hold no document: a crawl of pictures, a message on which only a logo hangs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where in the nest of containers something stands."""

    options: Walk
    budget: Budget | None = None
    """Of the container around."""
    depth: int = 0


def entry_sources(entry: Entry, options: Walk) -> Iterator[Source]:
    """The documents of one file on disk, or its problem; none for what stands beside documents."""
    place, scope = _place(entry), Scope(options=options)
    if entry.path == STDIN:
        yield from _sources(held_stream(cast(Readable, sys.stdin.buffer)), place, Hints(), scope)
    elif entry.problem is not None:
        yield from _taken(Source(name=place.name, key=place.key, path=entry.path, problem=entry.problem), place, scope)
    elif entry.named or not is_furniture(entry.relative):
        try:
            file = open(entry.path, "rb")  # noqa: SIM115 - closed below, when its documents have been taken
        except OSError as error:
            problem = opening_problem(error, entry.path)
            yield from _taken(Source(name=place.name, key=place.key, path=entry.path, problem=problem), place, scope)
            return
        with file:
            yield from _sources(held_file(file, entry), place, Hints(modified=_day(entry.mtime_ns)), scope)


def _sources(held: Held, place: Place, hints: Hints, scope: Scope) -> Iterator[Source]:
    """What some bytes are: one document, several, or none that can be read."""
    kind = Kind.MAIL if hints.content_type == MESSAGE else detect(held.head, place.inner)
    if kind is Kind.ZIP:
        held = held.seekable()
        kind = zipped_kind(held.stream)
    if isinstance(kind, Refused):
        yield from _taken(Source(name=place.name, key=place.key, path=held.path, problem=kind.reason), place, scope)
    elif kind is Kind.MAIL:
        yield from _mail(held, place, hints, scope)
    elif kind in OPENERS:
        yield from _container(kind, held, place, scope)
    elif wanted(place.names, scope.options.include, scope.options.exclude):
        yield _document(kind, held, place, hints)


def _document(kind: Kind, held: Held, place: Place, hints: Hints) -> Source:
    source = Source(name=place.name, key=place.key, path=held.path, hints=hints)
    if (problem := too_large(kind, held.size or 0)) is not None:
        return replace(source, problem=problem)
    if held.path is not None:
        return source
    data = held.stream.read(MAX_PACKED_BYTES + 1)
    problem = too_large(kind, len(data))
    return replace(source, data=None if problem else data, problem=problem)


def _mail(held: Held, place: Place, hints: Hints, scope: Scope) -> Iterator[Source]:
    """A message, unless all that it says hangs on it, and what hangs on it."""
    is_wanted = wanted(place.names, scope.options.include, scope.options.exclude)
    if not may_have_attachments(held.head) or (held.size or 0) > MAX_PACKED_BYTES:
        if is_wanted:
            yield _document(Kind.MAIL, held, place, hints)
        return
    data = held.stream.read(MAX_PACKED_BYTES + 1)
    message = parse(data)
    inside = replace(held, stream=BytesIO(data), size=len(data))
    if is_wanted and (has_text(message) or not any(attachments(message))):
        yield _document(Kind.MAIL, inside, place, hints)
    yield from _container(Kind.MAIL, replace(inside, stream=BytesIO(data)), place, scope)


def _container(kind: Kind, held: Held, place: Place, scope: Scope) -> Iterator[Source]:
    """The documents of a container; past a limit or a damage, one source says what happened to the rest."""
    if scope.depth >= scope.options.depth:
        most = scope.options.depth
        nested = f"stands in more than {most} containers, one in the other: a bomb, or to be unpacked by hand"
        yield from _taken(Source(name=place.name, key=place.key, problem=nested), place, scope)
        return
    held = held.seekable() if kind in SEEKING else held
    budget = Budget(held.packed, scope.options, scope.budget)
    inside = Scope(options=scope.options, budget=budget, depth=scope.depth + 1)
    content = Content(kind=kind, stream=held.stream, head=held.head, options=scope.options, budget=budget)
    problem: str | None = None
    position = found = 0
    try:
        for member in _quietly(opener_of(kind)(content)):
            position += 1
            budget.add_member()
            for source in _member(member, place.of_member(member.name, position), inside):
                found += 1
                yield source
        problem = None if position or kind in SILENT else "holds no document: nothing to read"
    except Overrun as overrun:
        if overrun.budget is not budget:
            raise
        problem = str(overrun)
    except InputError as error:
        problem = str(error)
    except Exception as error:  # libraries let through whatever broken bytes do to them
        problem = _damage(error, found)
    if problem is not None:
        rest = place.of_rest() if position else place
        yield from _taken(Source(name=place.name, key=rest.key, problem=problem), place, scope)


def _member(member: Member, place: Place, scope: Scope) -> Iterator[Source]:
    if excluded(place.names, scope.options.exclude) or scope.budget is None:
        return
    if member.stream is None:
        source = Source(
            name=place.name, key=place.key, fields=member.fields, hints=member.hints, problem=member.problem
        )
        scope.budget.unpack(source.fields.size() if source.fields else 0)
        yield from _taken(source, place, scope)
        return
    try:
        held = held_member(member, scope.budget)
    except InputError:
        raise
    except Exception as error:  # as above; the other members may be whole
        if not member.name:
            raise
        yield from _taken(Source(name=place.name, key=place.key, problem=_damage(error, 0)), place, scope)
        return
    yield from _sources(held, place, member.hints, scope)


def _quietly(members: Iterator[Member]) -> Iterator[Member]:
    while True:
        with quiet():
            member = next(members, None)
        if member is None:
            return
        yield member


def _taken(source: Source, place: Place, scope: Scope) -> Iterator[Source]:
    """The source, where the globs want it."""
    if wanted(place.names, scope.options.include, scope.options.exclude):
        yield source


def _damage(error: Exception, found: int) -> str:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    after = f" after {found:,} document{'s' if found > 1 else ''}" if found else ""
    return f"is damaged{after} ({reason}): fetch it again, or unpack it by hand"


def _place(entry: Entry) -> Place:
    key = f"{distinct(entry.path)}|{entry.size}|{entry.mtime_ns}"
    relative = readable(entry.relative)
    return Place(name=readable(entry.path), key=key, names=(relative,), inner=relative)


def _day(mtime_ns: int) -> date | None:
    try:
        return datetime.fromtimestamp(mtime_ns / 1e9, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
