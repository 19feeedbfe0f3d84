"""From files to documents: containers are opened as they come, members inside members too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from entente.errors import InputError
from entente.ingest.budget import Budget, Overrun
from entente.ingest.containers import OPENERS, SEEKING, opener_of
from entente.ingest.containers.member import Content, Member
from entente.ingest.documents import MESSAGE, limit_of, too_large
from entente.ingest.globs import excluded, wanted
from entente.ingest.held import Held, held_member, seekable
from entente.ingest.kinds import HEAD, Kind, detect
from entente.ingest.messages import attachments, has_text, may_have_attachments, parse
from entente.ingest.places import Place
from entente.ingest.refusals import Refused
from entente.ingest.silence import quiet
from entente.ingest.source import Hints, Source
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


def sources_of(held: Held, place: Place, hints: Hints, scope: Scope) -> Iterator[Source]:
    """What some bytes are: one document, several, or none that can be read."""
    kind = Kind.MAIL if hints.content_type == MESSAGE else detect(held.head, place.inner)
    if kind not in SEEKING:
        yield from _of_kind(kind, held, place, hints, scope)
        return
    with seekable(held) as sought:
        kind = zipped_kind(sought.stream) if kind is Kind.ZIP else kind
        yield from _of_kind(kind, sought, place, hints, scope)


def _of_kind(kind: Kind | Refused, held: Held, place: Place, hints: Hints, scope: Scope) -> Iterator[Source]:
    if isinstance(kind, Refused):
        yield from taken(Source(name=place.name, key=place.key, path=held.path, problem=kind.reason), place, scope)
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
        return replace(source, data=held.head) if len(held.head) < HEAD else source
    data = held.stream.read(limit_of(kind) + 1)
    damage = held.damage()
    problem = _damage(damage, 0) if damage else too_large(kind, len(data))
    return replace(source, data=None if problem else data, problem=problem)


def _mail(held: Held, place: Place, hints: Hints, scope: Scope) -> Iterator[Source]:
    """A message, unless all that it says hangs on it, and what hangs on it."""
    is_wanted = wanted(place.names, scope.options.include, scope.options.exclude)
    if not may_have_attachments(held.head) or (held.size or 0) > MAX_PACKED_BYTES:
        if is_wanted:
            yield _document(Kind.MAIL, held, place, hints)
        return
    data = held.stream.read(MAX_PACKED_BYTES + 1)
    inside = replace(held, stream=BytesIO(data), size=len(data))
    speaks, carries = _contents(data)
    if is_wanted and (speaks or not carries):
        yield _document(Kind.MAIL, inside, place, hints)
    if carries:
        yield from _container(Kind.MAIL, replace(inside, stream=BytesIO(data)), place, scope)


def _contents(data: bytes) -> tuple[bool, bool]:
    """Whether a message says something itself, and whether something hangs on it."""
    try:
        message = parse(data)
        return has_text(message), any(attachments(message))
    except Exception:  # what is wrong with a message is told when it is read
        return True, False


def _container(kind: Kind, held: Held, place: Place, scope: Scope) -> Iterator[Source]:
    """The documents of a container; past a limit or a damage, one source says what happened to the rest."""
    if scope.depth >= scope.options.depth:
        most = scope.options.depth
        nested = f"stands in more than {most} containers, one in the other: a bomb, or to be unpacked by hand"
        yield from taken(Source(name=place.name, key=place.key, problem=nested), place, scope)
        return
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
        damage = held.damage()
        nothing = None if position or kind in SILENT else "holds no document: nothing to read"
        problem = _damage(damage, found) if damage else nothing
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
        yield from taken(Source(name=place.name, key=rest.key, problem=problem), place, scope)


def _member(member: Member, place: Place, scope: Scope) -> Iterator[Source]:
    if excluded(place.names, scope.options.exclude) or scope.budget is None:
        return
    if member.stream is None:
        source = Source(
            name=place.name, key=place.key, fields=member.fields, hints=member.hints, problem=member.problem
        )
        scope.budget.unpack(source.fields.size() if source.fields else 0)
        yield from taken(source, place, scope)
        return
    try:
        held = held_member(member, scope.budget)
    except InputError:
        raise
    except Exception as error:  # as above; the other members may be whole
        if not member.name:
            raise
        yield from taken(Source(name=place.name, key=place.key, problem=_damage(error, 0)), place, scope)
        return
    yield from sources_of(held, place, member.hints, scope)


def _quietly(members: Iterator[Member]) -> Iterator[Member]:
    while True:
        with quiet():
            member = next(members, None)
        if member is None:
            return
        yield member


def taken(source: Source, place: Place, scope: Scope) -> Iterator[Source]:
    """The source, where the globs want it."""
    if wanted(place.names, scope.options.include, scope.options.exclude):
        yield source


def _damage(error: Exception, found: int) -> str:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    after = f" after {found:,} document{'s' if found > 1 else ''}" if found else ""
    return f"is damaged{after} ({reason}): fetch it again, or unpack it by hand"
