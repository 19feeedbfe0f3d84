"""The bytes of one document, and what they are."""

import os
import sys
from io import BytesIO
from typing import BinaryIO

from entente.errors import InputError
from entente.ingest.folders import opening_problem
from entente.ingest.kinds import HEAD, Kind, detect
from entente.ingest.readers import READERS
from entente.ingest.refusals import Refused
from entente.ingest.source import STDIN, Source
from entente.ingest.zipped import zipped_kind
from entente.settings import MAX_BYTES, MAX_PACKED_BYTES

LIMITS = {Kind.TEXT: MAX_BYTES, Kind.HTML: MAX_BYTES}
"""Bytes of the kinds that weigh what their text weighs; of the others, MAX_PACKED_BYTES."""

MESSAGE = "message/rfc822"
"""Declared type of a message, which is believed: a broken one does not look like any."""


def document_of(source: Source) -> tuple[Kind, bytes]:
    """Kind and bytes of a source that carries no fields; nothing larger than its limit is read.

    Raises InputError, without a name, when it cannot be opened, is too large, or is no single document.
    """
    if source.data is not None:
        return _read(BytesIO(source.data), len(source.data), source)
    path = source.path or source.name
    if path == STDIN:
        return _read(sys.stdin.buffer, None, source)
    try:
        with open(path, "rb") as file:
            return _read(file, os.fstat(file.fileno()).st_size, source)
    except OSError as error:
        raise InputError(opening_problem(error, path)) from error


def limit_of(kind: Kind) -> int:
    """The bytes of the largest document of a kind."""
    return LIMITS.get(kind, MAX_PACKED_BYTES)


def too_large(kind: Kind, size: int) -> str | None:
    """The problem of a document of so many bytes, without its name; None when it may be read."""
    limit = limit_of(kind)
    return f"is larger than {limit // 1_000_000} MB: split it into its documents" if size > limit else None


def _read(file: BinaryIO, size: int | None, source: Source) -> tuple[Kind, bytes]:
    head = file.read(HEAD)
    kind = Kind.MAIL if source.hints.content_type == MESSAGE else detect(head, source.name)
    if not isinstance(kind, Refused) and (problem := too_large(kind, size or 0)):
        raise InputError(problem)
    data = head + file.read(MAX_PACKED_BYTES + 1 - len(head))
    if kind is Kind.ZIP:
        kind = zipped_kind(BytesIO(data))
    if isinstance(kind, Refused):
        raise InputError(kind.reason)
    if problem := too_large(kind, len(data)):
        raise InputError(problem)
    if kind not in READERS:
        raise InputError(f"is a container of documents ({kind}): read it with entente extract")
    return kind, data
